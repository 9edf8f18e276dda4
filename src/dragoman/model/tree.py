"""Universal Dependencies trees: all that the reader sees of a parser."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.model.hint import Hint
from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence.

    upos: universal part of speech. features: "Mood=Cnd|Tense=Pres", the CoNLL-U notation, "" for none.
    head: index of the governing token in its sentence, -1 for the root.
    relation: universal dependency relation, without subtype except where a rule reads one (nsubj:pass, obl:agent, flat:name).
    """

    span: Span
    form: str
    lemma: str
    upos: str
    features: str
    head: int
    relation: str

    def has(self, feature: str) -> bool:
        """Whether the features hold one, as in has("Mood=Cnd").

        >>> Token(Span(0, 5), "aurait", "avoir", "AUX", "Mood=Cnd|Number=Sing", -1, "aux").has("Mood=Cnd")
        True
        """
        return feature in self.features.split("|")


@cache
def base(relation: str) -> str:
    """A relation without its subtype.

    >>> base("nsubj:pass")
    'nsubj'
    """
    return relation.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tree.

    paragraph: an index into Document.paragraphs. children: for each token, its dependents in order.
    hints: what a trained model thinks of each token, () from a parser that has no such heads.
    """

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int
    children: tuple[tuple[int, ...], ...]
    hints: tuple[Hint, ...] = ()

    @property
    def root(self) -> int:
        """Index of the first token without a head."""
        return next(i for i, token in enumerate(self.tokens) if token.head < 0)

    def subtree(self, index: int) -> tuple[int, ...]:
        """Indices of a token and all below it, in text order. A tree from any parser is walked once: cycles end."""
        seen = {index}
        stack = [index]
        while stack:
            for child in self.children[stack.pop()]:
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
        return tuple(sorted(seen))


def sentence_of(tokens: tuple[Token, ...], paragraph: int, hints: tuple[Hint, ...] = ()) -> Sentence:
    """Make a sentence from its tokens. Raises ValueError for no tokens, a head outside the sentence, or hints for others."""
    if hints and len(hints) != len(tokens):
        raise ValueError(f"{len(hints)} hints for {len(tokens)} tokens")
    if not tokens:
        raise ValueError("a sentence has at least one token")
    children: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head >= len(tokens) or token.head == index:
            raise ValueError(f"token {token.form!r} has head {token.head}, outside its sentence of {len(tokens)}")
        if token.head >= 0:
            children[token.head].append(index)
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    return Sentence(span, tokens, paragraph, tuple(tuple(some) for some in children), hints)
