"""Parts of a stretch of days: its start, middle and end, its n-th week or Monday, its halves.

"Start", "middle" and "end" are TimeML's START, MID and END. Here they are thirds: of a month the days 1 to 10, 11 to 20 and
21 to the last; of a week Monday and Tuesday, Wednesday and Thursday, Friday to Sunday; of a year four months each; of
anything else, a third of its days. The bounds are marked approximate in EDTF: the words themselves name none.
"""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.periods.meaning import Nth
from dragoman.reading.periods.stretch import Stretch, half, iso_week, month, move, quarter, unit_at

_ORDER = {"START": 0, "MID": 1, "END": 2}
_WEEK = ((0, 1), (2, 3), (4, 6))


def part_of(part: str, base: Stretch) -> Stretch:
    """The third of a stretch that START, MID or END names; a day, and anything of less than three days, is left whole."""
    third = _ORDER[part]
    days = (base.last - base.first).days + 1
    if days < 3:
        return base
    if base.grain == "W":
        first, last = _WEEK[third]
        return Stretch("", base.first + timedelta(first), base.first + timedelta(last))
    if base.grain == "M":
        first_day = base.first.replace(day=(1, 11, 21)[third])
        return Stretch("", first_day, base.last if third == 2 else base.first.replace(day=(10, 20)[third]))
    if base.grain == "Y":
        return Stretch("", date(base.first.year, third * 4 + 1, 1), month(base.first.year, third * 4 + 4).last)
    if base.grain == "DE":
        year = base.first.year
        first_year, last_year = ((year, year + 3), (year + 3, year + 6), (year + 6, year + 9))[third]
        return Stretch("", date(first_year, 1, 1), date(last_year, 12, 31))
    start = base.first + timedelta(days * third // 3)
    return Stretch("", start, base.first + timedelta(days * (third + 1) // 3 - 1))


def half_of(base: Stretch, number: int) -> Stretch | None:
    """The first or second half: of a year six months, of a month the days to the 15th and from the 16th, else half the days."""
    if number not in (1, 2):
        return None
    if base.grain == "Y":
        return half(base.first.year, number)
    days = (base.last - base.first).days + 1
    middle = base.first + timedelta(14 if base.grain == "M" else days // 2 - 1)
    return Stretch("", base.first, middle) if number == 1 else Stretch("", middle + timedelta(1), base.last)


def nth_of(meaning: Nth, base: Stretch) -> Stretch | None:
    """The n-th unit or weekday of a stretch, counted from its end if negative; None if it has none."""
    n, unit = meaning.n, meaning.unit
    if unit == "FN":
        return half_of(base, n)
    if unit == "7D":
        return Stretch("", base.first, base.first + timedelta(6))
    if unit == "ISO":
        return _iso(base, n)
    if unit in ("W0", "WE0"):
        return unit_at(unit[:-1], base.first)
    if unit == "D":
        return _nth_day(meaning, base)
    if unit in ("W", "WE"):
        return _weeks(meaning, base)
    if unit == "Q" and n in (1, 2, 3, 4):
        return quarter(base.first.year, n)
    return _nth_unit(meaning, base)


def _iso(base: Stretch, n: int) -> Stretch | None:
    weeks = date(base.first.year, 12, 28).isocalendar().week
    return iso_week(base.first.year, n) if base.grain == "Y" and n <= weeks else None


def _nth_day(meaning: Nth, base: Stretch) -> Stretch | None:
    n = meaning.n
    if meaning.weekday is None:
        day = base.first + timedelta(n - 1) if n > 0 else base.last + timedelta(n + 1)
        last = day + timedelta(meaning.span - 1)
    elif n > 0:
        day = base.first + timedelta((meaning.weekday - base.first.isoweekday()) % 7 + 7 * (n - 1))
        last = day
    else:
        day = base.last - timedelta((base.last.isoweekday() - meaning.weekday) % 7 - 7 * (n + 1))
        last = day
    if not (base.first <= day and last <= base.last):
        return None
    return Stretch("D" if day == last else "", day, last)


def _weeks(meaning: Nth, base: Stretch) -> Stretch | None:
    first = _nth_week(meaning.unit, meaning.n, base)
    if first is None or meaning.span == 1:
        return first
    last = _nth_week(meaning.unit, meaning.n + meaning.span - 1, base)
    return Stretch("", first.first, last.last) if last else None


def _nth_week(unit: str, n: int, base: Stretch) -> Stretch | None:
    """Weeks belong to the month or year that their Thursday lies in, as ISO 8601 has it for years."""
    if n > 0:
        first = base.first + timedelta((4 - base.first.isoweekday()) % 7)
        week = move(unit_at("W", first), n - 1)
    else:
        last = base.last - timedelta((base.last.isoweekday() - 4) % 7)
        week = move(unit_at("W", last), n + 1)
    if not base.first <= week.first + timedelta(3) <= base.last:
        return None
    return week if unit == "W" else Stretch("WE", week.first + timedelta(5), week.last)


def _nth_unit(meaning: Nth, base: Stretch) -> Stretch | None:
    first = move(unit_at(meaning.unit, base.first), meaning.n - 1) if meaning.n > 0 else (
        move(unit_at(meaning.unit, base.last), meaning.n + 1)
    )  # fmt: skip
    last = move(first, meaning.span - 1)
    if not (base.first <= first.first and last.last <= base.last):
        return None
    return first if meaning.span == 1 else Stretch("", first.first, last.last)
