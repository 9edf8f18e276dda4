"""What a document names, as a whole: countries, regions and the corners of the map that its names have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log2, log10

from dragoman.world.place import Entry

Cell = tuple[int, int, int]  # cells to a degree, row, column
Shares = tuple[tuple[Entry, float], ...]

# What each sign adds to a place, in orders of magnitude of population; a document's own country weighs as much as a city
# 300 times larger abroad, its own region (a local paper) as much again. Chosen by hand on 2026-11-26.
_COUNTRY_MOST, _REGION_MOST = 2.5, 4.0
# How many of its places a region weighs that is named itself.
_ITSELF = 2.0
# What a name may add that is printed again and again.
_TIMES_MOST = 4
# How much more often than chance two places of one document share a corner of the map, and then a part of it: by cells to a
# degree, a place speaks for its cell and the eight around.
_TOGETHER = {1: 100.0, 4: 20.0}
_LEAST_SHARE = 0.003


@dataclass(frozen=True, slots=True)
class Voice:
    """What one name says of where a document plays: mentions by country and region, orders of magnitude by corner of the map."""

    countries: dict[str, float]
    regions: dict[str, float]
    cells: dict[Cell, float]


SILENT = Voice({}, {}, {})


@dataclass(slots=True)
class Context:
    """What a document names: the sum of its names' voices. beside: countries that border those named."""

    countries: dict[str, float] = field(default_factory=dict)
    regions: dict[str, float] = field(default_factory=dict)
    cells: dict[Cell, float] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()

    def add(self, voice: Voice) -> None:
        """Count one name."""
        for country, amount in voice.countries.items():
            self.countries[country] = self.countries.get(country, 0.0) + amount
        for region, amount in voice.regions.items():
            self.regions[region] = self.regions.get(region, 0.0) + amount
        for cell, amount in voice.cells.items():
            self.cells[cell] = self.cells.get(cell, 0.0) + amount

    def favour(self, entry: Entry, own: Voice, near_most: float) -> float:
        """How much the rest of the document speaks for a place of a name, whose own voice is taken out."""
        country, region = entry.place.country or "", entry.region or ""
        named = self.countries.get(country, 0.0) - own.countries.get(country, 0.0)
        score = min(_COUNTRY_MOST, 0.9 * log2(1 + max(0.0, named)))
        if country in self.beside:
            score = max(score, 0.7)
        if region and entry.kind != "country":
            named = self.regions.get(region, 0.0) - own.regions.get(region, 0.0)
            score += min(_REGION_MOST if near_most > _REGION_MOST else near_most, 1.1 * log2(1 + max(0.0, named)))
        if entry.kind == "city" or entry.level == 2:
            near = sum(self.cells.get(cell, 0.0) - own.cells.get(cell, 0.0) for cell in cells_of(entry))
            score += min(near_most, near)
        return score


def voice_of(shares: Shares, times: int) -> Voice:
    """What a name shared out over its places says, printed so many times; it speaks for the corners around a place too."""
    countries: dict[str, float] = {}
    regions: dict[str, float] = {}
    mass: dict[Cell, float] = {}
    weight = min(times, _TIMES_MOST)
    for entry, share in shares:
        if share < _LEAST_SHARE:
            continue
        if entry.place.country:
            countries[entry.place.country] = countries.get(entry.place.country, 0.0) + share * weight
        if entry.region:
            own = _ITSELF if entry.kind == "region" and entry.level == 1 else 1.0
            regions[entry.region] = regions.get(entry.region, 0.0) + share * weight * own
        if entry.place.latitude is not None and (entry.kind == "city" or entry.level == 2):
            for scale, row, column in cells_of(entry):
                for cell in ((scale, row + y, column + x) for y in (-1, 0, 1) for x in (-1, 0, 1)):
                    mass[cell] = mass.get(cell, 0.0) + share
    cells = {cell: log10(1 + _TOGETHER[cell[0]] * min(1.0, one)) for cell, one in mass.items()}
    return Voice(countries, regions, cells)


def cells_of(entry: Entry) -> list[Cell]:
    """The corners of the map a place lies in: a degree each way, and a quarter of one."""
    lat, lon = entry.place.latitude or 0.0, entry.place.longitude or 0.0
    return [(scale, int(lat * scale // 1), int(lon * scale // 1)) for scale in _TOGETHER]


def share_out(scores: Iterable[tuple[Entry, float]]) -> Shares:
    """Places with their shares of a name, which add up to 1: a place one order of magnitude likelier has 4 times the share."""
    listed = tuple(scores)
    most = max(score for _, score in listed)
    weights = [4.0 ** (score - most) for _, score in listed]
    total = sum(weights)
    return tuple((entry, weight / total) for (entry, _), weight in zip(listed, weights, strict=True))
