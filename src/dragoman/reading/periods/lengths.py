"""Builders of amounts of time, of what recurs, and of times of day."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dragoman.reading.periods.found import UNITS, Found
from dragoman.reading.periods.meaning import Calendar, Length, Meaning, Recurring, Shift, Timed, Unit, Window

_MOST = 99_999  # units: beyond, a number beside a unit is no time that news tells
_FIRST_YEAR = 1000
_SET_LETTERS = {"D": "P1D", "WD": "P1D", "WE": "XXXX-WXX-WE", "HR": "PT1H", "MIN": "PT1M", "S": "PT1S"}
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_DURATION = {"WD": "D", "FN": "W", "WE": "WE", "H": "M", "SE": "SE", "HR": "H", "MIN": "M", "L": "L"}


def _length_of(found: Found) -> Length:
    unit = str(found.one(*UNITS, "UNITX", "NIGHTS", "SEASON"))
    said = found.one("APPROX")
    mod = str(said) if said else None
    if found.one("VAGUE") is not None:
        return Length(unit, None, mod)
    count = found.one("NUM", "MIXED")
    amount = float(count) if isinstance(count, (int, float)) else 0.0 if found.one("HALF", "HALFWORD") else 1.0
    about = found.number("ABOUT")
    if about:
        return Length(unit, amount * about, mod or "APPROX")
    halves = 0.5 * len(found.all("ANDHALF")) + (0.5 if amount == 0 else 0.0)
    whole = float(int(amount)) if found.one("MIXED") else amount
    halves += amount - whole
    if unit == "HR" and halves and whole:
        return Length(unit, whole, mod, (("MIN", 60 * halves),))
    return Length(unit, whole + halves, mod)


def length(found: Found) -> Meaning | None:
    """An amount of time: "120 days", "plusieurs mois", "a year and a half"."""
    made = _length_of(found)
    fraction = made.unit == "Q" and found.one("DASH")  # "three-quarters"
    return None if fraction or (made.count or 0) > _MOST else made


def length_hours(found: Found) -> Meaning | None:
    """An hour or minute in letters apart from the number: "1 h"; "2 d" is no time."""
    return _length_of(found) if found.one("UNITX") in ("HR", "MIN") else None


def length_or(found: Found) -> Meaning | None:
    """An amount between two: "two to three years". What is known is the unit."""
    years = all(isinstance(one, float) and one >= _FIRST_YEAR for one in found.all("NUM"))
    return None if years else Length(str(found.one(*UNITS)), None)  # "1927—1928 років" are two years


def whole_unit(found: Found) -> Meaning | None:
    """All of a unit: "all week", "toute la journée"."""
    return Length(str(found.one(*UNITS)), 1.0)


def several(found: Found) -> Meaning | None:
    """An amount of no number: "for weeks", "pendant des mois"."""
    return Length(str(found.one("PLURAL")), None)


def first_units(found: Found) -> Meaning | None:
    """The first so many units of something not named: "the first nine months"."""
    return _length_of(found) if found.number("ORD") in (1, -1) else None


def compound(found: Found) -> Meaning | None:
    """Lengths of falling units: "two hours and 30 minutes", "3 heures 12 minutes et 5 secondes"."""
    parts = [one for one in found.meanings() if isinstance(one, Length)]
    order = ("C", "DE", "Y", "M", "W", "D", "HR", "MIN", "S")
    counted = [(one.unit, one.count) for one in parts if one.count is not None and not one.more]
    places = [order.index(unit) for unit, _ in counted if unit in order]
    if len(places) < len(found.meanings()) or any(first >= then for first, then in pairwise(places)):
        return None
    return replace(parts[0], more=tuple(counted[1:]))


def duration_value(amount: Length) -> str:
    """TimeML's value of a length: P120D, PT16H, P40Y for four decades, PXM for some months."""
    unit, count = amount.unit, amount.count
    factor = {"DE": 10, "C": 100, "FN": 2, "H": 6}.get(unit, 1)
    letter = "Y" if unit in ("DE", "C") and count else _DURATION.get(unit, unit)
    number = "X" if count is None else _plain(count * factor)
    value = f"{'PT' if unit in ('S', 'MIN', 'HR') else 'P'}{number}{letter}"
    for unit, count in amount.more:
        mark = "T" if unit in ("S", "MIN", "HR") and "T" not in value else ""
        value += f"{mark}{_plain(count)}{_DURATION.get(unit, unit)}"
    return value


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


def window(found: Found) -> Meaning | None:
    """The last or next so many units: "over the past three months", "ces dernières années", "coming months"."""
    plural, count = found.one("PLURAL"), found.one("NUM")
    if plural is None and count is None and found.one("VAGUE") is None:
        return None
    unit = str(found.one(*UNITS)) if not found.one("SEASON") else "SE"
    amount = float(count) if isinstance(count, (int, float)) else None
    if amount is not None and not 1 <= amount <= 9_999:
        return None
    sign = found.number("NEXT", "NEXTAFTER", "LAST", "LASTAFTER") or 0
    return Window(Length(unit, amount), sign, rolling=bool(found.one("THIS")))


