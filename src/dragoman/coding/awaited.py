"""Those whose coming a state announces come to it: "Moscou a annoncé la venue de mille sapeurs coréens"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.actors_at import unique
from dragoman.coding.case import Case, is_state
from dragoman.coding.context import frame_of
from dragoman.coding.dealings import deal
from dragoman.coding.party import Parties, parties_of_argument
from dragoman.coding.teller import is_lent
from dragoman.model.predication import Predication
from dragoman.world.concept import concepts, is_a


def awaited_by(case: Case, predication: Predication, parties: Parties) -> Parties:
    """The parties of a coming with the state that announces it as where they come to, if its words name no other place.

    Only in a text that tells of dealings between the two: who announces that another's troops have come somewhere need
    not be their host.
    """
    concept = predication.concept or ""
    if not is_a(concept, "ARRIVE") or parties.recipients or not parties.actors:
        return parties
    if any(one.role in ("place", "recipient", "origin") for one in predication.arguments):
        return parties
    whole = case.by_trigger.get((predication.sentence, predication.head), predication)
    telling = unique(
        tuple(
            one
            for argument in whole.fillers("agent")
            if is_lent(argument)
            for one in parties_of_argument(case, argument)
            if is_state(one)
        )
    )
    pair = {one.actor.country for one in (*parties.actors, *telling)}
    if not telling or len(pair) != 2 or not deal(case, pair, read=True):
        return parties
    why = f"{telling[0].quote.text!r} announces who comes, and deals with those who send them"
    return replace(parties, recipients=telling[:1], inferred=(*parties.inferred, why))


def without_tellers(case: Case, predication: Predication) -> Predication:
    """A coming, going or sending without those who only tell of it, where its own words say who comes, goes or is sent."""
    frame = frame_of(predication.concept or "")
    if frame not in ("move", "leave", "give"):
        return predication
    own = tuple(one for one in predication.arguments if one.role != "agent" or not is_lent(one))
    if len(own) == len(predication.arguments):
        return predication
    if frame == "give" and not is_a(predication.concept or "", "SEND"):
        return predication
    goes = any(one.role == "agent" and one.concept and concepts()[one.concept].kind == "people" for one in own)
    return replace(predication, arguments=own) if goes or _sends_others(case, predication) else predication


def _sends_others(case: Case, predication: Predication) -> bool:
    """ "Séoul a confirmé l'envoi de soldats nord-coréens": who tells of a sending is not whose people are sent."""
    telling = {
        one.actor.country
        for argument in predication.fillers("agent")
        if is_lent(argument)
        for one in parties_of_argument(case, argument)
    }
    sent = {
        one.actor.country
        for argument in predication.fillers("theme")
        if argument.concept and concepts()[argument.concept].kind == "people"
        for one in parties_of_argument(case, argument)[:1]
        if is_state(one)
    }
    return bool(sent) and not sent & telling
