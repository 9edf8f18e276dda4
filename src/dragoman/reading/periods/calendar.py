"""Dates as printed to stretches of days: the year that is left out, the weekday that is near, the feast that moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.reading.periods.feast import moving_feast
from dragoman.reading.periods.meaning import Calendar
from dragoman.reading.periods.stretch import (
    SEASON_LETTERS,
    Stretch,
    half,
    month,
    move,
    quarter,
    season,
    unit_at,
    year_of,
)  # fmt: skip

Tense = Literal["past", "present", "future"]
_SOON = 31  # days: a past tense beside a day that close ahead tells of what was set for it, not of what was a year ago
_HALF_YEAR = 183  # days: "in December 1941 ... in January" tells on, "in June 1944 ... in May" looks back
_NEXT_DAYS = 2  # days: how far ahead a weekday may lie that no tense places; news tells of the week gone by


@dataclass(frozen=True, slots=True)
class Context:
    """What resolves a date.

    reference: the time of writing. story: the date told last. part: the quarter or half-year told last that was over by
    then: what a report of results calls "the quarter". tense: of the clause. None is not known:
    like the present, it leaves a day to be the nearest one.
    """

    reference: Stretch | None = None
    story: Stretch | None = None
    part: Stretch | None = None
    tense: Tense | None = None


def stretch_of_calendar(meaning: Calendar, context: Context) -> Stretch | None:
    """The days of a date in words; None if it names no year and nothing tells it.

    >>> stretch_of_calendar(Calendar(2025, 5), Context()).last
    datetime.date(2025, 5, 31)
    """
    if meaning.decade is not None:
        return unit_at("DE", date(meaning.decade, 1, 1))
    if meaning.century is not None:
        return unit_at("C", date(max((meaning.century - 1) * 100, 1), 1, 1))
    maker = _maker(meaning)
    if maker is not None:
        return maker(meaning.year) if meaning.year is not None else _in_year(maker, meaning, context)
    if meaning.year is not None:
        return year_of(meaning.year)
    if meaning.day is not None:
        return _weekday_and_day(meaning, context) if meaning.weekday else _day_of_month(meaning.day, context)
    return _weekday(meaning, context) if meaning.weekday else None


def _maker(meaning: Calendar) -> Callable[[int], Stretch | None] | None:
    """How to make the date in any one year; None for a date that needs more than a year to be known."""
    if meaning.feast is not None:
        return lambda year: _feast(meaning.feast or "", year)
    if meaning.month is not None and meaning.day is not None:
        return lambda year: _day(year, meaning.month or 1, meaning.day or 1)
    if meaning.month is not None:
        return lambda year: month(year, meaning.month or 1)
    if meaning.season is not None:
        return lambda year: _season(year, meaning)
    if meaning.part is not None:
        unit, number = meaning.part
        return lambda year: quarter(year, number) if unit == "Q" else half(year, number)
    return None


def _season(year: int, meaning: Calendar) -> Stretch:
    made = season(year, meaning.season or 21)
    if meaning.season == 24 and meaning.year is not None:
        # "winter 2025" does not say which: model/edtf.py has the same bounds.
        return Stretch("WX", date(year - 1, 12, 1), season(year, 24).last)
    return made


def _day(year: int, number: int, day: int) -> Stretch | None:
    try:
        return unit_at("D", date(year, number, day))
    except ValueError:  # 29 February
        return None


def _feast(rule: str, year: int) -> Stretch | None:
    if rule.startswith(("easter", "orthodox", "islamic")):
        return moving_feast(rule, year)
    if "/" not in rule:
        fixed, day = rule.split("-")
        return _day(year, int(fixed), int(day))
    rule, _, more = rule.partition("+")
    number, weekday, n = (int(one) for one in rule.split("/"))
    return unit_at("D", _nth_weekday(month(year, number), weekday, n) + timedelta(int(more or 0)))


def _nth_weekday(whole: Stretch, weekday: int, n: int) -> date:
    if n < 0:
        return whole.last - timedelta((whole.last.isoweekday() - weekday) % 7)
    return whole.first + timedelta((weekday - whole.first.isoweekday()) % 7 + 7 * (n - 1))


def _in_year(maker: Callable[[int], Stretch | None], meaning: Calendar, context: Context) -> Stretch | None:
    if context.reference is None:
        return _in_story(maker, context.story) if context.story and not meaning.turn else None
    reference = context.reference
    span = 5 if meaning.month == 2 and meaning.day == 29 else 2
    years = range(max(1, reference.first.year - span), min(9998, reference.last.year + span) + 1)
    options = [one for one in map(maker, years) if one is not None]
    if meaning.turn == 0:
        same = [one for one in options if one.first.year == reference.last.year or one.last.year == reference.last.year]
        return _nearest(same, reference)
    before = [one for one in options if one.last < reference.first] if meaning.turn == -1 else []
    after = [one for one in options if one.first > reference.last] if meaning.turn == 1 else []
    if meaning.turn:
        return before[-1] if before else after[0] if after else None
    begun = [one for one in options if one.first <= reference.last]
    coming = [one for one in options if one.last >= reference.first]
    if not begun or not coming:
        return None
    if context.tense not in ("past", "future") or (meaning.part is not None and context.tense == "future"):
        return _nearer(begun[-1], coming[0], reference)
    if context.tense == "future" or (meaning.day and (coming[0].first - reference.last).days <= _SOON):
        return coming[0]
    return begun[-1]


def _in_story(maker: Callable[[int], Stretch | None], story: Stretch) -> Stretch | None:
    """The date in the year told last, or in the next where that one was half a year before what was told last."""
    made = maker(story.last.year)
    if made is not None and (story.first - made.last).days <= _HALF_YEAR:
        return made
    return maker(story.last.year + 1) if story.last.year < date.max.year else None


def _nearest(options: list[Stretch], reference: Stretch) -> Stretch | None:
    return min(options, key=lambda one: abs((one.first - reference.first).days), default=None)


def _nearer(gone: Stretch, coming: Stretch, reference: Stretch) -> Stretch:
    since = max(0, (reference.first - gone.last).days)
    until = max(0, (coming.first - reference.last).days)
    return coming if until < since else gone


def _weekday(meaning: Calendar, context: Context) -> Stretch | None:
    told = context.story
    if meaning.customary and told is not None and told.grain == "D":  # "Le 3 mai, il partit. Le dimanche, il revint."
        return unit_at("D", told.first + timedelta(((meaning.weekday or 1) - told.first.isoweekday()) % 7))
    reference = context.reference
    if reference is None or reference.grain != "D":
        return None
    today, weekday = reference.first, meaning.weekday or 1
    back = (today.isoweekday() - weekday) % 7
    ahead = (weekday - today.isoweekday()) % 7
    if meaning.turn == 0:
        away = weekday - today.isoweekday()  # "ce jeudi" is this week's, but what was done that day is done
        week = {"past": -7 if away > 0 else 0, "future": 7 if away < 0 else 0}.get(context.tense or "", 0)
        return unit_at("D", today + timedelta(away + week))
    if meaning.turn == -1:
        return unit_at("D", today - timedelta(back or 7))
    if meaning.turn == 1:
        return unit_at("D", today + timedelta(ahead or 7))
    comes = context.tense == "future" or (context.tense != "past" and ahead < back and ahead <= _NEXT_DAYS)
    return unit_at("D", today + timedelta(ahead) if comes else today - timedelta(back))


def _weekday_and_day(meaning: Calendar, context: Context) -> Stretch | None:
    """A weekday with the day of a month not named ("Monday 21"): the nearest day that is both, within a year."""
    reference = context.reference
    if reference is None or reference.grain != "D" or meaning.weekday is None:
        return None
    for away in range(366):
        for day in (reference.first - timedelta(away), reference.first + timedelta(away)):
            if day.day == meaning.day and day.isoweekday() == meaning.weekday:
                return unit_at("D", day)
    return None


def _day_of_month(day: int, context: Context) -> Stretch | None:
    """A day named by its number alone ("la nuit du 22 au 23"): the last or the next one, by tense, of a dated text."""
    reference = context.reference
    if reference is None or reference.grain != "D":
        return None
    here = month(reference.first.year, reference.first.month)
    options = [_day(one.first.year, one.first.month, day) for one in (move(here, step) for step in (-2, -1, 0, 1, 2))]
    found = [one for one in options if one is not None]
    gone = [one for one in found if one.first <= reference.first]
    coming = [one for one in found if one.first >= reference.first]
    return coming[0] if context.tense == "future" else gone[-1]


def unknown_value(meaning: Calendar) -> str | None:
    """TimeML's value of a date whose year is not known: XXXX-05-03, XXXX-WXX-1, XXXX-SP; None where there is none."""
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    if meaning.season is not None:
        return f"XXXX-{SEASON_LETTERS[meaning.season]}"
    if meaning.part is not None:
        return f"XXXX-{meaning.part[0]}{meaning.part[1]}"
    if meaning.feast is not None and meaning.feast[2:3] == "-":
        return f"XXXX-{meaning.feast}"
    return f"XXXX-WXX-{meaning.weekday}" if meaning.weekday else None
