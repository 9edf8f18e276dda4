"""People whose rank or name changes in one text: "General Diarra" and "Colonel Diarra", "Giulia Ferri" and "Julia Ferri"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

from dragoman.coding.self_check import find_words, sentence_at, words_of
from dragoman.model.document import DocumentWarning
from dragoman.model.reading import Reading
from dragoman.model.span import Quote, Span, quote

_NAME = r"[^\W\d_a-zà-öø-ÿ][\w’'-]*"
_SURNAME = 5  # letters of a surname that stands for the one who has it: "General Kim" may be any of them
_APART = 2  # letters in which two spellings of one name differ
_SPELT = 4  # letters of a first name that can be misspelt: "Ivan" and "Iva"


@dataclass(frozen=True, slots=True)
class _Titled:
    """Somebody with a rank. first: the names before the last, folded, none where only the surname is printed."""

    words: Quote
    rank: str
    first: tuple[str, ...]
    last: str
    is_changing: bool


def find_changed_names(reading: Reading) -> Iterator[DocumentWarning]:
    """People with a rank whose rank, or whose first name, is another further up. Somebody promoted changes his."""
    people = list(_people(reading))
    full = {(one.first, one.last) for one in people if one.first}
    for at, one in enumerate(people):
        if any((before.rank, before.first, before.last) == (one.rank, one.first, one.last) for before in people[:at]):
            continue
        for before in people[:at]:
            if (
                one.is_changing
                or before.is_changing
                or one.last != before.last
                or one.words.span.overlaps(before.words.span)
            ):
                continue
            detail = _rank_changes(one, before, full) or _name_changes(one, before)
            if detail is not None:
                yield DocumentWarning("self_contradiction", one.words, detail)
                break


def _rank_changes(one: _Titled, before: _Titled, full: set[tuple[tuple[str, ...], str]]) -> str | None:
    if one.rank == before.rank or one.rank.endswith(before.rank) or before.rank.endswith(one.rank):
        return None  # a lieutenant general is addressed as a general
    alone = len(one.last) >= _SURNAME and sum(last == one.last for _, last in full) == 1
    is_same = one.first == before.first if one.first and before.first else alone
    if not is_same or one.rank.startswith(before.rank) or before.rank.startswith(one.rank):
        return None  # "général de brigade", "général"
    return f"called {before.words.text!r} elsewhere in the text"


def _name_changes(one: _Titled, before: _Titled) -> str | None:
    """Two first names a letter or two apart, of one rank and one surname."""
    if one.rank != before.rank or len(one.first) != 1 or len(before.first) != 1 or one.first == before.first:
        return None
    left, right = anyascii(one.first[0]).casefold(), anyascii(before.first[0]).casefold()
    distance = DamerauLevenshtein.distance(left, right)
    is_misspelt = 0 < distance <= _APART and min(len(left), len(right)) >= _SPELT
    return f"called {before.words.text!r} elsewhere in the text" if is_misspelt else None


def _people(reading: Reading) -> Iterator[_Titled]:
    text, language = reading.document.text, reading.document.language
    pattern = _ranked(language)
    for found in pattern.finditer(text) if pattern is not None else ():
        before = re.search(r"(\w+)[ -]$", text[: found.start()])
        if before is not None and before.group(1).casefold() in words_of(language, "no_rank_behind"):
            continue  # "Attorney General Anna Moreau" is no general
        names = [_key(one) for one in found.group("name").split()]
        number = sentence_at(reading, Span(*found.span()))
        around = reading.sentences[number].span.of(text) if number is not None else ""
        is_changing = any(True for _ in find_words(around, language, "promoted"))
        rank = (
            anyascii(found.group("rank")).casefold().replace("-", " ").removesuffix("e")
        )  # "la commandante", "capitaine"
        yield _Titled(quote(Span(*found.span()), text), rank, tuple(names[:-1]), names[-1], is_changing)


def _key(name: str) -> str:
    return str(anyascii(name.replace("’", "'").removesuffix("'s"))).casefold()


@cache
def _ranked(language: str) -> re.Pattern[str] | None:
    """What finds a rank and the name behind it: "le général Turki al-Malki", "Colonel Otunge"; no "Attorney General Garland"."""
    ranks = sorted(words_of(language, "rank"), key=lambda one: (-len(one), one))
    if not ranks:
        return None
    rank = "|".join(re.escape(one) for one in ranks)
    small = f"(?:{'|'.join(sorted(words_of(language, 'particle')))})"
    names = rf"(?:{small}[- ]){{0,2}}{_NAME}(?:[ ](?:{small}[- ]){{0,2}}{_NAME}){{0,4}}"
    return re.compile(rf"(?<!\w)(?P<rank>(?i:{rank}))[ \u00a0](?P<name>{names})")
