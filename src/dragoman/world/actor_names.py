"""All the words that may name an actor in one language, in one tree of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

from dragoman.model.actor import Actor
from dragoman.world.actor import LANGUAGES, fold, states
from dragoman.world.office import persons
from dragoman.world.table import read_table

Kind = Literal[
    "state", "seat", "nationality", "people", "organisation", "person", "surname", "role", "epithet", "anaphor", "nothing",
]  # fmt: skip
Case = Literal["any", "capital", "upper"]
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")
_MARKS = str.maketrans(dict.fromkeys("-'.,/&()", " "))


@dataclass(frozen=True, slots=True)
class Entry:
    """What one name stands for. key: a code, or a name in its table. case: how the first word must be written.

    last_capital: the last word must have a capital too: "Le Monde" is no "le monde".
    """

    kind: Kind
    key: str
    case: Case
    last_capital: bool = False


@dataclass(slots=True)
class Node:
    """A place in the tree of words: what ends here, and what may follow. slot: where a nationality may stand."""

    entries: list[Entry] = field(default_factory=list)
    next: dict[str, Node] = field(default_factory=dict)
    slot: Node | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A name found: its last word, what it may be, and the state of a nationality inside it ("ministre russe de …")."""

    last: int
    entries: tuple[Entry, ...]
    inner: str | None


@cache
def organisations() -> dict[str, Actor]:
    """Organisations of the table by name."""
    return {
        row["name"]: Actor(row["name"], row["country"] or None, row["sector"] or None, row["wikidata"] or None)
        for row in read_table("actors/organisations.tsv")
    }


@cache
def actor_names(language: str) -> Node:
    """The tree of names of a language: every name of every table, folded. An unknown language has an empty tree."""
    root = Node()
    if language not in LANGUAGES:
        return root
    for text, entry in _named(language):
        capital = entry.kind in ("organisation", "anaphor") and text.replace("-", " ").split()[-1][:1].isupper()
        _add(root, text, replace(entry, last_capital=capital and entry.case != "upper"))
    return root


def _named(language: str) -> Iterator[tuple[str, Entry]]:
    place = LANGUAGES.index(language)
    for state in states().values():
        wording = state.wordings[place]
        for name in wording.names:
            yield name, Entry("state", state.iso3, _case(name))
        for name in wording.adjectives:
            yield name, Entry("nationality", state.iso3, "any" if name[0].islower() else "capital")
        for name in wording.people:
            yield name, Entry("people", state.iso3, "capital")
        for name in wording.seats:
            if name:
                yield name, Entry("seat", state.iso3, "capital")
    for row in read_table("actors/organisations.tsv"):
        for name in _names(row[language]):
            yield name, Entry("organisation", row["name"], _case(name))
    for person in persons().values():
        for name in person.names:
            yield name, Entry("person", person.name, "capital")
        for name in person.alone:
            yield name, Entry("surname", person.name, "capital")
    yield from _phrases(language)


def _phrases(language: str) -> Iterator[tuple[str, Entry]]:
    for row in read_table("actors/roles.tsv"):
        for name in _names(row[language]):
            yield name, Entry("role", row["role"], "upper" if name.isupper() and len(name) > 1 else "any")
    for row in read_table("actors/epithets.tsv"):
        for name in _names(row[language]):
            yield name, Entry("epithet", f"{row['country']} {row['office']}", "any")
    for row in read_table("actors/anaphors.tsv"):
        for name in _names(row[language]):
            yield name, Entry("anaphor", f"{row['kind']} {row['role']}".strip(), "any")
    for row in read_table("actors/not_actors.tsv"):
        for name in _names(row[language]):
            yield name, Entry("nothing", "", "any")


def _names(cell: str) -> list[str]:
    return [one for one in cell.split(";") if one]


def _case(name: str) -> Case:
    letters = [one for one in name if one.isalpha()]
    if letters and all(one.isupper() for one in letters):
        return "upper"
    return "capital" if name[:1].isupper() else "any"


def split_name(name: str) -> list[str]:
    """The folded words of a name: "N'Djamena" is "n", "djamena"."""
    return fold(name.translate(_APOSTROPHES)).translate(_MARKS).split()


def _add(root: Node, name: str, entry: Entry) -> None:
    nodes = [root]
    for word in split_name(name):
        if word == "*":
            with_slot = []
            for node in nodes:
                node.slot = node.slot or Node()
                with_slot.append(node.slot)
            nodes += with_slot
        else:
            nodes = [node.next.setdefault(word, Node()) for node in nodes]
    for node in nodes:
        if entry not in node.entries:
            node.entries.append(entry)


def find_match(root: Node, folded: Sequence[str], joined: Sequence[bool], start: int) -> Iterator[Match]:
    """Names that begin at a word, longest first.

    folded: the document's words, folded. joined: whether each word goes on from the one before it, in one sentence
    with at most a space, a hyphen, an apostrophe or the stop of an initial between.
    """
    found: list[Match] = []
    open_nodes: list[tuple[Node, int, str | None]] = [(root, start, None)]
    while open_nodes:
        node, place, inner = open_nodes.pop()
        if node.entries:
            found.append(Match(place - 1, tuple(node.entries), inner))
        if place >= len(folded) or (place > start and not joined[place]):
            continue
        after = node.next.get(folded[place])
        if after is not None:
            open_nodes.append((after, place + 1, inner))
        if node.slot is not None:
            for end, iso3 in _nationalities(root, folded, joined, place):
                open_nodes.append((node.slot, end + 1, iso3))
    return iter(sorted(found, key=lambda one: -one.last))


def _nationalities(root: Node, folded: Sequence[str], joined: Sequence[bool], start: int) -> Iterator[tuple[int, str]]:
    node, place = root, start
    while place < len(folded) and (place == start or joined[place]):
        after = node.next.get(folded[place])
        if after is None:
            return
        node = after
        for entry in node.entries:
            if entry.kind == "nationality":
                yield place, entry.key
        place += 1
