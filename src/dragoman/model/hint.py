"""What a trained model thinks of a word, beside what the rules read: shares that are calibrated, never a span or a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Commitment = Literal["asserted", "hedged", "uncertain", "hedged-negative", "denied"]
COMMITMENTS: tuple[Commitment, ...] = ("asserted", "hedged", "uncertain", "hedged-negative", "denied")


@dataclass(frozen=True, slots=True)
class Hint:
    """Shares from 0 to 1 of one word.

    commitment: of each of COMMITMENTS, were the word a predicate; they sum to 1.
    source, cue, content: that the word stands in such a part of an attribution.
    report: index in its sentence of the first word of the cue that a word of a source or a content goes with, -1 if that
    cue stands in another sentence.
    """

    commitment: tuple[float, ...]
    source: float
    cue: float
    content: float
    report: int

    @property
    def likeliest(self) -> tuple[Commitment, float]:
        """The commitment with the highest share, and that share."""
        best = max(range(len(COMMITMENTS)), key=self.commitment.__getitem__)
        return COMMITMENTS[best], self.commitment[best]


@dataclass(frozen=True, slots=True)
class Ranked:
    """An event type, or None for "no event", with its calibrated share."""

    event_type: str | None
    share: float
