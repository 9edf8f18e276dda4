"""A SQLite file that Datasette browses well: linked tables, words to search, and what each column means."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from dragoman.export.holding import Holding
from dragoman.export.rendered import SCHEMA, Rendered, Style
from dragoman.export.table import TABLES, Table, Value, codebook, table_of

_TYPES = {"text": "TEXT", "list": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_KEYS = {"claims": "claim_id", "facts": "fact_id", "documents": "document_id"}
_LINKS = {("claims", "fact_id"): "facts", ("claims", "document_id"): "documents", ("facts", "document_id"): "documents"}
_FACETS = {
    "claims": ["status", "event_type", "flow_kind", "grade", {"array": "actor_countries"}, {"array": "recipient_countries"}],
    "facts": ["matter", "event_type", "grade", "status", "disputed", {"array": "actors"}], "documents": ["publisher", "language"],
    "disagreements": ["kind", "cell"],
}  # fmt: skip
_ABOUT = "Each claim opens its sentence: quotation is documents.text from start to end, counted in code points."


def render_sqlite(holding: Holding, style: Style) -> Rendered:
    """All tables, the documents with their text. Beside it the metadata that `datasette FILE --metadata FILE.metadata.json` shows."""
    connection = sqlite3.connect(":memory:")
    counts: dict[str, int] = {}
    try:
        for name in ("documents", "facts", "claims", "disagreements"):
            table = table_of(holding, name)
            counts[name] = len(table.rows)
            _fill(connection, table)
        _texts(connection, holding)
        counts |= _decisions(connection, holding)
        connection.execute('CREATE TABLE codebook ("table" TEXT, "column" TEXT, kind TEXT, meaning TEXT)')
        rows = [(one.table, one.name, one.kind, one.meaning) for one in codebook()]
        connection.executemany("INSERT INTO codebook VALUES (?, ?, ?, ?)", rows)
        connection.execute('CREATE VIRTUAL TABLE claims_fts USING fts5(quotation, title, content="claims")')
        connection.execute("INSERT INTO claims_fts(claims_fts) VALUES ('rebuild')")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.commit()
        data = connection.serialize()
    finally:
        connection.close()
    not_held = (
        "spans of actors, items, numbers and places: their words are there, the place of the sentence alone is",
        "what each coder read before persons corrected it, and why facts were joined (--format jsonl and `dragoman why` hold them)",
    )
    return Rendered(data, counts, not_held, {".metadata.json": _metadata(style)})


def _fill(connection: sqlite3.Connection, table: Table) -> None:
    """One table. A list is a JSON array, which Datasette can count by entry."""
    columns = []
    for one in table.columns:
        key = " PRIMARY KEY" if _KEYS.get(table.name) == one.name else ""
        link = _LINKS.get((table.name, one.name))
        columns.append(f'"{one.name}" {_TYPES[one.kind]}{key}' + (f" REFERENCES {link}({one.name})" if link else ""))
    connection.execute(f"CREATE TABLE {table.name} ({', '.join(columns)})")
    marks = ", ".join("?" * len(table.columns))
    rows = [[_cell(row[one.name]) for one in table.columns] for row in table.rows]
    connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)
    for (source, column), _ in _LINKS.items():
        if source == table.name:
            connection.execute(f"CREATE INDEX ix_{source}_{column} ON {source}({column})")


def _cell(value: Value) -> str | int | float | None:
    return json.dumps(list(value), ensure_ascii=False) if isinstance(value, tuple) else value


def _texts(connection: sqlite3.Connection, holding: Holding) -> None:
    connection.execute("ALTER TABLE documents ADD COLUMN text TEXT")
    rows = [(one.document.text, one.document.id) for one in holding.entries]
    connection.executemany("UPDATE documents SET text = ? WHERE document_id = ?", rows)


def _decisions(connection: sqlite3.Connection, holding: Holding) -> dict[str, int]:
    """What persons decided, and inputs that could not be read."""
    connection.execute(
        'CREATE TABLE verdicts (about TEXT, other TEXT, decision TEXT, field TEXT, value TEXT, "by" TEXT, at TEXT, reason TEXT)'
    )
    rows = [
        (one.left, one.right, one.decision, one.field, one.value, one.by, one.at.isoformat() if one.at else None, one.reason)
        for one in holding.verdicts
    ]  # fmt: skip
    connection.executemany("INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.execute("CREATE TABLE rejected (source_id TEXT, stage TEXT, reason TEXT)")
    refused = [(one.source_id, one.stage, one.reason) for one in holding.rejected]
    connection.executemany("INSERT INTO rejected VALUES (?, ?, ?)", refused)
    return {"verdicts": len(rows), "rejected": len(refused)}


def _metadata(style: Style) -> bytes:
    tables: dict[str, Any] = {
        name: {
            "facets": _FACETS[name], "columns": {one.name: one.meaning for one in codebook() if one.table == name},
            **({"label_column": "quotation"} if name in ("claims", "facts") else {"label_column": "title"} if name == "documents" else {}),
        }
        for name in TABLES
    }  # fmt: skip
    body = {"title": "Dragoman", "databases": {style.stem: {"description": _ABOUT, "tables": tables}}}
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
