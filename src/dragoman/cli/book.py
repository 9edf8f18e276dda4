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
    """What a ledger holds at one moment. claims: as corrected; decided: claim id to "accepted", "corrected" or "rejected".

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
        found = self._found(word)
        if len(found) != 1:
            if found:
                raise click.UsageError(f"{len(found)} facts have an id that begins with {word!r}; give more of it")
            raise click.UsageError(f"no fact with id {word!r}; {self._what_became_of(word)}")
        return found[0]

    def _found(self, word: str) -> list[Fact]:
        found = [one for one in self.weighing.facts if word == one.id or word in one.claim_ids]
        return found or [one for one in self.weighing.facts if any(_begins(i, word) for i in (one.id, *one.claim_ids))]

    def has(self, word: str) -> bool:
        """Whether a fact has this id or begins so, or a claim of one."""
        return bool(self._found(word))

    def withdrawn(self, word: str) -> Fact | None:
        """The fact that had an id, as it last stood, where a person has rejected all its claims; None for any other word."""
        if not word.strip() or self._found(word):
            return None
        former = self.former(word)
        return former if former and all(self.decided.get(one) == "rejected" for one in former.claim_ids) else None

    def claims_of(self, word: str) -> tuple[str, ...]:
        """The claims that a word names: one by its id, all of a fact by that of the fact, rejected ones too. Refuses what names none or two things."""
        if word in self.claims:
            return (word,)
        claims = [one for one in self.claims if _begins(one, word.removeprefix("claim:"))]
        facts = [one for one in self.weighing.facts if _begins(one.id, word)]
        if word.startswith("claim:") or (len(claims) == 1 and not facts):
            if len(claims) != 1:
                raise click.UsageError(f"{len(claims) or 'no'} claims with id {word!r}; `dragoman why FACT` lists them")
            return (claims[0],)
        if claims and facts and word.strip() and not word.startswith("fact:"):
            raise click.UsageError(f"facts and claims have an id that begins with {word!r}; give more of it")
        gone = self.withdrawn(word)
        return (gone or self.fact(word)).claim_ids

    def _what_became_of(self, word: str) -> str:
        """What to try instead of an id that no fact has: those that have the claims of the one that had it."""
        if self.withdrawn(word):
            return f"it was one, and its claims are rejected; `dragoman verdict unsure {word}` takes that back"
        former = self.former(word) if word.strip() else None
        members = set(former.claim_ids) if former else set()
        heirs = [short(one.id) for one in self.weighing.facts if members & set(one.claim_ids)]
        if heirs:
            return f"it was one, and its claims are now in {' and '.join(heirs)}"
        if former:
            return "it was one, and its claims are no longer read so; `dragoman changes` says what is read instead"
        refused = [
            one for one, how in self.decided.items() if how == "rejected" and word.strip() and _begins(one, word)
        ]
        if len(refused) == 1:
            return f"a claim has it that is rejected; `dragoman verdict unsure {word}` takes that back"
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

    if "://" not in where:
        if not where.strip() or Path(where).is_dir():
            raise click.UsageError(f"--ledger {where!r}: a folder, or no name; name a file in it")
        if not new and not Path(where).exists():
            raise click.UsageError(f"{where}: no such ledger; `dragoman add INPUT... --ledger {where}` makes one")
        if not new and Path(where).is_file() and Path(where).stat().st_size == 0:
            advice = f"restore a copy, or let `dragoman add INPUT... --ledger {where}` make a ledger of it"
            raise click.UsageError(f"{where}: an empty file, and no ledger; {advice}")
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
    decided = {
        **dict.fromkeys(ruling.accepted, "accepted"), **dict.fromkeys(ruling.corrected, "corrected"),
        **dict.fromkeys(ruling.rejected, "rejected"),
    }  # fmt: skip
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


def in_words(counts: Mapping[str, int]) -> str:
    """What a ledger holds, counted.

    >>> in_words({"documents": 1, "claims": 3, "earlier_claims": 2, "facts": 2})
    '1 document, 3 claims (2 more of earlier readings), 2 facts'
    """
    words = [counted(count, name.removesuffix("s")) for name, count in counts.items() if name != "earlier_claims"]
    earlier = counts.get("earlier_claims", 0)
    return ", ".join(
        f"{one} ({earlier} more of earlier readings)" if " claim" in one and earlier else one for one in words
    )


def short(identifier: str) -> str:
    """The beginning of an id, enough to name it on a command line."""
    return identifier.partition(":")[2][:10]
