"""The timeline drawn: one lane a direction, one bar or dot a fact, as long as its period is uncertain or lasts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.dossier.fact_rows import TimelineRow
from dragoman.dossier.headline import has_only

WIDTH, LEFT, RIGHT = 960.0, 8.0, 952.0
ROW, DOT, MAX_ROWS = 13.0, 5.0, 14
LANE_GAP, TOP = 26.0, 30.0
# Days. A fact of 1961 beside forty of 2024 would press them all into one corner: the axis starts later and says so.
LONG_SPAN = 365 * 6


@dataclass(frozen=True, slots=True)
class Bar:
    """A fact: a dot if left equals right. opens, ends_open: its start or end is not known, or off the axis."""

    row: TimelineRow
    left: float
    right: float
    y: float
    opens: bool
    ends_open: bool
    look: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The facts of one side, under its name. y: of the name's baseline."""

    side: int
    y: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis: the first day of a year, or of a quarter with `month` set."""

    x: float
    day: date
    is_year: bool


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """A drawing 960 pixels wide. clipped: whether facts before the axis stand at its left edge."""

    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    clipped: bool


@dataclass(frozen=True, slots=True)
class _Axis:
    start: date
    end: date

    def x(self, day: date) -> float:
        share = (day - self.start).days / max((self.end - self.start).days, 1)
        return round(LEFT + (RIGHT - LEFT) * min(max(share, 0.0), 1.0), 1)


def draw_timeline(rows: tuple[TimelineRow, ...]) -> TimelineDrawing | None:
    """Draw the dated facts; None if fewer than two are dated."""
    dated = [one for one in rows if one.earliest or one.latest]
    if len(dated) < 2:
        return None
    axis = _axis(dated)
    lanes: list[Lane] = []
    y = TOP
    for side in (1, 2, 3, 0):
        some = [one for one in dated if one.side == side]
        if some:
            bars, rows_used = _pack(some, axis, y + 10)
            lanes.append(Lane(side, y, bars))
            y += LANE_GAP + rows_used * ROW
    clipped = any((one.earliest or one.latest or axis.start) < axis.start for one in dated)
    return TimelineDrawing(y, tuple(lanes), _ticks(axis), clipped)


def _axis(dated: list[TimelineRow]) -> _Axis:
    days = sorted(day for one in dated for day in (one.earliest, one.latest) if day)
    start, end = days[0], days[-1]
    if (end - start).days > LONG_SPAN:
        start = max(start, days[len(days) // 10] - timedelta(days=180))
    pad = timedelta(days=max((end - start).days // 40, 3))
    # The first and last days a calendar has leave no room for a margin.
    low = start - pad if start > date.min + pad else start
    return _Axis(low, end + pad if end < date.max - pad else end)


def _pack(rows: list[TimelineRow], axis: _Axis, top: float) -> tuple[tuple[Bar, ...], int]:
    """Lay bars in as few rows as hold them apart; past the most a lane may have, they share the rows again."""
    ends: list[float] = []
    bars = []
    for number, row in enumerate(rows):
        left, right = axis.x(row.earliest or axis.start), axis.x(row.latest or axis.end)
        index = next((i for i, end in enumerate(ends) if end + 2 * DOT + 1 <= left), len(ends))
        if index == len(ends):
            if len(ends) < MAX_ROWS:
                ends.append(right)
            else:
                index = number % MAX_ROWS
        ends[index] = max(ends[index], right)
        before = row.earliest is None or row.earliest < axis.start
        bars.append(Bar(row, left, right, top + index * ROW + 2, before, row.latest is None, look_of(row)))
    return tuple(bars), len(ends)


def look_of(row: TimelineRow) -> str:
    """How a bar is drawn: full for what is reported, hollow for a plan or a condition, faint for a denial."""
    if has_only(row.row, "denied", "negated"):
        return "denied"
    return "planned" if has_only(row.row, "planned", "conditional") else "told"


def _ticks(axis: _Axis) -> tuple[Tick, ...]:
    years = range(axis.start.year, axis.end.year + 1)
    step = max(1, len(years) // 12)
    ticks = [Tick(axis.x(date(year, 1, 1)), date(year, 1, 1), True) for year in years[::step]]
    if len(years) <= 4:
        ticks += [
            Tick(axis.x(date(year, month, 1)), date(year, month, 1), False) for year in years for month in (4, 7, 10)
        ]
    return tuple(sorted((one for one in ticks if axis.start <= one.day <= axis.end), key=lambda one: one.day))
