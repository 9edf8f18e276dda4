"""Stretches of the calendar: a day, a week, a month, a season, a century; pure arithmetic on them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

# Months that each unit of whole months spans; days that each unit of whole days spans.
MONTHS = {"M": 1, "Q": 3, "SE": 3, "H": 6, "Y": 12, "DE": 120, "C": 1200, "L": 12000}
DAYS = {"D": 1, "WD": 1, "W": 7, "WE": 7, "FN": 14}
SEASON_LETTERS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from first to last.

    grain: the unit it is (D, W, WE, M, Q, SE, H, Y, DE, C, L), WX for a winter that may be either of its year's two,
    "" for any other.
    """

    grain: str
    first: date
    last: date


def unit_at(unit: str, day: date) -> Stretch:
    """The whole unit that a day lies in: its week (Monday to Sunday), its month, its century. Raises OverflowError outside years 1-9999."""
    if unit in ("D", "WD"):
        return Stretch("D", day, day)
    if unit in ("W", "FN"):
        monday = day - timedelta(day.weekday())
        return Stretch("W", monday, monday + timedelta(6))
    if unit == "WE":
        saturday = day - timedelta(day.weekday()) + timedelta(5)
        return Stretch("WE", saturday, saturday + timedelta(1))
    if unit == "SE":
        return season(day.year if day.month > 2 else day.year - 1, 21 + (day.month // 3 - 1) % 4)
    size = MONTHS[unit]
    start = (day.year * 12 + day.month - 1) // size * size
    return _months(unit, max(start, 12), size)


def move(stretch: Stretch, count: int) -> Stretch:
    """The stretch `count` units of its own grain later. Raises OverflowError outside years 1-9999."""
    if stretch.grain in MONTHS:
        size = MONTHS[stretch.grain]
        return _months(stretch.grain, stretch.first.year * 12 + stretch.first.month - 1 + count * size, size)
    step = timedelta(DAYS[stretch.grain] * count)
    return Stretch(stretch.grain, stretch.first + step, stretch.last + step)


def shift_day(day: date, unit: str, count: int) -> date:
    """The day so many units later; the last of a month where it is too short. Raises OverflowError outside years 1-9999."""
    if unit in DAYS:
        return day + timedelta(DAYS[unit] * count)
    index = day.year * 12 + day.month - 1 + MONTHS[unit] * count
    year, month = _year_month(index)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def month(year: int, number: int) -> Stretch:
    """A month of a year."""
    return _months("M", year * 12 + number - 1, 1)


def year_of(year: int) -> Stretch:
    """A whole year."""
    return _months("Y", year * 12, 12)


def quarter(year: int, number: int) -> Stretch:
    """A calendar quarter, 1 to 4."""
    return _months("Q", year * 12 + (number - 1) * 3, 3)


def half(year: int, number: int) -> Stretch:
    """A half of a year, 1 or 2."""
    return _months("H", year * 12 + (number - 1) * 6, 6)


def season(year: int, number: int) -> Stretch:
    """A meteorological season, 21 spring to 24 winter; the winter that starts in December of the year."""
    return _months("SE", year * 12 + (number - 20) * 3 - 1, 3)


def _months(grain: str, index: int, size: int) -> Stretch:
    year, number = _year_month(index)
    last_year, last_number = _year_month(index + size - 1)
    return Stretch(grain, date(year, number, 1), date(last_year, last_number, monthrange(last_year, last_number)[1]))


def _year_month(index: int) -> tuple[int, int]:
    if not 12 <= index < 120_000:
        raise OverflowError(f"month {index} is outside the years 1 to 9999")
    return index // 12, index % 12 + 1


def iso_week(year: int, number: int) -> Stretch:
    """A week by its ISO number. Raises ValueError if the year has none."""
    monday = date.fromisocalendar(year, number, 1)
    return Stretch("W", monday, monday + timedelta(6))


def easter(year: int) -> date:
    """Easter Sunday of the western churches. Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    number = h + i - 7 * m + 114
    return date(year, number // 31, number % 31 + 1)


def edtf_of(stretch: Stretch) -> str:
    """The EDTF value of a stretch; weeks and winters, which EDTF cannot name exactly, as intervals.

    >>> edtf_of(quarter(2025, 2)), edtf_of(season(2025, 21))
    ('2025-34', '2025-21')
    """
    first, last, grain = stretch.first, stretch.last, stretch.grain
    if grain == "D" or first == last:
        return first.isoformat()
    if grain == "M":
        return f"{first:%Y-%m}".zfill(7)
    if grain == "Y":
        return f"{first.year:04d}"
    if grain == "Q":
        return f"{first.year:04d}-{33 + first.month // 3}"
    if grain == "H":
        return f"{first.year:04d}-{40 + first.month // 7}"
    if grain == "SE" and first.month != 12:
        return f"{first.year:04d}-{20 + first.month // 3}"
    if grain == "WX":
        return f"{first.year + 1:04d}-24"
    if grain == "DE":
        return f"{first.year // 10:03d}X"
    if grain == "C":
        return f"{first.year // 100:02d}XX"
    return f"{edge_of(first, 'start')}/{edge_of(last, 'end')}"


def edge_of(day: date, side: str) -> str:
    """A day that bounds an interval, as a year or month where it is the first or last of one.

    >>> edge_of(date(2025, 3, 1), "start"), edge_of(date(2025, 3, 30), "end")
    ('2025-03', '2025-03-30')
    """
    length = monthrange(day.year, day.month)[1]
    if day.day != (1 if side == "start" else length):
        return day.isoformat()
    return f"{day.year:04d}-{day.month:02d}"


def timex_of(stretch: Stretch) -> str:
    """The TimeML value of a stretch.

    >>> timex_of(unit_at("W", date(1998, 3, 18))), timex_of(season(2025, 21))
    ('1998-W12', '2025-SP')
    """
    first, grain = stretch.first, stretch.grain
    if grain in ("W", "WE"):
        iso = first.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if grain == "WE" else "")
    if grain == "Q":
        return f"{first.year:04d}-Q{first.month // 3 + 1}"
    if grain == "H":
        return f"{first.year:04d}-H{1 + first.month // 7}"
    if grain == "SE":
        return f"{first.year:04d}-{('SP', 'SU', 'FA', 'WI')[first.month // 3 - 1]}"
    if grain == "WX":
        return f"{first.year + 1:04d}-WI"
    if grain == "DE":
        return f"{first.year // 10:03d}"
    if grain in ("C", "L"):
        return f"{first.year // 100:02d}" if grain == "C" else f"{first.year // 1000}"
    return edtf_of(stretch)
