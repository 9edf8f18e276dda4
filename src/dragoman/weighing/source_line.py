"""Lines of descent by a named source: documents that tell one thing from one mouth within days are one dispatch in many prints."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from dragoman.model.fact import Descent, Fact
from dragoman.weighing.origin import Bench
from dragoman.weighing.union import Union
from dragoman.weighing.window import printed_on

# Later prints look back on the news, and have read more than one account of it.
# Measured on ../shared/articles/relations, coded and as read (tests/weighing), 2026-11-26: 3 to 14 days changes nothing there.
_DAYS = 7


def find_source_lines(facts: Iterable[Fact], bench: Bench) -> tuple[Descent, ...]:
    """One line for each set of documents that have a fact from one named originator, printed within days of one another.

    What such documents say on their own stays their own: the line shows that they count once where they cite the source.
    """
    found: dict[str, set[tuple[str, ...]]] = {}
    for fact in facts:
        for backing in fact.backing:
            if backing.named and len(backing.documents) > 1:
                line: Union[str] = Union()
                _join(backing.documents, line, bench)
                sets = (
                    tuple(sorted(ids, key=lambda one: (bench.published(one) or "9999", one))) for ids in line.sets()
                )
                found.setdefault(backing.label, set()).update(ids for ids in sets if _is_more_than_copies(ids, bench))
    lines = [
        Descent(ids, f"tell one thing from {label} within days", "origin")
        for label, sets in found.items()
        for ids in sets
        if not any(set(ids) < set(others) for others in sets)
    ]
    return tuple(sorted(lines, key=lambda one: (one.document_ids, one.reason)))


def _is_more_than_copies(ids: tuple[str, ...], bench: Bench) -> bool:
    """Whether documents are of more than one line of copies: copies of one text are a line already."""
    return len({bench.heads.get(one, one) for one in ids}) > 1


def _join(documents: tuple[str, ...], line: Union[str], bench: Bench) -> None:
    """Join each document with the next in time, if they are few days apart. documents: in order of their printing."""
    dated = [(one, printed_on(bench.published(one))) for one in documents]
    for (one, first), (other, second) in pairwise([pair for pair in dated if pair[1]]):
        if first and second and second[0] - first[1] <= _DAYS:
            line.join(one, other)
