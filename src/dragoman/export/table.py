"""Claims, facts, documents and disagreements as flat tables, each column with its meaning in the codebook."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from dragoman.dossier.documents import copies_of, loose_lines
from dragoman.export.claim_row import claim_row
from dragoman.export.holding import Held, Holding, held_claims
from dragoman.export.rendered import TableName
from dragoman.model.entry import Entry
from dragoman.model.fact import Disagreement, Fact
from dragoman.weighing.profile import quantity_of

Kind = Literal["text", "integer", "number", "boolean", "list"]
Value = str | int | float | bool | None | tuple[str, ...]
Row = dict[str, Value]
TABLES: tuple[TableName, ...] = ("claims", "facts", "documents", "disagreements")


@dataclass(frozen=True, slots=True)
class Column:
    """One column. kind: what its cells hold; a cell of any kind may be empty, which is "not known" or "not said"."""

    table: str
    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. Each row has exactly the columns' names."""

    name: TableName
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@lru_cache(maxsize=1)
def codebook() -> tuple[Column, ...]:
    """All columns of all tables, in order."""
    text = files("dragoman.export").joinpath("codebook.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(Column(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))  # type: ignore[arg-type]


def table_of(holding: Holding, name: TableName) -> Table:
    """One table of a holding."""
    rows = {"claims": _claims, "facts": _facts, "documents": _documents, "disagreements": _disagreements}[name](holding)
    return Table(name, tuple(one for one in codebook() if one.table == name), tuple(rows))


def joined(value: Value) -> str | int | float | bool | None:
    """A cell for a program that knows no lists: "; " between the entries, where an entry's own semicolon becomes a comma.

    >>> joined(("France", "Ukraine")), joined(("a; b",)), joined(())
    ('France; Ukraine', 'a, b', None)
    """
    if isinstance(value, tuple):
        return "; ".join(one.replace(";", ",") for one in value) or None
    return value


def _claims(holding: Holding) -> Iterator[Row]:
    for held in held_claims(holding):
        yield claim_row(held)


def _facts(holding: Holding) -> Iterator[Row]:
    lines = {line.id: line for line in holding.lines}
    held = {one.claim.id: one for one in held_claims(holding)}
    against = _against(holding.weighing.disagreements)
    for fact in holding.weighing.facts:
        line, head = lines[fact.id], held[fact.head]
        yield {
            "fact_id": fact.id, "matter": line.matter, "event_type": line.type, "flow_kind": line.flow, "flow_stage": line.stage,
            "loss": line.loss, "concept": line.concept, "actors": line.actors, "recipients": line.recipients, "item": line.item,
            **_bounds(fact, held), "period_edtf": line.period, "place": line.place, "status": line.status,
            "statuses": _each(fact, held, "status"), "certainties": _each(fact, held, "certainty"), "grade": line.grade,
            "evidence": line.evidence, "agreement": line.agreement, "grade_reason": fact.grade.reason, "documents": line.documents,
            "originators": tuple(one.label for one in fact.backing), "originators_named": tuple(one.label for one in fact.backing if one.named), "disputed": line.disputed,
            "claims_against": tuple(sorted({other for one in fact.claim_ids for other in against.get(one, ())})),
            "decision": line.decision, "claim_ids": fact.claim_ids, "document_id": line.document, "publisher": line.publisher,
            "published": line.published, "url": head.document.url, "start": line.start, "end": line.end, "quotation": line.sentence,
        }  # fmt: skip


def _bounds(fact: Fact, held: dict[str, Held]) -> Row:
    """The number that a fact is shown with: the head's, else the first that a claim of it has."""
    claims = (held[one].claim for one in (fact.head, *fact.claim_ids))
    found = next((one for claim in claims if (one := quantity_of(claim)) is not None), None)
    names = ("low", "best", "high", "unit")
    bounds: Row = {one: getattr(found, one) if found else None for one in names}
    return {**bounds, "quantity_state": found.state if found else "not_mentioned"}


def _each(fact: Fact, held: dict[str, Held], field: str) -> tuple[str, ...]:
    """What the claims of a fact say of how sure they are, each value once: a fact asserted by one may be denied by another."""
    return tuple(sorted({str(getattr(held[one].claim.factuality, field)) for one in fact.claim_ids}))


def _against(disagreements: Iterable[Disagreement]) -> dict[str, set[str]]:
    """Claims to those that contradict or deny them."""
    found: dict[str, set[str]] = {}
    for one in disagreements:
        if one.kind in ("contradiction", "denial", "error"):
            for claim in one.left:
                found.setdefault(claim, set()).update(one.right)
            for claim in one.right:
                found.setdefault(claim, set()).update(one.left)
    return found


def _documents(holding: Holding) -> Iterator[Row]:
    copies, loose = copies_of(holding.weighing.descents), loose_lines(holding.weighing.descents)
    for entry in holding.entries:
        document, line = entry.document, copies.get(entry.document.id)
        kin = line or next((one for one in loose if document.id in one.document_ids), None)
        yield {
            "document_id": document.id, "title": document.title, "publisher": document.publisher, "authors": document.authors,
            "url": document.url, "published": document.published, "published_from": document.published_from,
            "published_cue": document.published_cue, "updated": document.updated, "updated_cue": document.updated_cue,
            "dataset": document.dataset, "language": document.language, "source_id": document.source_id, "characters": len(document.text),
            "claims": len(entry.claims), "claim_ids": tuple(one.id for one in entry.claims), "comes_from": line.document_ids[0] if line else None,
            "descent": kin.kind if kin else None, "warnings": _warnings(entry), "text_sha256": document.text_sha256,
            "bytes_sha256": document.bytes_sha256, "coder": holding.coders.get(document.id),
        }  # fmt: skip


def _warnings(entry: Entry) -> tuple[str, ...]:
    return tuple(f"{one.code}: {one.detail}" for one in entry.warnings)


def _disagreements(holding: Holding) -> Iterator[Row]:
    held = {one.claim.id: one for one in held_claims(holding)}
    for one in holding.weighing.disagreements:
        row: Row = {"kind": one.kind, "cell": one.cell, "reason": one.reason}
        for name, claims in (("left", one.left), ("right", one.right)):
            known = [held[claim] for claim in claims if claim in held]
            row |= {
                f"{name}_claim_ids": claims,
                f"{name}_fact_ids": tuple(sorted({each.fact.id for each in known if each.fact})),
                f"{name}_originators": tuple(sorted({each.original for each in known})),
                f"{name}_quotation": known[0].claim.evidence.text if known else None,
                f"{name}_url": known[0].document.url if known else None,
            }
        yield row
