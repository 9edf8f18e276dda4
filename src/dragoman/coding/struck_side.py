"""Whose people a toll may count that does not say so: none of those who struck, and none from elsewhere where the clash is told."""

from __future__ import annotations

from dragoman.coding.actors_at import actors_on, is_definite
from dragoman.coding.case import Case, is_striking
from dragoman.coding.rule import flow_kind
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication
from dragoman.reading.index import covered
from dragoman.world.concept import concepts, is_a

_SENT = ("troops", "engineers", "advisers-training")  # whom a state sends, and whose they are a text says once


def of_their_kind(predication: Predication, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Those of people spoken of before who may be the ones struck: civilians are none of the soldiers named before them."""
    civil = any(is_a(one.concept or "", "CIVILIAN") for one in predication.fillers("theme"))
    return tuple(one for one in found if not civil or one.actor.sector != "MIL")


def are_others(case: Case, predication: Predication) -> bool:
    """Whether a loss says whom it struck, and that they are nobody spoken of before: "gunmen killed a fisherman"."""
    struck = predication.fillers("theme")
    sentence = case.reading.sentences
    return bool(struck) and all(
        sentence[one.sentence].tokens[one.head].upos == "NOUN"
        and not is_definite(sentence[one.sentence], one.head)
        and not any(is_a(one.concept or "", name) for name in ("TROOPS", "VICTIM"))
        and one.concept != "PERSON"
        and (one.concept is None or flow_kind(one.concept) not in _SENT)
        for one in struck
    )


def names_others(case: Case, predication: Predication) -> bool:
    """Whether those struck are somebody's by their own words, though no state's: "wounded three UN peacekeepers"."""
    people = (one for one in predication.fillers("theme") if one.concept and concepts()[one.concept].kind == "people")
    return any(actors_on(case, one.sentence, one.head) for one in people)


def is_of_own_clash(case: Case, predication: Predication) -> bool:
    """Whether a toll is of a fight whose sides stand beside it: "les affrontements entre deux tribus ont fait 40 morts" are nobody else's."""
    return any(
        is_a(fight.concept or "", "ASSAULT_GROUP") and len(fight.fillers("agent")) > 1
        for one in predication.fillers("theme")
        if (fight := case.by_trigger.get((one.sentence, one.head))) is not None
    )


def not_striking(case: Case, number: int, states: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """The states of a sentence without those that strike in it: the dead after "Kenya shelled the port" are not Kenya's."""
    sentence = case.reading.sentences[number]
    return tuple(
        one
        for one in states
        if not any(
            is_striking(case, number, head) for head in covered(sentence, one.quote.span.start, one.quote.span.end)
        )
    )
