"""`dragoman restore`: a ledger made again from its export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.book import in_words, now, opened, with_ledger

if TYPE_CHECKING:
    from dragoman.export.ledger_lines import AnyRow
    from dragoman.ledger.store import Ledger
    from dragoman.model.claim import Claim
    from dragoman.model.document import DocumentWarning
    from dragoman.model.entry import Entry
    from dragoman.model.fact import Verdict


@click.command("restore")
@click.argument("source", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_ledger
def command(source: Path, where: str, as_json: bool) -> None:
    """Make a ledger again from FILE, which `dragoman export --format jsonl` wrote of a whole one.

    Documents, claims, warnings, decisions and rejected inputs are taken as they are, nothing is read anew; facts are computed.
    Exported again, the ledger gives the same bytes. A ledger that holds something already is refused.
    """
    from dragoman.cli.book import to_json
    from dragoman.export.ledger_lines import NotAnExport, parse_lines

    with opened(where, new=True) as ledger:
        if any(ledger.counts().values()):
            raise click.UsageError(f"{where}: this ledger holds something already; name a new one")
        try:
            with source.open("rb") as lines:
                for _ in parse_lines(lines):  # all of it is checked before any of it is kept
                    pass
            with source.open("rb") as lines:
                _restore(ledger, parse_lines(lines))
        except NotAnExport as error:
            raise click.UsageError(f"{source}: {error}") from error
        counts = ledger.counts()
    if as_json:
        click.echo(to_json(counts))
    else:
        click.echo(in_words(counts))


def _restore(ledger: Ledger, rows: Iterator[AnyRow]) -> None:
    from dragoman.export.ledger_lines import RejectedRow, VerdictRow

    run = ledger.begin("restore", now())
    verdicts: list[Verdict] = []
    for one in _gathered(rows):
        if isinstance(one, RejectedRow):
            ledger.add_rejected(one.rejected, run)
        elif isinstance(one, VerdictRow):
            verdicts.append(one.verdict)
        elif isinstance(one, tuple):
            entry, coder = one
            ledger.add_one(entry, run, coder)
    ledger.add_verdicts(verdicts, run)
    ledger.weigh(run)


def _gathered(rows: Iterator[AnyRow]) -> Iterator[AnyRow | tuple[Entry, str]]:
    """Each document with the claims and warnings that follow it, as one; other rows as they are. What is computed is left out."""
    from dragoman.export import ledger_lines as lines
    from dragoman.model.entry import Entry

    head: lines.DocumentRow | None = None
    claims: list[Claim] = []
    warnings: list[DocumentWarning] = []
    for row in rows:
        if isinstance(row, lines.ClaimRow):
            claims.append(row.claim)
        elif isinstance(row, lines.WarningRow):
            warnings.append(row.warning)
        else:
            if head:
                yield Entry(head.document, tuple(claims), tuple(warnings)), head.coder
            head, claims, warnings = (row if isinstance(row, lines.DocumentRow) else None), [], []
            if isinstance(row, lines.RejectedRow | lines.VerdictRow):
                yield row
    if head:
        yield Entry(head.document, tuple(claims), tuple(warnings)), head.coder
