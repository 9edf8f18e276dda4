"""How likely a bare name means one of its places, before the text is read; and which place holds which."""

from __future__ import annotations

from math import log10

from dragoman.world.place import Entry

_PRIOR = {"country": 9.0, "area": 6.8, "region": 6.0, "city": 0.0}


def prior(entry: Entry) -> float:
    """Orders of magnitude: log10 of population for a city, more for fame; a state of many millions is better known."""
    if entry.kind == "region" and entry.level == 1:
        score = max(4.5, min(7.5, log10(entry.population + 10) + 1.0))
        return score if entry.own_name else score - 0.5
    if entry.kind != "city":
        score = _PRIOR[entry.kind] - (4.0 if entry.level == 2 else 0.0)
        return score if entry.own_name else score - 0.5
    score = log10(entry.population + 10) - (1.0 if not entry.population else 0.0)
    score += 1.5 if entry.capital else 0.0
    score += 1.0 if entry.population > 1_000_000 else 0.0
    return score if entry.own_name else score - (0.3 if entry.capital or entry.population > 300_000 else 1.5)


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether a country or region holds a place.

    A place is not in itself; a region without a first-level key holds nothing.
    """
    if outer.kind == "country":
        return inner.kind != "country" and inner.place.country == outer.place.country
    if outer.kind == "region" and outer.level == 1:
        return inner.region == outer.region and (inner.kind == "city" or inner.level == 2)
    return False
