"""Whose soldiers a noun means, by the state that a sentence says has sent them."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.actors_at import actors_on, unique
from dragoman.coding.case import Case, is_state
from dragoman.coding.party import Parties
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication
from dragoman.world.concept import concepts


def senders(case: Case, number: int, head: int) -> tuple[ActorMention, ...]:
    """Whose soldiers a noun means by the state that sent them: "Chad sent 900 troops" makes them Chad's."""
    return unique(
        tuple(
            one
            for earlier in case.in_sentence(number)
            if frame_gives(earlier) and any((a.sentence, a.head) == (number, head) for a in earlier.fillers("theme"))
            for a in earlier.fillers("agent")
            for one in actors_on(case, a.sentence, a.head)
            if is_state(one)
        )
    )


def with_giver_of_thing(case: Case, predication: Predication, parties: Parties) -> Parties:
    """The sides with the state by which what comes is said to be given: "a cargo of wheat donated by Kenya has arrived"."""
    sentence = case.reading.sentences[predication.sentence]
    if parties.actors or concepts()[predication.concept or ""].frame not in ("give", "get", "move", "leave"):
        return parties
    things = [one for role in ("theme", "agent") for one in predication.fillers(role) if one.concept]
    within = {token for one in things for token in sentence.subtree(one.head)}
    taken = {one.actor.country for one in parties.recipients}
    for other in case.in_sentence(predication.sentence):
        told = other.head in within and sentence.tokens[other.head].upos == "VERB"
        if not told or not frame_gives(other) or other.factuality.polarity != "positive":
            continue
        if not any(one.head in within for one in other.fillers("theme")):
            continue
        givers = (one for a in other.fillers("agent") for one in actors_on(case, a.sentence, a.head))
        found = tuple(one for one in givers if is_state(one) and one.actor.country not in taken)
        if found:
            why = f"sender read from {other.trigger.text!r}"
            return replace(parties, actors=found[:1], inferred=(*parties.inferred, why))
    return parties


def frame_gives(predication: Predication) -> bool:
    """Whether a predication is one of sending, so that its theme is its agent's."""
    return predication.concept is not None and concepts()[predication.concept].frame in ("give", "move")
