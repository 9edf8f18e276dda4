"""Whose soldiers a noun means, by the state that a sentence says has sent them."""

from __future__ import annotations

from dragoman.coding.case import Case, is_state
from dragoman.coding.party import actors_on, unique
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


def frame_gives(predication: Predication) -> bool:
    """Whether a predication is one of sending, so that its theme is its agent's."""
    return predication.concept is not None and concepts()[predication.concept].frame in ("give", "move")
