"""Whether a source is party to what it tells: a government is party to its own deeds, and an official source of others'.

"La Corée du Nord a envoyé 1 000 sapeurs, selon Moscou": Moscow receives them, and has an interest in what it says; "selon
Tokyo": Tokyo does not. What kind of source speaks is read where it speaks, and what it speaks of is known only here.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.actor import Actor
from dragoman.model.attribution import AttributionLink
from dragoman.model.claim import Claim
from dragoman.world.office import persons

_OF_A_GOVERNMENT = ("party", "official")  # a ministry, an army and a spy service keep their kind, which says more


def as_parties(claim: Claim) -> Claim:
    """The claim with each source that speaks for a government told to be party to it, or official if it is not."""
    parties = [one.actor for one in (*claim.actors, *claim.recipients)]
    links = tuple(_seen_from(link, parties) for link in claim.attribution)
    return claim if links == claim.attribution else replace(claim, attribution=links)


def _seen_from(link: AttributionLink, parties: list[Actor]) -> AttributionLink:
    if link.origin not in _OF_A_GOVERNMENT or link.kind != "speaker":
        return link
    if any(_is_of(link.actor, one) for one in parties):
        return replace(link, origin="party") if _speaks_for_it(link.actor) else link
    return replace(link, origin="official") if link.origin == "party" else link


def _is_of(speaker: Actor | None, party: Actor) -> bool:
    """Whether a source is a party, or of the state that is one."""
    if speaker is None:
        return False
    return speaker.name == party.name or (speaker.country is not None and speaker.country == party.country)


def _speaks_for_it(speaker: Actor | None) -> bool:
    """Whether a source is a member of a government by name: "President Putin", and no "Russian official", no lawmaker."""
    return speaker is not None and speaker.sector == "GOV" and speaker.name in persons()
