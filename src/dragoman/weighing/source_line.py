"""Lines of descent by a named source: documents that tell one thing from one mouth within days are one dispatch in many prints."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model.fact import Descent
from dragoman.weighing.origin import Bench
from dragoman.weighing.profile import Profile
from dragoman.weighing.union import Union

_DAYS = 7  # later prints look back on the news, and have read more than one account of it


def find_source_lines(groups: Iterable[tuple[Profile, ...]], bench: Bench) -> tuple[Descent, ...]:
    """One line for each set of documents that have a fact from one named originator, printed within days of one another.

    What such documents say on their own stays their own: the line shows that they count once where they cite the source.
    """
    lines: dict[str, Union[str]] = {}
    labels: dict[str, str] = {}
    for group in groups:
        sourced: dict[str, list[Profile]] = {}
        for one in group:
            if one.origin.named and one.printed is not None:
                sourced.setdefault(one.origin.key, []).append(one)
        for key, some in sourced.items():
            some.sort(key=lambda one: (one.printed, one.claim.document_id))
            labels.setdefault(key, some[0].origin.label)
            _join(some, lines.setdefault(key, Union()))
    found = []
    for key in sorted(lines):
        for ids in lines[key].sets():
            if len({bench.heads.get(one, one) for one in ids}) > 1:  # copies of one text are a line already
                ordered = tuple(sorted(ids, key=lambda one: _head_first(one, bench)))
                found.append(Descent(ordered, f"tell one thing from {labels[key]} within days", "origin"))
    return tuple(sorted(found, key=lambda one: (one.document_ids, one.reason)))


def _join(some: list[Profile], line: Union[str]) -> None:
    for one, other in zip(some, some[1:], strict=False):
        if one.printed and other.printed and other.printed[0] - one.printed[1] <= _DAYS:
            line.join(one.claim.document_id, other.claim.document_id)


def _head_first(document_id: str, bench: Bench) -> tuple[str, int, str]:
    document = bench.documents.get(document_id)
    return ((document.published if document else None) or "9999", -len(document.text) if document else 0, document_id)
