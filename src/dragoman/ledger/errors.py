"""What can be wrong with a ledger, in words that say what to do; nothing written is lost by any of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

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


# Words of the drivers' messages (sqlite3's result codes, PostgreSQL's SQLSTATEs) -> what it is, and what to do.
_CAUSES: tuple[tuple[str, type[LedgerError], str], ...] = (
    ("database is locked", LockedLedger, "another process is writing to it; wait for it, or end it, and run this again"),
    ("lock timeout", LockedLedger, "another process is writing to it; wait for it, or end it, and run this again"),
    ("disk is full", FullDisk, "make room on its disk and run this again: what was reported as added is kept"),
    ("no space left", FullDisk, "make room on its disk and run this again: what was reported as added is kept"),
    ("disk i/o error", FullDisk, "its disk did not take what was written; look at the disk, and run this again"),
    ("readonly database", ReadOnlyLedger, "it may not be written here; copy it, or change the rights of file and folder"),
    ("read-only transaction", ReadOnlyLedger, "it may not be written here; ask for rights, or name another"),
    ("permission denied", ReadOnlyLedger, "it may not be written here; ask for rights, or name another"),
    ("unable to open database file", ReadOnlyLedger, "no such folder, or no right to open it; name another place"),
    ("malformed", DamagedLedger, "its file is broken; restore a copy, or save what `sqlite3 FILE .recover` can read of it"),
    ("not a database", NotALedger, "name a new file or one that dragoman made"),
    ("connection", NoDatabase, "start the server, or mend the address"),
    ("could not translate host name", NoDatabase, "mend the address"),
    ("failed to resolve host", NoDatabase, "mend the address"),
    ("authentication failed", NoDatabase, "mend the user and password in the address"),
    ("does not exist", NoDatabase, "make the database first (createdb), or mend its name"),
)  # fmt: skip


@contextmanager
def told_clearly(where: str) -> Iterator[None]:
    """Turn a driver's error into one of ours. where: the ledger as the user named it. A bug of ours passes through."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error).strip()
        for words, kind, advice in _CAUSES:
            if words in said.lower():
                raise kind(f"{where}: {said.splitlines()[0]}; {advice}") from error
        raise
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise NoDatabase(f"{where}: {error}; install dragoman[postgresql], or name a file") from error
