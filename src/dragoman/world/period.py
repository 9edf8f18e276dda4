"""The words that time expressions are made of, and the rules that join them, for one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii

from dragoman.world.table import BadTable, read_table

_TABLES = ("periods/calendar.tsv", "periods/units.tsv", "periods/relations.tsv")
_LEXEME = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "−": "-"})
_FOLD_FROM = 5  # letters: below, an accent may be all that tells two words apart ("des", "dès")


@dataclass(frozen=True, slots=True)
class PeriodForm:
    """A form in its lexemes, with each category it may have and its value there: "second" is ORD 2 and UNIT S."""

    lexemes: tuple[str, ...]
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """A rule of the grammar: a pattern of categories, what it builds, and the category of the whole."""

    level: int
    makes: str
    pattern: str
    build: str


def lexemes_of(text: str) -> tuple[str, ...]:
    """Words, runs of digits and single marks of a text, in lower case, with plain apostrophes and hyphens.

    >>> lexemes_of("L’an 2025")
    ('l', "'", 'an', '2025')
    """
    return tuple(_LEXEME.findall(text.translate(PLAIN).lower()))


@cache
def read_period_forms(language: str) -> dict[str, tuple[PeriodForm, ...]]:
    """Forms of a language by their first lexeme, longest first; {} for a language without a column.

    Raises BadTable for a row without a category or a value.
    """
    values: dict[tuple[str, ...], dict[str, str]] = {}
    folded: dict[tuple[str, ...], dict[str, str]] = {}
    for path in _TABLES:
        for row in read_table(path):
            if not row["category"] or not row["value"]:
                raise BadTable(f"world/{path}: a row without category or value: {row}")
            for form in filter(None, row.get(language, "").split("|")):
                values.setdefault(lexemes_of(form), {}).setdefault(row["category"], row["value"])
                plain = lexemes_of(anyascii(form))
                if max(map(len, plain)) >= _FOLD_FROM:
                    folded.setdefault(plain, {}).setdefault(row["category"], row["value"])
    for lexemes, found in folded.items():
        values.setdefault(lexemes, found)
    by_first: dict[str, list[PeriodForm]] = {}
    for lexemes, found in values.items():
        by_first.setdefault(lexemes[0], []).append(PeriodForm(lexemes, found))
    return {first: tuple(sorted(some, key=lambda one: -len(one.lexemes))) for first, some in by_first.items()}


@cache
def _months() -> dict[str, int]:
    rows = [row for row in read_table("periods/calendar.tsv") if row["category"] in ("MONTH", "MONTHX")]
    found: dict[str, int] = {}
    for row in rows:
        for cell in (words for column, words in row.items() if column not in ("category", "value")):
            for form in filter(None, cell.split("|")):
                found.setdefault(form.rstrip("."), int(row["value"]))
    return found


@cache
def names_day(word: str, language: str) -> bool:
    """Whether a word is the name of a day of the week or of a month, in a text of a language.

    >>> names_day("Monday", "en"), names_day("money", "en")
    (True, False)
    """
    forms = read_period_forms(language).get(word.lower(), ())
    return any(len(one.lexemes) == 1 and {"WDAY", "MONTH"} & set(one.values) for one in forms)


def month_called(name: str) -> int | None:
    """The month that a word names in any of the languages of the calendar, 1 to 12; None for a word that names none.

    >>> month_called("août"), month_called("Sept."), month_called("soon")
    (8, 9, None)
    """
    return _months().get(name.lower().rstrip("."))


@cache
def read_period_rules(language: str) -> tuple[PeriodRule, ...]:
    """Rules of the grammar that hold in a language, in order of level, then as in the table."""
    rules = [
        PeriodRule(int(row["level"]), row["makes"], row["pattern"], row["build"])
        for row in read_table("periods/rules.tsv")
        if row["languages"] in ("", language) or language in row["languages"].split("|")
    ]
    return tuple(sorted(rules, key=lambda one: one.level))


@cache
def read_period_lemmas(language: str, category: str) -> frozenset[str]:
    """Lemmas of a language that tell what a time is, in one category of the table: FUTAUX, FUTURE, PLAN, MEASURE, AGED."""
    return frozenset(
        lemma
        for row in read_table("periods/lemmas.tsv")
        if row["category"] == category
        for lemma in filter(None, row.get(language, "").split("|"))
    )
