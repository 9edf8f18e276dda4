"""Outlines of land and countries for a map: Natural Earth 1:110m, public domain."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Land:
    """Rings of (longitude, latitude) in degrees, WGS 84, the last point equal to the first.

    land: coasts. countries: outer rings by ISO 3166-1 alpha-3; a ring that crosses the antimeridian comes twice, once with
    longitudes past 180 and once with longitudes before -180: clip to the frame. source: to print under the map.
    """

    land: tuple[Ring, ...]
    countries: tuple[tuple[str, tuple[Ring, ...]], ...]
    source: str


@cache
def load_land() -> Land:
    """The outlines, as drawn by Natural Earth; borders are those of its de facto view.

    >>> len(load_land().countries) > 170
    True
    """
    body = json.loads(files("dragoman.world").joinpath("places/land.json").read_text(encoding="utf-8"))
    countries = tuple((code, tuple(map(_ring, rings))) for code, rings in body["countries"].items())
    return Land(tuple(map(_ring, body["land"])), countries, body["source"])


def _ring(flat: list[float]) -> Ring:
    return tuple(zip(flat[::2], flat[1::2], strict=True))
