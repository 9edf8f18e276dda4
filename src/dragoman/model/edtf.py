"""EDTF (ISO 8601-2:2019, levels 0 and 1): the first and last day of a value, and how exact that is.

Conventions of this project where the standard leaves the days open:

- Seasons are the northern meteorological ones: 21 spring March to May, 22 summer June to August, 23 autumn September to
  November. "2025-24" does not say which of its two winters is meant: it reaches from December 2024 to February 2026.
- 33 to 36 are quarters, 37 to 39 thirds (four months each), 40 and 41 halves of the year.
- "~", "?" and "%" do not move the days: they make a day count as "within a week".
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from dragoman.model.period import Period

_DATE = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<doubt>[~?%]?)")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_PARTS = {
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    37: (1, 4),
    38: (5, 8),
    39: (9, 12),
    40: (1, 6),
    41: (7, 12),
}
_TIMEX_PARTS = {21: "SP", 22: "SU", 23: "FA", 24: "WI", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 40: "H1", 41: "H2"}


def days_of(edtf: str) -> tuple[date | None, date | None]:
    """First and last day an EDTF value may cover; None on an open side.

    edtf: a date, a season, quarter, third or half, an interval; "~", "?", "%" at the end of a date.
    Raises ValueError for anything else, for a day that no calendar has, and for an interval that runs backwards.

    >>> days_of("2025-21")
    (datetime.date(2025, 3, 1), datetime.date(2025, 5, 31))
    >>> days_of("2022-02/..")
    (datetime.date(2022, 2, 1), None)
    """
    if "/" not in edtf:
        return _bounds(edtf)
    ends = edtf.split("/")
    if len(ends) != 2 or set(ends) <= {"..", ""}:
        raise ValueError(f"no EDTF interval: {edtf!r}; write START/END, with .. for an open side")
    first = None if ends[0] in ("..", "") else _bounds(ends[0])[0]
    last = None if ends[1] in ("..", "") else _bounds(ends[1])[1]
    if first and last and first > last:
        raise ValueError(f"EDTF interval runs backwards: {edtf!r}")
    return first, last


def _bounds(value: str) -> tuple[date, date]:
    found = _DATE.fullmatch(value)
    if not found or (found["month"] == "XX" and found["day"] not in (None, "XX")):
        raise ValueError(f"no EDTF date: {value!r}; write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = found["year"], found["month"], found["day"]
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if "X" in year and month not in (None, "XX"):
        raise ValueError(f"EDTF date with a month of an unknown year: {value!r}")
    if low == 0:
        raise ValueError(f"no year 0 here: {value!r}")
    if month in (None, "XX"):
        return date(low, 1, 1), date(high, 12, 31)
    number = int(month)
    if number > 12:
        if day is not None:
            raise ValueError(f"a season or part of a year has no day: {value!r}")
        return _part_of_year(low, number, value)
    if number < 1:
        raise ValueError(f"no month {month} in {value!r}")
    if day in (None, "XX"):
        return date(low, number, 1), date(low, number, monthrange(low, number)[1])
    one = date(low, number, int(day))
    return one, one


def _part_of_year(year: int, number: int, value: str) -> tuple[date, date]:
    if number == 24:
        return date(year - 1, 12, 1), date(year + 1, 2, monthrange(year + 1, 2)[1])
    months = _SEASONS.get(number) or _PARTS.get(number)
    if months is None:
        raise ValueError(f"no month, season or part of a year {number} in {value!r}")
    return date(year, months[0], 1), date(year, months[1], monthrange(year, months[1])[1])


def precision_of(earliest: date | None, latest: date | None, approximate: bool = False) -> int | None:
    """UCDP's date_prec of a stretch of days; None if both sides are open.

    1 one day; 2 within a week (2 to 6 days, or one day said to be approximate); 3 seven days; 4 up to 31 days; 5 longer,
    or open on one side. Source: UCDP GED codebook 23.1, variable date_prec.

    >>> precision_of(date(2025, 5, 1), date(2025, 5, 31))
    4
    """
    if earliest is None and latest is None:
        return None
    if earliest is None or latest is None:
        return 5
    days = (latest - earliest).days + 1
    if days == 1:
        return 2 if approximate else 1
    if days <= 6:
        return 2
    if days == 7:
        return 3
    return 4 if days <= 31 else 5


@lru_cache(maxsize=4096)
def period_of(edtf: str) -> Period:
    """The period that an EDTF value stands for, with its days, precision and TimeML value.

    edtf: as `days_of` takes it, as in a date of publication. Raises ValueError on anything else.

    >>> period_of("2025-12").latest, period_of("2025-12").date_prec
    (datetime.date(2025, 12, 31), 4)
    """
    earliest, latest = days_of(edtf)
    doubt = any(mark in edtf for mark in "~?%")
    return Period(edtf, earliest, latest, precision_of(earliest, latest, doubt), "DATE", timex_value_of(edtf))


def timex_value_of(edtf: str) -> str | None:
    """The TimeML value of an EDTF value: seasons and quarters in letters, decades and centuries cut short.

    Of an interval with one open side, the side that is given; of one with two, both with the stroke between, as ISO 8601
    writes it (TimeML itself has two expressions there).

    >>> timex_value_of("2025-21"), timex_value_of("199X"), timex_value_of("2022-02/..")
    ('2025-SP', '199', '2022-02')
    """
    ends = [end for end in edtf.split("/") if end not in ("", "..")]
    return "/".join(_timex_of_date(end) for end in ends) or None


def _timex_of_date(value: str) -> str:
    plain = value.rstrip("~?%")
    if plain[4:5] == "-" and plain[5:7].isdigit() and int(plain[5:7]) > 12:
        letters = _TIMEX_PARTS.get(int(plain[5:7]))
        return f"{plain[:4]}-{letters}" if letters else plain[:4]
    return re.sub(r"(?:-XX)+$", "", plain).rstrip("X")
