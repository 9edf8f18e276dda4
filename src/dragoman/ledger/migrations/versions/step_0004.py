"""The kind of each stored disagreement beside it, and which rules weighed what is there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of disagreements anew, empty: no version of the rules is noted yet, so that all is weighed by the next command."""
    op.create_table(
        "weighers", sa.Column("number", sa.Integer, primary_key=True), sa.Column("weigher", sa.Text, nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
    )  # fmt: skip
    op.drop_table("disputes")
    op.create_table(
        "disputes", sa.Column("number", sa.Integer, primary_key=True), sa.Column("key", sa.BigInteger, nullable=False),
        sa.Column("left_fact", sa.Text, nullable=False), sa.Column("right_fact", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False), sa.Column("body", sa.LargeBinary, nullable=False),
    )  # fmt: skip
    op.create_index("ix_disputes_key", "disputes", ["key"])
    op.create_index("ix_disputes_left", "disputes", ["left_fact", "kind"])
    op.create_index("ix_disputes_right", "disputes", ["right_fact", "kind"])
