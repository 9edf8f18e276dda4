"""The ledger as it was: runs, and the facts that stood after each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, func, select

from dragoman.ledger import schema
from dragoman.ledger.errors import LedgerError
from dragoman.model.fact import Fact

_fact = msgspec.json.Decoder(Fact)
_YEAR, _MONTH = re.compile(r"(?:19|20)[0-9]{2}"), re.compile(r"[0-9]{4}-[0-9]{2}")


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

    since: a run's number, or an ISO 8601 date or time, in UTC where it names no zone; a number that is both is the run.
    Returns 0 where all runs came after. Raises NoSuchRun.
    """
    if since.isdecimal() and int(since) in {0, *(one.number for one in runs)}:
        return int(since)
    if since.isdecimal() and not _YEAR.fullmatch(since):
        raise NoSuchRun(f"no run {since}; the last is {runs[-1].number if runs else 0}")
    moment = _moment(since)
    return max((one.number for one in runs if _moment(one.at) < moment), default=0)


def _moment(text: str) -> datetime:
    """When a year, a month, a day or a time begins. Raises NoSuchRun."""
    whole = f"{text}-01-01" if _YEAR.fullmatch(text) else f"{text}-01" if _MONTH.fullmatch(text) else text
    try:
        found = datetime.fromisoformat(whole)
    except ValueError as error:
        raise NoSuchRun(f"--since {text!r} is neither a run's number nor a date; write 2025-04-30") from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def former_fact(connection: Connection, word: str) -> Fact | None:
    """The fact that had an id, or one that begins so, as it last stood; None if there was none, or several had.

    word: at least the beginning of the part after "fact:".
    """
    table, begin = schema.history.c, f"fact:{word.removeprefix('fact:')}"
    wanted = select(table.fact_id).where(table.fact_id.startswith(begin, autoescape=True)).distinct().limit(2)
    ids = [one for (one,) in connection.execute(wanted)]
    if len(ids) != 1:
        return None
    last = select(table.body).where(table.fact_id == ids[0], table.body.is_not(None)).order_by(table.number.desc())
    body = connection.execute(last.limit(1)).scalar()
    return _fact.decode(body) if body else None


def facts_after(connection: Connection, run: int) -> tuple[Fact, ...]:
    """The facts that stood after a run, by id."""
    table = schema.history.c
    last = select(func.max(table.number)).where(table.run <= run).group_by(table.fact_id)
    rows = connection.execute(
        select(table.body).where(table.number.in_(last), table.body.is_not(None)).order_by(table.fact_id)
    )
    return tuple(_fact.decode(body) for (body,) in rows)
