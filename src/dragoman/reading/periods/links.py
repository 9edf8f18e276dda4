"""Builders that tie a time to another: parts of it, times before and after it, from one to the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.reading.periods.found import MONTHS, Found
from dragoman.reading.periods.meaning import (
    Calendar,
    InYear,
    Length,
    Meaning,
    Nth,
    Open,
    Part,
    Range,
    Shift,
    Side,
    Timed,
    Unit,
    Vague,
    Window,
)  # fmt: skip


def fortnight(found: Found) -> Meaning | None:
    """French halves of a month: "la première quinzaine d'avril"."""
    if found.one("UNIT") != "FN" or found.number("ORD") not in (1, 2):
        return None
    return Nth(found.number("ORD") or 1, "FN", Calendar(found.number("YEAR"), found.number(*MONTHS)))


def weekday_of(found: Found) -> Meaning | None:
    """A weekday in a week: "monday of this week", "lundi la semaine prochaine"."""
    weeks = [one for one in found.meanings() if isinstance(one, Unit) and one.unit == "W"]
    weekdays = [one.weekday for one in found.meanings() if isinstance(one, Calendar) and one.weekday and not one.day]
    weekday = next(iter(weekdays), None)
    return Nth(1, "D", weeks[0], weekday=weekday) if weeks and weekday else None


def in_year(found: Found) -> Meaning | None:
    """A date in a year counted from the reference: "May of next year", "le 17 octobre de l'année dernière"."""
    first, second = found.meanings()[:2]
    dateless = not isinstance(first, Calendar) or first.year is not None or first.turn is not None
    if dateless or not isinstance(second, Unit) or second.unit != "Y" or not isinstance(first, Calendar):
        return None
    return None if first.weekday and not first.day else InYear(first, second)


def this_day(found: Found) -> Meaning | None:
    """A day called by its date: "en cette journée du 6 décembre"."""
    day, date = found.meanings()[:2]
    exact = isinstance(date, Calendar) and date.day is not None
    return date if exact and isinstance(day, Unit) and day.unit == "D" and day.count == 0 else None


def night_of(found: Found) -> Meaning | None:
    """A night named by its two days: "la nuit du 8 au 9 septembre", "la nuit de mardi à mercredi", "la nuit du 22 au 23"."""
    night, *days = found.meanings()
    if not isinstance(night, Timed) or night.of is not None:
        return None
    bare = [Calendar(day=day) for day in found.all("DAY") if isinstance(day, int)]
    if len(days) == 1 and isinstance(days[0], Range):
        return replace(night, of=days[0])
    ends = days or bare
    return replace(night, of=range_of(ends[0], ends[1])) if len(ends) == 2 else None


def half_of(found: Found) -> Meaning | None:
    """The first or second half of a year, month or decade."""
    number = found.number("ORD") or 0
    return Nth(number, "HALF", found.meanings()[0]) if number in (1, 2) else None


def part(found: Found) -> Meaning | None:
    """The start, middle or end of something: "late November", "à la mi-mars", "en cette fin d'année 2025"."""
    unit = found.one("UNIT", "WEEKWORD")
    of = found.meanings()[0] if found.meanings() else None
    if of is None:
        if unit not in ("D", "W", "M", "Q", "H", "Y", "DE", "C"):
            return None
        of = Unit(str(unit), 0)
    if (isinstance(of, Unit) and of.unit in ("D", "WD", "WE")) or isinstance(of, Part):
        return None
    return Part(str(found.one("PARTW")), of)


def sooner(found: Found) -> Meaning | None:
    """Earlier or later in something: "earlier this year"."""
    of = found.meanings()[0]
    return Part(str(found.one("SOONER", "LATERIN")), of, sooner=True)


def nth(found: Found) -> Meaning | None:
    """The n-th unit or weekday in something: "the first week of 2019", "the second last week of May"."""
    number = found.number("ORD") or 1
    n = -number if found.one("LAST") else number
    weekday = next((one.weekday for one in found.all("WKD") if isinstance(one, Calendar)), None)
    of = found.one("DATE", "MDATE", "YDATE", "UDATE")
    span = next((one for one in found.all("SPAN") if isinstance(one, Length)), None)
    unit = span.unit if span else found.one("UNIT") or "D"
    if not isinstance(of, Meaning) or unit not in ("D", "W", "WE", "M", "Q", "Y", "DE"):
        return None
    return Nth(n, str(unit), of, weekday, int(span.count or 1) if span else 1)


def last_of(found: Found) -> Meaning | None:
    """The last unit or weekday in something: "la dernière semaine de mai", "last Friday in October"."""
    first, of = found.meanings()[:2]
    if isinstance(first, Calendar) and first.turn == -1:
        return Nth(-1, "D", of, weekday=first.weekday)
    if isinstance(first, Unit) and first.count == -1 and first.unit in ("D", "W", "WE", "M", "Q", "Y"):
        return None if isinstance(of, Unit) and of.unit == first.unit else Nth(-1, first.unit, of)
    return None


def numbered_week(found: Found) -> Meaning | None:
    """A week by its number: "week 27 of last year"."""
    number = found.number("NUM") or 0
    return Nth(number, "ISO", found.meanings()[0]) if found.one("UNIT") == "W" and 1 <= number <= 53 else None


def unit_around(found: Found) -> Meaning | None:
    """The week that a day lies in, "the week of October 6"; a day by its date, "la journée du 6 décembre"."""
    named, of = found.one("UDATE", "UNIT"), found.meanings()[-1]
    unit = named.unit if isinstance(named, Unit) else str(named)
    if not isinstance(of, Calendar) or of.day is None:
        return None
    if unit == "D" and not found.all("SINCE"):
        return of
    if unit == "WE" and not found.all("SINCE"):
        return Nth(1, "WE0", of)
    return Nth(1, "7D" if found.all("SINCE") else "W0", of) if unit == "W" else None


def _shift(found: Found, sign: int, base: Meaning | None = None, story: bool = False) -> Shift | None:
    amount = next((one for one in found.meanings() if isinstance(one, Length)), None)
    return Shift(amount, sign, base, story) if amount else None


def ago(found: Found) -> Meaning | None:
    """Before the reference: "three years ago", "il y a trois ans"."""
    return _shift(found, -1)


def hence(found: Found) -> Meaning | None:
    """After the reference: "dans deux semaines", "two days from now"."""
    return _shift(found, 1)


def in_time(found: Found) -> Meaning | None:
    """English "in two weeks": a date where the sentence speaks of the future, else a length."""
    made = _shift(found, 1)
    return replace(made, needs_future=True) if made else None


def later(found: Found) -> Meaning | None:
    """After the date told last: "three weeks later"."""
    return _shift(found, 1, story=True)


def earlier(found: Found) -> Meaning | None:
    """Before the date told last: "a year earlier"."""
    return _shift(found, -1, story=True)


def year_earlier(found: Found) -> Meaning | None:
    """The press's "year-earlier quarter"."""
    return Shift(Length("Y", 1.0), -1, story=True)


