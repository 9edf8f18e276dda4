"""RIS and BibTeX: a reference for each document, with its claims as notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.export.address import web_address
from dragoman.export.geojson import unplaced
from dragoman.export.heading import heading_of
from dragoman.export.holding import Held, Holding, counted_claims
from dragoman.export.rendered import Rendered, Style, lost
from dragoman.export.xml_text import one_line
from dragoman.model.document import Document

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# What TeX takes for a command. A bare brace would end the field, and its TeX form for a brace would still be counted as one.
_TEX = {
    "\\": "\\textbackslash ", "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_", "{": "(", "}": ")", "~": "\\textasciitilde ",
    "^": "\\textasciicircum ", '"': "''",
}  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def render_ris(holding: Holding, style: Style) -> Rendered:
    """A reference of type NEWS for each document, of type DATA for a row of a set of coded events."""
    notes = _notes(holding)
    lines: list[str] = []
    for entry in holding.entries:
        lines += [f"{tag}  - {_plain(value)}" for tag, value in _ris(entry.document, notes.get(entry.document.id, []))]
        lines += ["ER  - ", ""]
    return Rendered("".join(f"{one}\r\n" for one in lines).encode("utf-8"), *_told(holding))


def render_bibtex(holding: Holding, style: Style) -> Rendered:
    """An @article for each document, a @misc for a row of a set of coded events, keyed by publisher, year and the beginning of its id."""
    notes = _notes(holding)
    entries = []
    for entry in holding.entries:
        fields = [
            f"  {name} = {{{value}}}" for name, value in _bibtex(entry.document, notes.get(entry.document.id, []))
        ]
        kind = "misc" if entry.document.dataset else "article"
        entries.append(f"@{kind}{{{_key(entry.document)},\n" + ",\n".join(fields) + "\n}\n")
    counts, not_held = _told(holding)
    braces = "braces and double quotes in words: they stand as parentheses and two apostrophes"
    return Rendered("\n".join(entries).encode("utf-8"), counts, (*not_held, braces))


def _told(holding: Holding) -> tuple[dict[str, int], tuple[str, ...]]:
    vague = sum(not _DATE.fullmatch(one.document.published or "") for one in holding.entries)
    not_held = (
        "claims in fields of their own: each is one note, with its status, originator, grade and quotation",
        "facts and disagreements between documents",
        "control characters and line breaks in words",
        *unplaced(holding, len(counted_claims(holding))),
        *lost(
            vague, "dates of publication as a date: EDTF that is no day, month or year, or none; a note has the value"
        ),
    )
    return {"references": len(holding.entries)}, not_held


def _notes(holding: Holding) -> dict[str, list[str]]:
    """The claims of each document that no person rejected, a note each."""
    found: dict[str, list[str]] = {}
    for held in counted_claims(holding):
        found.setdefault(held.document.id, []).append(_note(held))
    return found


def _note(held: Held) -> str:
    line = held.line
    grade = f"grade {line.grade}" + (", disputed" if line.disputed else "") if line else "in no fact"
    decided = f", {held.decision} by a person" if held.decision else ""
    says = held.original or "nobody named"
    return f"{held.claim.id}: {heading_of(held)}; says {says}; {grade}{decided}: “{held.claim.evidence.text}”"


def _plain(text: str) -> str:
    return _CONTROL.sub("", one_line(text)).strip()


def _ris(document: Document, notes: list[str]) -> Iterator[tuple[str, str]]:
    yield "TY", "DATA" if document.dataset else "NEWS"
    yield "ID", document.id
    yield "TI", document.title or document.source_id
    yield from (("AU", one) for one in document.authors or ())
    if document.publisher:
        yield "T2", document.publisher
    date = _DATE.fullmatch(document.published or "")
    if date:  # RIS writes what is not known as nothing between strokes: 2025/05//
        yield "PY", date["year"]
        yield "DA", f"{date['year']}/{date['month'] or ''}/{date['day'] or ''}/"
    if web := web_address(document.url):
        yield "UR", web
    yield "LA", document.language
    yield "N1", _published(document)
    yield from (("N1", one) for one in notes)


def _published(document: Document) -> str:
    """The date of publication as it is kept, with the cue that it came from."""
    if document.published is None:
        return "published: not known"
    return f"published: {document.published} ({document.published_from or 'given'})"


def _bibtex(document: Document, notes: list[str]) -> Iterator[tuple[str, str]]:
    yield "title", _tex(document.title or document.source_id)
    if document.authors:
        # In names, "and" parts one from the next, and a comma the family's name from the others: each name is one word here.
        yield "author", " and ".join(f"{{{_tex(one)}}}" for one in document.authors)
    if document.publisher:
        yield "journal", _tex(document.publisher)
    date = _DATE.fullmatch(document.published or "")
    if date:
        yield "year", date["year"]
        if date["month"]:
            yield "month", _MONTHS[int(date["month"]) - 1]
        yield "date", document.published or ""
    if web := web_address(document.url):
        yield "url", web
    yield "langid", _tex(document.language)
    yield "note", _tex(f"{_published(document)}; document {document.id}")
    if notes:
        yield "annote", "; ".join(_tex(one) for one in notes)


def _tex(text: str) -> str:
    """Words as TeX prints them.

    >>> _tex("100 % of {A_B}")
    '100 \\\\% of (A\\\\_B)'
    """
    return "".join(_TEX.get(letter, letter) for letter in _plain(text))


def _key(document: Document) -> str:
    """A key that no other document has: "thegazette2025-5d01d62a8b79"."""
    name = re.sub("[^a-z0-9]", "", (document.publisher or "").casefold())[:20] or "unknown"
    date = _DATE.fullmatch(document.published or "")
    return f"{name}{date['year'] if date else ''}-{document.id.removeprefix('sha256:')[:12]}"
