"""Numbers that a tree hangs on a noun behind the verb: in "3,000 were moved by ship" nobody counts the ship."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, base, sentence_of

_LONGEST = 8  # tokens between a number and its noun: a longer way has clauses of its own in it


def with_numbers(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences with each such number as the subject of the verb that stands between it and the noun."""
    return tuple(_turned(one) for one in sentences)


def _turned(sentence: Sentence) -> Sentence:
    found = [
        (index, verb) for index in range(len(sentence.tokens)) if (verb := _verb_over(sentence, index)) is not None
    ]
    if not found:
        return sentence
    tokens = list(sentence.tokens)
    for index, verb in found:
        passive = any(tokens[child].relation == "aux:pass" for child in sentence.children[verb])
        tokens[index] = replace(tokens[index], head=verb, relation="nsubj:pass" if passive else "nsubj")
    return sentence_of(tuple(tokens), sentence.paragraph, sentence.hints)


def _verb_over(sentence: Sentence, index: int) -> int | None:
    """The verb whose helper follows a number at once, if the number hangs on a noun behind both and the verb has no subject."""
    token = sentence.tokens[index]
    if token.upos != "NUM" or base(token.relation) != "nummod" or not index + 1 < token.head <= index + _LONGEST:
        return None
    helper = sentence.tokens[index + 1]
    if helper.upos != "AUX" or not index + 1 < helper.head < token.head:
        return None
    verb = helper.head
    children = [base(sentence.tokens[child].relation) for child in sentence.children[verb]]
    return verb if sentence.tokens[verb].upos == "VERB" and "nsubj" not in children else None
