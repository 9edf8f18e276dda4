"""Rows in and out: documents, readings, claims, warnings, verdicts. Each function works inside its caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, Table, and_, func, insert, select

from dragoman.ledger import schema
from dragoman.ledger.search import index_text
from dragoman.model.claim import Claim
from dragoman.model.document import Document, DocumentWarning, Rejected
from dragoman.model.entry import Entry
from dragoman.model.fact import Verdict
from dragoman.model.identity import identify
from dragoman.weighing.origin import Imprint

_CHUNK = 5000  # ids in one question; SQLite takes 32,766

_document = msgspec.json.Decoder(Document)
_claim = msgspec.json.Decoder(Claim)
_warning = msgspec.json.Decoder(DocumentWarning)
_verdict = msgspec.json.Decoder(Verdict)
_rejected = msgspec.json.Decoder(Rejected)


def chunks(ids: Iterable[Any]) -> Iterator[list[Any]]:
    """Ids in lots that one question can hold, sorted, each once."""
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]


def insert_all(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Write rows in lots: what the driver makes of them is held beside them."""
    waiting = iter(rows)
    while some := list(islice(waiting, _CHUNK)):
        connection.execute(insert(table), some)


def add_entry(connection: Connection, entry: Entry, run: int, coder: str | None = None) -> bool:
    """Add a document with its claims and warnings. Returns False, and changes nothing, if it is there. coder: None, as its claims say."""
    document = entry.document
    if connection.execute(select(schema.documents.c.number).where(schema.documents.c.id == document.id)).first():
        return False
    connection.execute(
        insert(schema.documents).values(
            id=document.id, text_sha256=document.text_sha256, language=document.language, published=document.published,
            publisher=document.publisher, url=document.url, source_id=document.source_id, body=msgspec.json.encode(document), run=run, weighed=False,
        )
    )  # fmt: skip
    index_text(connection, document.id, "\n".join(one for one in (document.title, document.text) if one))
    add_reading(connection, entry, run, coder)
    return True


def add_reading(
    connection: Connection, entry: Entry, run: int, coder: str | None, current: frozenset[str] | None = None
) -> None:
    """Add what one version of the coder read in a document. current: ids of the claims that are in force, None for all."""
    coder = coder if coder is not None else coder_of(entry)
    document_id = entry.document.id
    made = connection.execute(insert(schema.readings).values(document_id=document_id, coder=coder, run=run))
    reading = made.inserted_primary_key[0] if made.inserted_primary_key else 0
    claims = [
        {
            "id": one.id, "document_id": document_id, "reading": reading, "coder": one.coder, "event_type": one.event_type,
            "flow_kind": one.flow.kind if one.flow else None, "body": msgspec.json.encode(one),
            "current": current is None or one.id in current,
        }
        for one in {claim.id: claim for claim in entry.claims}.values()
    ]  # fmt: skip
    warnings = [
        {"document_id": document_id, "reading": reading, "code": one.code, "body": msgspec.json.encode(one)}
        for one in entry.warnings
    ]
    if claims:
        connection.execute(insert(schema.claims), claims)
    if warnings:
        connection.execute(insert(schema.warnings), warnings)


def coder_of(entry: Entry) -> str:
    """The version of the coder that read an entry; "" where it found nothing to say."""
    return min((one.coder for one in entry.claims), default="")


def add_rejected(connection: Connection, rejected: Rejected, run: int) -> bool:
    """Keep that an input could not be read, and why. The same input for the same reason is kept once."""
    key = identify("rejected", source=rejected.source_id, stage=rejected.stage, reason=rejected.reason)
    if connection.execute(select(schema.rejections.c.number).where(schema.rejections.c.id == key)).first():
        return False
    connection.execute(insert(schema.rejections).values(id=key, run=run, body=msgspec.json.encode(rejected)))
    return True


