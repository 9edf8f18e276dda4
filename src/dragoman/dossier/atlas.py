"""The places of a dossier, each with the number of facts that name it."""

from __future__ import annotations

from dragoman.dossier.fact_rows import FactRow, MapPoint
from dragoman.dossier.shown import Reference, Shown
from dragoman.model.place import Place

Key = tuple[int | None, str, str | None, int]


def find_points(rows: tuple[FactRow, ...]) -> tuple[MapPoint, ...]:
    """One point a place, the most named first. A place without a position is kept: it stands in the list, not on the map."""
    named: dict[Key, list[tuple[Place, tuple[Reference, ...]]]] = {}
    for row in rows:
        for shown in (row.place, *row.place.others) if row.place else ():
            place = shown.value
            key = (place.geonames_id, "" if place.geonames_id else place.name, place.country, place.where_prec)
            named.setdefault(key, []).append((place, shown.references))
    points = []
    for some in named.values():
        references = tuple(dict.fromkeys(one for _, references in some for one in references))
        points.append(MapPoint(Shown(some[0][0], "place", references), len(some)))
    return tuple(sorted(points, key=lambda one: (-one.facts, one.place.value.name, one.place.value.where_prec)))
