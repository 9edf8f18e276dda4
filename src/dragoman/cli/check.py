"""`dragoman check`: what is wrong with an article, and each of its claims beside a ledger."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.choice import Choice, with_choice
from dragoman.cli.gathered import gathered
from dragoman.cli.out import require_place, write_whole
from dragoman.cli.sources import Sources, with_sources

if TYPE_CHECKING:
    from dragoman.model.document import Rejected
    from dragoman.model.entry import Entry
    from dragoman.model.fact import Verdict
    from dragoman.model.finding import Checked


@dataclass(frozen=True, slots=True)
class Asked:
    """How to check. ledger: to judge claims beside; page: where to write one, in a language."""

    ledger: str | None
    as_json: bool
    page: Path | None
    language: str


@click.command("check")
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--ledger",
    metavar="FILE|URL",
    help="Judge each claim beside what this ledger holds. Nothing is added to it.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object an article, with ClaimReview fields.")
@click.option("--page", type=click.Path(dir_okay=False, path_type=Path), help="Write a page there as well.")
@click.option(
    "--language",
    type=click.Choice(["en", "fr"]),
    default="en",
    show_default=True,
    help="Of the page; quotations keep theirs.",
)
@with_choice
@with_sources
@gathered(Asked)
def command(files: tuple[str, ...], asked: Asked, choice: Choice, sources: Sources) -> None:
    """Check FILES: warnings with their words, counted, and each claim as supported, contradicted, new, or not to be judged.

    Several files are checked beside one another too. Findings, no score: nothing is said of the author.

    Exit status: 0 all read, 1 some rejected or unread, 2 wrong usage or nothing read.
    """
    from dragoman.cli.reader import Read, Tally, read_all
    from dragoman.dossier.contract import render_rejected
    from dragoman.weighing.check import check_all

    if asked.page is not None:
        require_place(asked.page, "--page")
    others, verdicts = _known(asked.ledger)
    tally = Tally()
    entries: list[Entry] = []
    for one in read_all(sources.documents(files), tally, choice):
        if isinstance(one, Read):
            entries.append(one.entry)
        elif asked.as_json:
            sys.stdout.buffer.write(f"{render_rejected(one)}\n".encode())
    _show(check_all(tuple(entries), others, verdicts), tuple(tally.rejected), asked)
    for line in tally.lines():
        click.echo(line, err=True)
    sys.exit(tally.exit_code)


def _show(checked: tuple[Checked, ...], rejected: tuple[Rejected, ...], asked: Asked) -> None:
    """Print each article, and write the page if one is wanted."""
    from dragoman.cli.verdicts import show_check
    from dragoman.dossier.check_page import render_check_page
    from dragoman.dossier.check_record import render_check

    for article in checked:
        text = render_check(article) if asked.as_json else show_check(article)
        sys.stdout.buffer.write(f"{text}\n".encode())
    if asked.page is not None:
        write_whole(asked.page, render_check_page(checked, asked.language, rejected).encode("utf-8"), "--page")
        click.echo(f"page written to {asked.page}", err=True)


def _known(ledger: str | None) -> tuple[tuple[Entry, ...], tuple[Verdict, ...]]:
    """What a ledger holds; nothing where none is named."""
    from dragoman.cli.book import opened

    if ledger is None:
        return (), ()
    with opened(ledger) as book:
        return book.entries(), book.verdicts()