def add_verdict(connection: Connection, verdict: Verdict, run: int) -> bool:
    """Append a decision; the same one by the same hand at the same time is one."""
    body = msgspec.json.encode(verdict)
    key = identify("verdict", body=body.decode("utf-8"))
    if connection.execute(select(schema.verdicts.c.id).where(schema.verdicts.c.id == key)).first():
        return False
    row = {"left": verdict.left, "right": verdict.right, "decision": verdict.decision, "body": body}
    connection.execute(insert(schema.verdicts).values(id=key, run=run, weighed=False, **row))
    return True


def read_documents(
    connection: Connection, ids: Iterable[str] | None = None, standing: bool = False
) -> tuple[Document, ...]:
    """Documents by id, all of them for None. standing: only those whose text no newer intake replaced."""
    table = schema.documents.c
    wanted = select(table.body).order_by(table.id)
    wanted = wanted.where(table.replaced_by.is_(None)) if standing else wanted
    rows = (row for some in _asked(wanted, table.id, ids) for row in connection.execute(some))
    return tuple(_document.decode(body) for (body,) in rows)


def read_imprints(connection: Connection, ids: Iterable[str] | None = None) -> dict[str, Imprint]:
    """Publisher and date of documents, all of them for None."""
    table = schema.documents.c
    wanted = select(table.id, table.publisher, table.published)
    rows = (row for some in _asked(wanted, table.id, ids) for row in connection.execute(some))
    return {one: Imprint(publisher, published) for one, publisher, published in rows}


def read_claims(connection: Connection, ids: Iterable[str] | None = None) -> tuple[Claim, ...]:
    """Claims in force by id, all of them for None."""
    table = schema.claims.c
    wanted = select(table.body).where(table.current.is_(True))
    return tuple(_claim.decode(body) for some in _asked(wanted, table.id, ids) for (body,) in connection.execute(some))


def each_claim(connection: Connection) -> Iterator[Claim]:
    """All claims in force, one at a time: a ledger has more of them than a process should hold."""
    table = schema.claims.c
    wanted = (
        select(table.body).where(table.current.is_(True)).order_by(table.number).execution_options(yield_per=_CHUNK)
    )
    for (body,) in connection.execute(wanted):
        yield _claim.decode(body)


def read_claims_of(connection: Connection, documents: Iterable[str]) -> tuple[Claim, ...]:
    """Claims in force of documents."""
    table = schema.claims.c
    wanted = select(table.body).where(table.current.is_(True))
    found = (row for some in _asked(wanted, table.document_id, documents) for row in connection.execute(some))
    return tuple(_claim.decode(body) for (body,) in found)


def read_warnings(connection: Connection) -> dict[str, tuple[DocumentWarning, ...]]:
    """Warnings of each document's last reading."""
    table = schema.warnings.c
    last = select(func.max(table.reading).label("reading"), table.document_id).group_by(table.document_id).subquery()
    rows = connection.execute(
        select(table.document_id, table.body)
        .join(last, and_(last.c.document_id == table.document_id, last.c.reading == table.reading))
        .order_by(table.number)
    )
    found: dict[str, list[DocumentWarning]] = {}
    for document_id, body in rows:
        found.setdefault(document_id, []).append(_warning.decode(body))
    return {one: tuple(some) for one, some in found.items()}


def read_verdicts(connection: Connection, weighed: bool | None = None) -> tuple[Verdict, ...]:
    """Decisions in the order they were made, as they were made. weighed: only those that facts have, or lack."""
    wanted = select(schema.verdicts.c.body).order_by(schema.verdicts.c.number)
    if weighed is not None:
        wanted = wanted.where(schema.verdicts.c.weighed.is_(weighed))
    return tuple(_verdict.decode(body) for (body,) in connection.execute(wanted))


def read_rejected(connection: Connection) -> tuple[Rejected, ...]:
    """Inputs that could not be read."""
    rows = connection.execute(select(schema.rejections.c.body).order_by(schema.rejections.c.id))
    return tuple(_rejected.decode(body) for (body,) in rows)


def _asked(wanted: Select[Any], key: Any, ids: Iterable[str] | None) -> Sequence[Select[Any]]:
    return [wanted] if ids is None else [wanted.where(key.in_(some)) for some in chunks(ids)]
