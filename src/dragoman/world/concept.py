"""The concept lexicon: what words name, whatever the language, and what is a kind of what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from dragoman.world.table import BadTable, read_table

Kind = Literal["event", "thing", "people", "body", "source", "quality"]
Frame = Literal["act", "toward", "give", "get", "with", "undergo", "move", "leave", "say"]
PartOfSpeech = Literal["v", "n", "a"]

KINDS: frozenset[str] = frozenset(get_args(Kind))
FRAMES: frozenset[str] = frozenset(get_args(Frame))
PARTS_OF_SPEECH: frozenset[str] = frozenset(get_args(PartOfSpeech))

# Order of reading; a concept may have its parent in any of them.
TABLES = ("concepts/things.tsv", "concepts/people.tsv", "concepts/sources.tsv", "concepts/events.tsv")
# Every other column of a table is a language: a new language is a new column.
_FIXED_COLUMNS = frozenset({"concept", "broader", "kind", "frame", "note"})
_NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")
_BETWEEN_WORDS = re.compile(r"[\s\u00a0\u202f'’\u2010\u2011-]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to say a concept. pos: v, n or a. words: its words, case-folded ("se", "rendre"; "lance", "roquettes")."""

    language: str
    pos: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """What a word names.

    broader: the more general concept, None at a root. frame: how syntax maps to roles, None unless kind is "event".
    words: every way to say it, in table order; () for an ancestor without words.
    """

    name: str
    broader: str | None
    kind: str
    frame: str | None
    words: tuple[Entry, ...]


def split_words(entry: str) -> tuple[str, ...]:
    """The case-folded words of a lexicon entry, parted at spaces, hyphens and apostrophes.

    >>> split_words("obus d’artillerie"), split_words("cessez-le-feu")
    (('obus', 'd', 'artillerie'), ('cessez', 'le', 'feu'))
    """
    return tuple(word for word in _BETWEEN_WORDS.split(entry.casefold()) if word)


def _entries(cell: str, language: str, where: str) -> tuple[Entry, ...]:
    entries = []
    for part in filter(None, (piece.strip() for piece in cell.split(";"))):
        pos, mark, text = part.partition(":")
        words = split_words(text)
        if pos not in PARTS_OF_SPEECH or not mark or not words:
            raise BadTable(f"{where}: {part!r} ({language}) is not v:, n: or a: and a word")
        entries.append(Entry(language, pos, words))
    return tuple(entries)


def _concept(row: Mapping[str, str], where: str) -> Concept:
    name, kind, frame = row["concept"], row["kind"], row["frame"]
    if not _NAME.fullmatch(name):
        raise BadTable(f"{where}: {name!r} is not an UPPER_SNAKE name")
    if kind not in KINDS:
        raise BadTable(f"{where}: {name} is of kind {kind!r}, not one of {', '.join(sorted(KINDS))}")
    if (kind == "event") != (frame in FRAMES) or (frame and kind != "event"):
        raise BadTable(
            f"{where}: {name}, of kind {kind}, has frame {frame!r}; an event has one of {', '.join(sorted(FRAMES))}"
        )
    languages = sorted(set(row) - _FIXED_COLUMNS)
    words = tuple(entry for language in languages for entry in _entries(row[language], language, where))
    return Concept(name, row["broader"] or None, kind, frame or None, words)


def build_lexicon(tables: Mapping[str, Iterable[Mapping[str, str]]]) -> Mapping[str, Concept]:
    """Concepts by name, from the rows of each table (its path is named in errors), checked as a whole.

    Raises BadTable for a name given twice, an unknown parent, a ring of parents, an unknown kind or frame, or a word that
    stands in two concepts with one part of speech in one language (both are named).
    """
    found: dict[str, Concept] = {}
    home: dict[Entry, str] = {}
    for path, rows in tables.items():
        for row in rows:
            concept = _concept(row, path)
            if concept.name in found:
                raise BadTable(f"{path}: {concept.name} is given twice")
            found[concept.name] = concept
            for entry in concept.words:
                if home.setdefault(entry, concept.name) != concept.name:
                    said = f"{entry.pos}:{' '.join(entry.words)} ({entry.language})"
                    raise BadTable(f"{path}: {said} stands in both {home[entry]} and {concept.name}")
    for name in found:
        _line_of(name, found)
    return MappingProxyType(found)


def _line_of(name: str, lexicon: Mapping[str, Concept]) -> tuple[str, ...]:
    line: list[str] = []
    at: str | None = name
    while at is not None:
        if at in line:
            raise BadTable(f"{name} is its own ancestor: {' < '.join([*line, at])}")
        if at not in lexicon:
            raise BadTable(f"{line[-1] if line else name}: there is no concept {at!r}")
        line.append(at)
        at = lexicon[at].broader
    return tuple(line)


@cache
def concepts() -> Mapping[str, Concept]:
    """The shipped lexicon: concepts by name, in table order. Raises BadTable as `build_lexicon` does."""
    return build_lexicon({path: read_table(path) for path in TABLES})


@cache
def ancestors(name: str) -> tuple[str, ...]:
    """A concept, its parent and so on to the root. Raises BadTable if there is no such concept.

    >>> ancestors("ARTILLERY_SHELL")[:3]
    ('ARTILLERY_SHELL', 'SHELL', 'MUNITION')
    """
    return _line_of(name, concepts())


@cache
def _family(name: str) -> frozenset[str]:
    return frozenset(ancestors(name))


def is_a(name: str, ancestor: str) -> bool:
    """Whether a concept is another or a kind of it; False for names the lexicon does not have.

    >>> is_a("TANK", "WEAPON"), is_a("WEAPON", "TANK")
    (True, False)
    """
    return name in concepts() and ancestor in _family(name)


@cache
def words(language: str) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """All entries of one language ("fr") in table order: part of speech, case-folded words, concept; () if it has no column."""
    return tuple(
        (entry.pos, entry.words, concept.name)
        for concept in concepts().values()
        for entry in concept.words
        if entry.language == language
    )


@cache
def _verbs(language: str) -> frozenset[str]:
    return frozenset(entry[0] for pos, entry, _ in words(language) if pos == "v" and len(entry) == 1)


def is_known(verb: str, language: str) -> bool:
    """Whether the lexicon has a verb, by its dictionary form.

    >>> is_known("geler", "fr"), is_known("tweeter", "fr")
    (True, False)
    """
    return verb.casefold() in _verbs(language)


@cache
def _people(language: str) -> frozenset[str]:
    kinds = concepts()
    return frozenset(
        entry[0]
        for pos, entry, name in words(language)
        if pos == "n" and len(entry) == 1 and (kinds[name].kind == "people" or is_a(name, "OFFICIAL"))
    )


def names_people(noun: str, language: str) -> bool:
    """Whether the lexicon knows a noun, by its dictionary form, for people.

    >>> names_people("ambassadeur", "fr"), names_people("accord", "fr")
    (True, False)
    """
    return noun.casefold() in _people(language)
