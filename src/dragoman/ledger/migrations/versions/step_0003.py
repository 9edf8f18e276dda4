"""The bytes that documents came in, and what feeds said of themselves when they were last asked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add two tables. Documents that are there keep their text; the bytes they came in were not kept."""
    op.create_table(
        "received", sa.Column("sha256", sa.Text, primary_key=True), sa.Column("run", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )  # fmt: skip
    op.create_table(
        "watched", sa.Column("number", sa.Integer, primary_key=True), sa.Column("url", sa.Text, nullable=False, index=True),
        sa.Column("run", sa.Integer, nullable=False), sa.Column("etag", sa.Text), sa.Column("last_modified", sa.Text),
    )  # fmt: skip
