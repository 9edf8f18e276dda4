"""ICEWS: a program reads news and codes who did what to whom in CAMEO; sentence and story are named by number alone."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.datasets.row import BadRow, Row, parts_of
from dragoman.coding.datasets.told import Setting, Told, actor_of, between, place_of, point_of, source_of
from dragoman.model.mention import ActorMention, PlaceMention
from dragoman.model.place import Place
from dragoman.world.dataset import cameo_meaning, country_called, narrowest_sector, whole_cameo

NARROWER = (("City", 1), ("District", 3), ("Province", 4), ("Country", 6))  # columns of a place, and UCDP's where_prec


def setting_of(row: Row) -> Setting:
    """When, where and from which paper. Raises BadRow."""
    words, day = row.needed("Event Date"), row.day("Event Date")
    paper = row.at("Publisher")
    sources = (source_of(paper),) if paper else ()
    return Setting(between(words, day, day, 1, "Event Date, as ICEWS resolved it"), narrowest(row, None), sources)


def told_by(row: Row) -> Iterator[Told]:
    """The event. Raises BadRow."""
    code = row.needed("CAMEO Code")
    meaning = cameo_meaning(whole_cameo(row.code("CAMEO Code")))
    if meaning is None:
        raise BadRow(f"CAMEO Code {code.text!r} is none of CAMEO's")
    first, second = _actor(row, "Source"), _actor(row, "Target")
    if not first and not second:
        raise BadRow("neither Source Name nor Target Name says who")
    told = f"CAMEO Code {code.text}: datasets/cameo.tsv" + ("" if meaning.event_type else ", no type of PLOVER's")
    yield Told("event", meaning, row.at("Event Text") or code, first, second, (told,))


def _actor(row: Row, side: str) -> tuple[ActorMention, ...]:
    words = row.at(f"{side} Name")
    if words is None:
        return ()
    sector = narrowest_sector("icews", [one.text for one in parts_of(row.at(f"{side} Sectors"), ",")])
    country = country_called(row.says(f"{side} Country")) or country_called(words.text)
    return (actor_of(words, country, sector, f"{side} Name of ICEWS"),)


def narrowest(row: Row, geonames_id: int | None) -> PlaceMention | None:
    """The narrowest place that the columns City, District, Province and Country name, with its point; None if they name none."""
    found = next(((words, precision) for column, precision in NARROWER if (words := row.at(column)) is not None), None)
    if found is None:
        return None
    words, precision = found
    latitude, longitude = point_of(row, "Latitude", "Longitude")
    place = Place(
        words.text,
        country_called(row.says("Country")),
        row.says("Province") or None,
        latitude,
        longitude,
        geonames_id,
        precision,
    )
    return place_of(words, place, f"the narrowest that the row names (where_prec {precision})")
