"""Kept bytes taken in again: a text that a newer intake reads otherwise takes the old one's place, and the old one stays where it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from dragoman.ledger import schema
from dragoman.ledger.known import passed_on, read_heirs
from dragoman.ledger.received import add_receipt
from dragoman.ledger.revision import REOPENED, carried, pairs_of
from dragoman.ledger.rows import add_entry, add_verdict, chunks, read_claims_of, read_documents, read_verdicts
from dragoman.model.claim import Claim
from dragoman.model.entry import Entry
from dragoman.model.receipt import Receipt
from dragoman.weighing.ruling import ruling_of


@dataclass(frozen=True, slots=True)
class Retaken:
    """What another text of the same bytes changed. carried: claims that take the places of old ones; reopened: decisions opened again;
    kept: claims that a person decided on, that the new text does not make, and that stay in force in the old one.
    """

    carried: int
    reopened: int
    kept: int


def replace_text(connection: Connection, old: str, entry: Entry, run: int, coder: str) -> Retaken:
    """Put the document of an entry in the place of an earlier text of the same bytes.

    A claim that the new text makes alike takes the old one's place with all that was decided on it; where it now says something else, the
    decision is open again. A claim that a person accepted or corrected and that the new text does not make stays in force, and its text
    with it; every other claim of the old text is in force no longer. old: id of its document.
    """
    if not add_entry(connection, entry, run, coder):
        _restore(connection, entry.document.id)
    before = read_claims_of(connection, (old,))
    ruling = ruling_of(passed_on(read_verdicts(connection), read_heirs(connection)))
    heirs, reopened = [], 0
    met = {one.id: heir for one, heir in pairs_of(before, entry.claims)}
    for one in before:
        made = tuple(carried(one, met[one.id], ruling)) if one.id in met else ()
        opened = [verdict for verdict in made if verdict.by == REOPENED]
        reopened += sum(add_verdict(connection, verdict, run) for verdict in opened)
        if one.id in met and not opened and one.id != met[one.id].id:
            heirs.append({"old": one.id, "new": met[one.id].id, "run": run})
    kept = {one.id for one in before if one.id not in met and (one.id in ruling.accepted or one.id in ruling.corrected)}
    _retire(connection, (one for one in before if one.id not in kept))
    if heirs:
        connection.execute(insert(schema.heirs), heirs)
    new = entry.document.id
    values: dict[str, object] = {"weighed": False} if kept else {"weighed": False, "replaced_by": new}
    connection.execute(update(schema.documents).where(schema.documents.c.id == old).values(**values))
    if not kept:
        _hand_lines_on(connection, old)
        for table in (schema.marks, schema.lines):  # computed: it is nobody's copy any more
            connection.execute(delete(table).where(table.c.document_id == old))
    hand_receipt_on(connection, old, new, run)
    return Retaken(len(heirs), reopened, len(kept))


def _hand_lines_on(connection: Connection, document: str) -> None:
    """Let another document of each line of descent keep what one keeps of it, until the line is drawn anew."""
    table = schema.lines
    held = select(table.c.line, table.c.body).where(table.c.document_id == document, table.c.body != b"")
    for line, body in connection.execute(held).all():
        others = select(func.min(table.c.number)).where(table.c.line == line, table.c.document_id != document)
        connection.execute(update(table).where(table.c.number == others.scalar_subquery()).values(body=body))


def _restore(connection: Connection, document: str) -> None:
    """Let a text stand again that was there before, and the claims of its last reading."""
    table = schema.claims
    last = select(func.max(table.c.reading)).where(table.c.document_id == document).scalar_subquery()
    there = (table.c.document_id == document, table.c.reading == last)
    connection.execute(update(table).where(*there).values(current=True))
    documents = schema.documents
    connection.execute(update(documents).where(documents.c.id == document).values(replaced_by=None, weighed=False))


def _retire(connection: Connection, claims: Iterable[Claim]) -> None:
    table = schema.claims
    for some in chunks(one.id for one in claims):
        connection.execute(update(table).where(table.c.id.in_(some)).values(current=False))


def hand_receipt_on(connection: Connection, old: str, new: str, run: int) -> None:
    """Note that another document came in the same bytes, with what was said of them."""
    table = schema.receipts
    columns = (table.c.kind, table.c.url, table.c.charset, table.c.beside)
    found = connection.execute(select(*columns).where(table.c.document_id == old)).first()
    (document,) = read_documents(connection, (new,))
    if found is not None and document.bytes_sha256 is not None:
        add_receipt(connection, document, Receipt(b"", *found), run)
