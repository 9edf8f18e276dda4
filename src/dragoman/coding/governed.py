"""What the word over a deed makes of it: what is asked for, refused or offered has not been done, and is not pledged either."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from dragoman.coding.case import Case
from dragoman.model.claim import EVENT_TYPES, EventType, Stage
from dragoman.model.predication import Predication
from dragoman.reading.slot import base
from dragoman.world.concept import ancestors, concepts
from dragoman.world.table import read_table

_MAX_CLIMB = 2  # verbs between: "refused to go on sending"
_DONE = ("asserted", "reported", "acknowledged")
_CLAUSES = frozenset(("xcomp", "ccomp", "csubj"))


@dataclass(frozen=True, slots=True)
class Governed:
    """How a deed stands under another. event_type: None for no event; keeps_type: the deed's own stands as factuality leaves it."""

    over: Predication
    stage: Stage
    event_type: EventType | None
    keeps_type: bool
    mode: str | None


@cache
def _row(concept: str) -> dict[str, str] | None:
    rows = {row["concept"]: row for row in read_table("rules/governed.tsv", "dragoman.coding")}
    return next((rows[name] for name in ancestors(concept) if name in rows), None)


def governed_by(case: Case, predication: Predication) -> Governed | None:
    """The word that asks for, refuses, offers or agrees to a deed, by the tree; None if there is none or it is itself denied."""
    tokens = case.reading.sentences[predication.sentence].tokens
    node = predication.head
    for _ in range(_MAX_CLIMB):
        token = tokens[node]
        if token.head < 0 or base(token.relation) not in _CLAUSES:
            return None
        node = token.head
        over = case.by_trigger.get((predication.sentence, node))
        row = _row(over.concept) if over is not None and over.concept else None
        if over is not None and row is not None:
            if over.factuality.polarity == "negative":
                return None  # "did not refuse to send"
            if row["stage"] == "cancelled" and (over.factuality.status not in _DONE or governed_by(case, over)):
                return None  # "called on Chad to stop supplying": nothing has been stopped
            kept, named = row["event_type"] == "keep", row["event_type"]
            event_type = cast(EventType, named) if named in EVENT_TYPES else None
            return Governed(
                over, cast(Stage, row["stage"]), event_type, kept, None if row["mode"] == "-" else row["mode"]
            )
        if over is not None and over.concept and concepts()[over.concept].frame != "act":
            return None  # only a light verb is looked through
    return None
