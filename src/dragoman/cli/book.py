"""What the commands on a ledger share: opening it, finding a fact in it, and printing for a person or a program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from dragoman.dossier.fact_line import FactLine
    from dragoman.ledger.store import Ledger
    from dragoman.model.claim import Claim
    from dragoman.model.fact import Fact, Weighing
    from dragoman.weighing.origin import Imprint


@dataclass(frozen=True, slots=True)
class Book:
    """What a ledger holds at one moment. claims: as corrected; decided: claim id to "accepted".

    former: a fact as it last stood by an id that is no longer one, None if none was.
    """

    weighing: Weighing
    claims: Mapping[str, Claim]
    imprints: Mapping[str, Imprint]
    decided: Mapping[str, str]
    former: Callable[[str], Fact | None] = lambda _word: None

    def lines(self) -> tuple[FactLine, ...]:
        """All facts, each as a line."""
        return tuple(self.line(one) for one in self.weighing.facts)

    def line(self, fact: Fact) -> FactLine:
        """One fact as a line."""
        from dragoman.dossier.fact_line import line_of

        return line_of(fact, self.claims, self.imprints, self.decided)

    def fact(self, word: str) -> Fact:
        """The fact of an id or the beginning of one, its own or a claim's. Refuses, as wrong usage, a word that finds none or several."""
        found = [one for one in self.weighing.facts if word == one.id or word in one.claim_ids]
        found = found or [one for one in self.weighing.facts if any(_begins(i, word) for i in (one.id, *one.claim_ids))]
        if len(found) != 1:
            if found:
                raise click.UsageError(f"{len(found)} facts have an id that begins with {word!r}; give more of it")
            raise click.UsageError(f"no fact with id {word!r}; {self._what_became_of(word)}")
        return found[0]

    def _what_became_of(self, word: str) -> str:
        """What to try instead of an id that no fact has: those that have the claims of the one that had it."""
        former = self.former(word) if word.strip() else None
        members = set(former.claim_ids) if former else set()
        heirs = [short(one.id) for one in self.weighing.facts if members & set(one.claim_ids)]
        if heirs:
            return f"it was one, and its claims are now in {' and '.join(heirs)}"
        if former:
            return "it was one, and its claims are rejected, or no longer read; `dragoman changes` says when"
        return "`dragoman facts` lists them, and a claim's id will do"


def _begins(identifier: str, word: str) -> bool:
    """Whether a word is the beginning of an id, with or without what it is of ("claim:")."""
    return identifier.startswith(word) if ":" in word else identifier.partition(":")[2].startswith(word)


def with_ledger(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --ledger and --json of every command on a ledger."""
    command = click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)
    return click.option(
        "--ledger", "where", required=True, envvar="DRAGOMAN_LEDGER", metavar="FILE|URL",
        help="The ledger: a file, or postgresql://USER@HOST/NAME. Also read from DRAGOMAN_LEDGER.",
    )(command)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hand:
    """Who decides, and why."""

    by: str
    why: str


def with_hand(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --by and --why of every command that decides, given to it as its argument `hand`."""

    @click.option("--by", required=True, envvar="DRAGOMAN_BY", help="Who decides. Also read from DRAGOMAN_BY.")
    @click.option("--why", required=True, help="The reason, which stays beside the decision.")
    @wraps(command)
    def signed(*, by: str, why: str, **others: Any) -> Any:
        if not by.strip() or not why.strip():
            raise click.UsageError("--by and --why: a decision has a name and a reason")
        return command(hand=Hand(by, why), **others)

    return signed


@contextmanager
def opened(where: str, new: bool = False) -> Iterator[Ledger]:
    """The ledger at a place, with its errors as wrong usage. new: it may be made; else a file that is not there is refused."""
    from pathlib import Path

    from dragoman.ledger.errors import LedgerError
    from dragoman.ledger.store import open_ledger

    if not new and "://" not in where and not Path(where).exists():
        raise click.UsageError(f"{where}: no such ledger; `dragoman add INPUT... --ledger {where}` makes one")
    try:
        with open_ledger(where) as ledger:
            yield ledger
    except LedgerError as error:
        raise click.UsageError(str(error)) from error


def now() -> str:
    """The time, as runs and verdicts are dated."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def brought_up_to_date(ledger: Ledger) -> Book:
    """What the ledger holds, weighed first if a command was broken off before it was."""
    if ledger.is_behind():
        ledger.weigh(ledger.begin("weigh", now()))
    return book_of(ledger)


def book_of(ledger: Ledger) -> Book:
    """What the ledger holds, as last weighed."""
    from dragoman.weighing.ruling import ruling_of

    ruling = ruling_of(ledger.verdicts())
    decided = {**dict.fromkeys(ruling.accepted, "accepted"), **dict.fromkeys(ruling.corrected, "corrected")}
    return Book(ledger.weighing(), ledger.claims(), ledger.imprints(), decided, ledger.former_fact)


def to_json(value: object) -> str:
    """Plain data as JSON, in the order of its fields."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode("utf-8")


def counted(count: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "fact"), counted(2, "fact")
    ('1 fact', '2 facts')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"


def short(identifier: str) -> str:
    """The beginning of an id, enough to name it on a command line."""
    return identifier.partition(":")[2][:10]
