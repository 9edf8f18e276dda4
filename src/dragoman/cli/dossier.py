"""`dragoman dossier`: documents to one HTML page."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.choice import Choice, with_choice
from dragoman.cli.gathered import gathered
from dragoman.cli.out import require_place, write_whole
from dragoman.cli.sources import Sources, with_sources

if TYPE_CHECKING:
    from dragoman.cli.reader import Read
    from dragoman.dossier.view import Dossier
    from dragoman.model.document import Rejected
    from dragoman.model.entry import Entry
    from dragoman.model.fact import Weighing
    from dragoman.model.receipt import Receipt
    from dragoman.weighing.change import FactChange


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page to write. between: two states, None for all; ledger: to keep what is read in, and to show; since: what changed in it."""

    between: tuple[str, str] | None
    out: Path
    language: str
    ledger: str | None
    since: str | None


@click.command("dossier")
@click.argument("inputs", nargs=-1)
@click.option("--between", nargs=2, metavar="STATE STATE", help="Two states, by ISO code or name: PRK RUS.")
@click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), default=Path("dossier.html"), show_default=True
)
@click.option(
    "--language",
    type=click.Choice(["en", "fr"]),
    default="en",
    show_default=True,
    help="Of the page; quotations keep theirs.",
)
@click.option(
    "--ledger",
    metavar="FILE|URL",
    help="Keep what is read in this ledger, and show all it holds.",
)
@click.option("--since", metavar="DATE|RUN", help="Mark what changed in the ledger since a day or after a run.")
@with_choice
@with_sources
@gathered(Asked)
def command(inputs: tuple[str, ...], asked: Asked, choice: Choice, sources: Sources) -> None:
    """Read INPUTS (as `dragoman read` takes them) and write a dossier: one page, every cell with its sentence.

    Exit status: 0 all read, 1 some rejected or unread, 2 wrong usage or nothing read.
    """
    from dragoman.cli.add import coder_label
    from dragoman.cli.reader import Tally, read_all
    from dragoman.coding.draft import CODER
    from dragoman.dossier.change import with_changes
    from dragoman.dossier.render import render_html
    from dragoman.dossier.views import build_dossier

    if not inputs and asked.ledger is None:
        raise click.UsageError("name at least one input, or a ledger to show")
    if asked.since and asked.ledger is None:
        raise click.UsageError("--since: changes are those of a ledger; name it with --ledger")
    pair = _pair(asked.between)
    require_place(asked.out, "-o")
    tally = Tally()
    results = _counted_aloud(read_all(sources.documents(inputs), tally, choice))
    if asked.ledger:
        found = _kept(results, _Keeping(asked.ledger, coder_label(CODER, choice), asked.since, sources.received))
    else:
        found = _weighed(results)
    entries = found.entries
    dossier = build_dossier(entries, found.weighing, found.rejected, pair)
    dossier = dossier if found.changes is None else with_changes(dossier, found.changes, entries)
    for line in tally.lines() if inputs else ():
        click.echo(line)
    if not entries and not asked.ledger:
        click.echo(f"no dossier written: there is no document to show, and {asked.out} is left as it was")
        sys.exit(2)
    write_whole(asked.out, render_html(dossier, asked.language).encode("utf-8"), "-o")
    counts = ", ".join(_counts(dossier))
    click.echo(f"{counts}; dossier written to {asked.out}")
    sys.exit(tally.exit_code if inputs else 0)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a page is made of. changes: None where none were asked for."""

    entries: tuple[Entry, ...]
    weighing: Weighing
    rejected: tuple[Rejected, ...]
    changes: tuple[FactChange, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Keeping:
    """How what is read is kept. where: the ledger; received: what came in under a hash, None where it was not kept."""

    where: str
    coder: str
    since: str | None
    received: Callable[[str | None], Receipt | None]


def _weighed(results: Iterable[Read | Rejected]) -> _Found:
    """What was read, each document once, and its facts."""
    from dragoman.model.document import Rejected
    from dragoman.weighing.weigh import weigh

    done = tuple(results)
    found = {one.document.id: one.entry for one in done if not isinstance(one, Rejected)}
    entries = tuple(found[key] for key in sorted(found))
    weighing = weigh(tuple(one.document for one in entries), tuple(c for one in entries for c in one.claims))
    return _Found(entries, weighing, tuple(one for one in done if isinstance(one, Rejected)))


def _kept(results: Iterable[Read | Rejected], how: _Keeping) -> _Found:
    """All that a ledger holds, with what was read added to it first as `dragoman add` does, and what changed since then."""
    from dragoman.cli.book import now, opened
    from dragoman.ledger.history import run_before
    from dragoman.model.document import Rejected
    from dragoman.weighing.change import find_changes

    with opened(how.where, new=True) as book:
        run = 0
        for one in results:
            run = run or book.begin("dossier", now())
            if isinstance(one, Rejected):
                book.add_rejected(one, run)
            else:
                book.add_one(one.entry, run, how.coder, how.received(one.document.bytes_sha256))
        if book.is_behind():
            book.weigh(run or book.begin("weigh", now()))
        weighing, entries = book.weighing(), book.entries()
        before = book.facts_after(run_before(book.runs(), how.since)) if how.since else None
        changes = None if before is None else find_changes(before, weighing.facts)
        read = {one.document.source_id for one in entries}
        return _Found(entries, weighing, tuple(one for one in book.rejected() if one.source_id not in read), changes)


def _counts(dossier: Dossier) -> Iterator[str]:
    """What the page shows, counted as it counts."""
    from dragoman.cli.book import counted

    shown, beyond = dossier.headline, len(dossier.beyond) + dossier.words_beyond
    yield counted(shown.facts, "fact")
    yield counted(shown.statements, "statement")
    yield counted(shown.judgements, "judgement or prediction" if shown.judgements == 1 else "judgements and prediction")
    yield counted(len(dossier.disagreements), "disagreement")
    if beyond:
        yield f"and {beyond} more of these not between the two"


def _pair(between: tuple[str, str] | None) -> tuple[str, str] | None:
    from dragoman.world.actor import find_country

    if not between:
        return None
    codes = [find_country(one) for one in between]
    for name, code in zip(between, codes, strict=True):
        if code is None:
            raise click.UsageError(f"--between: no state is called {name!r}; give an ISO 3166-1 code (PRK) or a name")
    if codes[0] == codes[1]:
        raise click.UsageError("--between: name two different states")
    return (codes[0] or "", codes[1] or "")


def _counted_aloud(results: Iterable[Read | Rejected]) -> Iterator[Read | Rejected]:
    """Results as they come, counted on a terminal."""
    terminal = sys.stderr.isatty()
    for number, one in enumerate(results, 1):
        if terminal:
            click.echo(f"\rread {number}", nl=False, err=True)
        yield one
    if terminal:
        click.echo("", err=True)
