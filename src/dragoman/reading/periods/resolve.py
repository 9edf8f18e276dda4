"""Meanings to periods: which days are meant, given the reference, the date told last and the tense of the sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.model.edtf import precision_of
from dragoman.model.period import Period, TimexType
from dragoman.reading.periods.calendar import Context, stretch_of_calendar, unknown_value
from dragoman.reading.periods.lengths import duration_value
from dragoman.reading.periods.meaning import (
    Beside,
    Calendar,
    InYear,
    Length,
    Meaning,
    Nth,
    Open,
    Part,
    Range,
    Recurring,
    Shift,
    Timed,
    Unit,
    Vague,
    Window,
)  # fmt: skip
from dragoman.reading.periods.part import half_of, nth_of, part_of
from dragoman.reading.periods.stretch import Stretch, edge_of, edtf_of, move, shift_day, timex_of, unit_at

_CLOCK_UNITS = ("S", "MIN", "HR")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A period and the whole unit of the calendar behind it, None where there is none to count from."""

    period: Period
    stretch: Stretch | None


def resolve(meaning: Meaning, context: Context) -> Resolved:
    """The period that a meaning stands for in its context; undated where the context does not say enough.

    A date beyond the years 1 to 9999 is undated.
    """
    try:
        return _resolve(meaning, context)
    except OverflowError:
        return Resolved(_undated("DATE", None), None)


def _resolve(meaning: Meaning, context: Context) -> Resolved:
    match meaning:
        case Length():
            return Resolved(_undated("DURATION", duration_value(meaning)), None)
        case Recurring(value):
            return Resolved(_undated("SET", value), None)
        case Vague(value):
            return Resolved(_undated("DATE", value), None)
        case Window():
            return _window(meaning, context)
        case Timed():
            return _timed(meaning, context)
        case Part():
            return _part(meaning, context)
        case Range():
            return _range(meaning, context)
        case Open():
            return _open(meaning, context)
        case Calendar() if meaning.customary and context.tense == "present":
            return Resolved(_undated("SET", unknown_value(meaning)), None)  # "ils manifestent le dimanche"
        case Shift() if meaning.needs_future and context.tense in ("past", "present"):
            return _resolve(meaning.length, context)
        case _:
            return _dated(meaning, context)


def _undated(kind: TimexType, value: str | None) -> Period:
    return Period(None, None, None, None, kind, value)


def _period(edtf: str, first: date | None, last: date | None, value: str | None, kind: TimexType = "DATE") -> Period:
    return Period(edtf, first, last, precision_of(first, last, "~" in edtf), kind, value)


def _dated(meaning: Meaning, context: Context) -> Resolved:
    stretch = stretch_of(meaning, context)
    if stretch is None:
        return Resolved(_undated("DATE", _unknown(meaning)), None)
    loose = isinstance(meaning, Shift) and meaning.length.unit in ("W", "FN", "M") and stretch.grain == "D"
    edtf = edtf_of(stretch) + ("~" if loose else "")
    if _is_seen(meaning):
        edtf = "/".join(f"{day.isoformat()}~" for day in dict.fromkeys((stretch.first, stretch.last)))
    value = timex_of(stretch)
    if isinstance(meaning, Nth) and meaning.span > 1:
        return Resolved(
            _period(edtf, stretch.first, stretch.last, f"P{meaning.span}{meaning.unit}", "DURATION"), stretch
        )
    return Resolved(_period(edtf, stretch.first, stretch.last, value), stretch)


def _is_seen(meaning: Meaning) -> bool:
    """Whether a day is known by the moon as seen there, a day or so from the one that is reckoned."""
    return isinstance(meaning, Calendar) and meaning.feast is not None and meaning.feast.startswith("islamic")


def _unknown(meaning: Meaning) -> str | None:
    if isinstance(meaning, Calendar):
        return unknown_value(meaning)
    if isinstance(meaning, Shift) and not meaning.story and meaning.base is None:
        return "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
    return None


