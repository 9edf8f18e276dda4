"""Where something sent arrives, by the places beside the deed: "shipped to Vladivostok", "offert au Mali, au Niger et au Tchad"."""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.coding.whence import is_by_border, is_of_giver, is_on_market, is_whence
from dragoman.model.mention import ActorMention, PlaceMention
from dragoman.model.predication import Argument, Predication
from dragoman.model.tree import base
from dragoman.world.actor import actor_for_country, states
from dragoman.world.concept import concepts, is_a


def where_it_arrives(
    case: Case, predication: Predication, frame: str, own: set[str | None]
) -> tuple[tuple[ActorMention, ...], list[str]]:
    """The state to which something is sent: "envoyer des troupes en Russie", "shipped to Vladivostok".

    Not a third state that the document is not about: North Korean troops "sent to Ukraine" are not Ukraine's guests.
    """
    if frame not in ("give", "move", "leave", "toward") and not is_a(predication.concept or "", "STATIONED"):
        return (), []
    if is_on_market(predication):
        return (), []
    pair = {one.actor.country for one in case.pair} if frame != "toward" else set()
    visit = is_a(predication.concept or "", "VISIT")  # "s'est rendu en Chine", "a visit in June in Beijing"
    roles = ("place", "recipient") if frame != "toward" or visit else ("recipient",)
    for argument in (one for one in predication.arguments if one.role in roles):
        if is_by_border(case, argument) or is_whence(case, argument) or is_of_giver(case, predication, argument):
            continue
        for place in case.index.places.at(argument.sentence, argument.head):
            country = place.place.country
            third = bool(pair) and own & pair and country not in pair and _are_people(predication)
            if country in states() and country not in own and own and not third:
                hosts = (_host(place), *_joined_hosts(case, predication, argument, own | {country}))
                return hosts, [f"recipient read from {one.quote.text!r}" for one in hosts]
    return (), []


def _host(place: PlaceMention) -> ActorMention:
    country = place.place.country or ""
    return ActorMention(place.quote, actor_for_country(country), f"{place.place.name} is in {country}")


def _joined_hosts(
    case: Case, predication: Predication, first: Argument, taken: set[str | None]
) -> tuple[ActorMention, ...]:
    """The other states joined to the one where something arrives: "offert des blindés au Mali, au Niger et au Tchad"."""
    tokens = case.reading.sentences[first.sentence].tokens
    found: dict[int, ActorMention] = {}
    for one in predication.arguments:
        joined = one.sentence == first.sentence and one.role == first.role and base(tokens[one.head].relation) == "conj"
        if not joined or tokens[one.head].head not in (first.head, *found):
            continue
        known = taken | {host.actor.country for host in found.values()}
        named = [
            *case.index.actors.at(one.sentence, one.head),
            *map(_host, case.index.places.at(one.sentence, one.head)),
        ]
        fresh = [host for host in named if host.actor.country in states() and host.actor.country not in known]
        if fresh:
            found[one.head] = fresh[0]
    return tuple(found.values())


def _are_people(predication: Predication) -> bool:
    moved = (*predication.fillers("theme"), *predication.fillers("agent"))
    return any(one.concept is not None and concepts()[one.concept].kind == "people" for one in moved)
