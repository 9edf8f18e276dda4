"""How likely a bare name means one of its places, before the text is read; and which place holds which."""

from __future__ import annotations

from math import log10

from dragoman.world.place import Entry

_COUNTY = 0.5  # degrees from the middle of a county that its towns lie within
_PRIOR = {"country": 9.0, "area": 6.8, "region": 6.0, "city": 0.0}


def prior(entry: Entry) -> float:
    """Orders of magnitude: log10 of population for a city, more for fame; a state of many millions is better known."""
    if entry.kind == "region" and entry.level == 1:
        score = max(4.5, min(7.5, log10(entry.population + 10) + 0.5))
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

    A place is not in itself. The gazetteer does not say which county a town is in: one nearby in its state is taken for it.
    """
    if outer.kind == "country":
        return inner.kind != "country" and inner.place.country == outer.place.country
    if outer.kind == "region" and outer.region == inner.region:
        if outer.level == 1:
            return inner.kind == "city" or inner.level == 2
        return inner.kind == "city" and _apart(inner, outer) < _COUNTY
    return False


def is_beside(town: Entry, other: Entry) -> bool:
    """Whether a place may be a suburb or a part of a town: it is another, of its country and within half a degree.

    Half a degree is 56 km to the north and the most that commuters of the largest towns travel.
    """
    return (
        town.kind == "city"
        and other != town
        and other.kind == "city"
        and other.place.country == town.place.country
        and _apart(town, other) < _COUNTY
    )


def _apart(one: Entry, other: Entry) -> float:
    """The larger of the distances in latitude and in longitude, in degrees; endless if a point is not known."""
    here, there = one.place, other.place
    if here.latitude is None or there.latitude is None or here.longitude is None or there.longitude is None:
        return float("inf")
    return max(abs(here.latitude - there.latitude), abs(here.longitude - there.longitude))
