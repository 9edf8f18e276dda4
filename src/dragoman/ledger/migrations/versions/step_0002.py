"""Runs, readings by several coders, what was rejected, facts as they were, and what is computed; search in the texts."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.search import index_text, make_search

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what the second version keeps. Claims move to a table in which two readings may say the same; none is lost."""
    op.create_table(
        "runs", sa.Column("number", sa.Integer, primary_key=True), sa.Column("at", sa.Text, nullable=False),
        sa.Column("command", sa.Text, nullable=False),
    )  # fmt: skip
    op.add_column("documents", sa.Column("url", sa.Text))
    op.add_column("documents", sa.Column("source_id", sa.Text))
    op.add_column("documents", sa.Column("run", sa.Integer, nullable=False, server_default="0"))
    op.add_column("documents", sa.Column("weighed", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("warnings", sa.Column("reading", sa.Integer, nullable=False, server_default="0"))
    op.add_column("verdicts", sa.Column("run", sa.Integer, nullable=False, server_default="0"))
    op.add_column("verdicts", sa.Column("weighed", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_index("ix_documents_url", "documents", ["url"])
    op.create_index("ix_documents_source_id", "documents", ["source_id"])
    op.create_index("ix_documents_weighed", "documents", ["weighed"])
    _readings()
    _kept()
    _computed()
    make_search(op.get_bind())
    _index_texts()


def _readings() -> None:
    op.create_table(
        "readings", sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("coder", sa.Text, nullable=False), sa.Column("run", sa.Integer, nullable=False),
        sa.UniqueConstraint("document_id", "coder"),
    )  # fmt: skip
    op.execute(
        "INSERT INTO readings (document_id, coder, run) SELECT d.id, "
        "COALESCE((SELECT MIN(c.coder) FROM claims c WHERE c.document_id = d.id), ''), 0 FROM documents d ORDER BY d.number"
    )
    op.rename_table("claims", "claims_0001")
    op.create_table(
        "claims", sa.Column("number", sa.Integer, primary_key=True), sa.Column("id", sa.Text, nullable=False),
        sa.Column("document_id", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("reading", sa.Integer, nullable=False), sa.Column("coder", sa.Text, nullable=False),
        sa.Column("event_type", sa.Text), sa.Column("flow_kind", sa.Text), sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False, server_default=sa.true()), sa.UniqueConstraint("id", "reading"),
    )  # fmt: skip
    op.execute(
        "INSERT INTO claims (id, document_id, reading, coder, event_type, flow_kind, body) "
        "SELECT c.id, c.document_id, r.number, c.coder, c.event_type, c.flow_kind, c.body FROM claims_0001 c "
        "JOIN readings r ON r.document_id = c.document_id ORDER BY c.number"
    )
    op.drop_table("claims_0001")
    op.create_index("ix_claims_document", "claims", ["document_id"])
    op.create_index("ix_claims_current", "claims", ["id", "current"])


def _kept() -> None:
    tables: dict[str, tuple[sa.Column[Any], ...]] = {
        "heirs": (_text("old"), _text("new"), _whole("run")),
        "rejections": (sa.Column("id", sa.Text, nullable=False, unique=True), _whole("run"), _body("body")),
        "history": (_whole("run"), _text("fact_id"), sa.Column("body", sa.LargeBinary)),
    }
    for name, columns in tables.items():
        op.create_table(name, sa.Column("number", sa.Integer, primary_key=True), *columns)
    for table, column in (("heirs", "old"), ("history", "run"), ("history", "fact_id")):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _computed() -> None:
    op.create_table(
        "facts", sa.Column("id", sa.Text, primary_key=True), _body("body"), _body("joins"), _body("members")
    )
    op.create_table("fact_claims", sa.Column("claim_id", sa.Text, primary_key=True), _text("fact_id"))
    key = ("key", sa.BigInteger)
    for name, columns in {
        "claim_keys": (sa.Column(*key, nullable=False), _text("claim_id")),
        "fact_keys": (sa.Column(*key, nullable=False), _text("fact_id")),
        "disputes": (sa.Column(*key, nullable=False), _text("left_fact"), _text("right_fact"), _body("body")),
        "marks": (_text("mark"), _text("document_id")),
        "lines": (_text("document_id"), _text("line"), _body("body")),
    }.items():
        op.create_table(name, sa.Column("number", sa.Integer, primary_key=True), *columns)
    for table, names in {
        "fact_claims": ["fact_id"], "claim_keys": ["key", "claim_id"], "fact_keys": ["key", "fact_id"],
        "disputes": ["key", "left_fact", "right_fact"], "marks": ["mark", "document_id"], "lines": ["document_id", "line"],
    }.items():  # fmt: skip
        for column in names:
            op.create_index(f"ix_{table}_{column}", table, [column])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _body(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _index_texts() -> None:
    """Put the texts of the documents that are there where they are found, and their addresses and names beside them."""
    connection = op.get_bind()
    for number, document_id, body in connection.execute(sa.text("SELECT number, id, body FROM documents")).all():
        document = json.loads(body)
        index_text(connection, document_id, "\n".join(one for one in (document.get("title"), document["text"]) if one))
        update = sa.text("UPDATE documents SET url = :url, source_id = :source WHERE number = :number")
        row = {"url": document.get("url"), "source": document.get("source_id"), "number": number}
        connection.execute(update, row)
