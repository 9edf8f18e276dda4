"""Lines of descent: documents that are one report, printed, rewritten, translated or quoted several times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal

from dragoman.model.document import Document
from dragoman.model.fact import Descent
from dragoman.weighing.print_mark import SHINGLE, Traits, shingles_of, traits_of, words_of
from dragoman.weighing.union import Union
from dragoman.weighing.window import printed_on

COMMON = (
    200  # documents with one mark up to which each is compared with each; a footer has more, and joins neighbours alone
)
# Share of the shorter text's shingles found in the longer. Measured on examples/ (2026-01): a lightly rewritten wire copy
# has 0.35 and more, two independent reports of one event under 0.05. Lower makes quotations of one speech a copy.
_COPY = 0.3
# Two briefs of one sentence may share "had been killed in January": so many runs shared are eleven words in a row, as many as
# leave one mark in both (print_mark.py). Fewer make a copy only of a text that has hardly any others.
_COPY_RUNS, _BRIEF_COPY = 8, 0.8
# Measured on ../shared/articles/relations, coded and as read (tests/weighing), 2026-11-26:
# 3 to 6 figures, shares of 0.4 to 0.8 and 1 to 7 days change no line there; 0.2 to 0.5 for _COPY neither.
_FIGURES = 4  # figures in one order that make two texts one dispatch; three are met in two reports of one battle
_FIGURE_SHARE = 0.6  # of the figures of the text that has fewer
_DISPATCH_DAYS = 3  # a rewrite or translation follows within days; a history that repeats the figures comes later

Kind = Literal["copy", "rewrite", "quotation"]


@dataclass(frozen=True, slots=True)
class _Link:
    kind: Kind
    share: float


def containment(left: str, right: str) -> float:
    """Share of the shorter text's runs of four words that the longer has too, 0 to 1.

    >>> containment("one two three four five", "so: one two three four five, they said")
    1.0
    """
    return _shared(left, right)[0]


def _shared(left: str, right: str) -> tuple[float, int]:
    """Containment, and how many runs of words it is."""
    one, other = sorted((shingles_of(left), shingles_of(right)), key=len)
    return len(one & other) / len(one), len(one & other)


def find_descents(documents: Iterable[Document], known: Mapping[str, Traits] | None = None) -> tuple[Descent, ...]:
    """Groups of two documents or more that descend from one report, each with its likely head first.

    Copies share text; rewrites and translations share their figures in one order, within days; a shared quotation makes a
    line that is shown, and in which nobody's own words become another's. The head is the earliest dated, then one
    that names no other's publisher, then the longest, then the one whose id sorts first. Order of input is irrelevant. known: traits that were taken already, by id.
    """
    ordered, known = sorted({one.id: one for one in documents}.values(), key=lambda one: one.id), known or {}
    traits = [known[one.id] if one.id in known else traits_of(one) for one in ordered]
    links = {}
    for pair in _candidates(traits):
        link = _link(*((ordered[one], traits[one]) for one in pair))
        if link is not None:
            links[pair] = link
    lines = _lines({pair: link for pair, link in links.items() if link.kind != "quotation"}, ordered)
    heads = {one: line.document_ids[0] for line in lines for one in line.document_ids}
    quoted = {
        pair: link
        for pair, link in links.items()
        if link.kind == "quotation" and len({heads.get(ordered[one].id, ordered[one].id) for one in pair}) == 2
    }
    return (*lines, *_lines(quoted, ordered))


def _candidates(traits: list[Traits]) -> list[tuple[int, int]]:
    """Pairs of documents that share a mark, by their places."""
    having: dict[str, list[int]] = {}
    for number, one in enumerate(traits):
        for mark in one.marks:
            having.setdefault(mark, []).append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in having.values():
        if len(numbers) > 1:
            pairs.update(combinations(numbers, 2) if len(numbers) <= COMMON else pairwise(numbers))
    return sorted(pairs)


def _link(left: tuple[Document, Traits], right: tuple[Document, Traits]) -> _Link | None:
    one, other = left[0], right[0]
    share, runs = (1.0, _COPY_RUNS) if one.text_sha256 == other.text_sha256 else _shared(one.text, other.text)
    quoted = left[1].quotes & right[1].quotes
    if share >= (_COPY if runs >= _COPY_RUNS else _BRIEF_COPY) and not (quoted and _share_only(quoted, one, other)):
        return _Link("copy", share)
    figures = sorted((left[1].figures, right[1].figures), key=len)
    if len(figures[0]) >= _FIGURES and _days_apart(one, other) <= _DISPATCH_DAYS:
        common = _in_one_order(*figures)
        if common >= _FIGURES and common >= _FIGURE_SHARE * len(figures[0]):
            return _Link("rewrite", common / len(figures[0]))
    return _Link("quotation", 1.0) if quoted else None


def _share_only(quoted: frozenset[str], left: Document, right: Document) -> bool:
    """Whether two texts are copies in what they quote alone: two reports of one speech, each in words of its own."""
    if left.text_sha256 == right.text_sha256:
        return False
    share, runs = _shared(*(_without(quoted, one.text) for one in (left, right)))
    return share < (_COPY if runs >= _COPY_RUNS else _BRIEF_COPY)


def _without(quoted: frozenset[str], text: str) -> str:
    words = " ".join(words_of(text))
    for number, one in enumerate(sorted(quoted, key=lambda one: (-len(one), one))):
        words = words.replace(one, f"{len(text)}x{number}")  # no word of either text, so that no run goes across
    return words


def _days_apart(one: Document, other: Document) -> float:
    first, second = printed_on(one.published), printed_on(other.published)
    if first is None or second is None:
        return float("inf")
    return max(0, first[0] - second[1], second[0] - first[1])


def _in_one_order(few: tuple[str, ...], many: tuple[str, ...]) -> int:
    """Length of the longest sequence that both have in order."""
    best = [0] * (len(many) + 1)
    for one in few:
        before = 0
        for place, other in enumerate(many, 1):
            kept = best[place]
            best[place] = before + 1 if one == other else max(best[place], best[place - 1])
            before = kept
    return best[-1]


def _lines(links: Mapping[tuple[int, int], _Link], ordered: list[Document]) -> list[Descent]:
    union: Union[int] = Union()
    for left, right in links:
        union.join(left, right)
    found: list[Descent] = []
    for numbers in union.sets():
        members = _head_first([ordered[number] for number in numbers])
        inside = [link for pair, link in links.items() if pair[0] in set(numbers)]
        kind: Kind = "quotation" if inside[0].kind == "quotation" else "copy"
        if any(link.kind == "rewrite" for link in inside):
            kind = "rewrite"
        found.append(Descent(tuple(one.id for one in members), _reason(kind, inside), kind))
    return sorted(found, key=lambda one: one.document_ids)


def _head_first(some: list[Document]) -> list[Document]:
    """The documents of a line in the order in which they were printed; of one day, those that name no other's publisher first.

    "ATHENS, March 3 (Northern Wire) - Greece …" in the Harbour Gazette is longer than the Wire's own print, and is the copy.
    """
    names = {one.publisher for one in some if one.publisher}

    def when(one: Document) -> tuple[str, bool, int, str]:
        credits = any(name != one.publisher and _names(one.text, name) for name in names)
        return (one.published or "9999", credits, -len(one.text), one.id)

    return sorted(some, key=when)


def _names(text: str, name: str) -> bool:
    """Whether a text has a name as words of its own."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _reason(kind: Kind, links: list[_Link]) -> str:
    least = min(link.share for link in links)
    return {
        "copy": f"share at least {least:.0%} of their runs of {SHINGLE} words, pair by pair",
        "rewrite": "give the same figures in the same order within days, or share runs of words",
        "quotation": "quote the same words at length",
    }[kind]
