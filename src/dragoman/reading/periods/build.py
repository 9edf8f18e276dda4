"""All builders by the name that the table of rules calls them by. A builder may refuse a match by None."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.reading.periods import dates, lengths, links
from dragoman.reading.periods.found import Found
from dragoman.reading.periods.meaning import Meaning

Builder = Callable[[Found], Meaning | None]

_NAMED: tuple[Builder, ...] = (
    dates.calendar,
    dates.customary,
    dates.calendar_digits,
    dates.short_year,
    dates.weekday_before,
    dates.numeric,
    dates.years,
    dates.season_years,
    dates.quarter,
    dates.half,
    dates.decade,
    dates.century,
    dates.unit_turn,
    dates.story_unit,
    dates.story_date,
    dates.day_of_unit,
    dates.story_day,
    dates.unit_end,
    dates.deixis,
    dates.vague,
    dates.day_range,
    dates.range_numeric,
    dates.month_range,
    lengths.length,
    lengths.length_hours,
    lengths.length_or,
    lengths.whole_unit,
    lengths.several,
    lengths.first_units,
    lengths.compound,
    lengths.window,
    lengths.story_window,
    lengths.recurring,
    lengths.recurring_in,
    lengths.clock,
    lengths.tonight,
    lengths.this_part,
    lengths.story_part,
    lengths.day_part,
    lengths.timed,
    links.fortnight,
    links.weekday_of,
    links.in_year,
    links.this_day,
    links.night_of,
    links.half_of,
    links.part,
    links.sooner,
    links.nth,
    links.last_of,
    links.numbered_week,
    links.unit_around,
    links.ago,
    links.hence,
    links.in_time,
    links.later,
    links.earlier,
    links.year_earlier,
    links.shift_from,
    links.story_of,
    links.range_,
    links.range_for,
    links.units_of,
    links.last_units_of,
)
BUILDERS: dict[str, Builder] = {one.__name__.rstrip("_"): one for one in _NAMED} | {
    "since": links.since,
    "until": links.until,
    "before": links.before,
    "after": links.after,
}
