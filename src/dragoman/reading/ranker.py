"""The door to a model that backs the coding rules: it ranks event types for two parties, and writes no span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.model.hint import Ranked
from dragoman.model.tree import Sentence


@dataclass(frozen=True, slots=True)
class Question:
    """What does the source do to the target here? Each part holds indices of tokens of the sentence, perhaps none."""

    sentence: Sentence
    source: tuple[int, ...]
    target: tuple[int, ...]
    deed: tuple[int, ...] = ()


class EventRanker(Protocol):
    """Ranks PLOVER's event types for questions of one language."""

    @property
    def name(self) -> str:
        """Which weights answered, for the record."""
        ...

    @property
    def decides(self) -> bool:
        """Whether it is right often enough to be believed against a rule."""
        ...

    def rank(self, questions: Sequence[Question]) -> tuple[tuple[Ranked, ...], ...]:
        """For each question every type and "no event", likeliest first; shares sum to 1."""
        ...
