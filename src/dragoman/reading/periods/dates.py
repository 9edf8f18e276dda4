"""Builders of dates: what the words of a date, of a named unit or of a day counted from another mean."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.periods.found import MONTHS, UNITS, WEEKDAYS, Found
from dragoman.reading.periods.meaning import (
    Beside,
    Calendar,
    Length,
    Meaning,
    Nth,
    Part,
    Range,
    Shift,
    Unit,
    Vague,
    Window,
)

_DAYS = ("DAY", "DAYO", "DAYW", "ORD")
_YEARS = ("YEAR", "YEARW")


def _turn(found: Found) -> int | None:
    return found.number("NEXT", "NEXTAFTER", "LAST", "LASTAFTER", "THIS", "OWN")


def calendar(found: Found) -> Meaning | None:
    """A date in words: "vendredi 1er mars", "May 5, 2025", "last December", "Christmas 2024"."""
    day, month = found.number(*_DAYS), found.number(*MONTHS)
    year = found.number(*_YEARS)
    if year is None and found.one("YY") is not None:
        year = _full_year(found.number("YY") or 0)
    if day is not None and not has_day(year, month, day):
        return None
    season, feast = found.number("SEASON", "SEASONIN"), found.one("FEAST")
    weekday = found.number(*WEEKDAYS)
    made = Calendar(year, month, day, weekday, season, feast=str(feast) if feast else None, turn=_turn(found))
    beside = found.number("FOLLOWING", "FOLLOWINGAFTER")
    return made if beside is None else Beside(replace(made, turn=beside))


def customary(found: Found) -> Meaning | None:
    """A weekday with its article, "le dimanche": what one does then, or that day of the week told of."""
    return Calendar(weekday=found.number("WDAY"), customary=True)


def has_day(year: int | None, month: int | None, day: int) -> bool:
    """Whether a month has that day; 29 February is granted without a year."""
    longest = 31 if month is None else (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)
    if month == 2 and year is not None and (year % 4 or (year % 100 == 0 and year % 400)):
        longest = 28
    return 1 <= day <= longest


def _full_year(short: int) -> int:
    return short + (2000 if short < 40 else 1900)


def calendar_digits(found: Found) -> Meaning | None:
    """A date in digits with spaces, day first: "24 12 2014"."""
    day, month = (int(str(one)) for one in found.all("DAY")[:2])
    year = found.number("YEAR")
    return Calendar(year, month, day) if month <= 12 and has_day(year, month, day) else None


def short_year(found: Found) -> Meaning | None:
    """A month or fiscal year with a two-digit year, "juillet 98": not where it could be a day ("July 28")."""
    short = found.number("YY") or 0
    if short <= 31 and not found.all("APOS") and not found.all("FISCAL"):
        return None
    return Calendar(_full_year(short), found.number(*MONTHS))


def weekday_before(found: Found) -> Meaning | None:
    """A weekday before a numeric date: "ce vendredi 12/05"."""
    date = found.meanings()[0]
    return replace(date, weekday=found.number(*WEEKDAYS)) if isinstance(date, Calendar) and date.day else None


def numeric(found: Found) -> Meaning | None:
    """A date in digits, as it was read already."""
    return found.meanings()[0]


def years(found: Found) -> Meaning | None:
    """Two years with a hyphen, "2023-2024" or "2023-24"."""
    first = found.number("YEAR") or 0
    second = [value for value in found.all("YEAR")[1:] if isinstance(value, int)]
    last = second[0] if second else first // 100 * 100 + (found.number("YY") or 0)
    return Range(Calendar(first), Calendar(last)) if first < last <= first + 200 else None


def season_years(found: Found) -> Meaning | None:
    """A season with its year, or a winter with its two: "winter 2024-2025"."""
    season, first = found.number("SEASON"), found.number("YEAR")
    if len(found.all("YEAR", "YY")) == 1 or season != 24 or first is None:
        return Calendar(first, season=season)
    return Range(Calendar(first, 12), Calendar(first + 1, 2))


def quarter(found: Found) -> Meaning | None:
    """A quarter or half of the calendar year: "third quarter", "premier semestre 2025", "Q3 2024"."""
    part = found.one("QTR")
    unit = found.one("UNIT")
    if not isinstance(part, tuple):
        number = found.number("ORD", "DAY") or 0
        if unit not in ("Q", "H") or not 1 <= number <= (4 if unit == "Q" else 2):
            return None
        part = (str(unit), number)
    return Calendar(found.number("YEAR"), part=part)


def half(found: Found) -> Meaning | None:
    """The first or second half of a year."""
    number = found.number("ORD") or 0
    return Calendar(found.number("YEAR"), part=("H", number)) if number in (1, 2) else None


def decade(found: Found) -> Meaning | None:
    """A decade: "the 1990s", "the nineties", "les années 90"."""
    if found.one("PLURAL") not in (None, "Y"):
        return None
    value = found.number("DECADE", "DECADEW", "YEAR", "YY")
    if value is None or value % 10 or (value < 100 and not found.all("ART", "DET", "THIS", "APOS")):
        return None
    return Calendar(decade=value if value > 99 else value + (2000 if value < 20 else 1900))


def century(found: Found) -> Meaning | None:
    """A century or millennium by its number: "the 15th century", "XXIe siècle"."""
    number, unit = found.number("ORD", "ROMAN"), found.one(*UNITS)
    return Calendar(century=number) if unit == "C" and number and 1 <= number <= 30 else None


def unit_turn(found: Found) -> Meaning | None:
    """A unit beside the reference: "last week", "l'an dernier", "the quarter"."""
    unit = str(found.one("UNIT"))
    if unit in ("S", "MIN", "HR", "L") or (unit == "D" and _turn(found) is None):
        return None
    count = found.number("NEXTAFTER", "LASTAFTER", "NEXT", "LAST", "THIS", "OWN")
    if unit == "DE" and count:
        return Window(Length("Y", 10.0), count)  # "over the next decade" are ten years, not the 2030s
    return Unit(unit, count or 0)


def story_unit(found: Found) -> Meaning | None:
    """A unit beside the date told last: "the following week", "le mois précédent", "cette année-là"."""
    unit = str(found.one("UNIT"))
    if unit in ("S", "MIN", "HR", "L"):
        return None
    return Unit(unit, found.number("FOLLOWING", "FOLLOWINGAFTER") or 0, story=True)


def story_date(found: Found) -> Meaning | None:
    """A weekday, month or season of the time told last: "ce lundi-là", "the same summer"."""
    date = Calendar(month=found.number("MONTH"), weekday=found.number("WDAY"), season=found.number("SEASON"), turn=0)
    return Beside(date)


def day_of_unit(found: Found) -> Meaning | None:
    """A day by its number in a unit: "before the twenty-sixth day of the month"."""
    small, large = (str(one) for one in found.all("UNIT")[:2])
    day = found.number("DAYO", "ORD") or 0
    return Nth(day, small, Unit(large, 0)) if small == "D" and large in ("M", "Y") else None


def story_day(found: Found) -> Meaning | None:
    """A day counted from the date told last: "the next day", "la veille"."""
    return Shift(
        Length("D", abs(found.number("STORYDAY") or 0)), -1 if (found.number("STORYDAY") or 0) < 0 else 1, story=True
    )


def unit_end(found: Found) -> Meaning | None:
    """The end of the unit that the reference lies in: "by year's end"."""
    return Part("END", Unit(str(found.one("UNITEND")), 0))


def deixis(found: Found) -> Meaning | None:
    """A day counted from the reference: "yesterday", "demain"."""
    return Unit("D", found.number("DEIXIS") or 0)


def vague(found: Found) -> Meaning | None:
    """Now, once, one day, the future."""
    return Vague(str(found.one("NOW", "NOWADJ", "ERA")))


def day_range(found: Found) -> Meaning | None:
    """Days of one month: "du 3 au 5 mai", "July 13-15, 2024". Days that run backwards reach over the end of a month."""
    month, year = found.number(*MONTHS), found.number("YEAR")
    days = [int(str(value)) for value in found.all("DAY", "DAYO", "DAYW", "ORD")]
    if len(days) != 2 or not all(has_day(year, month, day) for day in days[1:]):
        return None
    if days[0] < days[1]:
        return Range(
            Calendar(year, month, days[0], turn=_turn(found)), Calendar(year, month, days[1], turn=_turn(found))
        )
    return None


def range_numeric(found: Found) -> Meaning | None:
    """Days in digits, the year after the last: "01/05-07/05, 2020"."""
    first, last = (one for one in found.all("DAYMONTH", "DAYMONTHX") if isinstance(one, Calendar))
    year = found.number("YEAR")
    return Range(replace(first, year=year), replace(last, year=year))


def month_range(found: Found) -> Meaning | None:
    """Months of one year, "Jan-Feb 2017", or over the end of one."""
    first, last = (int(str(value)) for value in found.all(*MONTHS)[:2])
    year = found.number("YEAR")
    start = year - 1 if year is not None and first > last else year
    return Range(Calendar(start, first, turn=_turn(found)), Calendar(year, last, turn=_turn(found)))
