"""Search in the texts: any run of letters, in any script, wherever it stands in a word."""

from __future__ import annotations

import unicodedata

from sqlalchemy import Connection, text

_TRIGRAM = 3  # letters; shorter words are looked for text by text


def make_search(connection: Connection) -> None:
    """Make the index of the texts.

    Trigrams, not words: Korean glues particles to a name and Russian its cases, and both must be found by the bare name.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("CREATE EXTENSION IF NOT EXISTS pg_trgm"))
        connection.execute(text("CREATE TABLE texts (document_id TEXT PRIMARY KEY, words TEXT NOT NULL)"))
        connection.execute(text("CREATE INDEX ix_texts_words ON texts USING gin (words gin_trgm_ops)"))
    else:
        connection.execute(
            text("CREATE VIRTUAL TABLE texts USING fts5(document_id UNINDEXED, words, tokenize='trigram')")
        )


def index_text(connection: Connection, document_id: str, words: str) -> None:
    """Put a text where it is found."""
    row = {"id": document_id, "words": _plain(words)}
    connection.execute(text("INSERT INTO texts (document_id, words) VALUES (:id, :words)"), row)


def find_documents(connection: Connection, words: str) -> tuple[str, ...]:
    """Ids of documents whose text holds these words somewhere, in order of id; case does not matter."""
    wanted = _plain(words)
    if not wanted.strip():
        return ()
    if connection.dialect.name == "sqlite" and len(wanted) >= _TRIGRAM:
        quoted = '"' + wanted.replace('"', '""') + '"'
        rows = connection.execute(text("SELECT document_id FROM texts WHERE texts MATCH :words"), {"words": quoted})
    else:
        pattern = "%" + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        rows = connection.execute(
            text("SELECT document_id FROM texts WHERE words LIKE :words ESCAPE '\\'"), {"words": pattern}
        )
    return tuple(sorted(one for (one,) in rows))


def _plain(words: str) -> str:
    # One form of each letter and case, so that both databases find the same; PostgreSQL holds no NUL in a text.
    return unicodedata.normalize("NFC", words).casefold().replace("\x00", " ")
