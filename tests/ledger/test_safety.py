"""What may happen to a ledger, and that nothing reported is lost: killed, locked, full, read-only, broken, newer, older."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.weighing import made_up
from dragoman.ledger import database, migrate
from dragoman.ledger.errors import DamagedLedger, FullDisk, LedgerError, LockedLedger, NewerLedger, NoDatabase
from dragoman.ledger.schema import HEAD
from dragoman.ledger.store import open_ledger

ROOT = Path(__file__).parents[2]
# A child that adds made-up documents one by one and says each one's id once it is kept, then weighs.
CHILD = """
import sys
from benchmarks.weighing import made_up
from dragoman.ledger.store import open_ledger
with open_ledger(sys.argv[1]) as ledger:
    print("open", flush=True)
    for entry in made_up(int(sys.argv[2]), seed=int(sys.argv[3])):
        ledger.add_one(entry)
        print(entry.document.id, flush=True)
    ledger.weigh()
    print("weighed", flush=True)
"""
CLAIMS = 160


def child(address: str, seed: int = 5) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])}
    arguments = [sys.executable, "-c", CHILD, address, str(CLAIMS), str(seed)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT)


def export(address: str) -> str:
    """All facts, disagreements and lines of a ledger, with their documents and claims."""
    import msgspec

    with open_ledger(address) as ledger:
        ledger.weigh()
        return msgspec.json.encode({"weighing": ledger.weighing(), "entries": ledger.entries()}).decode()


def test_killed_at_any_moment_and_run_again_is_never_interrupted(store: str, tmp_path: Path) -> None:
    whole = str(tmp_path / "whole.db")
    with open_ledger(whole) as ledger:
        ledger.add(made_up(CLAIMS, seed=5))
    wanted = export(whole)
    reported: set[str] = set()
    for step in range(12):  # later each time: while the tables are made, between two documents, inside one, while weighing
        run = child(store)
        assert run.stdout is not None
        if step % 2:
            for _ in range(step):
                run.stdout.readline()
        else:
            time.sleep(0.25 + step * 0.06)
        run.send_signal(signal.SIGKILL)
        said = run.communicate()[0].split()
        reported |= {one for one in said if one.startswith("sha256:")}
        with open_ledger(store) as ledger:
            entries = {one.document.id: one for one in ledger.entries()}
        assert reported <= set(entries)
        known = {one.document.id: one for one in made_up(CLAIMS, seed=5)}
        assert all(len(one.claims) == len(known[key].claims) for key, one in entries.items()), "a document by half"
    assert child(store).wait() == 0
    assert export(store) == wanted


def test_several_add_at_once_and_nothing_is_lost_or_doubled(store: str, tmp_path: Path) -> None:
    runs = [child(store, seed) for seed in (5, 5, 6)]
    assert [one.wait() for one in runs] == [0, 0, 0]
    for one in runs:
        assert one.stdout is not None
        one.stdout.close()
    whole = str(tmp_path / "whole.db")
    with open_ledger(whole) as ledger:
        ledger.add([*made_up(CLAIMS, seed=6), *made_up(CLAIMS, seed=5)])
    assert export(store) == export(whole)


def test_a_newer_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    open_ledger(path).close()
    with sqlite3.connect(path) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()
    with pytest.raises(NewerLedger, match=r"9999.*newer dragoman"):
        open_ledger(path)


def test_the_first_version_s_ledger_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    entries = made_up(60, seed=9)
    _make_first(path, entries)
    with open_ledger(path) as ledger:
        assert len(ledger.entries()) == len(entries)
        assert sum(len(one.claims) for one in ledger.entries()) == sum(len(one.claims) for one in entries)
        ledger.weigh()
        assert ledger.weighing().facts
        word = entries[0].document.text.split()[3]
        assert entries[0].document.id in ledger.find(word)
    with open_ledger(path) as ledger:
        assert ledger.weigh() == 0


def _make_first(path: Path, entries: list) -> None:
    """A ledger as the first version wrote it."""
    import msgspec
    from sqlalchemy import text

    engine = database.create_engine(f"sqlite:///{path}")
    database.event.listen(engine, "connect", database._on_connect)
    database.event.listen(engine, "begin", database._on_begin)
    head, migrate.HEAD = migrate.HEAD, "0001"
    try:
        with engine.begin() as connection:
            migrate.upgrade(connection, None, "old")
            connection.execute(text("DROP TABLE alembic_version"))
            connection.execute(text("CREATE TABLE about (schema INTEGER PRIMARY KEY)"))
            connection.execute(text("INSERT INTO about VALUES (1)"))
            for entry in entries:
                document = entry.document
                row = {"id": document.id, "sha": document.text_sha256, "body": msgspec.json.encode(document)}
                connection.execute(text("INSERT INTO documents (id, text_sha256, language, body) VALUES (:id, :sha, 'en', :body)"), row)
                for claim in entry.claims:
                    row = {"id": claim.id, "of": document.id, "body": msgspec.json.encode(claim)}
                    connection.execute(text("INSERT INTO claims (id, document_id, coder, body) VALUES (:id, :of, 'old', :body)"), row)
    finally:
        migrate.HEAD = head
        engine.dispose()


def test_a_step_that_breaks_off_leaves_the_ledger_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.db"
    _make_first(path, made_up(20, seed=9))
    with monkeypatch.context() as broken:
        broken.setattr("dragoman.ledger.search.index_text", lambda *_: (_ for _ in ()).throw(MemoryError))
        broken.setattr("dragoman.ledger.database.HEAD", HEAD)
        import dragoman.ledger.search as search

        real = search.make_search
        broken.setattr(search, "make_search", lambda connection: (real(connection), 1 / 0))
        with pytest.raises(ZeroDivisionError):
            open_ledger(path)
    with open_ledger(path) as ledger:
        assert len(ledger.entries()) == 1


def test_a_broken_file_is_said_to_be_broken(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.add(made_up(100, seed=9))
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 512] = b"\xff" * 512
    path.write_bytes(bytes(data))
    with pytest.raises(DamagedLedger, match="restore a copy"), open_ledger(path) as ledger:
        ledger.entries()


def test_a_lock_held_is_waited_for_and_then_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.db"
    open_ledger(path).close()
    monkeypatch.setattr(database, "_WAIT_SECONDS", 0)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    entry = made_up(20)[0]
    with open_ledger(path) as ledger:
        with pytest.raises(LockedLedger, match="another process"):
            ledger.add_one(entry)
        holder.execute("ROLLBACK")
        assert ledger.add_one(entry)
    holder.close()


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    first, second = made_up(40, seed=3)
    with open_ledger(path) as ledger:
        ledger.add_one(first)

        def hold(connection: object, _record: object, _proxy: object) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
            connection.execute(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

        database.event.listen(ledger._engine, "checkout", hold)
        with pytest.raises(FullDisk, match="make room"):
            ledger.add_one(second)
    with open_ledger(path) as ledger:
        assert [one.document.id for one in ledger.entries()] == [first.document.id]
        assert ledger.add_one(second)


def test_a_read_only_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    open_ledger(path).close()
    with open_ledger(path) as ledger:
        database.event.listen(ledger._engine, "checkout", lambda connection, *_: connection.execute("PRAGMA query_only = ON"))
        with pytest.raises(LedgerError, match="may not be written"):
            ledger.add_one(made_up(20)[0])


@pytest.mark.parametrize(("address", "kind"), [
    ("postgresql://nobody@127.0.0.1:9/none", NoDatabase),
    ("nosuchdatabase://x", LedgerError),
    ("postgresql://[", LedgerError),
])  # fmt: skip
def test_an_address_that_leads_nowhere_is_said(address: str, kind: type[LedgerError]) -> None:
    with pytest.raises(kind):
        open_ledger(address)


def test_no_password_is_printed() -> None:
    with pytest.raises(NoDatabase) as told:
        open_ledger("postgresql://nobody:secret@127.0.0.1:9/none")
    assert "secret" not in str(told.value)


def test_what_is_kept_says_what_it_is(tmp_path: Path) -> None:
    """The tables of the schema are those that the steps make: same names, same columns."""
    from sqlalchemy import create_engine, inspect

    from dragoman.ledger.schema import metadata

    path = tmp_path / "ledger.db"
    open_ledger(path).close()
    found = inspect(create_engine(f"sqlite:///{path}"))
    for table in metadata.sorted_tables:
        assert {one["name"] for one in found.get_columns(table.name)} == {one.name for one in table.columns}, table.name
    assert json.dumps(HEAD)
