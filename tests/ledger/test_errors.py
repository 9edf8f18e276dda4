"""What a driver says becomes what a user can do; what is a bug of ours stays one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from dragoman.ledger.errors import (
    FullDisk,
    LedgerError,
    LockedLedger,
    NoDatabase,
    NotALedger,
    ReadOnlyLedger,
    told_clearly,
    with_driver,
)
from dragoman.ledger.store import open_ledger


class Said(Exception):
    """As the driver of a server says it."""

    def __init__(self, words: str, sqlstate: str | None = None) -> None:
        super().__init__(words)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(("words", "sqlstate", "kind"), [
    ("canceling statement due to lock timeout", "55P03", LockedLedger),
    ("could not extend file: No space left on device", "53100", FullDisk),
    ("cannot execute INSERT in a read-only transaction", "25006", ReadOnlyLedger),
    ("permission denied for table claims", "42501", ReadOnlyLedger),
    ("terminating connection due to administrator command", "57P01", NoDatabase),
    ("password authentication failed for user", "28P01", NoDatabase),
    ('connection failed: FATAL:  database "news" does not exist', None, NoDatabase),
    ('connection failed: FATAL:  role "reader" does not exist', None, NoDatabase),
    ("failed to resolve host 'nowhere': Name or service not known", None, NoDatabase),
    ("connection failed: Connection refused\n\tIs the server running on that host?", None, NoDatabase),
])  # fmt: skip
def test_a_server_s_error_is_told(words: str, sqlstate: str | None, kind: type[LedgerError]) -> None:
    with pytest.raises(kind, match="ledger: ") as told, told_clearly("ledger"):
        raise DBAPIError("SELECT 1", None, Said(words, sqlstate))
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(("words", "advice"), [
    ('connection failed: FATAL:  database "news" does not exist', "createdb"), ('FATAL:  role "reader" does not exist', "user"),
])  # fmt: skip
def test_the_advice_is_for_what_is_missing(words: str, advice: str) -> None:
    with pytest.raises(NoDatabase, match=advice), told_clearly("ledger"):
        raise DBAPIError("SELECT 1", None, Said(words))


@pytest.mark.parametrize(("words", "sqlstate"), [
    ('relation "factz" does not exist', "42P01"), ('column "connection" does not exist', "42703"),
    ("deadlock detected while waiting for connection", "40P01"), ("invalid input: malformed array literal", "22P02"),
])  # fmt: skip
def test_a_bug_of_ours_passes_through(words: str, sqlstate: str) -> None:
    with pytest.raises(DBAPIError), told_clearly("ledger"):
        raise DBAPIError("SELECT 1", None, Said(words, sqlstate))


def test_a_statement_that_is_wrong_is_a_bug_on_each_store(store: str) -> None:
    with open_ledger(store) as ledger, pytest.raises(DBAPIError) as raised, ledger.reading() as connection:
        connection.execute(text("SELECT connection FROM nosuchtable"))
    assert not isinstance(raised.value, LedgerError)


def test_words_in_a_file_s_error_decide_nothing() -> None:
    with pytest.raises(sqlite3.OperationalError), told_clearly("ledger"):
        raise sqlite3.OperationalError("no such column: disk is full, malformed, connection")


def test_a_folder_that_may_not_be_entered(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LedgerError):
        open_ledger(tmp_path / "file" / "ledger.db")
    with pytest.raises(LedgerError, match="no such folder, or no right"):
        open_ledger(tmp_path)


def test_a_text_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("notes, and nothing else\n" * 100)
    with pytest.raises(NotALedger):
        open_ledger(tmp_path / "notes.db")


def test_only_a_driver_that_is_missing_is_told() -> None:
    with pytest.raises(ModuleNotFoundError), told_clearly("ledger"):
        raise ModuleNotFoundError("No module named 'dragoman.nosuchroom'")
    with pytest.raises(NoDatabase, match="install"), with_driver("mysql://x"):
        raise ModuleNotFoundError("No module named 'MySQLdb'")