def stretch_of(meaning: Meaning, context: Context) -> Stretch | None:
    """The days of a date, as one unit of the calendar where it is one; None where the context does not say enough."""
    match meaning:
        case Calendar():
            return stretch_of_calendar(meaning, context)
        case Unit():
            return _unit(meaning, context)
        case Shift():
            made = _shift(meaning, context)
            return _not_yet(made, context) if meaning.story and meaning.sign > 0 else made
        case Nth():
            base = stretch_of(meaning.of, context)
            return (
                nth_of(meaning, base) if base and meaning.unit != "HALF" else half_of(base, meaning.n) if base else None
            )
        case Beside():
            return _beside_told(meaning.date, context)
        case InYear():
            year = stretch_of(meaning.of, context)
            return stretch_of_calendar(replace(meaning.date, year=year.first.year), context) if year else None
        case Timed():
            return stretch_of(meaning.of, context) if meaning.of else None
        case Part():
            base = stretch_of(meaning.of, context)
            return _part_stretch(meaning, base, context) if base else None
        case _:
            return None


def _unit(meaning: Unit, context: Context) -> Stretch | None:
    if meaning.story:
        context = Context(_told_base(context, meaning.count >= 0))
    elif meaning.count == 0 and context.part is not None and context.part.grain == meaning.unit:
        return context.part
    here = _reference_unit(meaning.unit, context)
    if here is None:
        return None
    past = context.tense != "future" and context.reference is not None and here.first > context.reference.last
    count = meaning.count - 1 if meaning.unit == "WE" and past and meaning.count == 0 else meaning.count
    return move(here, count)


def _beside_told(date: Calendar, context: Context) -> Stretch | None:
    if date.turn == 0 and date.weekday:  # "ce lundi-là": one that was told, or the day of writing
        told = (one for one in (context.story, context.reference) if one and one.grain == "D")
        return next((one for one in told if one.first.isoweekday() == date.weekday), None)
    base = _told_base(context, date.turn != -1)
    return _not_yet(stretch_of_calendar(date, Context(base)), context) if base else None


def _not_yet(made: Stretch | None, context: Context) -> Stretch | None:
    """A time counted on from the date told last; None if what happened would lie after the day of writing."""
    past = context.tense in ("past", "present") and context.reference is not None
    return None if past and made and context.reference and made.first > context.reference.last else made


def _told_base(context: Context, later: bool) -> Stretch | None:
    """What is counted from the date told last: "the following week" of what happened has no other anchor."""
    return context.story or (None if context.tense == "past" and later else context.reference)


def _reference_unit(unit: str, context: Context) -> Stretch | None:
    """The unit that the reference lies in; None if the reference is no more exact than that, or there is none."""
    reference = context.reference
    if reference is None:
        return None
    here = unit_at(unit, reference.last)
    return here if here == unit_at(unit, reference.first) and here.grain != "" else None


def _shift(meaning: Shift, context: Context) -> Stretch | None:
    amount = meaning.length
    base = stretch_of(meaning.base, context) if meaning.base else _shift_base(meaning, context)
    if base is None or amount.count is None or amount.unit in _CLOCK_UNITS or amount.count > 99_999:
        return None
    unit, count = _whole_units(amount)
    if unit in ("D", "WD", "W", "FN", "WE"):
        return unit_at("D", shift_day(base.first, unit, count * meaning.sign)) if base.grain == "D" else None
    if meaning.base is not None and base.grain == "D":
        return unit_at("D", shift_day(base.first, unit, count * meaning.sign))
    grain = unit if unit in ("M", "Q", "H", "SE") else "Y"
    if meaning.story and base.grain in ("Q", "H", "SE", "M") and base is context.story:
        return unit_at(base.grain, shift_day(base.first, unit, count * meaning.sign))
    if unit_at(grain, base.first) != unit_at(grain, base.last):
        return None
    return unit_at(grain, shift_day(base.first, unit, count * meaning.sign))


