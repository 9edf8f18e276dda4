"""The words, numbers and signs of a stretch of text, cut the same way whatever parser is at work."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from dragoman.model.span import Span
from dragoman.world.quantity import Meaning, Phrases

LexemeKind = Literal["word", "number", "sign"]

# Spaces that group digits: plain, no-break, narrow no-break, thin. Each alternative has one way to match: linear.
_LEXEME = re.compile(
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:[-‐‑][^\W\d_]+)*)"
    r"|(?P<sign>[^\w\s'’])"
)


class Lexeme(NamedTuple):
    """One word, number or sign. word: lower case. start, end: code points of the document's text."""

    start: int
    end: int
    kind: LexemeKind
    word: str


def find_lexemes(span: Span, text: str) -> tuple[Lexeme, ...]:
    """Cut `span` of a document's text into lexemes; apostrophes only separate. Each keeps its place in `text`.

    >>> [one.word for one in find_lexemes(Span(0, 27), "Jusqu’à 14 000 obus, vingt-")]
    ['jusqu', 'à', '14 000', 'obus', ',', 'vingt', '-']
    """
    found: list[Lexeme] = []
    for match in _LEXEME.finditer(text, span.start, span.end):
        kind: LexemeKind = match.lastgroup  # type: ignore[assignment]
        found.append(Lexeme(match.start(), match.end(), kind, match.group().lower()))
    return tuple(found)


def match_phrase(phrases: Phrases[Meaning], lexemes: tuple[Lexeme, ...], at: int) -> tuple[int, Meaning] | None:
    """The longest phrase that starts at a lexeme: the index after it and what it means; None if there is none."""
    if at >= len(lexemes):
        return None
    options = phrases.by_first.get(lexemes[at].word)
    if options is None:
        return None
    for key, meaning in options:
        if at + len(key) > len(lexemes):
            continue
        for offset in range(1, len(key)):
            if lexemes[at + offset].word != key[offset]:
                break
        else:
            return at + len(key), meaning
    return None
