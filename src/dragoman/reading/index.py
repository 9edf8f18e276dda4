"""Which mentions stand on which token: made once a document, asked by everything that reads trees."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.model.mention import ActorMention, ConceptMention, PeriodMention, PlaceMention, QuantityMention
from dragoman.model.tree import Sentence

Mention = TypeVar("Mention", ActorMention, ConceptMention, PeriodMention, PlaceMention, QuantityMention)


class OnToken(Generic[Mention]):
    """Mentions of one kind by (sentence, token), in text order."""

    def __init__(self, sentences: tuple[Sentence, ...], mentions: Iterable[Mention]) -> None:
        starts = [sentence.span.start for sentence in sentences]
        self._at: dict[tuple[int, int], list[Mention]] = {}
        self._in: dict[int, list[Mention]] = {}
        for mention in mentions:
            number = bisect_right(starts, mention.quote.span.start) - 1
            if number < 0:
                continue
            self._in.setdefault(number, []).append(mention)
            for index in covered(sentences[number], mention.quote.span.start, mention.quote.span.end):
                self._at.setdefault((number, index), []).append(mention)

    def at(self, sentence: int, token: int) -> tuple[Mention, ...]:
        """Mentions that cover a token."""
        return tuple(self._at.get((sentence, token), ()))

    def inside(self, sentence: int) -> tuple[Mention, ...]:
        """Mentions that start in a sentence."""
        return tuple(self._in.get(sentence, ()))


def covered(sentence: Sentence, start: int, end: int) -> Iterator[int]:
    """Indices of the tokens of a sentence that share a character with [start, end)."""
    tokens = sentence.tokens
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].span.end <= start:
            low = middle + 1
        else:
            high = middle
    while low < len(tokens) and tokens[low].span.start < end:
        yield low
        low += 1


@dataclass(frozen=True, slots=True)
class MentionIndex:
    """All mentions of a document by token."""

    concepts: OnToken[ConceptMention]
    actors: OnToken[ActorMention]
    places: OnToken[PlaceMention]
    periods: OnToken[PeriodMention]
    quantities: OnToken[QuantityMention]