def shift_from(found: Found) -> Meaning | None:
    """A length before or after a date: "two weeks before 13 May 1999"."""
    sign = -1 if found.one("BEFORE") else 1
    base = next((one for one in found.meanings() if not isinstance(one, Length)), None)
    if found.one("SINCE") and not isinstance(base, (Calendar, Unit)):
        return None
    return _shift(found, sign, base) if base else None


def story_of(found: Found) -> Meaning | None:
    """A day beside a date: "le lendemain du 13 février"."""
    day, base = found.meanings()[:2]
    return replace(day, base=base, story=False) if isinstance(day, Shift) else None


def range_(found: Found) -> Meaning | None:
    """From one date to another: "de 2014 à 2018", "between Jan 2019 and tomorrow"."""
    first, last = found.meanings()[:2]
    if isinstance(first, Timed) and first.of is None:
        return None
    return range_of(first, last)


def range_of(first: Meaning, last: Meaning) -> Range | None:
    """The time from the first to the last; a year printed after the last holds for both."""
    if isinstance(last, Vague):
        last = Unit("D", 0) if last.value == "PRESENT_REF" else last
    start = first.of if isinstance(first, Part) else first
    end = last.of if isinstance(last, Part) else last
    if isinstance(start, Calendar) and isinstance(end, Calendar) and end.year:
        dated = with_year(start, end)
        first = replace(first, of=dated) if isinstance(first, Part) else dated
    return None if isinstance(last, Vague) else Range(first, last)


def with_year(first: Calendar, last: Calendar) -> Calendar:
    """The first of two dates with the year printed after the second only: "November to March 2025" starts in 2024."""
    partial = first.month is not None or first.season is not None
    if not partial or last.year is None or first.year is not None or first.turn is not None:
        return first
    if first.season is not None:
        return replace(
            first, year=last.year - 1 if last.season is not None and last.season < first.season else last.year
        )
    before = last.month is not None and (last.month, last.day or 31) < (first.month, first.day or 1)
    return replace(first, year=last.year - 1 if before else last.year)


def range_for(found: Found) -> Meaning | None:
    """A length from a date on: "for three weeks from 5 May"."""
    amount = next((one for one in found.meanings() if isinstance(one, Length)), None)
    base = next((one for one in found.meanings() if not isinstance(one, Length)), None)
    if amount is None or not isinstance(base, Calendar) or base.day is None:
        return None
    return Range(base, Shift(amount, 1, base))


def units_of(found: Found) -> Meaning | None:
    """The first so many units of a year: "the first nine months of 1997"."""
    amount, of = found.meanings()[:2]
    if not isinstance(amount, Length) or amount.count is None or not found.one("SPAN"):
        return None
    return Nth(1, amount.unit, of, span=int(amount.count))


def last_units_of(found: Found) -> Meaning | None:
    """The last so many units of something: "the last two weeks of May", "les trois derniers jours de mars"."""
    window, of = found.meanings()[:2]
    if not isinstance(window, Window) or window.sign > 0 or window.length.count is None:
        return None
    count = int(window.length.count)
    return Nth(-count, window.length.unit, of, span=count) if count > 0 else None


def _open(side: Side) -> Callable[[Found], Meaning | None]:
    def build(found: Found) -> Meaning | None:
        of = found.meanings()[0]
        return None if isinstance(of, Vague) else Open(side, of)

    return build


def since(found: Found) -> Meaning | None:
    """From a date on: "depuis février" is past, "à partir de lundi" may be to come."""
    of = found.meanings()[0]
    return None if isinstance(of, Vague) else Open("from" if found.one("SINCE") == "from" else "since", of)


until = _open("until")
before = _open("before")
after = _open("after")
