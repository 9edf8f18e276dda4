"""The small words of a language by which names, nationalities and offices are tied together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.world.actor import LANGUAGES, fold
from dragoman.world.table import read_table


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A state's or seat's name that is something else too. person_name: first, last, both or ""."""

    person_name: str
    needs: frozenset[str]
    against: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Sets of folded words of one language, each under the name of its rule in grammar.tsv."""

    country_first: bool
    words: dict[str, frozenset[str]]

    def has(self, rule: str, word: str) -> bool:
        """Whether a folded word belongs to a rule."""
        return word in self.words[rule]


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a language; every set is empty for a language without a column."""
    rows = read_table("actors/grammar.tsv")
    if language not in LANGUAGES:
        return Grammar(False, {row["rule"]: frozenset() for row in rows})
    words = {row["rule"]: frozenset(fold(one) for one in row[language].split(";") if one) for row in rows}
    return Grammar("yes" in words["country_first"], words)


@cache
def ambiguities() -> dict[tuple[str, str], Ambiguity]:
    """Ambiguous names by (folded name, state)."""
    return {
        (fold(row["name"]), row["country"]): Ambiguity(
            row["person_name"],
            frozenset(fold(one) for one in row["needs"].split(";") if one),
            frozenset(fold(one) for one in row["against"].split(";") if one),
        )
        for row in read_table("actors/ambiguous.tsv")
    }
