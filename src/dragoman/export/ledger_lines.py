"""JSON Lines: everything, one row a line, so that the same ledger can be made from it again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from dragoman.export.holding import Holding
from dragoman.export.rendered import SCHEMA, Rendered, Style
from dragoman.model.claim import Claim
from dragoman.model.document import Document, DocumentWarning, Rejected
from dragoman.model.fact import Descent, Disagreement, Fact, Verdict


class NotAnExport(ValueError):
    """A file that is no export of a whole ledger."""


class LedgerRow(msgspec.Struct, frozen=True, tag_field="row", tag="ledger"):
    """The first line. chosen: the filter in words, null for the whole; only the whole can be read back into a ledger."""

    schema: int
    version: str
    chosen: str | None


class DocumentRow(msgspec.Struct, frozen=True, tag_field="row", tag="document"):
    """A document with its text. coder: what read it last."""

    document: Document
    coder: str


class ClaimRow(msgspec.Struct, frozen=True, tag_field="row", tag="claim"):
    """A claim as the program read it; what persons decided about it is in the verdicts."""

    claim: Claim


class WarningRow(msgspec.Struct, frozen=True, tag_field="row", tag="warning"):
    """What is wrong with a document itself."""

    document_id: str
    warning: DocumentWarning


class VerdictRow(msgspec.Struct, frozen=True, tag_field="row", tag="verdict"):
    """A decision, oldest first."""

    verdict: Verdict


class RejectedRow(msgspec.Struct, frozen=True, tag_field="row", tag="rejected"):
    """An input that could not be read."""

    rejected: Rejected


class FactRow(msgspec.Struct, frozen=True, tag_field="row", tag="fact"):
    """Computed from claims and verdicts: it is not read back, but made again."""

    fact: Fact


class DisagreementRow(msgspec.Struct, frozen=True, tag_field="row", tag="disagreement"):
    """Computed, as facts are."""

    disagreement: Disagreement


class DescentRow(msgspec.Struct, frozen=True, tag_field="row", tag="descent"):
    """Computed: documents that come from one text or one report."""

    descent: Descent


AnyRow = (
    LedgerRow | DocumentRow | ClaimRow | WarningRow | VerdictRow | RejectedRow | FactRow | DisagreementRow | DescentRow
)
_decoder = msgspec.json.Decoder(AnyRow)


def render_lines(holding: Holding, style: Style) -> Rendered:
    """The whole holding, with the JSON Schema of a line beside it."""
    rows = tuple(_rows(holding, style))
    counts: dict[str, int] = {}
    for one in rows:
        kind = str(type(one).__struct_config__.tag)
        counts[kind] = counts.get(kind, 0) + 1
    data = b"".join(msgspec.json.encode(one) + b"\n" for one in rows)
    not_held = (
        "earlier readings of documents that were read again, texts that a newer intake replaced, and which claims of theirs the new ones replaced",
        "the bytes that documents came in",
        "the runs of commands, and so what `dragoman changes` would say of the time before",
    )
    return Rendered(data, counts, not_held, {".schema.json": render_schema()})


def _rows(holding: Holding, style: Style) -> Iterator[AnyRow]:
    yield LedgerRow(SCHEMA, style.version, holding.chosen)
    for entry in holding.entries:
        document = entry.document
        yield DocumentRow(document, holding.coders.get(document.id, ""))
        yield from (ClaimRow(holding.as_read[one.id]) for one in entry.claims)
        yield from (WarningRow(document.id, one) for one in entry.warnings)
    yield from (RejectedRow(one) for one in holding.rejected)
    yield from (VerdictRow(one) for one in holding.verdicts)
    yield from (FactRow(one) for one in holding.weighing.facts)
    yield from (DisagreementRow(one) for one in holding.weighing.disagreements)
    yield from (DescentRow(one) for one in holding.weighing.descents)


def render_schema() -> bytes:
    """JSON Schema (2020-12) of one line."""
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(AnyRow)}
    return (json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def parse_lines(lines: Iterable[bytes]) -> Iterator[AnyRow]:
    """The rows of an export, checked as they come. Raises NotAnExport for anything else, for a part, and for a newer schema."""
    number = 0
    for number, line in enumerate(lines, 1):
        try:
            row = _decoder.decode(line)
        except (msgspec.DecodeError, ValueError) as error:
            raise NotAnExport(f"line {number}: no row of a ledger: {error}") from error
        if number == 1:
            _require_whole(row)
        yield row
    if number == 0:
        raise NotAnExport("line 1: the file is empty, and no export is")


def _require_whole(row: AnyRow) -> None:
    if not isinstance(row, LedgerRow):
        raise NotAnExport("line 1: no row `ledger`; this file was not written by `dragoman export --format jsonl`")
    if row.schema > SCHEMA:
        raise NotAnExport(f"line 1: schema {row.schema}, this version reads up to {SCHEMA}; install a newer dragoman")
    if row.chosen is not None:
        raise NotAnExport(f"line 1: a part of a ledger ({row.chosen}); export the whole to make a ledger of it")
