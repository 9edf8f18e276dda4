"""The first ledger: documents, claims, warnings, verdicts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of the first version, without its own table of the schema."""
    op.create_table(
        "documents", sa.Column("number", sa.Integer, primary_key=True), sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("text_sha256", sa.Text, nullable=False, index=True), sa.Column("language", sa.Text, nullable=False),
        sa.Column("published", sa.Text), sa.Column("publisher", sa.Text), sa.Column("body", sa.LargeBinary, nullable=False),
    )  # fmt: skip
    op.create_table(
        "claims", sa.Column("number", sa.Integer, primary_key=True), sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("document_id", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("coder", sa.Text, nullable=False), sa.Column("event_type", sa.Text), sa.Column("flow_kind", sa.Text),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )  # fmt: skip
    op.create_table(
        "warnings", sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.Text, sa.ForeignKey("documents.id"), nullable=False, index=True),
        sa.Column("code", sa.Text, nullable=False), sa.Column("body", sa.LargeBinary, nullable=False),
    )  # fmt: skip
    op.create_table(
        "verdicts", sa.Column("number", sa.Integer, primary_key=True), sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("left", sa.Text, nullable=False, index=True), sa.Column("right", sa.Text, index=True),
        sa.Column("decision", sa.Text, nullable=False), sa.Column("body", sa.LargeBinary, nullable=False),
    )  # fmt: skip
