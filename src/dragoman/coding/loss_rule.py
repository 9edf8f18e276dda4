"""What rules/losses.tsv and rules/toll_verbs.tsv say of a loss beyond its role."""

from __future__ import annotations

from functools import cache

from dragoman.world.concept import ancestors
from dragoman.world.table import read_table

_ROOM = "dragoman.coding"


def harms_bodies(concept: str) -> bool:
    """Whether a loss befalls bodies, so that an unknown noun that it counts is people: "wounded 11 worshippers"."""
    return _cell(concept, "body") == "yes"


def needs_people(concept: str) -> bool:
    """Whether a word is a loss only if people are what it strikes: drones are "abattus" too."""
    return _cell(concept, "people") == "yes"


@cache
def _cell(concept: str, column: str) -> str:
    table = {row["concept"]: row[column] for row in read_table("rules/losses.tsv", _ROOM)}
    return next((table[name] for name in ancestors(concept) if name in table), "")


@cache
def telling_verbs(concept: str, language: str) -> frozenset[str] | None:
    """Lemmas of the verbs under which a noun tells of a toll ("-" for no verb at all); None for one that always does."""
    rows = read_table("rules/toll_verbs.tsv", _ROOM)
    if all(row["concept"] != concept for row in rows):
        return None
    return frozenset(row["verb"] for row in rows if row["concept"] == concept and row["language"] == language)
