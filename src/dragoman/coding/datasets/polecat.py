"""POLECAT: a program reads news, translated where it must be, and codes it in PLOVER; several actors stand in one cell."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.datasets.icews import narrowest
from dragoman.coding.datasets.row import BadRow, Row, parts_of
from dragoman.coding.datasets.told import Setting, Told, actor_of, between, sources_of
from dragoman.model.mention import ActorMention
from dragoman.world.dataset import country_called, plover_meaning

_NONE = ("", "none", "na", "nan")


def setting_of(row: Row) -> Setting:
    """When, where and from which source. Raises BadRow."""
    words, day = row.needed("Event Date"), row.day("Event Date")
    sources = sources_of(parts_of(row.at("Source")))
    geonames_id = row.says("GeoNames ID").removesuffix(".0")
    place = narrowest(row, int(geonames_id) if geonames_id.isdecimal() else None)
    return Setting(between(words, day, day, 1, "Event Date, as POLECAT resolved it"), place, sources)


def told_by(row: Row) -> Iterator[Told]:
    """The event. Raises BadRow."""
    kind = row.needed("Event Type")
    mode = row.says("Event Mode").strip()
    meaning = plover_meaning(kind.text, None if mode.lower() in _NONE else mode.lower())
    if meaning is None:
        raise BadRow(f"Event Type {kind.text!r} is none of PLOVER's")
    first, second = _side(row, "Actor"), _side(row, "Recipient")
    if not first and not second:
        raise BadRow("neither Actor Name nor Recipient Name says who")
    contexts = tuple(sorted({one.text for one in parts_of(row.at("Contexts"))}))
    yield Told("event", meaning, kind, first, second, ("Event Type of PLOVER: datasets/plover.tsv",), (), contexts)


def _side(row: Row, side: str) -> tuple[ActorMention, ...]:
    """The actors of a side: names, countries and sectors stand in one order; where their numbers differ, only one country is sure."""
    names = [one for one in parts_of(row.at(f"{side} Name")) if one.text.lower() not in _NONE]
    countries = [one.text for one in parts_of(row.at(f"{side} Country"))]
    if len(countries) != len(names):
        countries = countries * len(names) if len(set(countries)) == 1 else [""] * len(names)
    sector = row.says(f"Primary {side} Sector") or None
    sectors = [sector if len(names) == 1 else None] * len(names)
    return tuple(
        actor_of(words, country_called(country) if country else None, kind, f"{side} Name of POLECAT")
        for words, country, kind in zip(names, countries, sectors, strict=True)
    )
