"""Losses: killed, killed or wounded, wounded, missing and captured, kept apart and never added up."""

from __future__ import annotations

from dragoman.dossier.cell import (
    LOSS_ROLES,
    parties_of,
    refer_all,
    show_period,
    show_place,
    show_quantities,
    show_sources,
    show_statuses,
)
from dragoman.dossier.fact_rows import LossGroup, LossRow
from dragoman.dossier.shelf import Reported, Shelf
from dragoman.dossier.shown import Measure, Party, Shown
from dragoman.model.claim import Claim


def find_losses(reports: tuple[Reported, ...], shelf: Shelf) -> tuple[LossGroup, ...]:
    """The losses by kind. A fact that counts the killed and the wounded has a row in both groups."""
    rows = [row for one in reports for row in _rows(one, shelf)]
    groups = []
    for role in LOSS_ROLES:
        some = [row for row in rows if row.measure.value.role == role]
        if some:
            groups.append(LossGroup(role, tuple(sorted(some, key=_order))))
    return tuple(groups)


def _rows(reported: Reported, shelf: Shelf) -> list[LossRow]:
    measures = show_quantities(reported, shelf, LOSS_ROLES)
    home = reported.head.flow is None
    return [_row(reported, shelf, measure, home and index == 0) for index, measure in enumerate(measures)]


def _row(reported: Reported, shelf: Shelf, measure: Shown[Measure], home: bool) -> LossRow:
    counting = {one.claim_id for shown in (measure, *measure.others) for one in shown.references}
    claims = tuple(one for one in reported.claims if one.id in counting)
    victims, by = sides_of(next((one for one in claims if one.id == reported.head.id), claims[0]))
    return LossRow(
        fact_id=reported.fact.id,
        measure=measure,
        victims=Shown(victims, "party", refer_all(claims, "party")),
        by=Shown(by, "party", refer_all(claims, "party")) if by else None,
        period=show_period(Reported(reported.fact, claims), shelf),
        place=show_place(Reported(reported.fact, claims)),
        statuses=show_statuses(claims),
        sources=show_sources(claims, shelf),
        grade=reported.fact.grade,
        disputed=reported.fact.disputed,
        home=home,
    )


def sides_of(claim: Claim) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Whose losses they are and who inflicted them: the recipients of the harm and its actors.

    "Nine engineers died in Kursk" names no one who did it: its only party is the one that lost them.
    """
    actors = parties_of(tuple(one.actor for one in claim.actors))
    recipients = parties_of(tuple(one.actor for one in claim.recipients))
    return (recipients, actors) if recipients else (actors, ())


def _order(row: LossRow) -> tuple[tuple[Party, ...], str, str]:
    period = row.period.value if row.period else None
    when = (period.latest or period.earliest) if period else None
    return (row.victims.value, when.isoformat() if when else "9999", row.fact_id)
