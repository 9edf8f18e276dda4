"""Marks of a text that its copies, rewrites and quotations share: what is stored to find them again without reading all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from dragoman.model.document import Document
from dragoman.reading.quotation import find_quotations
from dragoman.world.quantity import NumberKind, quantity_words

SHINGLE = 4  # words; an edited sentence keeps most runs of four, two reports of one event share few
# Of each eight runs of words in a row the one with the least hash is kept: any eleven words that two texts share leave
# one mark in both (winnowing: Schleimer, Wilkerson, Aiken 2003), however much longer one text is than the other. MinHash
# estimates how alike two whole texts are, and finds no brief inside a long text.
_WINDOW = 8
# Measured on ../shared/articles/relations, coded and as read (tests/weighing), 2026-11-26: 6 to 12 words change no line there.
_QUOTE_WORDS = 8  # fewer words are a phrase that many may use: "the front line", "a new stage of the war"
_QUOTE_MARKS = re.compile(r"``|[«»‹›“”„‟\"‘’']")
_WORDS = re.compile(r"\w+")
_FIGURES = re.compile(r"\d+(?:[.,  ]\d{3})*(?![\d])|[^\W\d_]+")
_YEARS = range(1900, 2100)
_NO_NUMBER: dict[NumberKind, float] = {}


def words_of(text: str) -> list[str]:
    """Words of a text, case folded."""
    return _WORDS.findall(text.casefold())


@lru_cache(maxsize=4096)
def shingles_of(text: str) -> frozenset[int]:
    """Runs of four words, as hashes; one run for a text of fewer words."""
    return frozenset(_runs(text))


def _runs(text: str) -> list[int]:
    words = words_of(text)
    count = max(len(words) - SHINGLE + 1, 1)
    return [crc32(" ".join(words[i : i + SHINGLE]).encode("utf-8", "surrogatepass")) for i in range(count)]


@dataclass(frozen=True, slots=True)
class Traits:
    """What a document may share with another. marks: "w…" of its words, "q…" of its longer quotations, "f…" of its figures."""

    figures: tuple[str, ...]
    quotes: frozenset[str]
    marks: frozenset[str]


def traits_of(document: Document) -> Traits:
    """Figures, longer quotations and marks of a document; none of a row of a set of coded events, which is alike to every other by its form."""
    if document.dataset is not None:
        return Traits((), frozenset(), frozenset())
    figures, quotes = figures_of(document.text, document.language), quotes_of(document)
    marks = {f"w{one:08x}" for one in _winnowed(_runs(document.text))}
    marks.update(f"q{crc32(one.encode('utf-8', 'surrogatepass')):08x}" for one in quotes)
    marks.update(f"f{one}>{other}" for one, other in pairwise(figures))
    return Traits(figures, quotes, frozenset(marks))


def _winnowed(runs: list[int]) -> Iterator[int]:
    if len(runs) <= _WINDOW:
        yield from runs  # a brief keeps all of its marks: it may be inside any text
        return
    for start in range(len(runs) - _WINDOW + 1):
        yield min(runs[start : start + _WINDOW])


def quotes_of(document: Document) -> frozenset[str]:
    """Words between quotation marks of eight words and more, case folded and without punctuation."""
    if not _QUOTE_MARKS.search(document.text) and all(one.kind != "quote" for one in document.paragraphs):
        return frozenset()
    quotations = find_quotations(document.text, document.paragraphs, document.language)
    found = (words_of(one.inner.text) for one in quotations)
    return frozenset(" ".join(words) for words in found if len(words) >= _QUOTE_WORDS)


def figures_of(text: str, language: str) -> tuple[str, ...]:
    """Numbers above nine in order of the text, in digits and in one word; years and repetitions left out.

    >>> figures_of("Some 15,000 went and 4.700 fell in 2024, forty of them officers.", "en")
    ('15000', '4700', '40')
    """
    found: dict[str, None] = {}
    numbers = quantity_words(language).numbers
    for word in _FIGURES.findall(text):
        if word[0].isdigit():
            value = float("".join(filter(str.isdigit, word))[:15])
        else:
            value = numbers.get(word.lower(), _NO_NUMBER).get("count", 0)
        if value > 9 and value not in _YEARS:
            found.setdefault(f"{value:.15g}")
    return tuple(found)
