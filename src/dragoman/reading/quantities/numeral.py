"""A number as printed: where it stands, what it is worth and how exactly it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dragoman.reading.quantities.lexeme import Lexeme
from dragoman.world.quantity import NumberKind, QuantityWords

NumeralSort = Literal["exact", "about", "vague"]
Lexemes = tuple[Lexeme, ...]

_HYPHEN = re.compile("[-‐‑]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number on the lexemes from `first` to `last`, which is excluded.

    sort: exact; about ("une dizaine": around its value); vague ("milliers": at least `value`, no best).
    digits: printed in digits. lone: "one", "un" or "une" and nothing else. scale: of its last scale word, 1 if none.
    whole: the value as a count where `value` reads a separator as a decimal one ("12,000 soldats" in French).
    """

    first: int
    last: int
    value: float
    sort: NumeralSort = "exact"
    digits: bool = False
    lone: bool = False
    scale: float = 1
    whole: float | None = None


def number_parts(word: str, words: QuantityWords) -> tuple[str, ...]:
    """The number words of a word, itself or a compound's; () if one part is none ("twenty-two", not "three-star")."""
    if word in words.numbers:
        return (word,)
    parts = tuple(_HYPHEN.split(word))
    joints = words.jobs.get("number_and", frozenset())
    known = len(parts) > 1 and parts[0] in words.numbers and parts[-1] in words.numbers
    return parts if known and all(part in words.numbers or part in joints for part in parts) else ()


def kinds_at(lexemes: Lexemes, at: int, words: QuantityWords) -> dict[NumberKind, float]:
    """The kinds of number word that a lexeme can be, with its values; empty if it is none."""
    if at < len(lexemes) and lexemes[at].kind == "word":
        return dict(words.numbers.get(lexemes[at].word, {}))
    return {}
