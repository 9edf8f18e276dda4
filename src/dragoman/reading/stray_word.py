"""Small words that a tree hangs on the wrong verb: a helper on the verb of a clause below, a clause's mark on the verb above it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, base
from dragoman.reading.bare_noun import with_tokens

_BELOW = frozenset(("ccomp", "xcomp"))
_BEFORE = frozenset(("aux", "advmod", "nsubj", "expl", "obj"))


def with_placed_words(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences with each such word where grammar has it."""
    return tuple(_marked(_helped(one)) for one in sentences)


def _helped(sentence: Sentence) -> Sentence:
    """The sentence with what stands before a participle on it, and not on an infinitive below: "Rien n’a empêché les mineurs de partir"."""
    tokens = list(sentence.tokens)
    for below, token in enumerate(sentence.tokens):
        verb = token.head
        if base(token.relation) not in _BELOW or not 0 < verb < below or not sentence.tokens[verb].has("VerbForm=Part"):
            continue
        if not _is_cut_off(sentence, verb, below):
            continue
        moved = {i for i in sentence.children[below] if i < verb and base(tokens[i].relation) in _BEFORE}
        small = {
            child for i in moved for child in sentence.children[i] if tokens[child].has("Polarity=Neg")
        }  # "n’" under "rien"
        for one in moved | small:
            tokens[one] = replace(tokens[one], head=verb)
    return with_tokens(sentence, tokens)


def _is_cut_off(sentence: Sentence, verb: int, below: int) -> bool:
    """Whether nothing but small words stands between a participle and a helper before it that hangs on the verb below."""
    for at in range(verb - 1, -1, -1):
        token = sentence.tokens[at]
        if base(token.relation) == "aux":
            return token.head == below
        if base(token.relation) != "advmod" or token.head not in (verb, below):
            return False
    return False


def _marked(sentence: Sentence) -> Sentence:
    """The sentence with each mark on the clause that it opens: of "talks go on until the king gives in" no verb has its mark behind it."""
    tokens = list(sentence.tokens)
    for mark, token in enumerate(sentence.tokens):
        over = token.head
        if token.relation != "mark" or not 0 <= over < mark:
            continue
        clauses = (i for i in sentence.children[over] if i > mark and base(sentence.tokens[i].relation) == "advcl")
        opened = next((i for i in clauses if sentence.subtree(i)[0] == mark + 1), None)
        if opened is not None:
            tokens[mark] = replace(token, head=opened)
    return with_tokens(sentence, tokens)
