"""What can be wrong with a ledger, in words that say what to do; nothing written is lost by any of it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError, NoSuchModuleError


class LedgerError(ValueError):
    """A ledger that cannot be opened, read or written: which one, what was found, what to try."""


class NotALedger(LedgerError):
    """A file or database that holds something else."""


class NewerLedger(LedgerError):
    """A ledger that a later version of the program wrote."""


class DamagedLedger(LedgerError):
    """A ledger whose file is broken."""


class LockedLedger(LedgerError):
    """A ledger that another process holds for longer than we wait."""


class ReadOnlyLedger(LedgerError):
    """A ledger that may be read and not written."""


class FullDisk(LedgerError):
    """No room left for what was to be written."""


class NoDatabase(LedgerError):
    """A database server that does not answer, or no driver for it."""


@dataclass(frozen=True, slots=True)
class _Cause:
    """What is wrong, and what to do about it."""

    kind: type[LedgerError]
    advice: str


_LOCKED = _Cause(LockedLedger, "another process is writing to it; wait for it, or end it, and run this again")
_FULL = _Cause(FullDisk, "make room on its disk and run this again: what was reported as added is kept")
_DISK = _Cause(FullDisk, "its disk did not take what was written; look at the disk, and run this again")
_READ_ONLY = _Cause(ReadOnlyLedger, "it may not be written here; copy it, or change the rights of file and folder")
_NO_RIGHT = _Cause(ReadOnlyLedger, "it may not be written here; ask for rights, or name another")
_NO_FOLDER = _Cause(ReadOnlyLedger, "no such folder, or no right to open it; name another place")
_BROKEN = _Cause(
    DamagedLedger, "its file is broken; restore a copy, or save what `sqlite3 FILE .recover` can read of it"
)
_BROKEN_SERVER = _Cause(DamagedLedger, "the server finds its data broken; restore a copy of the database")
_OTHER = _Cause(NotALedger, "name a new file or one that dragoman made")
_NO_SERVER = _Cause(NoDatabase, "start the server, or mend the address")
_NO_HOST = _Cause(NoDatabase, "mend the address")
_NO_USER = _Cause(NoDatabase, "mend the user and password in the address")
_NO_DATABASE = _Cause(NoDatabase, "make the database first (createdb), or mend its name")
# What the drivers say by number, whatever the words. SQLite: primary result codes (sqlite.org/rescode.html). An error with
# another number, as of a table that is not there, is ours and passes through.
_SQLITE = {
    sqlite3.SQLITE_BUSY: _LOCKED, sqlite3.SQLITE_LOCKED: _LOCKED, sqlite3.SQLITE_FULL: _FULL, sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_READONLY: _READ_ONLY, sqlite3.SQLITE_PERM: _READ_ONLY, sqlite3.SQLITE_CANTOPEN: _NO_FOLDER,
    sqlite3.SQLITE_CORRUPT: _BROKEN, sqlite3.SQLITE_NOTADB: _OTHER,
}  # fmt: skip
# PostgreSQL: SQLSTATE, whole or by its class of two (postgresql.org/docs, appendix A).
_POSTGRESQL = {
    "55P03": _LOCKED, "53100": _FULL, "58030": _DISK, "25006": _NO_RIGHT, "42501": _NO_RIGHT, "08": _NO_SERVER,
    "57P01": _NO_SERVER, "57P02": _NO_SERVER, "57P03": _NO_SERVER, "53300": _NO_SERVER, "28": _NO_USER, "3D000": _NO_DATABASE,
    "XX001": _BROKEN_SERVER, "XX002": _BROKEN_SERVER,
}  # fmt: skip
# Before there is a connection there is no SQLSTATE: the words of libpq, the more telling first.
_UNCONNECTED: tuple[tuple[re.Pattern[str], _Cause], ...] = (
    (re.compile(r'database ".*" does not exist'), _NO_DATABASE),
    (re.compile(r'role ".*" does not exist|authentication failed|no password supplied|no pg_hba.conf entry'), _NO_USER),
    (re.compile(r"failed to resolve host|could not translate host name"), _NO_HOST),
    (re.compile(r"connection (?:failed|refused|timeout)|server closed the connection|connection is (?:lost|closed|bad)"), _NO_SERVER),
)  # fmt: skip


@contextmanager
def told_clearly(where: str) -> Iterator[None]:
    """Turn a driver's error into one of ours. where: the ledger as the user named it. A bug of ours passes through."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        said = str(original).strip()
        cause = _cause_of(original, said)
        if cause is None:
            raise
        raise cause.kind(f"{where}: {said.splitlines()[0]}; {cause.advice}") from error


@contextmanager
def with_driver(where: str) -> Iterator[None]:
    """Say which driver is not there for an address. Only around what loads it: a module of ours that is not there is a bug."""
    try:
        yield
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        advice = "a ledger is a file, or postgresql://USER@HOST/NAME with dragoman[postgresql] installed"
        raise NoDatabase(f"{where}: no driver ({error}); {advice}") from error


def _cause_of(error: BaseException | None, said: str) -> _Cause | None:
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get(getattr(error, "sqlite_errorcode", -1) & 0xFF)  # the rest of an extended code says where
    state = getattr(error, "sqlstate", None)
    if state:
        return _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2])
    return next((cause for words, cause in _UNCONNECTED if words.search(said.lower())), None)