def _whole_units(amount: Length) -> tuple[str, int]:
    """A length in whole units: a year and a half is 18 months, half a month 15 days."""
    count, unit = amount.count or 0, amount.unit
    if count == int(count):
        return unit, int(count)
    if unit in ("Y", "DE", "C"):
        return "M", round(count * {"Y": 12, "DE": 120, "C": 1200}[unit])
    return "D", round(count * {"W": 7, "FN": 14, "M": 30, "Q": 91, "H": 182}.get(unit, 1))


def _shift_base(meaning: Shift, context: Context) -> Stretch | None:
    if meaning.story and context.story:
        days = meaning.length.unit in ("D", "WD", "W", "FN")
        if context.story.grain == "D" or not days:
            return context.story
    if meaning.story and meaning.sign > 0 and context.tense in ("past", "present"):
        return None  # "three weeks later, he left": later than what is not told
    return context.reference


def _part_stretch(meaning: Part, base: Stretch, context: Context) -> Stretch | None:
    if not meaning.sooner:
        return part_of(meaning.part, base)
    reference = context.reference
    if reference is None or not (base.first <= reference.first and reference.last <= base.last):
        return base
    if meaning.part == "START":
        last = reference.first - timedelta(1) if reference.first > base.first else base.first
        return Stretch("", base.first, last if reference.grain == "D" else reference.last)
    return Stretch("", reference.first, base.last)


def _part(meaning: Part, context: Context) -> Resolved:
    if isinstance(meaning.of, (Range, Open, Timed)):
        return _resolve(meaning.of, context)
    base = stretch_of(meaning.of, context)
    if base is None:
        return Resolved(_undated("DATE", _unknown(meaning.of)), None)
    stretch = _part_stretch(meaning, base, context) or base
    if stretch == base:
        return Resolved(_period(edtf_of(base), base.first, base.last, timex_of(base)), base)
    edtf = f"{edge_of(stretch.first, 'start')}~/{edge_of(stretch.last, 'end')}~"
    return Resolved(_period(edtf, stretch.first, stretch.last, timex_of(base)), base)


def _window(meaning: Window, context: Context) -> Resolved:
    value = duration_value(meaning.length)
    stretch = _window_stretch(meaning, Context(_told_base(context, meaning.sign > 0)) if meaning.story else context)
    if stretch is None:
        return Resolved(_undated("DURATION", value), None)
    start, end = edge_of(stretch.first, "start"), edge_of(stretch.last, "end")
    if meaning.length.unit in ("Y", "DE"):
        start, end = (day[:4] if day.endswith(whole) else day for day, whole in ((start, "-01"), (end, "-12")))
    return Resolved(_period(f"{start}/{end}", stretch.first, stretch.last, value, "DURATION"), None)


def _window_stretch(meaning: Window, context: Context) -> Stretch | None:
    """The days of "the last two weeks": up to the reference, or whole units before it where the unit is a long one."""
    amount, reference = meaning.length, context.reference
    if amount.count is None or reference is None or amount.unit in (*_CLOCK_UNITS, "WD", "WE", "C", "L"):
        return None
    unit, count = _whole_units(amount)
    here = _reference_unit(unit, context)
    if here is None:
        return None
    if unit in ("D", "W", "FN"):
        if meaning.sign < 0:
            end = reference.last if meaning.rolling or unit != "D" else reference.last - timedelta(1)
            return Stretch("", shift_day(reference.first, unit, -count), end)
        return Stretch("", reference.last + timedelta(1), shift_day(reference.last, unit, count))
    if unit == "M" or (meaning.rolling and meaning.sign < 0):
        first = move(here, -count).first if meaning.sign < 0 else reference.first
        return Stretch("", first, reference.last if meaning.sign < 0 else move(here, count).last)
    if meaning.sign < 0:
        return Stretch("", move(here, -count).first, move(here, -1).last)
    return Stretch("", move(here, 1).first, move(here, count).last)


