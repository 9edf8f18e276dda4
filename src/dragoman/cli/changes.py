"""`dragoman changes`: what is new, revised, disputed or withdrawn since a day or a run."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from dragoman.cli.book import Book, brought_up_to_date, counted, opened, short, to_json, with_ledger

if TYPE_CHECKING:
    from dragoman.weighing.change import FactChange


@click.command("changes")
@with_ledger
@click.option(
    "--since", required=True, metavar="DATE|RUN", help="A day (2025-04-30) or the number of a run (`dragoman status`)."
)
def command(where: str, as_json: bool, since: str) -> None:
    """List what changed in a ledger since a day or after a run: facts added, revised, disputed, withdrawn."""
    from dragoman.ledger.history import run_before
    from dragoman.weighing.change import find_changes

    with opened(where) as ledger:
        book = brought_up_to_date(ledger)
        run = run_before(ledger.runs(), since)
        changes = find_changes(ledger.facts_after(run), book.weighing.facts)
        says = {one.id: (one, book.line(one)) for one in book.weighing.facts}
    if as_json:
        rows = [
            {"kind": one.kind, "what": one.what, "before": asdict(one.before) if one.before else None,
             "after": asdict(says[one.after.id][1]) if one.after else None}
            for one in changes
        ]  # fmt: skip
        click.echo(to_json({"since_run": run, "changes": rows}))
        return
    from dragoman.dossier.fact_line import say

    for one in changes:
        fact = one.after or one.before
        shown = say(says[one.after.id][1]) if one.after else _former(one, book)
        what = f": {'; '.join(one.what)}" if one.what else ""
        click.echo(f"{one.kind:9} {short(fact.id) if fact else ''} {shown}{what}")
    click.echo(f"{counted(len(changes), 'change')} since run {run}")


def _former(change: FactChange, book: Book) -> str:
    """A fact that is withdrawn, as it was: whole where its claims are rejected, else by its cells, for nobody reads them any more."""
    from dragoman.dossier.fact_line import say
    from dragoman.weighing.change import words_of

    fact = change.before
    if fact is None:
        return ""
    if all(one in book.claims for one in fact.claim_ids):
        return say(book.line(fact))
    return " · ".join(f"{one.name} {words_of(one) if one.name == 'quantity' else one.label}" for one in fact.cells)
