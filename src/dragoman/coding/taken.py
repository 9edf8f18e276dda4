"""Whether a side of a transfer is left out, or filled by somebody who is no state.

Only a side that the sentence leaves out may be read from what stands around it: in "his friend had lent him the flat" a friend
lends, whatever states the text is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Literal

from dragoman.coding.case import Case, is_state
from dragoman.coding.party import Parties, parties_of_argument
from dragoman.coding.rule import flow_kind
from dragoman.coding.whence import is_on_market, is_whence
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument, Predication, Role
from dragoman.reading.slot import case_of
from dragoman.world.concept import concepts, is_a
from dragoman.world.table import read_table

Side = Literal["actors", "recipients"]
_ROLES: dict[Side, tuple[Role, ...]] = {"actors": ("agent",), "recipients": ("recipient",)}


def is_taken(case: Case, predication: Predication, side: Side) -> bool:
    """Whether words of the predication fill a side, and name no state."""
    moving = bool(predication.concept) and concepts()[predication.concept or ""].frame in ("move", "leave")
    words = [
        one
        for role in _ROLES[side]
        for one in predication.fillers(role)
        if (not _is_thing(one) or is_on_market(predication))
        and not (moving and role == "agent" and one.concept and flow_kind(one.concept))
    ]
    return bool(words) and not any(_names_a_state(case, one) for one in words)


def is_open(case: Case, predication: Predication, parties: Parties) -> bool:
    """Whether each side that is not known is left out by the sentence, so that the text around may say it."""
    return not (
        (not parties.actors and is_taken(case, predication, "actors"))
        or (not parties.recipients and is_taken(case, predication, "recipients"))
        or (not parties.recipients and _is_for_giver(case, predication, parties))
        or (not parties.recipients and is_against(case, predication))
    )


def is_against(case: Case, predication: Predication) -> bool:
    """Whether something is brought against somebody."""
    return any(True for _ in _foes(case, predication))


def without_foes(case: Case, predication: Predication, receivers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Receivers without those against whom something is brought: of "des canons envoyés face aux rebelles" they have none."""
    foes = [one.quote.span for one in _foes(case, predication)]
    return tuple(one for one in receivers if not any(span.overlaps(one.quote.span) for span in foes))


def _foes(case: Case, predication: Predication) -> Iterator[Argument]:
    words = _facing(case.reading.document.language)
    for one in predication.arguments:
        if one.role in ("recipient", "place") and case_of(case.reading.sentences[one.sentence], one.head) in words:
            yield one


@cache
def _facing(language: str) -> frozenset[str]:
    rows = read_table("rules/foes.tsv", "dragoman.coding")
    return frozenset(row["case"] for row in rows if row["language"] == language)


def _is_for_giver(case: Case, predication: Predication, parties: Parties) -> bool:
    """Whether a gift names its giver's own state as its receiver: where a tree says so, nobody else is to be put there."""
    if not predication.concept or concepts()[predication.concept].frame != "give":
        return False
    own = {one.actor.country for one in parties.actors}
    named = (one for a in predication.fillers("recipient") for one in case.index.actors.at(a.sentence, a.head))
    return any(is_state(one) and one.actor.country in own for one in named)


def goes_elsewhere(case: Case, predication: Predication) -> bool:
    """Whether a transfer is said to go to a third land, to a border, or nowhere: then it is not to the other of two states."""
    pair = {one.actor.country for one in case.pair}
    moving = bool(predication.concept) and concepts()[predication.concept or ""].frame in ("move", "leave")
    if moving or is_at_border(case, predication) or any(_is_own_ground(case, one) for one in predication.arguments):
        return True
    heads = [(one.sentence, one.head) for one in predication.arguments if one.role in ("place", "recipient")]
    return any(place.place.country not in pair for at in heads for place in case.index.places.at(*at))


def bound_for(case: Case, predication: Predication) -> frozenset[str]:
    """The lands of the places that a thing is said to be brought to."""
    heads = [(one.sentence, one.head) for one in predication.arguments if one.role in ("place", "recipient")]
    lands = (place.place.country for at in heads for place in case.index.places.at(*at))
    return frozenset(land for land in lands if land)


def comes_from_elsewhere(case: Case, predication: Predication) -> bool:
    """Whether a thing is said to come from a place that is in neither of the document's two states."""
    pair = {one.actor.country for one in case.pair}
    whence = [one for one in predication.arguments if one.role == "origin" or is_whence(case, one)]
    heads = [(one.sentence, one.head) for one in whence]
    return any(place.place.country not in pair for at in heads for place in case.index.places.at(*at))


def is_going_away(predication: Predication) -> bool:
    """Whether people leave: "les derniers militaires ont quitté le pays" are not sent to where others once were."""
    leaving = bool(predication.concept) and concepts()[predication.concept or ""].frame == "leave"
    agents = [one.concept for one in predication.fillers("agent") if one.concept]
    return leaving and any(concepts()[one].kind == "people" for one in agents)


def of_goer(predication: Predication, goer: Argument | None) -> Predication:
    """A going without the goods beside people who go, or the people beside goods: "soldiers and their equipment have left".

    So the rule of the one is not chosen by the other.
    """
    if goer is None or goer.role != "agent" or not goer.concept or not predication.concept:
        return predication
    if concepts()[predication.concept].frame not in ("move", "leave"):
        return predication
    kind = concepts()[goer.concept].kind
    others = [
        one
        for one in predication.fillers("agent")
        if one.concept and flow_kind(one.concept) and concepts()[one.concept].kind != kind
    ]
    kept = tuple(one for one in predication.arguments if one not in others)
    return replace(predication, arguments=kept) if others else predication


def is_left_behind(case: Case, predication: Predication, parties: Parties) -> bool:
    """Whether those on the receiving side are only the land that is left: "les blindés ont quitté le Tchad" sends Chad none."""
    if not predication.concept or concepts()[predication.concept].frame != "leave":
        return False
    left = {one.actor.country for a in predication.fillers("origin") for one in parties_of_argument(case, a)}
    left |= {
        place.place.country for a in predication.fillers("origin") for place in case.index.places.at(a.sentence, a.head)
    }
    return bool(parties.recipients) and all(one.actor.country in left for one in parties.recipients)


def _is_own_ground(case: Case, argument: Argument) -> bool:
    """Whether something stays on the ground of whoever acts: "installer des batteries sur son territoire"."""
    sentence = case.reading.sentences[argument.sentence]
    owned = any(sentence.tokens[child].has("Poss=Yes") for child in sentence.children[argument.head])
    return owned and argument.role != "theme" and is_a(argument.concept or "", "TERRITORY")


def is_at_border(case: Case, predication: Predication) -> bool:
    """Whether the sentence is about a border: what is sent there is sent to nobody behind it."""
    return any(one.concept == "BORDER" for one in case.index.concepts.inside(predication.sentence))


def _names_a_state(case: Case, argument: Argument) -> bool:
    at = (argument.sentence, argument.head)
    return any(is_state(one) for one in parties_of_argument(case, argument)) or bool(case.index.places.at(*at))


def _is_thing(argument: Argument) -> bool:
    return argument.concept is not None and concepts()[argument.concept].kind == "thing"
