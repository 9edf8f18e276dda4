"""Places that are freed or taken back, by their bare name: "a libéré Kidal" takes a town, where "a libéré Traoré" lets a man go."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.case import Case
from dragoman.model.predication import Argument, Predication
from dragoman.world.concept import is_a

_TAKEN = ("RELEASE", "RESUME")
_LAND = "TERRITORY"


def with_territory(case: Case, predication: Predication) -> Predication:
    """The predication with such a name as the territory that it is; as it was where its thing is none or is nobody's land alone."""
    if not any(is_a(predication.concept or "", name) for name in _TAKEN):
        return predication
    arguments = tuple(
        replace(one, concept=_LAND) if one.role == "theme" and _is_place(case, one) else one
        for one in predication.arguments
    )
    return predication if arguments == predication.arguments else replace(predication, arguments=arguments)


def _is_place(case: Case, argument: Argument) -> bool:
    """Whether a bare name is a place's and no state's or body's: "Mali" freed is a state let go, and "Bamako" may be its rulers."""
    at = (argument.sentence, argument.head)
    token = case.reading.sentences[argument.sentence].tokens[argument.head]
    return (
        argument.concept is None
        and token.upos == "PROPN"
        and bool(case.index.places.at(*at))
        and not case.index.actors.at(*at)
    )
