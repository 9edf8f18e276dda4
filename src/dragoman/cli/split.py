"""`dragoman split`: claims that are not of a fact."""

from __future__ import annotations

from datetime import datetime

import click

from dragoman.cli.book import Hand, brought_up_to_date, now, opened, with_hand, with_ledger
from dragoman.cli.verdict import record


@click.command("split")
@click.argument("fact")
@click.argument("claims", nargs=-1, required=True)
@with_hand
@with_ledger
def command(fact: str, claims: tuple[str, ...], hand: Hand, where: str, as_json: bool) -> None:
    """Rule that CLAIMS of FACT are about something else. It is never proposed again; `dragoman merge` takes it back."""
    from dragoman.model.fact import Verdict

    with opened(where) as ledger:
        book = brought_up_to_date(ledger)
        members = book.fact(fact).claim_ids
        out = tuple(_member(members, one) for one in claims)
        rest = tuple(one for one in members if one not in out)
        if not rest:
            raise click.UsageError("all claims of the fact are named; leave at least one in it")
        at = datetime.fromisoformat(now())
        verdicts = tuple(Verdict(one, other, "different", hand.by, at, hand.why) for one in out for other in rest)
        record(ledger, verdicts, "split", as_json)


def _member(members: tuple[str, ...], word: str) -> str:
    found = [one for one in members if one == word or one.partition(":")[2].startswith(word.removeprefix("claim:"))]
    if len(found) != 1:
        raise click.UsageError(
            f"{len(found) or 'no'} claims of the fact with id {word!r}; `dragoman why FACT` lists them"
        )
    return found[0]
