"""The documents of a dossier: where each is from, how its date is known, what is wrong with it, and what it copies."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.dossier.document_rows import DocumentRow, Kin, WarningRow
from dragoman.dossier.shown import Surface
from dragoman.model.document import Document, DocumentWarning
from dragoman.model.entry import Entry
from dragoman.model.fact import Descent


def copies_of(descents: Iterable[Descent]) -> dict[str, Descent]:
    """Documents that copy or rewrite another to their line, whose first document that is.

    One quotation, or one source cited, makes nobody's own words a copy.
    """
    return {copy: line for line in descents if line.kind in ("copy", "rewrite") for copy in line.document_ids[1:]}


def loose_lines(descents: Iterable[Descent]) -> tuple[Descent, ...]:
    """The lines whose documents tell one thing, and none is a copy."""
    return tuple(one for one in descents if one.kind in ("quotation", "origin"))


def find_documents(entries: tuple[Entry, ...], descents: tuple[Descent, ...]) -> tuple[DocumentRow, ...]:
    """One row a document, in the order given. The likely head of a line of descent is nobody's copy."""
    unique = {one.document.id: one for one in entries}
    numbers = {key: number for number, key in enumerate(unique, 1)}
    parents = {
        copy: (numbers[line.document_ids[0]], line.reason)
        for copy, line in copies_of(descents).items()
        if line.document_ids[0] in numbers
    }
    loose = loose_lines(descents)
    return tuple(_row(one, numbers[key], parents.get(key), _kin(key, loose, numbers)) for key, one in unique.items())


def _kin(document_id: str, lines: tuple[Descent, ...], numbers: dict[str, int]) -> tuple[Kin, ...]:
    """The lines that a document is in without being a copy, each with the other documents of it."""
    found = []
    for line in lines:
        if document_id in line.document_ids:
            others = tuple(sorted(numbers[one] for one in line.document_ids if one in numbers and one != document_id))
            found += [Kin(others, line.reason)] if others else []
    return tuple(found)


def _row(entry: Entry, number: int, parent: tuple[int, str] | None, kin: tuple[Kin, ...]) -> DocumentRow:
    document = entry.document
    return DocumentRow(
        number=number,
        document_id=document.id,
        source_id=document.source_id,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        published=document.published,
        published_from=document.published_from,
        language=document.language,
        claims=len(entry.claims),
        warnings=tuple(_warning(one, document) for one in entry.warnings),
        copy_of=parent[0] if parent else None,
        copy_reason=parent[1] if parent else None,
        kin=kin,
    )


def _warning(warning: DocumentWarning, document: Document) -> WarningRow:
    words = Surface(warning.quote.text, document.language) if warning.quote else None
    return WarningRow(warning.code, words, warning.detail)
