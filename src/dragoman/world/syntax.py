"""Grammar words by language: which slot a preposition opens, which verbs only lend a noun its sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast, get_args

from dragoman.world.table import BadTable, read_table

SlotName = Literal[
    "subj", "obj", "iobj", "by", "to", "from", "of", "with", "against", "for", "between", "in", "near", "about",
    "inclusive", "exchange", "purpose", "time", "as", "mod", "clause",
]  # fmt: skip
Side = Literal["agent", "theme", "none"]

_PLAIN = {"d": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}


def plain_case(words: str) -> str:
    """A preposition as the table writes it: case-folded, contractions undone, one space between words.

    >>> plain_case("Aux côtés d’"), plain_case("au profit du")
    ('à côtés de', 'à profit de')
    """
    parts = (part for part in re.split(r"[\s’']+", words.casefold()) if part)
    return " ".join(_PLAIN.get(part, part) for part in parts)


@cache
def cases(language: str) -> dict[str, SlotName]:
    """Preposition (plain form) to slot. Raises BadTable for a slot that no rule reads."""
    table: dict[str, SlotName] = {}
    for row in read_table("syntax/cases.tsv"):
        if row["slot"] not in get_args(SlotName):
            raise BadTable(f"world/syntax/cases.tsv: {row['case']!r} opens unknown slot {row['slot']!r}")
        if row["language"] == language:
            table[plain_case(row["case"])] = cast(SlotName, row["slot"])
    return table


@cache
def support_verbs(language: str) -> dict[str, frozenset[Side]]:
    """Lemma of a support verb to what its subject may be to the noun's event."""
    table: dict[str, set[Side]] = {}
    for row in read_table("syntax/support_verbs.tsv"):
        if row["language"] == language:
            table.setdefault(row["verb"], set()).add(cast(Side, row["side"]))
    return {verb: frozenset(sides) for verb, sides in table.items()}


@cache
def never_passive(language: str) -> frozenset[str]:
    """Lemmas of verbs whose perfect looks like a passive and is none: "sont morts", "est arrivé"."""
    return frozenset(row["verb"] for row in read_table("syntax/never_passive.tsv") if row["language"] == language)
