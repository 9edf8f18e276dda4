"""Feasts that move: Easter of both churches, days and months of the Islamic calendar."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.periods.stretch import Stretch, easter, unit_at

# Gregorian ordinal of the day before 1 Muharram of the year 1 (civil epoch, 16 July 622 in the Julian calendar).
_HIJRA = 227014
_THIRTY_YEARS = 10_631  # days of thirty lunar years


def moving_feast(rule: str, year: int) -> Stretch | None:
    """The feast of a rule in a year: "easter+39", "orthodox+0", "islamic/10/1", or a whole month, "islamic/9".

    None where the year has none, or where it would not lie in the years 1 to 9999. Of two in one year (Ramadan 2030) the first.

    >>> moving_feast("orthodox+0", 2025).first, moving_feast("islamic/10/1", 2024).first
    (datetime.date(2025, 4, 20), datetime.date(2024, 4, 10))
    """
    if not date.min.year <= year <= date.max.year:
        return None
    if rule.startswith("easter"):
        return unit_at("D", easter(year) + timedelta(int(rule.removeprefix("easter"))))
    if rule.startswith("orthodox"):
        return unit_at("D", orthodox_easter(year) + timedelta(int(rule.removeprefix("orthodox"))))
    _, month, *days = rule.split("/")
    around = (date(year, 1, 1).toordinal() - _HIJRA) * 30 // _THIRTY_YEARS + 1  # the lunar year of 1 January
    for lunar in range(around - 1, around + 3):
        first = _islamic_ordinal(lunar, int(month), int(days[0]) if days else 1)
        last = first if days else _islamic_ordinal(lunar + int(month) // 12, int(month) % 12 + 1, 1) - 1
        if first < 1 or last > date.max.toordinal():
            continue
        if date.fromordinal(first).year == year:
            return Stretch("D" if days else "", date.fromordinal(first), date.fromordinal(last))
    return None


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, in the Gregorian calendar.

    Source: the Julian computus (Meeus, Astronomical Algorithms, ch. 8); the calendars are 13 days apart from 1900 to 2099.
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def _islamic_ordinal(year: int, month: int, day: int) -> int:
    """The Gregorian ordinal of a day of the tabular Islamic calendar, civil epoch. What is kept follows the moon as seen, a day or so apart.

    Source: Reingold and Dershowitz, Calendrical Calculations, ch. 7.
    """
    days = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return _HIJRA + days
