"""How sure, and since when: whether a thing happened, will, may, or is denied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.span import Quote

Status = Literal[
    "asserted", "reported", "acknowledged", "denied", "possible", "planned", "predicted", "conditional", "negated"
]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Tense = Literal["past", "present", "future"]

# Where several statuses hold, the first of these is the one (contract.md, "factuality.status").
STATUS_ORDER: tuple[Status, ...] = (
    "negated", "denied", "conditional", "predicted", "planned", "possible", "acknowledged", "reported", "asserted",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Factuality:
    """What a text commits to. by: who acknowledges, denies, plans or predicts. cues: the words that say so."""

    status: Status
    by: str | None
    polarity: Polarity
    certainty: Certainty
    time: Tense
    cues: tuple[Quote, ...] = ()


def first_status(statuses: tuple[Status, ...]) -> Status:
    """The one status of several that the contract puts first; "asserted" if there are none.

    >>> first_status(("reported", "planned"))
    'planned'
    """
    return min(statuses, key=STATUS_ORDER.index, default="asserted")
