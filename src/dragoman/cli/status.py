"""`dragoman status`: what a ledger holds, its runs, and how often its coders were right."""

from __future__ import annotations

from dataclasses import asdict

import click

from dragoman.cli.book import in_words, opened, to_json, with_ledger

_RUNS_SHOWN = 10


@click.command("status")
@with_ledger
def command(where: str, as_json: bool) -> None:
    """Count what a ledger holds, list its runs, and say how often persons accepted, rejected and corrected each coder."""
    from dragoman.pipelines import SHIPPED

    with opened(where) as ledger:
        counts, runs, behind = ledger.counts(), ledger.runs(), ledger.is_behind()
        rates, rejected = ledger.error_rates(), ledger.rejected()
        reopened = ledger.reopened()
        unread = {language: count for language, count in ledger.languages().items() if language not in SHIPPED}
    if as_json:
        row = {"counts": counts, "unread": unread, "behind": behind, "runs": [asdict(one) for one in runs], "coders": rates,
               "rejected": [asdict(one) for one in rejected],
               "reopened": [{"claim": one.left, "reason": one.reason} for one in reopened]}  # fmt: skip
        click.echo(to_json(row))
        return
    click.echo(in_words(counts))
    for language, count in unread.items():
        click.echo(f"{count} kept unread: no parser for language {language!r}")
    if behind:
        click.echo("something was added that the facts do not have yet: the next command that shows facts weighs it")
    for coder, found in rates.items():
        click.echo(f"{coder}: " + ", ".join(f"{count} {name}" for name, count in found.items()))
    for one in runs[-_RUNS_SHOWN:]:
        click.echo(f"run {one.number} {one.at} {one.command}")
    for again in reopened:
        click.echo(f"open again {again.left}: {again.reason}")
    for refused in rejected:
        click.echo(f"rejected {refused.source_id}: {refused.reason}")
