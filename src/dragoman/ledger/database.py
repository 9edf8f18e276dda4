"""Opening the database of a ledger, a file or a server's, and bringing an older one up to date."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from dragoman.ledger.errors import NewerLedger, NotALedger, told_clearly, with_driver
from dragoman.ledger.schema import HEAD

_WAIT_SECONDS = 30  # for another writer; one document is a transaction, and a weighing of 100,000 claims takes less
# Pages of the file at hand: with the 2 MiB that SQLite takes, weighing 100,000 claims waited for the disk half again as long
# (benchmarks/weighing.py, 2026-11). More takes memory and gained nothing.
_CACHE_KIB = 32_768
_ADVISORY = 0x647261676F  # "drago": one writer at a time on a server, as SQLite has it on a file


def open_engine(where: str | Path | None) -> Engine:
    """An engine on a ledger that is up to date, made if it is not there. where: a file, a URL of a server, None for memory.

    Raises LedgerError: something else, a newer one, a broken or locked file, a server that does not answer.
    """
    url, name = _url(where)
    with told_clearly(name):
        with with_driver(name):
            engine = create_engine(url, **({} if url.get_backend_name() == "sqlite" else {"pool_pre_ping": True}))
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _on_connect)
            event.listen(engine, "begin", _on_begin)
        try:
            _bring_up_to_date(engine, name)
        except BaseException:
            engine.dispose()
            raise
    return engine


def _url(where: str | Path | None) -> tuple[URL, str]:
    if where is None:
        return URL.create("sqlite"), "ledger in memory"
    if "://" in str(where):
        try:
            url = make_url(re.sub(r"^postgres://", "postgresql://", str(where)))  # libpq takes both
        except ArgumentError as error:
            raise NotALedger(
                f"{where}: no address of a database ({error}); write postgresql://USER@HOST/NAME"
            ) from error
        if url.get_backend_name() == "postgresql" and url.get_driver_name() != "psycopg":
            url = url.set(drivername="postgresql+psycopg")
        shown = url.set(drivername="postgresql") if url.get_backend_name() == "postgresql" else url
        return url, shown.render_as_string(hide_password=True)
    path = Path(where)
    with told_clearly(str(path)):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotALedger(f"{path}: {error.strerror}; name another place") from error
    return URL.create("sqlite", database=str(path)), str(path)


def _on_connect(connection: object, _record: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]  # transactions are begun by us, DDL inside them too
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in ("foreign_keys = ON", f"busy_timeout = {_WAIT_SECONDS * 1000}", f"cache_size = -{_CACHE_KIB}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def lock(connection: Connection) -> None:
    """Wait until no other process writes. On a file, the transaction that was begun to write has done so already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL lock_timeout = '{_WAIT_SECONDS}s'"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY})"))


def _bring_up_to_date(engine: Engine, name: str) -> None:
    with engine.connect() as connection:
        found = _revision(connection, name)
    if found == HEAD:
        return
    if engine.dialect.name == "sqlite":
        raw = engine.raw_connection()  # no transaction: in one, the journal cannot be changed
        raw.cursor().execute("PRAGMA journal_mode = WAL")
        raw.close()
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        lock(connection)
        found = _revision(connection, name)  # another process may have done it while we waited
        if found != HEAD:
            from dragoman.ledger.migrate import upgrade

            upgrade(connection, found, name)


def _revision(connection: Connection, name: str) -> str | None:
    """The revision of a database, "0001" for the first one's own way of saying it, None for an empty one.

    Raises NotALedger for a database of something else, NewerLedger for a revision that this version does not know.
    """
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables and "claims" in tables:
        found = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
        if found > HEAD:
            raise NewerLedger(
                f"{name}: ledger of schema {found}, this version reads up to {HEAD}; install a newer dragoman"
            )
        return found
    if {"about", "claims", "documents"} <= tables:
        schema = connection.execute(text("SELECT schema FROM about")).scalar()
        if schema == 1:
            return "0001"
        raise NewerLedger(
            f"{name}: ledger of schema {schema}, this version reads up to {HEAD}; install a newer dragoman"
        )
    if tables:
        raise NotALedger(f"{name}: a database of something else; name a new file or one that dragoman made")
    return None
