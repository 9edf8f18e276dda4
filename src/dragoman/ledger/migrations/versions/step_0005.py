"""What was said of the bytes that documents came in, so that they can be taken in again; and which texts a newer intake replaced."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add a table and a column. Of bytes that are there already, nothing but the bytes is known."""
    op.create_table(
        "receipts", sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.Text, sa.ForeignKey("documents.id"), nullable=False, unique=True),
        sa.Column("sha256", sa.Text, nullable=False), sa.Column("run", sa.Integer, nullable=False), sa.Column("kind", sa.Text),
        sa.Column("url", sa.Text), sa.Column("charset", sa.Text), sa.Column("beside", sa.Text),
    )  # fmt: skip
    op.add_column("documents", sa.Column("replaced_by", sa.Text))
