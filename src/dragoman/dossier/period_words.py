"""A period in words, never more exact than it is: "spring 2025", "since February 2022", "by 31 July 2025"."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date, format_interval, format_skeleton
from babel.units import format_unit

from dragoman.dossier.wording import Wording, mark
from dragoman.model.period import Period

PART = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-W(?P<week>\d\d))?(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<sure>[?~%]?)"
)
DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?|X+)([YMWDHS])")
# ISO 8601-2, table of sub-year groupings: 21 to 24 seasons, 25 to 28 in the north, 29 to 32 in the south, 33 to 36 quarters, 40 and 41 halves.
GROUPS = {
    **{str(first + 0): mark("spring %(year)s") for first in (21, 25, 29)},
    **{str(first + 1): mark("summer %(year)s") for first in (21, 25, 29)},
    **{str(first + 2): mark("autumn %(year)s") for first in (21, 25, 29)},
    **{str(first + 3): mark("winter %(year)s") for first in (21, 25, 29)},
    "33": mark("first quarter of %(year)s"),
    "34": mark("second quarter of %(year)s"),
    "35": mark("third quarter of %(year)s"),
    "36": mark("fourth quarter of %(year)s"),
    "40": mark("first half of %(year)s"),
    "41": mark("second half of %(year)s"),
}
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}
SOME = {
    "Y": mark("several years"),
    "M": mark("several months"),
    "W": mark("several weeks"),
    "D": mark("several days"),
    "H": mark("several hours"),
}


def period_words(period: Period, wording: Wording) -> str:
    """A period as the interface writes it; "" for one that has neither an EDTF value nor a duration we can name."""
    if period.edtf:
        return edtf_words(period.edtf, wording)
    return duration_words(period.timex_value, wording) if period.timex_value else ""


def edtf_words(edtf: str, wording: Wording) -> str:
    """An EDTF value in words; the value itself where it is of a kind not known here.

    >>> from dragoman.dossier.wording import word
    >>> edtf_words("2022-02/..", word("en")), edtf_words("2025-21", word("fr"))
    ('since February 2022', 'printemps 2025')
    """
    if "/" not in edtf:
        return _part(edtf, wording) or edtf
    start, end = edtf.split("/", 1)
    if start in ("", ".."):
        last = _part(end, wording) or end
        return (
            wording.text("by %(end)s", end=last) if start else wording.text("until %(end)s, start not known", end=last)
        )
    first = _part(start, wording) or start
    if end in ("", ".."):
        return (
            wording.text("since %(start)s", start=first)
            if end
            else wording.text("from %(start)s, end not known", start=first)
        )
    days = _day(start), _day(end)
    if days[0] and days[1]:
        return str(format_interval(days[0], days[1], "yMMMd", locale=wording.locale))
    return f"{first} – {_part(end, wording) or end}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _part(text: str, wording: Wording) -> str | None:
    found = PART.fullmatch(text)
    if not found:
        return None
    words = _plain(found, wording)
    if words and found["sure"] in ("~", "%"):
        words = wording.text("about %(when)s", when=words)
    if words and found["sure"] in ("?", "%"):
        words = wording.text("%(when)s (uncertain)", when=words)
    return words


def _plain(found: re.Match[str], wording: Wording) -> str | None:
    year, month, day = found["year"], found["month"], found["day"]
    if year.endswith("XX"):
        return f"{year[:2]}00–{year[:2]}99"
    if year.endswith("X"):
        return wording.text("the %(decade)ss", decade=f"{year[:3]}0")
    if found["week"]:
        return _week(int(year), int(found["week"]), wording)
    if month in GROUPS:
        return wording.text(GROUPS[month], year=year)
    if month in (None, "XX"):
        return year
    try:
        first = date(int(year), int(month), 1 if day in (None, "XX") else int(day))
    except ValueError:
        return None
    month_words = str(format_skeleton("yMMMM", first, locale=wording.locale))
    if day in (None, "XX"):
        return month_words
    # French writes the first of a month "1er décembre"; CLDR's pattern has no such form.
    if first.day == 1:
        return wording.text("1 %(month)s", month=month_words)
    return str(format_date(first, "long", locale=wording.locale))


def _week(year: int, week: int, wording: Wording) -> str | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return wording.text("week of %(day)s", day=format_date(monday, "long", locale=wording.locale))


def duration_words(value: str, wording: Wording) -> str:
    """A TIMEX3 duration in words: "P120D" is 120 days; "" if it is not one simple duration."""
    found = DURATION.fullmatch(value)
    if not found or (found[3] in "HS" and not found[1]):
        return ""
    if found[2].startswith("X"):
        return wording.text(SOME.get(found[3], ""))
    unit = "minute" if found[1] and found[3] == "M" else UNITS[found[3]]
    count = float(found[2])
    return str(format_unit(int(count) if count.is_integer() else count, f"duration-{unit}", locale=wording.locale))
