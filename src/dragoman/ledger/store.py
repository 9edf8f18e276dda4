"""The store: documents, readings, decisions and facts in one file, or in PostgreSQL for a team, through the same code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Engine, func, insert, or_, select

from dragoman.ledger import schema
from dragoman.ledger.database import lock, open_engine
from dragoman.ledger.errors import LedgerError, NotALedger, told_clearly
from dragoman.ledger.history import Run, facts_after, former_fact, read_runs
from dragoman.ledger.known import passed_on, read_heirs
from dragoman.ledger.received import (
    add_receipt,
    add_received,
    add_watched,
    has_address,
    read_receipt,
    read_received,
    read_watched,
)
from dragoman.ledger.reread import Reread, add_new_reading, error_rates, readings_of
from dragoman.ledger.retake import Retaken, replace_text
from dragoman.ledger.revision import REOPENED, carry_decisions
from dragoman.ledger.rows import (
    add_entry,
    add_rejected,
    add_verdict,
    read_claims,
    read_documents,
    read_imprints,
    read_rejected,
    read_verdicts,
    read_warnings,
)
from dragoman.ledger.search import find_documents
from dragoman.ledger.weighed import is_by_other_rules, weigh_new
from dragoman.model.claim import Claim
from dragoman.model.document import Document, Rejected
from dragoman.model.entry import Entry
from dragoman.model.fact import Descent, Disagreement, Fact, Verdict, Weighing
from dragoman.model.receipt import Receipt
from dragoman.weighing.correct import correct
from dragoman.weighing.origin import Bench, Imprint, heads_of
from dragoman.weighing.ruling import ruling_of
from dragoman.weighing.weigh import weighing_of

__all__ = ["Ledger", "LedgerError", "NotALedger", "open_ledger"]


class Ledger:
    """An open ledger. Use `open_ledger` to make one; close it, or use it in a `with`. name: as the user gave it."""

    def __init__(self, engine: Engine, name: str = "ledger") -> None:
        self._engine = engine
        self._name = name

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A view of the ledger as it is at one moment."""
        with told_clearly(self._name), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, alone: all that is written in it is kept, or nothing."""
        with (
            told_clearly(self._name),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            lock(connection)
            yield connection

    def begin(self, command: str, at: str) -> int:
        """Note that a command begins. at: ISO 8601 time. Returns the number of the run."""
        with self.writing() as connection:
            made = connection.execute(insert(schema.runs).values(at=at, command=command))
            return int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0

    def add(self, entries: Iterable[Entry], run: int = 0) -> int:
        """Add documents with their claims and warnings, one transaction each. Returns how many were new."""
        return sum(self.add_one(entry, run) for entry in entries)

    def add_one(self, entry: Entry, run: int = 0, coder: str | None = None, received: Receipt | None = None) -> bool:
        """Add one document. Once this returns, it is there, whatever happens next; False if it already was.

        received: the bytes it came in, kept beside it under their hash.
        """
        with self.writing() as connection:
            new = add_entry(connection, entry, run, coder)
            if new:
                carry_decisions(connection, entry, run)
            if new and received is not None and entry.document.bytes_sha256 is not None:
                add_received(connection, entry.document.bytes_sha256, received.data, run)
                add_receipt(connection, entry.document, received, run)
            return new

    def received(self, sha256: str) -> bytes | None:
        """The bytes that a document came in, by their hash; None if they were not kept."""
        with self.reading() as connection:
            return read_received(connection, sha256)

    def receipt(self, document: Document) -> Receipt | None:
        """The bytes that a document came in with what was said of them, None if they were not kept."""
        with self.reading() as connection:
            return read_receipt(connection, document)

    def replace_text(self, old: str, entry: Entry, run: int, coder: str) -> Retaken:
        """Put a document in the place of an earlier text of the same bytes. old: id of that."""
        with self.writing() as connection:
            return replace_text(connection, old, entry, run, coder)

    def has_address(self, url: str) -> bool:
        """Whether a document came from an address, or says that it stands there."""
        with self.reading() as connection:
            return has_address(connection, url)

    def watched(self, url: str) -> tuple[str | None, str | None] | None:
        """The ETag and last change of a feed when it was last read whole, None if it never was."""
        with self.reading() as connection:
            return read_watched(connection, url)

    def note_watched(self, url: str, marks: tuple[str | None, str | None], run: int) -> None:
        """Note that a feed was read whole. marks: its ETag and last change."""
        with self.writing() as connection:
            add_watched(connection, url, marks, run)

    def reread(self, entry: Entry, run: int, coder: str) -> Reread:
        """Add another coder's reading of a document that is there."""
        with self.writing() as connection:
            return add_new_reading(connection, entry, coder, run)

    def readings(self) -> dict[str, tuple[str, ...]]:
        """Documents to the coders that have read them, the last one last."""
        with self.reading() as connection:
            return readings_of(connection)

    def runs(self) -> tuple[Run, ...]:
        """Commands that wrote, in order."""
        with self.reading() as connection:
            return read_runs(connection)

    def facts_after(self, run: int) -> tuple[Fact, ...]:
        """The facts that stood after a run."""
        with self.reading() as connection:
            return facts_after(connection, run)

    def former_fact(self, word: str) -> Fact | None:
        """The fact that had this id, or one that begins so, as it last stood: a merge, a split or a new document makes another of it."""
        with self.reading() as connection:
            return former_fact(connection, word)

    def reopened(self) -> tuple[Verdict, ...]:
        """Decisions that a changed text opened again, and that nobody has made anew."""
        verdicts = self.verdicts()
        ruling = ruling_of(verdicts)
        decided = ruling.accepted | ruling.rejected | set(ruling.corrected)
        return tuple(one for one in verdicts if one.by == REOPENED and one.left not in decided)

    def error_rates(self) -> Mapping[str, Mapping[str, int]]:
        """How often persons accepted, rejected and corrected what each coder read."""
        with self.reading() as connection:
            return error_rates(connection)

    def add_rejected(self, rejected: Rejected, run: int = 0) -> None:
        """Keep that an input could not be read."""
        with self.writing() as connection:
            add_rejected(connection, rejected, run)

    def add_verdicts(self, verdicts: Iterable[Verdict], run: int = 0) -> int:
        """Append decisions. Returns how many were new."""
        with self.writing() as connection:
            return sum(add_verdict(connection, verdict, run) for verdict in verdicts)

    def weigh(self, run: int = 0) -> int:
        """Bring the facts up to date with what was added. Returns how many facts changed."""
        with self.writing() as connection:
            return weigh_new(connection, run)

    def has(self, document_id: str) -> bool:
        """Whether a document is there."""
        table = schema.documents.c
        with self.reading() as connection:
            return connection.execute(select(table.number).where(table.id == document_id)).first() is not None

    def entries(self) -> tuple[Entry, ...]:
        """All entries with the claims in force, as corrected, by the id of their document: the order of adding leaves no trace.

        A text that a newer intake replaced is in none.
        """
        claims: dict[str, list[Claim]] = {}
        for one in self.claims().values():
            claims.setdefault(one.document_id, []).append(one)
        with self.reading() as connection:
            warnings = read_warnings(connection)
            documents = read_documents(connection, standing=True)
        return tuple(
            Entry(one, tuple(sorted(claims.get(one.id, ()), key=_in_text)), warnings.get(one.id, ()))
            for one in documents
        )

    def claims(self, ids: Iterable[str] | None = None, corrected: bool = True) -> dict[str, Claim]:
        """Claims in force by id, all of them for None; as persons corrected them, or as the machine read them."""
        with self.reading() as connection:
            ruling = ruling_of(passed_on(read_verdicts(connection), read_heirs(connection)))
            found = read_claims(connection, ids)
        fixes = ruling.corrected if corrected else {}
        return {one.id: correct(one, fixes[one.id]) if one.id in fixes else one for one in found}

    def imprints(self) -> dict[str, Imprint]:
        """Who printed each document and when."""
        with self.reading() as connection:
            return read_imprints(connection)

    def documents(self, ids: Iterable[str]) -> dict[str, Document]:
        """Documents by id."""
        with self.reading() as connection:
            return {one.id: one for one in read_documents(connection, ids)}

    def is_behind(self) -> bool:
        """Whether something was added that the facts do not have yet, or other rules weighed them."""
        table, decisions = schema.documents.c, schema.verdicts.c
        with self.reading() as connection:
            late = connection.execute(select(table.number).where(table.weighed.is_(False)).limit(1)).first()
            return bool(
                late
                or connection.execute(select(decisions.number).where(decisions.weighed.is_(False)).limit(1)).first()
                or is_by_other_rules(connection)
            )

    def verdicts(self) -> tuple[Verdict, ...]:
        """All decisions in the order they were made, each about the claim now in force."""
        with self.reading() as connection:
            return passed_on(read_verdicts(connection), read_heirs(connection))

    def rejected(self) -> tuple[Rejected, ...]:
        """Inputs that could not be read."""
        with self.reading() as connection:
            return read_rejected(connection)

    def find(self, words: str) -> tuple[str, ...]:
        """Ids of documents whose text holds these words somewhere."""
        with self.reading() as connection:
            return find_documents(connection, words)

    def named(self, word: str) -> tuple[str, ...]:
        """Ids of documents with this path or address, or whose id begins so, replaced ones left out; () if there is none."""
        table = schema.documents.c
        begin = table.id.startswith(f"sha256:{word.removeprefix('sha256:')}", autoescape=True)
        is_it = or_(table.source_id == word, table.url == word, *([begin] if word.strip() else []))
        with self.reading() as connection:
            rows = connection.execute(select(table.id).where(is_it, table.replaced_by.is_(None)).order_by(table.id))
            return tuple(one for (one,) in rows)

    def weighing(self) -> Weighing:
        """Facts, disagreements and lines of descent as last weighed."""
        with self.reading() as connection:
            rows = connection.execute(select(schema.facts.c.body, schema.facts.c.joins)).all()
            facts = [msgspec.json.decode(body, type=Fact) for body, _ in rows]
            joins = [one for _, some in rows for one in msgspec.json.decode(some, type=list[Verdict])]
            bodies = connection.execute(select(schema.disputes.c.body))
            disagreements = [msgspec.json.decode(body, type=Disagreement) for (body,) in bodies]
            lines = connection.execute(select(schema.lines.c.body).where(schema.lines.c.body != b"").distinct())
            descents = tuple(msgspec.json.decode(body, type=Descent) for (body,) in lines)
            bench = Bench(read_imprints(connection), heads_of(descents))
        return weighing_of(facts, disagreements, descents, joins, bench)

    def languages(self) -> dict[str, int]:
        """How many documents there are in each language, but for those whose text a newer intake replaced."""
        table = schema.documents.c
        wanted = select(table.language, func.count()).where(table.replaced_by.is_(None))
        with self.reading() as connection:
            rows = connection.execute(wanted.group_by(table.language).order_by(table.language))
            return {language: int(count) for language, count in rows}

    def counts(self) -> dict[str, int]:
        """How many rows of each kind there are; of documents, those whose text no newer intake replaced. claims: of the readings in force; the rest are earlier_claims."""
        documents = select(func.count()).select_from(schema.documents).where(schema.documents.c.replaced_by.is_(None))
        claims = select(func.count()).select_from(schema.claims)
        current = schema.claims.c.current
        tables = (schema.verdicts, schema.rejections, schema.facts, schema.disputes)
        wanted = {
            "documents": documents, "claims": claims.where(current.is_(True)), "earlier_claims": claims.where(current.is_(False)),
            **{one.name: select(func.count()).select_from(one) for one in tables},
        }  # fmt: skip
        with self.reading() as connection:
            return {name: connection.execute(one).scalar() or 0 for name, one in wanted.items()}


def _in_text(one: Claim) -> tuple[int, int, str]:
    return (one.evidence.span.start, one.trigger.span.start, one.id)


def open_ledger(where: str | Path | None = None) -> Ledger:
    """Open the ledger in a file or at the URL of a database, made if it is not there; None for one in memory.

    Raises LedgerError for something else, a newer one, a broken or locked one.
    """
    return Ledger(open_engine(where), str(where) if where else "ledger in memory")
