"""Lines of descent: documents that share so much text that they are one report printed several times."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, pairwise

from dragoman.model.document import Document
from dragoman.model.fact import Descent

_WORDS = re.compile(r"\w+")
_SHINGLE = 4  # words; an edited sentence keeps most runs of four, two reports of one event share few
_FEW = 12  # documents with one run of words up to which each is compared with each
# Share of the shorter text's shingles found in the longer. Measured on examples/: a lightly rewritten wire copy has
# 0.35 and more, two independent reports of one event under 0.05. Lower makes quotations of one speech a copy.
_COPY = 0.3


@cache
def _shingles(text: str) -> frozenset[str]:
    words = _WORDS.findall(text.casefold())
    if len(words) <= _SHINGLE:
        return frozenset((" ".join(words),))
    return frozenset(" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def containment(left: str, right: str) -> float:
    """Share of the shorter text's runs of four words that the longer has too, 0 to 1.

    >>> containment("one two three four five", "so: one two three four five, they said")
    1.0
    """
    one, other = sorted((_shingles(left), _shingles(right)), key=len)
    return len(one & other) / len(one)


def find_descents(documents: tuple[Document, ...]) -> tuple[Descent, ...]:
    """Groups of two documents or more that descend from one text, each with its likely head first.

    The head is the earliest dated, then the longest, then the one whose id sorts first. Order of input is irrelevant.
    """
    ordered = sorted(documents, key=lambda one: one.id)
    group = {one.id: one.id for one in ordered}
    reasons: dict[frozenset[str], float] = {}
    for left, right in _candidates(ordered):
        share = 1.0 if left.text_sha256 == right.text_sha256 else containment(left.text, right.text)
        if share >= _COPY:
            reasons[frozenset((left.id, right.id))] = share
            old, new = sorted((group[left.id], group[right.id]), reverse=True)
            group = {key: new if value == old else value for key, value in group.items()}
    found = []
    for root in sorted(set(group.values())):
        members = [one for one in ordered if group[one.id] == root]
        if len(members) > 1:
            members.sort(key=lambda one: (one.published or "9999", -len(one.text), one.id))
            least = min(share for pair, share in reasons.items() if pair <= {one.id for one in members})
            reason = f"share at least {least:.0%} of their runs of {_SHINGLE} words, pair by pair"
            found.append(Descent(tuple(one.id for one in members), reason))
    return tuple(found)


def _candidates(ordered: list[Document]) -> list[tuple[Document, Document]]:
    """Pairs that share a run of words: every pair of a run few documents have, neighbours alone of one that many have.

    Neighbours are enough to join forty prints of one dispatch, and keep the work linear in the number of documents.
    """
    having: dict[str, list[int]] = {}
    for number, document in enumerate(ordered):
        for shingle in _shingles(document.text):
            having.setdefault(shingle, []).append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in having.values():
        if len(numbers) <= _FEW:
            pairs.update(combinations(numbers, 2))
        else:
            pairs.update(pairwise(numbers))
    return [(ordered[left], ordered[right]) for left, right in sorted(pairs)]
