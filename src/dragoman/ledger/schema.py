"""The tables. What was read, decided and found is only ever added to; what is computed from it is marked as such."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0005"  # the revision that this version writes; migrations/versions has the way from each older one

metadata = MetaData()

runs = Table(
    "runs", metadata, Column("number", Integer, primary_key=True), Column("at", Text, nullable=False),
    Column("command", Text, nullable=False),
)  # fmt: skip
documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("text_sha256", Text, nullable=False, index=True),
    Column("language", Text, nullable=False),
    Column("published", Text),
    Column("publisher", Text),
    Column("body", LargeBinary, nullable=False),
    Column("url", Text, index=True),
    Column("source_id", Text, index=True),
    Column("run", Integer, nullable=False, server_default="0"),
    Column("weighed", Boolean, nullable=False, server_default="0", index=True),  # computed
    Column("replaced_by", Text),  # the document that a newer intake made of the same bytes; None: this one stands
)
readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False),
    Column("coder", Text, nullable=False),
    Column("run", Integer, nullable=False),
    UniqueConstraint("document_id", "coder"),
)
claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("reading", Integer, nullable=False),
    Column("coder", Text, nullable=False),
    Column("event_type", Text),
    Column("flow_kind", Text),
    Column("body", LargeBinary, nullable=False),
    Column(
        "current", Boolean, nullable=False, server_default="1"
    ),  # computed: of the reading, or the decision, in force
    UniqueConstraint("id", "reading"),
)
heirs = Table(
    "heirs", metadata, Column("number", Integer, primary_key=True), Column("old", Text, nullable=False, index=True),
    Column("new", Text, nullable=False), Column("run", Integer, nullable=False),
)  # fmt: skip
warnings = Table(
    "warnings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("reading", Integer, nullable=False, server_default="0"),
    Column("code", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
rejections = Table(
    "rejections", metadata, Column("number", Integer, primary_key=True), Column("id", Text, nullable=False, unique=True),
    Column("run", Integer, nullable=False), Column("body", LargeBinary, nullable=False),
)  # fmt: skip
received = Table(
    "received", metadata, Column("sha256", Text, primary_key=True), Column("run", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip
receipts = Table(
    "receipts", metadata, Column("number", Integer, primary_key=True),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, unique=True), Column("sha256", Text, nullable=False),
    Column("run", Integer, nullable=False), Column("kind", Text), Column("url", Text), Column("charset", Text), Column("beside", Text),
)  # fmt: skip
watched = Table(
    "watched", metadata, Column("number", Integer, primary_key=True), Column("url", Text, nullable=False, index=True),
    Column("run", Integer, nullable=False), Column("etag", Text), Column("last_modified", Text),
)  # fmt: skip
verdicts = Table(
    "verdicts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, index=True),
    Column("decision", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("run", Integer, nullable=False, server_default="0"),
    Column("weighed", Boolean, nullable=False, server_default="0"),  # computed
)
# Facts as they were after each run: a fact that changed or went has a new row, and none is taken out.
history = Table(
    "history",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("run", Integer, nullable=False, index=True),
    Column("fact_id", Text, nullable=False, index=True),
    Column("body", LargeBinary),  # None: there is no such fact any more
)
# Which version of the rules weighed all that was there, the last row now: the facts of another one are made anew.
weighers = Table(
    "weighers", metadata, Column("number", Integer, primary_key=True), Column("weigher", Text, nullable=False),
    Column("run", Integer, nullable=False),
)  # fmt: skip

# Computed from the tables above, and made anew from them when a rule changes.
facts = Table(
    "facts", metadata, Column("id", Text, primary_key=True), Column("body", LargeBinary, nullable=False),
    Column("joins", LargeBinary, nullable=False), Column("members", LargeBinary, nullable=False),
)  # fmt: skip
fact_claims = Table(
    "fact_claims",
    metadata,
    Column("claim_id", Text, primary_key=True),
    Column("fact_id", Text, nullable=False, index=True),
)
claim_keys = Table(
    "claim_keys", metadata, Column("number", Integer, primary_key=True), Column("key", BigInteger, nullable=False, index=True),
    Column("claim_id", Text, nullable=False, index=True),
)  # fmt: skip
fact_keys = Table(
    "fact_keys", metadata, Column("number", Integer, primary_key=True), Column("key", BigInteger, nullable=False, index=True),
    Column("fact_id", Text, nullable=False, index=True),
)  # fmt: skip
disputes = Table(
    "disputes", metadata, Column("number", Integer, primary_key=True), Column("key", BigInteger, nullable=False, index=True),
    Column("left_fact", Text, nullable=False), Column("right_fact", Text, nullable=False), Column("kind", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)  # fmt: skip
marks = Table(
    "marks", metadata, Column("number", Integer, primary_key=True), Column("mark", Text, nullable=False, index=True),
    Column("document_id", Text, nullable=False, index=True),
)  # fmt: skip
# A line of descent has a row for each of its documents; its body, which names them all, is kept once, "" in its other rows.
lines = Table(
    "lines", metadata, Column("number", Integer, primary_key=True), Column("document_id", Text, nullable=False, index=True),
    Column("line", Text, nullable=False, index=True), Column("body", LargeBinary, nullable=False),
)  # fmt: skip

Index("ix_claims_current", claims.c.id, claims.c.current)
Index("ix_disputes_left", disputes.c.left_fact, disputes.c.kind)
Index("ix_disputes_right", disputes.c.right_fact, disputes.c.kind)
