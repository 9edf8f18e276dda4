"""Dates of publication: what is written beside a text, as an EDTF date no more exact than it is."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

from dragoman.world.period import month_called

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)(?:[T ].*)?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T.*|\d{4}(?:\d{2})?)?", re.DOTALL)  # with a time: 20250612001500
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_DAY_FIRST = re.compile(
    r"(?:[^\W\d_]+\.?,?\s+)?([0-9]{1,2})(?:er|st|nd|rd|th)?\.?[\s-]+([^\W\d_]+\.?)[\s,-]+([0-9]{4})"
)
_MONTH_FIRST = re.compile(r"(?:[^\W\d_]+\.?,\s+)?([^\W\d_]+\.?)(?:\s+([0-9]{1,2})(?:st|nd|rd|th)?,)?\s+([0-9]{4})")
_SEASONS = range(21, 25)  # EDTF: spring, summer, autumn, winter
_YEARS = range(1800, 2200)
_MAX_CHARS = 64  # no date is longer


def published_edtf(given: object) -> str | None:
    """The EDTF date of what stands beside a text, None for what names no date.

    A day is given only where the order of day and month leaves no doubt ("26/12/2025"; not "03/04/2025").

    >>> published_edtf("2025-12-26T10:00:00Z"), published_edtf("2025-12"), published_edtf("soon"), published_edtf(20251226)
    ('2025-12-26', '2025-12', None, '2025-12-26')
    >>> published_edtf("vendredi 13 juin 2025"), published_edtf("June 13, 2025"), published_edtf("juin 2025")
    ('2025-06-13', '2025-06-13', '2025-06')
    """
    text = str(given).strip() if isinstance(given, str | int) and not isinstance(given, bool) else ""
    if not text or len(text) > _MAX_CHARS:
        return None
    if worded := _worded(text):
        return worded
    if not text.isascii():
        return None
    if (match := _ISO.fullmatch(text)) or (match := _COMPACT.fullmatch(text)):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        return text if year in _YEARS and (1 <= month <= 12 or month in _SEASONS) else None
    if _YEAR.fullmatch(text):
        return text if int(text) in _YEARS else None
    if match := _NUMERIC.fullmatch(text):
        return _numeric(int(match[1]), int(match[3]), int(match[4]))
    mailed = parsedate(text) if "," in text or ":" in text else None
    return _day(*mailed[:3]) if mailed else None


def _worded(text: str) -> str | None:
    """A day or a month in words, None for anything else: "13 June 2025" and "vendredi 13 juin 2025", as databases of papers write it."""
    if match := _DAY_FIRST.fullmatch(text):
        day, name, year = int(match[1]), match[2], int(match[3])
    elif match := _MONTH_FIRST.fullmatch(text):
        day, name, year = int(match[2] or 0), match[1], int(match[3])
    else:
        return None
    month = month_called(name)
    if month is None or year not in _YEARS:
        return None
    return _day(year, month, day) if day else f"{year}-{month:02}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year in _YEARS else None
    except ValueError:
        return None


def _numeric(first: int, second: int, year: int) -> str | None:
    if first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def printed_precision(found: str, page: str) -> str | None:
    """As much of a date found in a page as the page prints: htmldate fills a missing day or month in.

    found: ISO day. page: the HTML. Returns a day, a month or None.

    >>> printed_precision("2019-05-22", '<meta name="date" content="2019-05">')
    '2019-05'
    >>> printed_precision("2020-01-05", "Posted 2020-1-5 by someone")
    '2020-01-05'
    """
    year, month, day = found.split("-")
    one_or_two = {"d": str(int(day)), "m": str(int(month))}
    digits = r"(?<!\d)0?{}(?!\d)"
    d, m = digits.format(one_or_two["d"]), digits.format(one_or_two["m"])
    numeric = (
        rf"{year}[-/.]?{month}[-/.]?{day}(?!\d)|{year}[-/.]{m}[-/.]{d}|{d}[-/.]{m}[-/.]{year}|{m}[-/.]{d}[-/.]{year}"
    )
    worded = rf"{d}[^<>\d]{{1,16}}{year}(?!\d)"
    if re.search(rf"{numeric}|{worded}", page):
        return found
    return f"{year}-{month}" if re.search(rf"(?<!\d){year}-{month}(?![-\d])", page) else None
