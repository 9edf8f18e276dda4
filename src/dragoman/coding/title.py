"""Parties that only the title names: it says who gives to whom, or whose people died, and the text goes on without them.

A title has no span in the text. A party read from it stands on the words of the deed, and says where it was read.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.case import Case, is_party
from dragoman.coding.party import Parties, parties_of, sufferers
from dragoman.coding.rule import loss_role
from dragoman.coding.taken import is_open
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication
from dragoman.world.actor import actor_for_country, states
from dragoman.world.concept import concepts

_TRANSFER = ("give", "get")


def meant(case: Case, predication: Predication, mention: ActorMention) -> ActorMention:
    """One of the document's two states as a party of a deed: on its own words, or where only the title has them on the deed's."""
    reason = "inferred: one of the two states that the document is about"
    if mention in case.reading.actors or mention.quote.span.of(case.text) == mention.quote.text:
        return replace(mention, reason=reason)
    return replace(mention, quote=predication.trigger, reason=f"{reason}, named in the title")


def parties_of_title(case: Case, predication: Predication, parties: Parties) -> Parties:
    """Both sides of a transfer, or the one that is missing, from the transfer that the title tells of.

    Nothing is filled in if the title tells of two, or if a side that the text names is not the title's.
    """
    if case.title is None or (parties.actors and parties.recipients) or not is_open(case, predication, parties):
        return parties
    told = {
        (actors, recipients)
        for one in case.title.reading.predications
        if one.concept and concepts()[one.concept].frame in _TRANSFER
        for actors, recipients in [_sides(case.title, one)]
        if actors or recipients
    }
    if len(told) != 1:
        return parties
    ((actors, recipients),) = told
    if _differ(parties.actors, actors) or _differ(parties.recipients, recipients):
        return parties
    if len(case.pair) != 2 and (bool(parties.actors) > bool(actors) or bool(parties.recipients) > bool(recipients)):
        return parties  # in a text about many states the title speaks of one deal, and this may be another
    sides = (parties.actors or _stand(predication, actors), parties.recipients or _stand(predication, recipients))
    filled = (*(() if parties.actors else actors), *(() if parties.recipients else recipients))
    why = (f"{' and '.join(one.quote.text for one in filled)} read from the title",) if filled else ()
    return Parties(*sides, (*parties.inferred, *why), parties.patients, bool(why) or parties.borrowed)


def struck_in_title(case: Case, predication: Predication, parties: Parties) -> Parties:
    """Whose people a toll counts, from the toll of the title: "les pertes s'élèvent à 600" under "Pertes lourdes pour le Nord"."""
    if case.title is None:
        return parties
    found: dict[str | None, ActorMention] = {}
    for one in case.title.reading.predications:
        if one.concept and loss_role(one.concept):
            found.update((struck.actor.country, struck) for struck in sufferers(case.title, one))
    if len(found) != 1:
        return parties
    struck = _stand(predication, tuple(found.values()))
    return Parties(
        parties.actors, struck, (*parties.inferred, f"{next(iter(found.values())).quote.text!r} read from the title")
    )


def _sides(title: Case, one: Predication) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    found = parties_of(title, one, concepts()[one.concept or ""].frame or "act")
    sides = (tuple(who for who in side if is_party(who, title.sources)) for side in (found.actors, found.recipients))
    actors, recipients = sides
    return actors, recipients or _land_reached(title, one, actors)


def _land_reached(title: Case, one: Predication, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """The state whose region a title has things go to: "Egypt sends new troops to Puntland"."""
    own = {who.actor.country for who in actors}
    found: dict[str, ActorMention] = {}
    for place in (
        place for a in one.fillers("recipient") for place in title.index.places.at(a.sentence, a.head) if own
    ):
        country = place.place.country
        if country in states() and country not in own:
            why = f"{place.place.name} is in {country}"
            found.setdefault(country or "", ActorMention(place.quote, actor_for_country(country or ""), why))
    return tuple(found.values()) if len(found) == 1 else ()


def _differ(ours: tuple[ActorMention, ...], titles: tuple[ActorMention, ...]) -> bool:
    countries = [{one.actor.country for one in some} for some in (ours, titles)]
    return bool(ours) and bool(titles) and countries[0] != countries[1]


def _stand(predication: Predication, mentions: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    return tuple(
        replace(one, quote=predication.trigger, reason=f"read from the title: {one.quote.text!r}") for one in mentions
    )
