"""Dates that no calendar has: "31 June 2025", "le 30 février"."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from functools import cache

from dragoman.model.document import DocumentWarning
from dragoman.model.reading import Reading
from dragoman.model.span import Span, quote
from dragoman.world.speech import fold
from dragoman.world.table import read_table

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_LAST = 31  # "45 mars" is no date at all


def find_impossible_days(reading: Reading) -> Iterator[DocumentWarning]:
    """Days that their month does not have."""
    document = reading.document
    months = _months(document.language)
    for found in _dates(document.language).finditer(document.text) if months else ():
        day = int(found["day"] or found["behind"])
        month = months[fold(found["month"] or found["first"]).rstrip(".")]
        year = found["year"] or found["later"]
        is_short = month == _FEBRUARY and year is not None and not isleap(int(year))
        if _DAYS[month - 1] - is_short < day <= _LAST:
            detail = f"no {found['month'] or found['first']} has a day {day}"
            if is_short and day == _DAYS[month - 1]:
                detail = f"{year} was no leap year"
            yield DocumentWarning("self_contradiction", quote(Span(*found.span()), document.text), detail)


@cache
def _months(language: str) -> dict[str, int]:
    rows = (row for row in read_table("periods/calendar.tsv") if row["category"] == "MONTH")
    return {
        form.rstrip("."): int(row["value"]) for row in rows for form in (row.get(language) or "").split("|") if form
    }


@cache
def _dates(language: str) -> re.Pattern[str]:
    """A day and a month: "31 June 2025"; "June 31, 2025", never "in June 31 people"."""
    months = "|".join(re.escape(one) for one in sorted(_months(language), key=lambda one: (-len(one), one)))
    year = r"(?:19|20)\d\d"
    before = rf"(?P<day>\d{{2}})(?:st|nd|rd|th)?[ \u00a0](?P<month>{months})(?!\w)\.?(?: (?P<year>{year})\b)?"
    behind = rf"(?P<first>{months})\.?[ \u00a0](?P<behind>\d{{2}})(?:st|nd|rd|th)?, (?P<later>{year})\b"
    return re.compile(rf"(?i)(?<![\d.,\u00a0\u202f-])(?<!\d )\b(?:{before}|{behind})")
