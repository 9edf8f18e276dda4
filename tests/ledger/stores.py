"""The stores that one behaviour suite runs on: a file, and PostgreSQL where a server answers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SERVER = os.environ.get("DRAGOMAN_TEST_POSTGRESQL", "")
STORES = ("sqlite", "postgresql")


@contextmanager
def empty_store(kind: str, folder: Path) -> Iterator[str]:
    """The address of a ledger that does not exist yet; skips the test, saying so, where there is no server."""
    if kind == "sqlite":
        yield str(folder / "ledger.db")
        return
    if not SERVER:
        pytest.skip("no PostgreSQL: DRAGOMAN_TEST_POSTGRESQL names no server (postgresql://USER@HOST/NAME)")
    from sqlalchemy import create_engine, make_url, text

    name = f"dragoman_test_{os.getpid()}_{abs(hash(str(folder))) % 10**8}"
    server = make_url(SERVER).set(drivername="postgresql+psycopg")
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0"))
    try:
        yield server.set(database=name, drivername="postgresql").render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        engine.dispose()
