"""`dragoman export`: what a ledger holds, in the format of another program."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.choice import Choice, with_choice
from dragoman.cli.gathered import gathered
from dragoman.cli.out import write_whole
from dragoman.cli.sources import Sources, with_sources
from dragoman.cli.wanted import choice_of, in_words, with_wanted
from dragoman.export.formats import FORMATS, find_format

if TYPE_CHECKING:
    from dragoman.cli.book import Book
    from dragoman.cli.reader import Read, Tally
    from dragoman.export.holding import Holding
    from dragoman.export.rendered import Rendered, Style, TableName
    from dragoman.ledger.store import Ledger
    from dragoman.model.document import Rejected

_FORMATS = "\n".join(f"{one.name:9}  {one.says}" for one in FORMATS)


@dataclass(frozen=True, slots=True)
class Asked:
    """What to write. where: the ledger, None where inputs are read; form: name of the format; table, verbatim: as in Style."""

    where: str | None
    form: str
    out: Path
    table: TableName
    verbatim: bool


@click.command("export", epilog=f"\b\nFormats:\n{_FORMATS}")
@click.argument("inputs", nargs=-1)
@click.option(
    "--ledger", "where", envvar="DRAGOMAN_LEDGER", metavar="FILE|URL",
    help="The ledger; without one, INPUTS are read and given out. Also read from DRAGOMAN_LEDGER.",
)  # fmt: skip
@click.option(
    "--format", "form", required=True, metavar="FORMAT", type=click.Choice([one.name for one in FORMATS]),
    help="One of those below.",
)  # fmt: skip
@click.option(
    "-o", "--out", required=True, type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; its manifest is written beside it.",
)  # fmt: skip
@click.option(
    "--table", type=click.Choice(["claims", "facts", "documents", "disagreements"]), default="claims", show_default=True,
    help="Of formats that hold one table.",
)  # fmt: skip
@click.option("--verbatim", is_flag=True, help="Leave cells as they are that a spreadsheet might take for formulas.")
@with_wanted
@with_choice
@with_sources
@gathered(Asked)
def command(inputs: tuple[str, ...], asked: Asked, wanted: dict[str, Any], choice: Choice, sources: Sources) -> None:
    """Write the facts and claims of a ledger, all of them or those chosen, in another program's format.

    Beside FILE, FILE.manifest.json says how many rows of each kind were written, their hash, and what the format could not hold.
    INPUTS named without a ledger are read, weighed and written, and nothing is kept of them.

    Exit status: 0 all read, 1 some rejected or unread, 2 wrong usage or nothing read.
    """
    from dragoman import __version__
    from dragoman.cli.reader import Tally, read_all
    from dragoman.export.rendered import MissingLibrary, Style

    if bool(inputs) == bool(asked.where):
        raise click.UsageError("name a ledger with --ledger, or inputs to read: one of the two")
    style = Style(asked.verbatim, asked.table, asked.out.stem, __version__)
    tally = Tally()
    with _source(asked.where, read_all(sources.documents(inputs), tally, choice), choice) as ledger:
        if inputs:
            _say_read(tally)
        holding = _holding(ledger, wanted)
    found = find_format(asked.form)
    if found is None:
        raise click.UsageError(f"--format: no format is called {asked.form!r}")
    try:
        rendered = found.render(holding, style)
    except MissingLibrary as error:
        raise click.UsageError(str(error)) from error
    _write(asked, rendered, holding, style)
    if inputs:
        sys.exit(tally.exit_code)


@contextmanager
def _source(where: str | None, read: Iterator[Read | Rejected], choice: Choice) -> Iterator[Ledger]:
    """The ledger named, or one in memory with what is read."""
    from dragoman.cli.add import coder_label
    from dragoman.cli.book import opened
    from dragoman.coding.draft import CODER
    from dragoman.ledger.store import open_ledger
    from dragoman.model.document import Rejected

    if where:
        with opened(where) as ledger:
            yield ledger
        return
    with open_ledger(None) as ledger:
        for one in read:
            if isinstance(one, Rejected):
                ledger.add_rejected(one)
            else:
                ledger.add_one(one.entry, 0, coder_label(CODER, choice))
        yield ledger


def _say_read(tally: Tally) -> None:
    for line in tally.lines():
        click.echo(line)


def _holding(ledger: Ledger, wanted: dict[str, Any]) -> Holding:
    """What is to be given out."""
    from dragoman.cli.book import brought_up_to_date
    from dragoman.dossier.fact_line import find_lines
    from dragoman.export.holding import narrowed

    book = brought_up_to_date(ledger)
    whole = _whole(ledger, book)
    chosen = in_words(wanted)
    if chosen is None:
        return whole
    return narrowed(whole, find_lines(whole.lines, choice_of(ledger, **wanted)), chosen)


def _whole(ledger: Ledger, book: Book) -> Holding:
    from dragoman.export.holding import Holding
    from dragoman.weighing.ruling import ruling_of

    verdicts = ledger.verdicts()
    decided = {**book.decided, **dict.fromkeys(ruling_of(verdicts).rejected, "rejected")}
    coders = {document: some[-1] for document, some in ledger.readings().items()}
    return Holding(
        ledger.entries(), ledger.claims(corrected=False), coders, book.weighing, book.lines(), decided, verdicts, ledger.rejected()
    )  # fmt: skip


def _write(asked: Asked, rendered: Rendered, holding: Holding, style: Style) -> None:
    """The file, what goes beside it, and the manifest last: where it is, all is."""
    from dragoman.export.rendered import render_manifest

    out = asked.out
    manifest = render_manifest(asked.form, out.name, rendered, holding, style)
    for suffix, data in (("", rendered.data), *rendered.beside.items(), (".manifest.json", manifest)):
        write_whole(out.with_name(out.name + suffix), data, "-o")
    counts = ", ".join(f"{count} {what}" for what, count in rendered.counts.items())
    click.echo(f"{counts} written to {out}")
    if holding.datasets:
        click.echo(
            f"  others' data: rows of {', '.join(holding.datasets)}; their licences say whether they may be handed on (docs/datasets.md)"
        )
    for line in rendered.not_held:
        click.echo(f"  not held: {line}")
