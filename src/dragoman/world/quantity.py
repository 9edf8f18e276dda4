"""What is known of numbers before reading: their words, the words that bound them, what they count and what money is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, Literal, TypeVar, cast, get_args

from dragoman.world.table import BadTable, read_table

NumberKind = Literal["one", "article", "count", "scale", "short", "half", "about", "vague"]
Sense = Literal[
    "more", "least", "about", "most", "nearly", "less", "several", "couple", "between", "from", "and", "to", "or",
]  # fmt: skip
Place = Literal["before", "after", "join"]
UnitKind = Literal["person", "casualty", "thing", "measure", "duration", "calibre", "times", "money", "other"]
PhraseKey = tuple[str, ...]
Meaning = TypeVar("Meaning")

# A word of a phrase: letters with inner hyphens, or one sign; apostrophes separate, so that "plus d’" and "plus d'" agree.
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*\.?|[^\w\s'’]")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Meaning]):
    """Phrases with a meaning each. by_first: the phrases of each first word, longest first."""

    by_first: Mapping[str, tuple[tuple[PhraseKey, Meaning], ...]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A counted thing: its English name, or ISO 4217 code, and what kind of thing it is."""

    name: str
    kind: UnitKind


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """All that one language says about quantities. Keys are lower case.

    numbers: word to kind and value. bounds: phrases of each place. units: nouns and money, phrase to unit.
    signs: marks of money, each with its print and its code. suffixes: letters that may be glued to digits ("bn", "km"). single_shorts: those of them
    that are also a unit or a letter ("m", "b"): millions beside money only.
    jobs: job to its words. phrases: job to its phrases of several words.
    openers: words that a quantity can start with. noun_last: the counted noun ends its run of nouns and adjectives.
    """

    decimal: str
    noun_last: bool
    numbers: Mapping[str, Mapping[NumberKind, float]]
    before: Phrases[Sense]
    after: Phrases[Sense]
    join: Phrases[Sense]
    units: Phrases[Unit]
    signs: Phrases[tuple[str, str]]
    suffixes: frozenset[str]
    single_shorts: frozenset[str]
    jobs: Mapping[str, frozenset[str]]
    phrases: Phrases[str]
    openers: frozenset[str]


def split_phrase(phrase: str) -> PhraseKey:
    """The words of a phrase as the lexer of sentences cuts them; apostrophes and case do not matter.

    >>> split_phrase("Plus d’")
    ('plus', 'd')
    """
    return tuple(word.rstrip(".") if len(word) > 1 else word for word in _WORD.findall(phrase.lower()))


@cache
def quantity_words(language: str) -> QuantityWords:
    """The tables for one language (ISO 639-1). A language without rows has digits, signs and codes of money only.

    Raises BadTable for a kind, sense or number that the tables do not know.
    """
    known = {row["language"]: row for row in read_table("quantities/languages.tsv")}
    form = known.get(language, {"decimal": ",", "noun": "last"})
    bounds = [row for row in read_table("quantities/bounds.tsv") if row["language"] in (language, "*")]
    jobs = [row for row in read_table("quantities/context.tsv") if row["language"] == language]
    by_place = {
        place: _phrases((split_phrase(row["phrase"]), _sense(row["sense"])) for row in bounds if row["place"] == place)
        for place in get_args(Place)
    }
    numbers = _numbers(language)
    singles: dict[str, set[str]] = {}
    for row in jobs:
        singles.setdefault(row["job"], set()).add(row["word"])
    phrases = _phrases((split_phrase(row["word"]), row["job"]) for row in jobs if row["job"] in _PHRASE_JOBS)
    signs = _signs()
    return QuantityWords(
        decimal=form["decimal"],
        noun_last=form["noun"] == "last",
        numbers=numbers,
        before=by_place["before"],
        after=by_place["after"],
        join=by_place["join"],
        units=_phrases(_units(language)),
        signs=signs,
        suffixes=_suffixes(language, numbers),
        single_shorts=frozenset(word for word, kinds in numbers.items() if "short" in kinds and len(word) == 1) - {"k"},
        jobs={job: frozenset(words) for job, words in singles.items()},
        phrases=phrases,
        openers=frozenset({*numbers, *by_place["before"].by_first, *phrases.by_first, *signs.by_first}),
    )


# Jobs of context.tsv whose words are matched as phrases and not one by one.
_PHRASE_JOBS = frozenset({"undisclosed", "percent", "points", "denier", "ratio", "ratio_bare"})


def _phrases(pairs: Iterable[tuple[PhraseKey, Meaning]]) -> Phrases[Meaning]:
    by_first: dict[str, list[tuple[PhraseKey, Meaning]]] = {}
    for key, meaning in pairs:
        by_first.setdefault(key[0], []).append((key, meaning))
    return Phrases({first: tuple(sorted(some, key=lambda pair: -len(pair[0]))) for first, some in by_first.items()})


def _sense(sense: str) -> Sense:
    if sense not in get_args(Sense):
        raise BadTable(f"world/quantities/bounds.tsv: no such sense: {sense!r}")
    return cast(Sense, sense)


def _numbers(language: str) -> dict[str, dict[NumberKind, float]]:
    numbers: dict[str, dict[NumberKind, float]] = {}
    for row in read_table("quantities/numbers.tsv"):
        if row["language"] != language:
            continue
        if row["kind"] not in get_args(NumberKind):
            raise BadTable(f"world/quantities/numbers.tsv: no such kind: {row['kind']!r}")
        numbers.setdefault(row["word"], {})[cast(NumberKind, row["kind"])] = float(row["value"])
    return numbers


def _units(language: str) -> list[tuple[PhraseKey, Unit]]:
    found: list[tuple[PhraseKey, Unit]] = []
    for row in read_table("quantities/units.tsv"):
        if row["kind"] not in get_args(UnitKind):
            raise BadTable(f"world/quantities/units.tsv: no such kind: {row['kind']!r}")
        unit = Unit(row["unit"], cast(UnitKind, row["kind"]))
        found.extend((split_phrase(form), unit) for form in row.get(language, "").split("|") if form)
    for row in read_table("quantities/currencies.tsv"):
        money = Unit(row["code"], "money")
        found.extend((split_phrase(form), money) for form in row.get(language, "").split("|") if form)
    return found


def _signs() -> Phrases[tuple[str, str]]:
    rows = read_table("quantities/currencies.tsv")
    return _phrases(
        (split_phrase(sign), (sign, row["code"])) for row in rows for sign in row["signs"].split("|") if sign
    )


def _suffixes(language: str, numbers: Mapping[str, Mapping[NumberKind, float]]) -> frozenset[str]:
    glued = ("measure", "calibre", "duration")
    units = {key[0] for key, unit in _units(language) if len(key) == 1 and unit.kind in glued and len(key[0]) <= 3}
    return frozenset(units | {word for word, kinds in numbers.items() if "short" in kinds})


@cache
def currencies() -> frozenset[str]:
    """ISO 4217 codes of the currencies that the tables name: the units of money."""
    return frozenset(row["code"] for row in read_table("quantities/currencies.tsv"))


@cache
def people_units() -> frozenset[str]:
    """Units that count human beings, alive or lost: "soldier", "civilian", "dead", "casualty"."""
    return frozenset(row["unit"] for row in read_table("quantities/units.tsv") if row["kind"] in ("person", "casualty"))


@cache
def known_units() -> frozenset[str]:
    """All units that the tables name, people or not; a unit outside is a noun of the text."""
    rows = (*read_table("quantities/units.tsv"), *({"unit": one} for one in ("percent", "percentage point")))
    return frozenset(row["unit"] for row in rows)
