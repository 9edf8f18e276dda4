"""Soldiers whom somebody holds, or hands to their own state, are prisoners: "157 soldats détenus ont été rapatriés" withdraws no troops."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.actors_at import actors_on
from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.coding.party import parties_of_argument
from dragoman.model.predication import Argument, Predication
from dragoman.model.tree import base
from dragoman.world.concept import concepts, is_a

_HELD = ("ARREST", "ABDUCT", "CAPTURE", "STOP_OR_ARREST", "HOLD_OR_DETAIN")


def with_captives(case: Case, predication: Predication) -> Predication:
    """A handing over, a coming or a going with the people whom a participle says are held as prisoners."""
    if frame_of(predication.concept or "") not in ("give", "get", "move", "leave"):
        return predication
    held = {
        one: replace(one, concept="PRISONER")
        for one in predication.arguments
        if _is_held(case, predication, one) or _is_given_back(case, predication, one)
    }
    arguments = tuple(held.get(one, one) for one in predication.arguments)
    return replace(predication, arguments=arguments) if held else predication


def _is_given_back(case: Case, predication: Predication, argument: Argument) -> bool:
    """Whether soldiers are handed to their own state: "a remis à Lusaka deux soldats zambiens" sends Zambia no troops."""
    if frame_of(predication.concept or "") != "give" or argument.role != "theme" or not predication.fillers("agent"):
        return False
    if argument.concept is None or concepts()[argument.concept].kind != "people":
        return False
    own = {one.actor.country for one in actors_on(case, argument.sentence, argument.head)} - {None}
    givers = {one.actor.country for a in predication.fillers("agent") for one in parties_of_argument(case, a)}
    takers = {one.actor.country for a in predication.fillers("recipient") for one in parties_of_argument(case, a)}
    return bool(own) and own <= takers and not own & givers


def _is_held(case: Case, predication: Predication, argument: Argument) -> bool:
    people = argument.concept is not None and concepts()[argument.concept].kind == "people"
    if not people or argument.role not in ("theme", "agent") or is_a(argument.concept or "", "PRISONER"):
        return False
    sentence = case.reading.sentences[argument.sentence]
    return any(
        base(sentence.tokens[child].relation) in ("acl", "amod")
        and child != predication.head
        and (deed := case.by_trigger.get((argument.sentence, child))) is not None
        and any(is_a(deed.concept or "", name) for name in _HELD)
        and any(one.head == argument.head for role in ("theme", "recipient") for one in deed.fillers(role))
        for child in sentence.children[argument.head]
    )
