"""`dragoman merge`: two facts are one."""

from __future__ import annotations

from datetime import datetime

import click

from dragoman.cli.book import Hand, brought_up_to_date, now, opened, with_hand, with_ledger
from dragoman.cli.verdict import record


@click.command("merge")
@click.argument("fact")
@click.argument("other")
@with_hand
@with_ledger
def command(fact: str, other: str, hand: Hand, where: str, as_json: bool) -> None:
    """Rule that FACT and OTHER are one. `dragoman split` takes it back."""
    from dragoman.model.fact import Verdict

    with opened(where) as ledger:
        book = brought_up_to_date(ledger)
        left, right = book.fact(fact), book.fact(other)
        if left.id == right.id:
            raise click.UsageError(f"{fact} and {other} are one fact already")
        at = datetime.fromisoformat(now())
        record(ledger, (Verdict(left.head, right.head, "same", hand.by, at, hand.why),), "merge", as_json)
