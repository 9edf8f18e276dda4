"""The store: entries and verdicts in SQLite through SQLAlchemy Core. Adding the same document twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec
from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    create_engine,
    event,
    insert,
    inspect,
    select,
)
from sqlalchemy.exc import DatabaseError

from dragoman.model.claim import Claim
from dragoman.model.document import Document, DocumentWarning
from dragoman.model.entry import Entry
from dragoman.model.fact import Verdict
from dragoman.model.identity import identify

SCHEMA = 1  # raised when a table changes; a ledger of another schema is refused, not guessed at

_metadata = MetaData()
_about = Table("about", _metadata, Column("schema", Integer, primary_key=True))
_documents = Table(
    "documents",
    _metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("text_sha256", Text, nullable=False, index=True),
    Column("language", Text, nullable=False),
    Column("published", Text),
    Column("publisher", Text),
    Column("body", LargeBinary, nullable=False),
)
_claims = Table(
    "claims",
    _metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("coder", Text, nullable=False),
    Column("event_type", Text),
    Column("flow_kind", Text),
    Column("body", LargeBinary, nullable=False),
)
_warnings = Table(
    "warnings",
    _metadata,
    Column("number", Integer, primary_key=True),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("code", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
_verdicts = Table(
    "verdicts",
    _metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, index=True),
    Column("decision", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

Body = TypeVar("Body", Document, Claim, DocumentWarning, Verdict)


class NotALedger(ValueError):
    """A file that is no ledger of this version: the path and what was found are named."""


class Ledger:
    """An open ledger. Use `open_ledger` to make one; close it, or use it in a `with`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database file."""
        self._engine.dispose()

    def add(self, entries: Iterable[Entry]) -> int:
        """Add documents with their claims and warnings, one transaction each. Returns how many were new."""
        new = 0
        for entry in entries:
            with self._engine.begin() as connection:
                new += _add_entry(connection, entry)
        return new

    def add_verdicts(self, verdicts: Iterable[Verdict]) -> int:
        """Append decisions. Returns how many were new; the same decision by the same hand at the same time is one."""
        new = 0
        with self._engine.begin() as connection:
            for verdict in verdicts:
                body = msgspec.json.encode(verdict)
                key = identify("verdict", body=body.decode("utf-8"))
                if connection.execute(select(_verdicts.c.id).where(_verdicts.c.id == key)).first():
                    continue
                row = {
                    "id": key,
                    "left": verdict.left,
                    "right": verdict.right,
                    "decision": verdict.decision,
                    "body": body,
                }
                connection.execute(insert(_verdicts).values(**row))
                new += 1
        return new

    def entries(self) -> tuple[Entry, ...]:
        """All entries, by the id of their document: the order in which they were added leaves no trace."""
        with self._engine.connect() as connection:
            documents = _bodies(connection, _documents, Document)
            claims = _by_document(_bodies(connection, _claims, Claim))
            warnings: dict[str, list[DocumentWarning]] = {}
            rows = connection.execute(select(_warnings.c.document_id, _warnings.c.body).order_by(_warnings.c.number))
            for document_id, body in rows:
                warnings.setdefault(document_id, []).append(msgspec.json.decode(body, type=DocumentWarning))
        found = (Entry(one, tuple(claims.get(one.id, ())), tuple(warnings.get(one.id, ()))) for one in documents)
        return tuple(sorted(found, key=lambda entry: entry.document.id))

    def verdicts(self) -> tuple[Verdict, ...]:
        """All decisions in the order they were made."""
        with self._engine.connect() as connection:
            return _bodies(connection, _verdicts, Verdict)


def _add_entry(connection: Connection, entry: Entry) -> int:
    document = entry.document
    if connection.execute(select(_documents.c.id).where(_documents.c.id == document.id)).first():
        return 0
    connection.execute(
        insert(_documents).values(
            id=document.id, text_sha256=document.text_sha256, language=document.language, published=document.published,
            publisher=document.publisher, body=msgspec.json.encode(document),
        )
    )  # fmt: skip
    claims = [
        {
            "id": one.id, "document_id": document.id, "coder": one.coder, "event_type": one.event_type,
            "flow_kind": one.flow.kind if one.flow else None, "body": msgspec.json.encode(one),
        }
        for one in entry.claims
    ]  # fmt: skip
    warnings = [
        {"document_id": document.id, "code": one.code, "body": msgspec.json.encode(one)} for one in entry.warnings
    ]
    if claims:
        connection.execute(insert(_claims), claims)
    if warnings:
        connection.execute(insert(_warnings), warnings)
    return 1


def _bodies(connection: Connection, table: Table, kind: type[Body]) -> tuple[Body, ...]:
    decoder = msgspec.json.Decoder(kind)
    rows = connection.execute(select(table.c.body).order_by(table.c.number))
    return tuple(decoder.decode(body) for (body,) in rows)


def _by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.document_id, []).append(claim)
    return found


@contextmanager
def _refused(path: Path | None) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise NotALedger(f"{path}: not a ledger ({error.orig}); name a new file or one that dragoman made") from error


def open_ledger(path: Path | None = None) -> Ledger:
    """Open the ledger in a file, made if it is not there; None for one in memory that is gone when closed.

    Raises NotALedger for a file that is something else, or of another schema.
    """
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(URL.create("sqlite", database=str(path) if path else None))
    event.listen(engine, "connect", _on_connect)
    with _refused(path):
        tables = inspect(engine).get_table_names()
        if tables and _about.name not in tables:
            raise NotALedger(f"{path}: a database of something else; name a new file or one that dragoman made")
        _metadata.create_all(engine)
        with engine.begin() as connection:
            found = connection.execute(select(_about.c.schema)).scalar()
            if found is None:
                connection.execute(insert(_about).values(schema=SCHEMA))
            elif found != SCHEMA:
                raise NotALedger(f"{path}: ledger of schema {found}, this version writes {SCHEMA}")
    return Ledger(engine)


def _on_connect(connection: object, _record: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()
