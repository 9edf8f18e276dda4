"""`dragoman dossier`: documents to one HTML page."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.choice import Choice, with_choice
from dragoman.cli.gathered import gathered
from dragoman.cli.sources import Sources, with_sources

if TYPE_CHECKING:
    from dragoman.cli.reader import Read
    from dragoman.model.document import Rejected
    from dragoman.model.entry import Entry
    from dragoman.model.fact import Weighing
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
    from dragoman.cli.reader import Tally, read_all
    from dragoman.dossier.change import with_changes
    from dragoman.dossier.render import render_html
    from dragoman.dossier.views import build_dossier

    if not inputs and asked.ledger is None:
        raise click.UsageError("name at least one input, or a ledger to show")
    if asked.since and asked.ledger is None:
        raise click.UsageError("--since: changes are those of a ledger; name it with --ledger")
    pair = _pair(asked.between)
    _require_place(asked.out)
    tally = Tally()
    read = _entries(read_all(sources.documents(inputs), tally, choice))
    entries, weighing, changes = _kept(read, asked, choice, sources) if asked.ledger else (*_weighed(read), None)
    dossier = build_dossier(entries, weighing, tuple(tally.rejected), pair)
    dossier = dossier if changes is None else with_changes(dossier, changes, entries)
    asked.out.write_text(render_html(dossier, asked.language), encoding="utf-8", newline="\n")
    for line in tally.lines():
        click.echo(line)
    found = ", ".join(
        _counted(*one) for one in ((len(weighing.facts), "fact"), (len(weighing.disagreements), "disagreement"))
    )
    click.echo(f"{found}; dossier written to {asked.out}")
    sys.exit(tally.exit_code if inputs else 0)


def _weighed(read: Iterable[Entry]) -> tuple[tuple[Entry, ...], Weighing]:
    """What was read, each document once, and its facts."""
    from dragoman.weighing.weigh import weigh

    found = {one.document.id: one for one in read}
    entries = tuple(found[key] for key in sorted(found))
    return entries, weigh(tuple(one.document for one in entries), tuple(c for one in entries for c in one.claims))


def _kept(
    read: Iterable[Entry], asked: Asked, choice: Choice, sources: Sources
) -> tuple[tuple[Entry, ...], Weighing, tuple[FactChange, ...] | None]:
    """All that a ledger holds, with what was read added to it first, and what changed since then."""
    from dragoman.cli.add import coder_label
    from dragoman.cli.book import now, opened
    from dragoman.coding.draft import CODER
    from dragoman.ledger.history import run_before
    from dragoman.weighing.change import find_changes

    with opened(asked.ledger or "", new=True) as book:
        run = 0
        for entry in read:
            run = run or book.begin("dossier", now())
            book.add_one(entry, run, coder_label(CODER, choice), sources.received(entry.document.bytes_sha256))
        if book.is_behind():
            book.weigh(run or book.begin("weigh", now()))
        weighing = book.weighing()
        before = book.facts_after(run_before(book.runs(), asked.since)) if asked.since else None
        return book.entries(), weighing, None if before is None else find_changes(before, weighing.facts)


def _require_place(out: Path) -> None:
    """Refuse, before anything is read, a page that could not be written."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        known = out.exists()
        out.open("ab").close()
        if not known:
            out.unlink()
    except OSError as error:
        raise click.UsageError(f"-o {out}: {error.strerror}; name a file that can be written") from error


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


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


def _entries(results: Iterable[Read | Rejected]) -> Iterator[Entry]:
    from dragoman.cli.reader import Read

    terminal = sys.stderr.isatty()
    for number, one in enumerate(results, 1):
        if terminal:
            click.echo(f"\rread {number}", nl=False, err=True)
        if isinstance(one, Read):
            yield one.entry
    if terminal:
        click.echo("", err=True)
