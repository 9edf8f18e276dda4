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
    by_surname: dict[str, list[_Titled]] = {}
    for one in _people(reading):
        by_surname.setdefault(one.last, []).append(one)
    for people in by_surname.values():
        full = {one.first for one in people if one.first}
        for at, one in enumerate(people):
            if any((before.rank, before.first) == (one.rank, one.first) for before in people[:at]):
                continue  # he was called so before, and told of there
            told = (_changes(one, before, len(full)) for before in people[:at])
            detail = next((words for words in told if words is not None), None)
            if detail is not None:
                yield DocumentWarning("self_contradiction", one.words, detail)


def _changes(one: _Titled, before: _Titled, persons: int) -> str | None:
    """What a person is called further up, where it is another rank or name. persons: full names with this surname."""
    if one.is_changing or before.is_changing or one.words.span.overlaps(before.words.span):
        return None
    changes = _rank_changes(one, before, persons) or _name_changes(one, before)
    return f"called {before.words.text!r} elsewhere in the text" if changes else None


def _rank_changes(one: _Titled, before: _Titled, persons: int) -> bool:
    """Two ranks of one person; a lieutenant general is addressed as a general, a "général de brigade" as "général"."""
    ranks = sorted((one.rank, before.rank), key=len)
    if ranks[1].endswith(ranks[0]) or ranks[1].startswith(ranks[0]):
        return False
    alone = len(one.last) >= _SURNAME and persons == 1
    return one.first == before.first if one.first and before.first else alone


def _name_changes(one: _Titled, before: _Titled) -> bool:
    """Two first names a letter or two apart, of one rank and one surname."""
    if one.rank != before.rank or len(one.first) != 1 or len(before.first) != 1 or one.first == before.first:
        return False
    left, right = anyascii(one.first[0]).casefold(), anyascii(before.first[0]).casefold()
    distance = DamerauLevenshtein.distance(left, right)
    return 0 < distance <= _APART and min(len(left), len(right)) >= _SPELT


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
