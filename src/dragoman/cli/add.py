"""`dragoman add`: documents into a ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

from dragoman.cli.book import counted, now, opened, with_ledger
from dragoman.cli.choice import Choice, with_choice
from dragoman.cli.sources import Sources, with_sources

if TYPE_CHECKING:
    from dragoman.ledger.store import Ledger
    from dragoman.model.document import Document, Rejected
    from dragoman.model.receipt import Receipt


@dataclass(slots=True)
class Added:
    """What one run of the command did."""

    run: int = 0
    documents: int = 0
    known: int = 0
    unread: int = 0
    rejected: int = 0
    claims: int = 0
    facts_changed: int = 0


@click.command("add")
@click.argument("inputs", nargs=-1, required=True)
@with_ledger
@with_choice
@with_sources
def command(inputs: tuple[str, ...], where: str, as_json: bool, choice: Choice, sources: Sources) -> None:
    """Read INPUTS into a ledger, made if it is not there: files, folders, archives, addresses, "-" (see dragoman read).

    The bytes of a page, a PDF or another file are kept, packed, beside what was read in them.

    A document is printed when it is kept: what was printed is there, whatever happens next, and running the command again goes
    on where it was broken off. A document that is there already is left as it is.

    Exit status: 0 all read, 1 some rejected or unread, 2 wrong usage or nothing read.
    """
    with opened(where, new=True) as ledger:
        done = Added(run=ledger.begin("add", now()))
        found = sources.documents(inputs, ledger.has_address)
        add_all(ledger, found, Adding(choice, done, as_json, sources.received))
        done.facts_changed = ledger.weigh(done.run)
    say_summary(done, as_json)
    read = done.documents + done.known - done.unread
    sys.exit(2 if not read and not done.unread else 1 if done.rejected or done.unread else 0)


@dataclass(frozen=True, slots=True)
class Adding:
    """How documents are added. received: what came in under a hash, None where it was not kept; done is counted up."""

    choice: Choice
    done: Added
    as_json: bool
    received: Callable[[str | None], Receipt | None]


def add_all(ledger: Ledger, inputs: Iterable[Document | Rejected], how: Adding) -> None:
    """Read documents and keep each, printing it when it is kept."""
    from dragoman.cli.reader import Tally, read_all
    from dragoman.coding.draft import CODER
    from dragoman.model.document import Rejected

    done, as_json, label = how.done, how.as_json, coder_label(CODER, how.choice)
    for one in read_all(_unknown(ledger, inputs, done), Tally(), how.choice):
        if isinstance(one, Rejected):
            ledger.add_rejected(one, done.run)
            done.rejected += 1
            _say("rejected", one.source_id, one.reason, as_json)
            continue
        if not ledger.add_one(one.entry, done.run, label, how.received(one.document.bytes_sha256)):
            done.known += 1  # another process added it while this one read
            continue
        done.documents += 1
        done.claims += len(one.claims)
        done.unread += one.is_unread
        unread = f"kept unread: no parser for language {one.document.language!r}"
        _say("added", one.document.source_id, unread if one.is_unread else counted(len(one.claims), "claim"), as_json)


def _unknown(ledger: Ledger, inputs: Iterable[Document | Rejected], done: Added) -> Iterator[Document | Rejected]:
    """Inputs that the ledger does not have."""
    from dragoman.model.document import Rejected

    for one in inputs:
        if not isinstance(one, Rejected) and ledger.has(one.id):
            done.known += 1
            continue
        yield one


def coder_label(coder: str, choice: Choice) -> str:
    """What read a document: the version of the rules, and the parser where it is not the usual one."""
    return "+".join([coder, *(["fast"] if choice.fast else []), *(["rules-alone"] if choice.rules_alone else []),
                     *([choice.name] if choice.name else [])])  # fmt: skip


def _say(what: str, source: str, detail: str, as_json: bool) -> None:
    import msgspec

    row = {what: source, "detail": detail}
    click.echo(msgspec.json.encode(row).decode("utf-8") if as_json else f"{what} {source}: {detail}")
    sys.stdout.flush()


def say_summary(done: Added, as_json: bool) -> None:
    """Print what a run did."""
    import msgspec

    if as_json:
        click.echo(msgspec.json.encode({"summary": asdict(done)}).decode("utf-8"))
        return
    unread = f", {done.unread} kept unread: no parser for their language" if done.unread else ""
    click.echo(
        f"run {done.run}: {counted(done.documents, 'document')} added with {counted(done.claims, 'claim')}{unread}; {done.known} known already, "
        f"{done.rejected} rejected; {counted(done.facts_changed, 'fact')} new or changed"
    )
