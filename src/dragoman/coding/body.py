"""Parties without a name: "a court in Lyon", "police", "les manifestants"; and who makes a deed a political event.

PLOVER codes what governments, courts, police, parties, rebels, unions and crowds do, named or not. A deed among people who are
none of these ("the singer met her fans") is none of its events.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from dragoman.coding.case import Case, is_state
from dragoman.coding.party import Parties, parties_of_argument
from dragoman.model.actor import Actor
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument, Predication, Role
from dragoman.world.concept import ancestors
from dragoman.world.table import read_table

_POLITICAL = frozenset(
    ("GOV", "MIL", "LEG", "JUD", "COP", "SPY", "REB", "PRM", "UAF", "PTY", "OPP", "PRE", "ELI", "SEP", "IGO", "NGO")
)
_ABOVE_STATES = frozenset(("IGO", "NGO"))
_SIDES: tuple[tuple[str, tuple[Role, ...]], ...] = (
    ("actors", ("agent",)),
    ("recipients", ("recipient", "partner", "theme")),
)


@dataclass(frozen=True, slots=True)
class Body:
    """A row of rules/bodies.tsv: what kind of party people or a body are. sector: PLOVER's."""

    sector: str
    political: bool
    seated: bool


@cache
def body_of(concept: str) -> Body | None:
    """The kind of party that a concept is, by its nearest ancestor in the table; None if it is none."""
    table = {
        row["concept"]: Body(row["sector"], row["political"] == "yes", row["seated"] == "yes")
        for row in read_table("rules/bodies.tsv", "dragoman.coding")
    }
    return next((table[name] for name in ancestors(concept) if name in table), None)


def is_political(mention: ActorMention) -> bool:
    """Whether a party alone makes a deed an event of politics: a state, what stands above states, an office, an armed group."""
    return (
        is_state(mention)
        or (mention.actor.country in _ABOVE_STATES and mention.actor.sector != "JRN")
        or mention.actor.sector in _POLITICAL
    )


def with_bodies(case: Case, predication: Predication, parties: Parties) -> Parties:
    """Fill a side that nobody is named on with who is said to stand there: "a court freed him", "troops fired at the crowd"."""
    for side, roles in _SIDES:
        if getattr(parties, side):
            continue
        found = tuple(
            mention
            for role in roles
            for argument in predication.fillers(role)
            if (mention := _unnamed(case, argument)) is not None
        )
        parties = replace(parties, actors=found) if side == "actors" else replace(parties, recipients=found)
    return parties


def is_among_politics(parties: Parties) -> bool:
    """Whether somebody on either side makes it political."""
    return any(is_political(one) or _unnamed_political(one) for one in (*parties.actors, *parties.recipients))


def _unnamed_political(mention: ActorMention) -> bool:
    return mention.reason.startswith(_SAID_BY_KIND)


_SAID_BY_KIND = "a party by what it is"


def _unnamed(case: Case, argument: Argument) -> ActorMention | None:
    body = body_of(argument.concept) if argument.concept else None
    if body is None or parties_of_argument(case, argument):
        return None
    country = _seat(case, argument) if body.seated else None
    kind = _SAID_BY_KIND if body.political else "people by what they are"
    reason = f"{kind}, {(argument.concept or '').lower().replace('_', ' ')}"
    if country:
        reason += f", in {country}"
    return ActorMention(argument.quote, Actor(argument.quote.text, country, body.sector), reason)


def _seat(case: Case, argument: Argument) -> str | None:
    """The one country of the places inside a phrase: "police in Colombia's second city"."""
    sentence = case.reading.sentences[argument.sentence]
    inside: Iterable[str | None] = (
        place.place.country
        for token in sentence.subtree(argument.head)
        for place in case.index.places.at(argument.sentence, token)
        if place.place.where_prec <= 6
    )
    countries = {one for one in inside if one}
    return countries.pop() if len(countries) == 1 else None
