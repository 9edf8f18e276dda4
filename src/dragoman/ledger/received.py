"""Bytes that documents came in, packed, each once by its hash; and what a feed said of itself when it was last asked."""

from __future__ import annotations

import zlib

from sqlalchemy import Connection, insert, or_, select

from dragoman.ledger import schema
from dragoman.model.document import Document
from dragoman.model.receipt import Receipt


def add_received(connection: Connection, sha256: str, data: bytes, run: int) -> bool:
    """Keep bytes under their hash. Returns False if they are there."""
    table = schema.received
    if connection.execute(select(table.c.run).where(table.c.sha256 == sha256)).first():
        return False
    connection.execute(insert(table).values(sha256=sha256, run=run, body=zlib.compress(data, 6)))
    return True


def add_receipt(connection: Connection, document: Document, receipt: Receipt, run: int) -> None:
    """Keep what was said of the bytes that a document came in. The bytes themselves are kept under their hash."""
    table = schema.receipts
    if connection.execute(select(table.c.number).where(table.c.document_id == document.id)).first():
        return
    told = {"kind": receipt.kind, "url": receipt.url, "charset": receipt.charset, "beside": receipt.beside}
    connection.execute(insert(table).values(document_id=document.id, sha256=document.bytes_sha256, run=run, **told))


def read_receipt(connection: Connection, document: Document) -> Receipt | None:
    """The bytes that a document came in with what was said of them, None if they were not kept."""
    data = read_received(connection, document.bytes_sha256) if document.bytes_sha256 else None
    if data is None:
        return None
    table = schema.receipts.c
    wanted = select(table.kind, table.url, table.charset, table.beside).where(table.document_id == document.id)
    found = connection.execute(wanted).first()
    return Receipt(data, *found) if found else Receipt(data, None)


def read_received(connection: Connection, sha256: str) -> bytes | None:
    """Bytes by their hash, None if they were not kept: a row of a corpus is all in its text."""
    table = schema.received.c
    found = connection.execute(select(table.body).where(table.sha256 == sha256)).first()
    return zlib.decompress(found[0]) if found else None


def has_address(connection: Connection, url: str) -> bool:
    """Whether a document came from an address, or says that it stands there."""
    table = schema.documents.c
    return (
        connection.execute(select(table.number).where(or_(table.url == url, table.source_id == url))).first()
        is not None
    )


def add_watched(connection: Connection, url: str, marks: tuple[str | None, str | None], run: int) -> None:
    """Note what a feed said of itself: its ETag and when it last changed."""
    etag, last_modified = marks
    connection.execute(insert(schema.watched).values(url=url, run=run, etag=etag, last_modified=last_modified))


def read_watched(connection: Connection, url: str) -> tuple[str | None, str | None] | None:
    """What a feed said of itself when it was last read whole, None if it never was."""
    table = schema.watched.c
    wanted = select(table.etag, table.last_modified).where(table.url == url).order_by(table.number.desc()).limit(1)
    found = connection.execute(wanted).first()
    return (found[0], found[1]) if found else None
