"""Ministers whose ministry is another further up: "Foreign Minister Anna Moreau", "the minister of defence, Anna Moreau"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from anyascii import anyascii

from dragoman.coding.self_check import find_words, sentence_at, words_of
from dragoman.model.document import DocumentWarning
from dragoman.model.reading import Reading
from dragoman.model.span import Quote, Span, quote

_NAME = r"[^\W\d_a-zà-öø-ÿ][\w’'-]+"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_changed_ministries(reading: Reading) -> Iterator[DocumentWarning]:
    """Ministers of another ministry than before, each once; none who is said to have changed it, nor of another year."""
    first: dict[str, tuple[str, Quote, frozenset[str]]] = {}
    told: set[str] = set()
    for name, ministry, words in _ministers(reading):
        number = sentence_at(reading, words.span)
        sentence = reading.sentences[number].span.of(reading.document.text) if number is not None else ""
        if any(True for _ in find_words(sentence, reading.document.language, "promoted")):
            told.add(name)
        years = frozenset(_YEAR.findall(sentence))
        known, before, then = first.setdefault(name, (ministry, words, years))
        is_other_year = years and then and not years & then
        if known != ministry and name not in told and not is_other_year:
            told.add(name)
            yield DocumentWarning("self_contradiction", words, f"called {before.text!r} elsewhere in the text")


def _ministers(reading: Reading) -> Iterator[tuple[str, str, Quote]]:
    """Each minister with a name of two words or more: the name, folded, the kind of ministry, the words."""
    text, language = reading.document.text, reading.document.language
    kinds = _kinds(language)
    for found in _office(language).finditer(text) if kinds else ():
        ministry = found.group("before") or found.group("behind")
        joined = re.search(r"(\w+) $", text[: found.start()])
        if joined is not None and joined.group(1).casefold() in words_of(language, "and"):
            continue  # "Foreign Affairs and Trade Minister" has two
        name = str(anyascii(found.group("name"))).casefold().removesuffix("'s")
        yield name, kinds[ministry.casefold().replace("'", "’")], quote(Span(*found.span()), text)


@cache
def _kinds(language: str) -> dict[str, str]:
    """What a ministry is called, to its kind; a row is "kind: name"."""
    rows = (row.partition(": ") for row in words_of(language, "ministry"))
    return {name: kind for kind, _, name in rows}


@cache
def _office(language: str) -> re.Pattern[str]:
    names = sorted(_kinds(language), key=lambda one: (-len(one), one))
    ministry = "|".join(re.escape(one).replace("’", "['’]") for one in names)
    minister, of = ("|".join(sorted(words_of(language, role))) for role in ("minister", "of_ministry"))
    of = of.replace("’", "['’]")
    before = rf"(?P<before>{ministry}) (?:{minister}),? "
    behind = rf"(?:{minister}) (?:\w+ )?(?:{of}) ?(?P<behind>{ministry}),? "
    return re.compile(rf"(?<!\w)(?i:{before}|{behind})(?P<name>{_NAME}(?: {_NAME}){{1,3}})")
