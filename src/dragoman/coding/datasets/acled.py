"""ACLED: people code each event of political violence and protest from named sources, with a note in prose."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.datasets.row import BadRow, Row, parts_of
from dragoman.coding.datasets.told import (
    Setting,
    Told,
    actor_of,
    around,
    between,
    month_of,
    place_of,
    point_of,
    sources_of,
    toll,
)
from dragoman.model.mention import ActorMention, PeriodMention, PlaceMention
from dragoman.model.place import Place
from dragoman.world.dataset import Meaning, acled_meaning, country_called, country_of_actor, sector_of

# ACLED's geo_precision to UCDP's where_prec, the less exact of two that fit: 2 is "a small part of a region", 3 a larger region.
_WHERE = {"1": 1, "2": 3, "3": 4}
_CIVILIANS = ("7", "civilians")
_CROWD = ("5", "6", "protesters", "rioters")
_DEAD = Meaning(None, None, "BE_KILLED")


def setting_of(row: Row) -> Setting:
    """When, where and from whom. Raises BadRow."""
    return Setting(_period(row), _place(row), sources_of(parts_of(row.at("source"))))


def told_by(row: Row) -> Iterator[Told]:
    """The event; and its dead, where ACLED counts some. Raises BadRow.

    Zero fatalities are ACLED's "none reported": no toll of none is made of them.
    """
    column = "sub_event_type" if row.at("sub_event_type") else "event_type"
    kind = row.needed(column)
    meaning = acled_meaning(kind.text)
    if meaning is None:
        raise BadRow(
            f"{column} {kind.text!r} is none of ACLED's, with no sub_event_type"
            if column == "event_type"
            else f"sub_event_type {kind.text!r} is none of ACLED's"
        )
    first, second = _actor(row, "actor1", "inter1"), _actor(row, "actor2", "inter2")
    actors, recipients, who = _sides(row, meaning, first, second)
    reasons = (f"event_type {row.says('event_type')!r}, sub_event_type {kind.text!r}: datasets/acled.tsv", who)
    yield Told("event", meaning, kind, actors, recipients, reasons)
    dead, cell = row.count("fatalities"), row.at("fatalities")
    if dead and cell is not None:
        whose = "fatalities are of the event: whose they are, ACLED does not say"
        inferred = (f"{whose}; taken for those of actor2, whom it struck",) if recipients else ()
        struck = recipients or actors
        yield Told(
            "loss",
            _DEAD,
            row.title("fatalities"),
            (),
            struck,
            (whose,) if not inferred else (),
            (toll(cell, None, dead, None),),
            (),
            inferred,
        )


def _sides(
    row: Row, meaning: Meaning, first: tuple[ActorMention, ...], second: tuple[ActorMention, ...]
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...], str]:
    struck = row.code("inter2").lower() in _CIVILIANS or row.says("actor2").startswith("Civilians")
    if meaning.sides == "crowd":
        crowd = tuple(one for column, side in (("1", first), ("2", second)) if _is_crowd(row, column) for one in side)
        return crowd or first, (), "protesters or rioters act" if crowd else "actor1 acts"
    if meaning.sides == "first":
        return first, (), "actor1 acts"
    if meaning.sides == "against" or (meaning.sides == "apart" and struck):
        return first, second, "actor1 against actor2"
    return (*first, *second), (), "both are actors: ACLED's order of actors says nothing of direction"


def _is_crowd(row: Row, side: str) -> bool:
    kind = row.code(f"inter{side}") or row.says(f"actor{side}").partition(" (")[0]
    return kind.lower() in _CROWD


def _actor(row: Row, column: str, inter: str) -> tuple[ActorMention, ...]:
    words = row.at(column)
    if words is None:
        return ()
    # "Protesters (Pakistan)" with nothing under inter1: the name says what they are.
    kind = row.code(inter) or words.text.partition(" (")[0]
    sector = "COP" if words.text.startswith("Police Forces") else sector_of("acled", kind)
    return (actor_of(words, country_of_actor(words.text), sector, f"{column} of ACLED"),)


def _period(row: Row) -> PeriodMention:
    words, day, precision = row.needed("event_date"), row.day("event_date"), row.code("time_precision") or "1"
    anchor = f"event_date with time_precision {precision}"
    if precision == "1":
        return between(words, day, day, 1, anchor)
    if precision == "2":
        return around(words, day, f"{anchor}: some day of a week")
    if precision == "3":
        return month_of(words, day, f"{anchor}: some day of the month")
    raise BadRow(f"time_precision is {precision!r}, and must be 1, 2 or 3")


def _place(row: Row) -> PlaceMention | None:
    words, precision = row.at("location"), row.code("geo_precision") or "1"
    if words is None:
        return None
    if precision not in _WHERE:
        raise BadRow(f"geo_precision is {precision!r}, and must be 1, 2 or 3")
    latitude, longitude = point_of(row, "latitude", "longitude")
    place = Place(
        words.text,
        country_called(row.says("country")),
        row.says("admin1") or None,
        latitude,
        longitude,
        None,
        _WHERE[precision],
    )
    return place_of(words, place, f"location with geo_precision {precision}")