def _timed(meaning: Timed, context: Context) -> Resolved:
    time = f"T{meaning.clock}" if meaning.clock else f"T{meaning.part}"
    if isinstance(meaning.of, Range):
        days = _range(meaning.of, context)
        value = f"{(days.period.timex_value or 'XXXX-XX-XX').split('/')[0]}{time}"
        return Resolved(replace(days.period, timex_type="TIME", timex_value=value), None)
    stretch = stretch_of(meaning.of, context) if meaning.of else None
    if stretch is None or stretch.grain != "D":
        day = (_unknown(meaning.of) if meaning.of else None) or "XXXX-XX-XX"
        return Resolved(_undated("TIME", day + time), None)
    edtf = edtf_of(stretch)
    return Resolved(_period(edtf, stretch.first, stretch.last, edtf + time, "TIME"), stretch)


def _range(meaning: Range, context: Context) -> Resolved:
    first = stretch_of(meaning.first, context)
    after = replace(context, reference=first, tense="future") if first and _needs_year(meaning.last) else context
    last = stretch_of(meaning.last, after)
    if first is None or last is None or first.first > last.last:
        return Resolved(_undated("DATE", None), None)
    start = _edge(first, "start") + "~" * isinstance(meaning.first, Part)
    end = _edge(last, "end") + "~" * isinstance(meaning.last, Part)
    value = f"{_timex_edge(first, 'start')}/{_timex_edge(last, 'end')}"
    return Resolved(_period(f"{start}/{end}", first.first, last.last, value), last)


def _needs_year(meaning: Meaning) -> bool:
    if isinstance(meaning, (Part, Timed)) and meaning.of is not None:
        return _needs_year(meaning.of)
    return isinstance(meaning, Calendar) and meaning.year is None and meaning.turn is None and meaning.decade is None


def _edge(stretch: Stretch, side: str) -> str:
    value = edtf_of(stretch)
    return value if "/" not in value else edge_of(stretch.first if side == "start" else stretch.last, side)


def _timex_edge(stretch: Stretch, side: str) -> str:
    value = timex_of(stretch)
    return value if "/" not in value else (stretch.first if side == "start" else stretch.last).isoformat()


def _open(meaning: Open, context: Context) -> Resolved:
    if meaning.side == "since":
        context = replace(context, tense="past")
    elif context.tense != "past":  # "after 1 November" in a title is the one to come
        context = replace(context, tense="future")
    inner = _resolve(meaning.of, context)
    first, last = inner.period.earliest, inner.period.latest
    if first is None or last is None or inner.period.edtf is None:
        return inner
    value, edtf = inner.period.timex_value, inner.period.edtf
    start, end = edtf.split("/") if "/" in edtf else (edtf, edtf)
    match meaning.side:
        case "since" | "from":
            made = _period(f"{start}/..", first, None, value)
        case "until":
            made = _period(f"../{end}", None, last, value)
        case "before":
            day = first - timedelta(1)
            made = _period(f"../{_beside(inner.stretch, day, 'end')}", None, day, value)
        case _:
            day = last + timedelta(1)
            made = _period(f"{_beside(inner.stretch, day, 'start')}/..", day, None, value)
    return Resolved(replace(made, timex_type=inner.period.timex_type), inner.stretch)


def _beside(stretch: Stretch | None, day: date, side: str) -> str:
    """The edge of an open interval, named by the unit that the text names: before 2018 is up to 2017."""
    if stretch is not None and stretch.grain in ("M", "Y", "DE", "C"):
        return edtf_of(unit_at("Y" if stretch.grain in ("DE", "C") else stretch.grain, day))
    return edge_of(day, side) if stretch is None or stretch.grain != "D" else day.isoformat()
