"""The words that a text's checks on itself look for, and small questions that several of them ask."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Literal

from dragoman.model.reading import Reading
from dragoman.model.span import Span
from dragoman.model.tree import Sentence
from dragoman.world.table import read_table

Role = Literal[
    "confirm",
    "indirect",
    "open",
    "formation",
    "bound",
    "exclusive",
    "point",
    "placeholder",
    "leftover",
    "office",
    "count",
    "word",
    "reading",
    "roughly",
    "piece",
    "this",
    "revised",
    "byline",
    "partitive",
    "pointing",
    "somebody",
    "such_as",
    "some_official",
    "definite",
    "house",
    "impersonal",
    "anonymity",
    "in_all", "total_of", "that_is", "part_of", "out_of", "apart", "and", "rise", "fall", "from", "to",
    "twice", "thrice", "half", "bound_before", "each_of", "household",
    "rank", "no_rank_behind", "promoted",
    "of", "see_also", "newsroom", "made", "engine", "word_count", "stock", "stock_opening", "takes_up", "data", "ahead", "some_of", "particle", "joins_author",
    "minister", "of_ministry", "ministry",
]  # fmt: skip


@cache
def words_of(language: str, role: Role) -> frozenset[str]:
    """Words of a role in a language, lower case with the typographic apostrophe; none for a language without rows."""
    rows = read_table("rules/self_checks.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language and row["role"] == role)


def find_words(text: str, language: str, role: Role) -> Iterator[Span]:
    """Where words or phrases of a role stand in a text, as words of their own, the longest of those at one place."""
    pattern = _pattern(language, role)
    if pattern is not None:
        yield from (Span(*found.span()) for found in pattern.finditer(text))


@cache
def _pattern(language: str, role: Role) -> re.Pattern[str] | None:
    phrases = sorted(words_of(language, role), key=lambda one: (-len(one), one))
    escaped = (re.escape(one).replace("’", "['’ʼ]").replace(r"\ ", r"[ \u00a0\u202f]") for one in phrases)
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(escaped)})(?!\w)") if phrases else None


def sentence_at(reading: Reading, span: Span) -> int | None:
    """Index of the sentence that a span starts in, None if it starts in none."""
    number = bisect_right(reading.sentences, span.start, key=lambda one: one.span.start) - 1
    return number if number >= 0 and span.start < reading.sentences[number].span.end else None


def countries_in(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """Countries of the actors that a sentence names."""
    return frozenset(
        one.actor.country for one in reading.actors if one.actor.country and sentence.span.covers(one.quote.span)
    )
