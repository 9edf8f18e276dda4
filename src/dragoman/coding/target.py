"""Whether a deed has what it needs to be one: an assault somebody or somewhere it strikes, a loss those who can suffer it, building something built."""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.model.predication import Argument, Predication
from dragoman.world.concept import concepts, is_a
from dragoman.world.quantity import people_units

_STRUCK = (
    "INFRASTRUCTURE",
    "MILITARY_BASE",
    "CAMP_REFUGEE",
    "TERRITORY",
    "VEHICLE_AIRCRAFT_SHIP",
    "CONVOY",
    "TRANSPORT_VEHICLE",
)

_BUILT = ("PRODUCE", "WEAPON", "MISSILE", "TECHNOLOGY", "WEAPONS_TEST", "RELATIONS", "MUNITION", "DRONE", "ARTILLERY")
_CITED_PEOPLE = ("OFFICIAL", "LAWMAKER", "ANALYST", "JOURNALIST", "WITNESS")


def has_target(case: Case, predication: Predication) -> bool:
    """Whether an assault has somebody or somewhere it strikes: "tiré les leçons" has not; shells fired in a drill have not."""
    if any(is_a(other.concept or "", "MANOEUVRE") for other in case.in_sentence(predication.sentence)):
        return False
    if any(is_a(predication.concept or "", name) for name in ("ABDUCT", "OPEN_FIRE", "EXPLODE")):
        return True  # "prise d'otages", "opened fire": the word has them in it
    over = case.over(predication)  # "a shooting left three dead in a mall": what is said of it is its own
    said = tuple(one for one in over.arguments if one.head != predication.head) if over else ()
    nominal = case.reading.sentences[predication.sentence].tokens[predication.head].upos not in ("VERB", "AUX")
    for argument in predication.arguments + (said if nominal else ()):
        if argument.role in ("agent", "time", "duration"):
            continue
        at = (argument.sentence, argument.head)
        if case.index.actors.at(*at) or case.index.places.at(*at) or _is_somebody(case, argument):
            return True
        if is_people(argument) or any(is_a(argument.concept or "", name) for name in _STRUCK):
            return True
    return len(predication.fillers("agent")) >= 2


def is_people(argument: Argument) -> bool:
    """Whether an argument names people of some kind; those who are cited are people too: "killed a mayor"."""
    concept = argument.concept
    return concept is not None and (
        concepts()[concept].kind == "people" or any(is_a(concept, name) for name in _CITED_PEOPLE)
    )


def is_human(case: Case, argument: Argument) -> bool:
    """Whether those who suffered a loss can suffer it: people, an actor, a pronoun, or a bare number; not tanks, not pride."""
    token = case.reading.sentences[argument.sentence].tokens[argument.head]
    at = (argument.sentence, argument.head)
    counted = any(
        one.quantity.unit is None or one.quantity.unit in people_units() for one in case.index.quantities.at(*at)
    )
    return is_people(argument) or counted or bool(case.index.actors.at(*at)) or token.upos in ("PRON", "NUM", "DET")


def _is_somebody(case: Case, argument: Argument) -> bool:
    """Whether a pronoun can only be people: "overthrew him"; "it" may be anything."""
    token = case.reading.sentences[argument.sentence].tokens[argument.head]
    return token.upos == "PRON" and (token.has("Gender=Masc") or token.has("Gender=Fem") or token.has("Number=Plur"))


def keeps_theme(case: Case, predication: Predication) -> bool:
    """Whether a noted deed has the theme it needs: an increase of production is noted, one of prices is not."""
    concept = predication.concept or ""
    if not any(is_a(concept, name) for name in ("INCREASE", "DEVELOP", "STRENGTHEN")):
        return True
    return any(
        _is_built(case, argument.sentence, argument.head, argument.concept) for argument in predication.fillers("theme")
    )


def _is_built(case: Case, sentence: int, head: int, concept: str | None) -> bool:
    inner = case.by_trigger.get((sentence, head))
    named = [one for one in (concept, inner.concept if inner else None) if one]
    return any(is_a(one, name) for one in named for name in _BUILT)
