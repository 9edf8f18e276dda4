"""Capitals that are the seat of a body as well: "Bruxelles", where a text speaks of the Union and not of Belgium."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dragoman.model.actor import Actor
from dragoman.reading.actors.naming import Naming
from dragoman.world.actor_names import organisations
from dragoman.world.table import read_table

_OF_STATE = ("state", "nationality", "people")


def shared_seats(namings: Iterable[Naming]) -> dict[str, Actor]:
    """For each state whose capital stands for a body here, that body: the text names it or a part of it, and never the state."""
    named = tuple(namings)
    bodies = {one.key for one in named if one.kind == "organisation"}
    states = {one.key for one in named if one.kind in _OF_STATE}
    return {
        country: organisations()[name]
        for country, (name, parts) in _table().items()
        if parts & bodies and country not in states
    }


@cache
def _table() -> dict[str, tuple[str, frozenset[str]]]:
    rows = read_table("actors/shared_seats.tsv")
    return {row["country"]: (row["organisation"], frozenset(row["bodies"].split("|"))) for row in rows}
