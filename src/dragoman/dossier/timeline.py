"""The timeline: every reported fact in order of time, the undated last."""

from __future__ import annotations

from datetime import date

from dragoman.dossier.cell import LOSS_ROLES
from dragoman.dossier.fact_rows import FactRow, TimelineRow
from dragoman.dossier.row import side_of


def find_timeline(rows: tuple[FactRow, ...], pair: tuple[str, str] | None) -> tuple[TimelineRow, ...]:
    """One row a fact. A fact that starts "since February 2022" stands at its start, one "by July" at its end."""
    return tuple(sorted((_row(one, pair) for one in rows), key=_order))


def _row(row: FactRow, pair: tuple[str, str] | None) -> TimelineRow:
    period = row.period.value if row.period else None
    home = row.dealing.value.flow is None and not any(one.value.role in LOSS_ROLES for one in row.quantities)
    earliest, latest = (period.earliest, period.latest) if period else (None, None)
    return TimelineRow(row, side_of(row.direction.value, pair), earliest, latest, home)


def _order(row: TimelineRow) -> tuple[date, date, str]:
    start = row.earliest or row.latest or date.max
    return (start, row.latest or date.max, row.row.fact_id)
