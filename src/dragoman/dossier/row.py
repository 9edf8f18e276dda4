"""The row that every view of a reported fact starts from, and which way it goes for the pair asked for."""

from __future__ import annotations

from dragoman.dossier.cell import (
    show_dealing,
    show_direction,
    show_item,
    show_period,
    show_place,
    show_quantities,
    show_sources,
    show_stage,
    show_statuses,
)
from dragoman.dossier.fact_rows import FactRow
from dragoman.dossier.shelf import Reported, Shelf
from dragoman.dossier.shown import Direction, Party
from dragoman.model.claim import Claim
from dragoman.model.quantity import QuantityRole

ROW_ROLES: tuple[QuantityRole, ...] = (
    "item", "money", "duration", "killed", "killed_or_wounded", "wounded", "missing", "captured", "arrested",
    "displaced", "other",
)  # fmt: skip


def row_of(reported: Reported, shelf: Shelf) -> FactRow:
    """Show a fact from the claims that report it."""
    return FactRow(
        fact_id=reported.fact.id,
        direction=show_direction(reported),
        dealing=show_dealing(reported, shelf),
        item=show_item(reported, shelf),
        quantities=show_quantities(reported, shelf, ROW_ROLES),
        stage=show_stage(reported),
        period=show_period(reported, shelf),
        place=show_place(reported),
        statuses=show_statuses(reported.claims),
        sources=show_sources(reported.claims, shelf),
        grade=reported.fact.grade,
        disputed=reported.fact.disputed,
    )


def side_of(direction: Direction, pair: tuple[str, str] | None) -> int:
    """1 from the first of the pair to the second, 2 back, 3 both together, 0 anything else."""
    if pair is None:
        return 0
    senders, receivers = countries(direction.senders), countries(direction.receivers)
    if set(pair) <= senders:
        return 3
    for side, (one, other) in enumerate((pair, pair[::-1]), 1):
        if one in senders and other in receivers:
            return side
    return 0


def countries(parties: tuple[Party, ...]) -> set[str]:
    """The codes of the states among some parties."""
    return {one.country for one in parties if one.country}


def names_both(claims: tuple[Claim, ...], pair: tuple[str, str] | None) -> bool:
    """Whether some claims, as those of one document, name both of the pair: as parties or as who says so."""
    if pair is None:
        return True
    named = {one.actor.country for claim in claims for one in claim.actors + claim.recipients}
    named |= {link.actor.country for claim in claims for link in claim.attribution if link.actor}
    return set(pair) <= named


def is_between(reported: Reported, pair: tuple[str, str] | None) -> bool:
    """Whether a fact is between the two: both are named in it, or one of them suffers a loss in it.

    "Seoul sanctioned eleven people in North Korea" is not, for North Korea and Russia; "600 North Koreans were killed"
    is, though no claim of it need name Russia. Without a pair every fact is.
    """
    if pair is None:
        return True
    named: set[str] = set()
    for claim in reported.claims:
        found = {one.actor.country for one in claim.actors + claim.recipients if one.actor.country}
        if claim.matter == "loss" and found & set(pair):
            return True
        named |= found
    return set(pair) <= named