def story_window(found: Found) -> Meaning | None:
    """So many units before or after the date told last: "les trois jours suivants", "the previous two weeks"."""
    count = found.one("NUM")
    amount = float(count) if isinstance(count, (int, float)) else None
    if amount is not None and not 1 <= amount <= 9_999:
        return None
    sign = found.number("FOLLOWING", "FOLLOWINGAFTER") or 1
    return Window(Length(str(found.one("PLURAL")), amount), sign, story=True)


def recurring(found: Found) -> Meaning | None:
    """What comes back: "every Monday" XXXX-WXX-1, "each July" XXXX-07, "chaque année" P1Y, "every two weeks" P2W."""
    count = found.number("NUM", "ORD", "OTHER") or 1
    if found.one("ADVERB"):
        return Recurring(str(found.one("ADVERB")))
    if found.all("TIMESW", "ONCE"):
        return Recurring(duration_value(Length(str(found.one(*UNITS)), 1.0)))  # how often is no part of TimeML's value
    weekday = found.number("WDAY", "WDAYS")
    if weekday:
        return Recurring(f"XXXX-WXX-{weekday}" if count == 1 else f"P{count}W")
    if found.one("MONTH"):
        return Recurring(f"XXXX-{found.number('MONTH'):02d}")
    if found.one("SEASON"):
        return Recurring(f"XXXX-{_SEASONS[str(found.one('SEASON'))]}")
    if found.one("DPART"):
        return Recurring(f"XXXX-XX-XXT{found.one('DPART')}")
    unit = str(found.one(*UNITS))
    if count == 1 and unit in _SET_LETTERS:
        return Recurring(_SET_LETTERS[unit])
    return Recurring(duration_value(Length(unit, float(count))))


def recurring_in(found: Found) -> Meaning | None:
    """What comes back once in a larger unit: "the first Monday of every month" P1M."""
    return Recurring(duration_value(Length(str(found.all("UNIT")[-1]), 1.0)))


def clock(found: Found) -> Meaning | None:
    """A time of day in hours: "3 p.m.", "15h30", "noon"."""
    if found.one("NUM") is not None:  # "2200 GMT"
        hours, minutes = divmod(found.number("NUM") or 0, 100)
        return Timed(None, clock=f"{hours:02d}:{minutes:02d}") if 0 < hours < 24 and minutes < 60 else None
    value = None if found.one("OCLOCK") else found.one("CLOCKN", "CLOCKD", "CLOCKW")
    if value is None:
        hour = found.number("HOUR", "DAYW")
        value = f"{hour:02d}:00" if hour is not None and hour <= 24 else None
    half_day = found.one("AMPM")
    if value is None:
        return None
    hour, minute = (int(one) for one in str(value).split(":"))
    if half_day and (hour > 12 and half_day == "am"):
        return None
    if half_day:
        hour = hour % 12 + (12 if half_day == "pm" else 0) if hour <= 12 else hour
    return Timed(None, clock=f"{hour:02d}:{minute:02d}")


def tonight(found: Found) -> Meaning | None:
    """The night of the reference or the one before."""
    return Timed(Unit("D", -1 if found.one("LASTNIGHT") else 0), "NI")


def this_part(found: Found) -> Meaning | None:
    """A part of the reference day: "this morning", "ce soir"."""
    return Timed(Unit("D", 0), str(found.one("DPART")))


def story_part(found: Found) -> Meaning | None:
    """A part of the day told last or of its neighbour: "that night", "ce soir-là", "the next morning"."""
    days = found.number("NEXT", "FOLLOWING") or 0
    return Timed(Shift(Length("D", abs(days)), -1 if days < 0 else 1, story=True), str(found.one("DPART")))


def day_part(found: Found) -> Meaning | None:
    """A part of a day to be named beside it."""
    return Timed(None, str(found.one("DPART")))


def timed(found: Found) -> Meaning | None:
    """A day with a part of it or an hour: "Tuesday morning", "le 5 mai à 15h30"."""
    day: Meaning | None = None
    part_name, hour = None, None
    for one in found.meanings():
        if isinstance(one, Timed):
            day, part_name, hour = day or one.of, part_name or one.part, hour or one.clock
        elif day is None:
            day = one
        else:
            return None
    if isinstance(day, Unit) and day.unit != "D":
        return None
    if isinstance(day, Calendar) and not (day.day or day.weekday or day.feast):
        return None
    return Timed(day, part_name, hour)


def timed_closer(found: Found) -> Meaning | None:
    """A part of a day with its hour after it: "mardi matin, vers 5h30", "Tuesday evening at 9 p.m."."""
    first, second = found.meanings()[:2]
    if not isinstance(first, Timed) or not isinstance(second, Timed) or first.clock or second.of or not second.clock:
        return None
    return replace(first, clock=second.clock)
