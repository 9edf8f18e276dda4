"""The ledger as it was: runs, and the facts that stood after each."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, func, select

from dragoman.ledger import schema
from dragoman.ledger.errors import LedgerError
from dragoman.model.fact import Fact

_fact = msgspec.json.Decoder(Fact)


class NoSuchRun(LedgerError):
    """A run or a date that the ledger does not have."""


@dataclass(frozen=True, slots=True)
class Run:
    """One command that wrote. at: ISO 8601."""

    number: int
    at: str
    command: str


def read_runs(connection: Connection) -> tuple[Run, ...]:
    """All runs, in order."""
    table = schema.runs.c
    rows = connection.execute(select(table.number, table.at, table.command).order_by(table.number))
    return tuple(Run(*row) for row in rows)


def run_before(runs: tuple[Run, ...], since: str) -> int:
    """The last run before a date, or the run of that number: what changed since then is what came after it.

    since: a run's number, or an ISO 8601 date or time. Returns 0 where all runs came after. Raises NoSuchRun.
    """
    if since.isdigit() and len(since) < 4:
        if int(since) and int(since) not in {one.number for one in runs}:
            raise NoSuchRun(f"no run {since}; the last is {runs[-1].number if runs else 0}")
        return int(since)
    if not (len(since) >= 4 and since[:4].isdigit()):
        raise NoSuchRun(f"--since {since!r} is neither a run's number nor a date; write 2025-04-30")
    return max((one.number for one in runs if one.at < since), default=0)


def facts_after(connection: Connection, run: int) -> tuple[Fact, ...]:
    """The facts that stood after a run, by id."""
    table = schema.history.c
    last = select(func.max(table.number)).where(table.run <= run).group_by(table.fact_id)
    rows = connection.execute(
        select(table.body).where(table.number.in_(last), table.body.is_not(None)).order_by(table.fact_id)
    )
    return tuple(_fact.decode(body) for (body,) in rows)
