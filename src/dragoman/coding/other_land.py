"""Where people have gone of whom a text names the sender alone: the one other land that it tells of."""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.coding.party import Parties
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication
from dragoman.world.actor import actor_for_country, states

GOING = ("troops", "engineers", "labour", "advisers-training")


def only_other_land(case: Case, predication: Predication, parties: Parties) -> Parties:
    """Where people have gone of whom only the sender is named: the one other country in which the text's places lie."""
    own = {one.actor.country for one in parties.actors}
    if len(own) != 1 or any(one.concept == "BORDER" for one in predication.arguments):
        return parties
    lands = {place.place.country: place for place in reversed(case.reading.places) if place.place.country}
    others = [country for country in lands if country not in own]
    if len(others) != 1 or others[0] not in states() or (own & set(lands) and _is_at_home(case, own)):
        return parties
    place = lands[others[0]]
    mention = ActorMention(place.quote, actor_for_country(others[0] or ""), f"{place.place.name} is in {others[0]}")
    why = f"recipient read from {place.quote.text!r}, in the only other country that the text names"
    return Parties(parties.actors, (mention,), (*parties.inferred, why), parties.patients)


def _is_at_home(case: Case, own: set[str | None]) -> bool:
    """Whether a text tells of towns of the sender's own land: "the army was dispatched to Tijuana" goes nowhere abroad."""
    acting = [mention.quote.span for mention in case.reading.actors]
    return any(
        place.place.country in own
        and place.place.where_prec < _REGION
        and not any(span.overlaps(place.quote.span) for span in acting)
        for place in case.reading.places
    )


_REGION = 4  # UCDP's where_prec from which a place is a region and no town
