"""Capitals that are the seat of a body as well: "Bruxelles", where a text speaks of the Union and not of Belgium."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dragoman.model.actor import Actor
from dragoman.reading.actors.naming import Naming
from dragoman.reading.actors.words import Words
from dragoman.world.actor_names import organisations
from dragoman.world.table import read_table

_OF_STATE = ("state", "nationality", "people")


def shared_seats(namings: Iterable[Naming], words: Words) -> dict[str, Actor]:
    """For each state whose capital stands for a body here, that body: the text never names the state, and it names the body
    or a part of it, or the capital grants what such a body grants ("Bruxelles a versé 3 milliards d'euros à Kiev").
    """
    named = tuple(namings)
    bodies = {one.key for one in named if one.kind == "organisation"}
    states = {one.key for one in named if one.kind in _OF_STATE}
    return {
        country: organisations()[row.organisation]
        for country, row in _table().items()
        if country not in states and (row.parts & bodies or _grants(named, words, country, row.words))
    }


def _grants(named: tuple[Naming, ...], words: Words, country: str, granting: frozenset[str]) -> bool:
    """Whether a sentence with the capital has a word of what the body grants or bans."""
    told = {words.sentence[one.first] for one in named if one.kind == "seat" and one.key == country}
    return any(words.sentence[index] in told and words.folded[index] in granting for index in range(len(words)))


@dataclass(frozen=True, slots=True)
class _Row:
    """A capital that is a seat: of which organisation, by its name, its parts, and the words of what it grants."""

    organisation: str
    parts: frozenset[str]
    words: frozenset[str]


@cache
def _table() -> dict[str, _Row]:
    rows = read_table("actors/shared_seats.tsv")
    return {
        row["country"]: _Row(
            row["organisation"], frozenset(row["bodies"].split("|")), frozenset(row["words"].split("|"))
        )
        for row in rows
    }
