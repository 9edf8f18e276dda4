"""The map: land and points on an equal-area plane, zoomed to the points."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

from dragoman.dossier.fact_rows import MapPoint
from dragoman.world.land import Land, Ring

XY = tuple[float, float]
WIDTH, HEIGHT = 960.0, 540.0
# Radians. One town would fill the map with an outline that is right to some 50 km; 0.3 is about 1,900 km across.
MIN_SPAN = 0.3
MARGIN = 0.22
STEP = 0.6
LABEL_HEIGHT, LABEL_CHAR = 16.0, 7.0


@dataclass(frozen=True, slots=True)
class Outline:
    """A country's outer rings as an SVG path."""

    country: str
    path: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A point: its centre, radius in pixels and the anchor of its label, None where there is no room for one."""

    point: MapPoint
    x: float
    y: float
    radius: float
    label: XY | None
    anchor: str


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A map of 960 by 540 pixels. off_map: points without a position or outside the frame; they are in the list alone."""

    outlines: tuple[Outline, ...]
    marks: tuple[Mark, ...]
    off_map: tuple[MapPoint, ...]
    source: str


@dataclass(frozen=True, slots=True)
class _Frame:
    latitude: float
    longitude: float
    left: float = 0.0
    top: float = 0.0
    scale: float = 1.0

    def project(self, longitude: float, latitude: float) -> XY | None:
        """Lambert's azimuthal equal-area projection, in pixels; None near the antipode, where it has no place."""
        here, turn = radians(latitude), radians(longitude - self.longitude)
        centre = radians(self.latitude)
        cosine = sin(centre) * sin(here) + cos(centre) * cos(here) * cos(turn)
        if cosine < -0.8:
            return None
        k = sqrt(2 / (1 + cosine))
        x = k * cos(here) * sin(turn)
        y = k * (cos(centre) * sin(here) - sin(centre) * cos(here) * cos(turn))
        return ((x - self.left) * self.scale, (self.top - y) * self.scale)


def draw_map(points: tuple[MapPoint, ...], land: Land) -> MapDrawing | None:
    """Draw the places that have a position; None if none has one.

    A country alone does not set the zoom where something finer is known: "Russia" would pull it to Siberia.
    """
    placed = [one for one in points if _position(one) is not None]
    if not placed:
        return None
    fine = [one for one in placed if one.place.value.where_prec < 6] or placed
    frame = _frame(tuple(position for one in fine if (position := _position(one)) is not None))
    inside: list[tuple[MapPoint, XY]] = []
    for one in placed:
        position = _position(one)
        at = frame.project(*position) if position else None
        if at and 0 <= at[0] <= WIDTH and 0 <= at[1] <= HEIGHT:
            inside.append((one, at))
    shown = {id(one) for one, _ in inside}
    outlines = tuple(Outline(country, path) for country, rings in land.countries if (path := _path(rings, frame)))
    return MapDrawing(outlines, _marks(inside), tuple(one for one in points if id(one) not in shown), land.source)


def _position(point: MapPoint) -> XY | None:
    place = point.place.value
    if place.longitude is None or place.latitude is None:
        return None
    return (place.longitude, place.latitude)


def _frame(positions: tuple[XY, ...]) -> _Frame:
    """Centre on the middle of the points as vectors, so that the date line is no edge, then fit them with a margin."""
    vectors = [
        (cos(radians(lat)) * cos(radians(lon)), cos(radians(lat)) * sin(radians(lon)), sin(radians(lat)))
        for lon, lat in positions
    ]
    x, y, z = (sum(one[axis] for one in vectors) for axis in range(3))
    length = sqrt(x * x + y * y + z * z) or 1.0
    frame = _Frame(degrees(asin(max(-1.0, min(1.0, z / length)))), degrees(atan2(y, x)))
    flat = [at for one in positions if (at := frame.project(*one)) is not None]
    west, east = min(one[0] for one in flat), max(one[0] for one in flat)
    south, north = min(-one[1] for one in flat), max(-one[1] for one in flat)
    width = max((east - west) * (1 + 2 * MARGIN), MIN_SPAN, (north - south) * (1 + 2 * MARGIN) * WIDTH / HEIGHT)
    height = width * HEIGHT / WIDTH
    return _Frame(
        frame.latitude, frame.longitude, (west + east - width) / 2, (south + north + height) / 2, WIDTH / width
    )


def _path(rings: tuple[Ring, ...], frame: _Frame) -> str:
    parts = []
    for ring in rings:
        flat = [at for lon, lat in ring if (at := frame.project(lon, lat)) is not None]
        clipped = _thin(_clip(flat))
        if len(clipped) > 2:
            parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in clipped) + "Z")
    return "".join(parts)


def _clip(ring: list[XY]) -> list[XY]:
    """Cut a polygon to the frame and a little beyond it, so that its border is not drawn along the edge.

    Source: Sutherland and Hodgman, "Reentrant polygon clipping", Communications of the ACM 17 (1974).
    """
    pad = 8.0
    for axis, limit, sign in ((0, -pad, 1), (0, WIDTH + pad, -1), (1, -pad, 1), (1, HEIGHT + pad, -1)):
        kept: list[XY] = []
        for before, after in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            was_in, is_in = (before[axis] - limit) * sign >= 0, (after[axis] - limit) * sign >= 0
            if was_in != is_in:
                share = (limit - before[axis]) / (after[axis] - before[axis])
                kept.append((before[0] + share * (after[0] - before[0]), before[1] + share * (after[1] - before[1])))
            if is_in:
                kept.append(after)
        ring = kept
    return ring


def _thin(ring: list[XY]) -> list[XY]:
    kept: list[XY] = []
    for at in ring:
        if not kept or hypot(at[0] - kept[-1][0], at[1] - kept[-1][1]) >= STEP:
            kept.append(at)
    return kept


def _marks(inside: list[tuple[MapPoint, XY]]) -> tuple[Mark, ...]:
    """Place each point's label where it meets no other: right, left, above, below; the most named first."""
    radii = [_radius(one) for one, _ in inside]
    taken = [(x - r, y - r, x + r, y + r) for (_, (x, y)), r in zip(inside, radii, strict=True)]
    marks: list[Mark] = []
    for (point, (x, y)), radius in zip(inside, radii, strict=True):
        width = LABEL_CHAR * len(point.place.value.name)
        label, anchor = None, "start"
        # "Kursk" the town and "Kursk" the region share one label.
        if any(
            one.label and one.point.place.value.name == point.place.value.name and abs(one.x - x) < 60 for one in marks
        ):
            marks.append(Mark(point, x, y, radius, None, anchor))
            continue
        for dx, dy, side in (
            (radius + 4, 5, "start"),
            (-radius - 4, 5, "end"),
            (0, -radius - 5, "middle"),
            (0, radius + 15, "middle"),
        ):
            left = x + dx - {"start": 0.0, "end": width, "middle": width / 2}[side]
            box = (left, y + dy - LABEL_HEIGHT + 4, left + width, y + dy + 4)
            own = (x - radius, y - radius, x + radius, y + radius)
            free = not any(_meet(box, other) for other in taken if other != own)
            if free and box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= HEIGHT:
                label, anchor = (x + dx, y + dy), side
                taken.append(box)
                break
        marks.append(Mark(point, x, y, radius, label, anchor))
    return tuple(marks)


def _radius(point: MapPoint) -> float:
    """By the square root of its facts, so that the area tells; a region is drawn around a town in it."""
    radius = min(5.0 + 2.5 * sqrt(point.facts), 22.0)
    return radius + 9 if 3 <= point.place.value.where_prec <= 5 else radius


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
