"""Statements and quotations: who said what, in the words of each document."""

from __future__ import annotations

from dragoman.dossier.cell import refer, refer_all, show_period, show_sources, show_statuses, surface_of
from dragoman.dossier.said_rows import StatementRow
from dragoman.dossier.shelf import Reported, Shelf
from dragoman.dossier.shown import Reference, Shown, Surface
from dragoman.model.claim import Claim


def find_statements(
    statements: tuple[Reported, ...], shelf: Shelf, elsewhere: frozenset[str]
) -> tuple[StatementRow, ...]:
    """One row a statement, quotations before reports of what was said. Every wording is kept.

    elsewhere: ids of facts that another view shows in full.
    """
    rows = [_row(one, shelf, one.fact.id not in elsewhere) for one in statements]
    return tuple(sorted(rows, key=lambda one: not one.direct))


def _row(reported: Reported, shelf: Shelf, home: bool) -> StatementRow:
    link = reported.head.originator
    return StatementRow(
        fact_id=reported.fact.id,
        source=show_sources(reported.claims, shelf)[0],
        direct=bool(link and link.direct),
        wordings=wordings_of(reported.claims, shelf),
        period=show_period(reported, shelf),
        statuses=show_statuses(reported.claims),
        home=home,
    )


def wordings_of(claims: tuple[Claim, ...], shelf: Shelf) -> tuple[Shown[Surface], ...]:
    """The words as each document prints them; documents that print the same share one."""
    found: dict[Surface, list[Reference]] = {}
    for claim in claims:
        found.setdefault(surface_of(claim, claim.content or claim.evidence, shelf), []).append(refer(claim, "content"))
    return tuple(Shown(words, "content", tuple(some)) for words, some in found.items())


def sentences_of(claims: tuple[Claim, ...], shelf: Shelf) -> tuple[Shown[Surface], ...]:
    """The evidence of some claims, each sentence once."""
    found: dict[Surface, list[Claim]] = {}
    for claim in claims:
        found.setdefault(surface_of(claim, claim.evidence, shelf), []).append(claim)
    return tuple(Shown(words, "what", refer_all(tuple(some), "what")) for words, some in found.items())
