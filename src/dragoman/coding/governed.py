"""What the word over a deed makes of it: what is asked for, refused or offered has not been done, and is not pledged either."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from dragoman.coding.case import Case
from dragoman.coding.party import Parties, parties_of_argument
from dragoman.model.claim import EVENT_TYPES, EventType, Stage
from dragoman.model.predication import Predication
from dragoman.model.tree import base
from dragoman.world.concept import ancestors, concepts, is_a
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
        noun = token.upos == "NOUN" and base(token.relation) == "obj"  # "authorised the delivery of tanks"
        if token.head < 0 or (base(token.relation) not in _CLAUSES and not noun):
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


def is_own_order(case: Case, governed: Governed, parties: Parties) -> bool:
    """Whether a state only tells its own people to do it: "the president ordered food to be sent to Chad" will send it."""
    over = governed.over
    if not is_a(over.concept or "", "ORDER") or over.fillers("recipient"):
        return False
    ordering = {one.actor.country for a in over.fillers("agent") for one in parties_of_argument(case, a)}
    return bool(parties.actors) and {one.actor.country for one in parties.actors} == ordering
