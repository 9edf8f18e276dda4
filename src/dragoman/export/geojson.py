"""GeoJSON (RFC 7946): a feature for each claim, at the point of its place, with how exact that is."""

from __future__ import annotations

import json
from typing import Any

from dragoman.export.claim_row import claim_row
from dragoman.export.holding import Held, Holding, counted_claims
from dragoman.export.rendered import Rendered, Style, lost
from dragoman.weighing.grade import is_disputed

# UCDP GED codebook 23.1, variable where_prec. A point never says what it stands for: a whole country has one too.
STANDS_FOR = {
    1: "the place itself", 2: "somewhere near the place", 3: "somewhere in the second-level region", 4: "somewhere in the first-level region",
    5: "somewhere along a line or in an area", 6: "somewhere in the country", 7: "somewhere at sea or in the air",
}  # fmt: skip


def render_geojson(holding: Holding, style: Style) -> Rendered:
    """All claims in facts; the geometry of one without a point is null, and its row is whole all the same."""
    held = counted_claims(holding)
    features = [_feature(one) for one in held]
    body: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    bare = sum(one["geometry"] is None for one in features)
    not_held = (
        "areas: a region or a country is one point; the properties where_prec and point_stands_for say which",
        "several numbers of one claim apart: the further ones are words in other_quantities",
        *unplaced(holding, len(held)),
        *lost(bare, "claims on a map: their text names no place, or one without a point (geometry null)"),
        *unsaid_disagreements(holding),
    )
    data = json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"
    return Rendered(data.encode("utf-8"), {"features": len(features), "points": len(features) - bare}, not_held)


def unplaced(holding: Holding, written: int) -> tuple[str, ...]:
    """What is said of claims that a person rejected."""
    return lost(sum(len(one.claims) for one in holding.entries) - written, "claims that a person rejected")


def unsaid_disagreements(holding: Holding) -> tuple[str, ...]:
    """What is said of disagreements where there is but the mark `disputed`: it stands for what contradicts or denies, and for no other."""
    kinds = [one.kind for one in holding.weighing.disagreements]
    said = sum(is_disputed({kind}) for kind in kinds)
    return (
        *lost(said, "disagreements: only the property disputed and the grade say so"),
        *lost(
            len(kinds) - said,
            "disagreements of another kind (numbers of another scope, updates and the like): nothing says so, or the grade alone",
        ),
    )


def point_of(held: Held) -> tuple[float, float] | None:
    """Longitude and latitude of a claim's place."""
    place = held.claim.place.place if held.claim.place else None
    if place is None or place.longitude is None or place.latitude is None:
        return None
    return (place.longitude, place.latitude)


def _feature(held: Held) -> dict[str, Any]:
    point = point_of(held)
    row = claim_row(held)
    precision = row["where_prec"]
    row["point_stands_for"] = STANDS_FOR[precision] if isinstance(precision, int) and point else None
    return {
        "type": "Feature", "id": held.claim.id,
        "geometry": {"type": "Point", "coordinates": list(point)} if point else None, "properties": row,
    }  # fmt: skip
