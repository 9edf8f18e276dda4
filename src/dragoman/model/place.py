"""Where: a named place with its point and how exact that is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map.

    country: ISO 3166-1 alpha-3. admin1: first-level region. latitude, longitude: degrees, WGS 84.
    where_prec: UCDP's 1 exact, 2 near, 3 second-level region, 4 first-level region, 5 a line or area, 6 country, 7 sea or air.
    """

    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    where_prec: int

    def __post_init__(self) -> None:
        if not 1 <= self.where_prec <= 7:
            raise ValueError(f"where_prec {self.where_prec} is not 1 to 7")
