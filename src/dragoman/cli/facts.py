"""`dragoman facts`: what a ledger holds, chosen and printed."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.book import brought_up_to_date, opened, short, to_json, with_ledger

if TYPE_CHECKING:
    from dragoman.dossier.fact_line import FactLine
    from dragoman.ledger.store import Ledger


@click.command("facts")
@with_ledger
@click.option("--party", "parties", multiple=True, help="A state on one of the sides, by code or name; twice for two.")
@click.option("--kind", help="Of flow (troops), of loss (killed), or matter (event, statement, judgement).")
@click.option("--type", "event_type", help="PLOVER event type: AID, CONSULT.")
@click.option("--since", help="First day, EDTF: 2025, 2025-04, 2025-04-28.")
@click.option("--until", help="Last day, EDTF.")
@click.option("--place", help="Part of a place's name.")
@click.option(
    "--status", help="asserted, reported, acknowledged, denied, possible, planned, predicted, conditional, negated."
)
@click.option("--grade", help="Admiralty grade: B2, B or 2.")
@click.option("--originator", help="Part of the name of who says so.")
@click.option("--disputed", is_flag=True, help="Only what is contradicted or denied.")
@click.option("--decided", type=click.Choice(["accepted", "corrected"]), help="Only what a person decided.")
@click.option("--words", help="Only from documents that hold these words, in any script, inside words too.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
def command(where: str, as_json: bool, form: str, **chosen: Any) -> None:
    """List the facts of a ledger, oldest first, undated ones last."""
    from dragoman.dossier.fact_line import find_lines

    with opened(where) as ledger:
        lines = find_lines(brought_up_to_date(ledger).lines(), _choice(ledger, **chosen))
    if as_json or form == "json":
        click.echo(to_json([asdict(one) for one in lines]))
    elif form == "csv":
        click.echo(_csv(lines), nl=False)
    else:
        click.echo(_table(lines))


def _choice(
    ledger: Ledger, *, parties: tuple[str, ...], event_type: str | None, words: str | None, **others: Any
) -> Any:
    from dragoman.dossier.fact_line import Choice
    from dragoman.model.edtf import days_of
    from dragoman.world.actor import find_country

    codes = tuple(find_country(one) or "" for one in parties)
    for name, code in zip(parties, codes, strict=True):
        if not code:
            raise click.UsageError(f"--party: no state is called {name!r}; give an ISO 3166-1 code (PRK) or a name")
    for option in ("since", "until"):
        try:
            days_of(others[option] or "2025")
        except ValueError as error:
            raise click.UsageError(f"--{option}: {error}") from error
    documents = frozenset(ledger.find(words)) if words else None
    return Choice(parties=codes, type=event_type, documents=documents, **others)


def _table(lines: tuple[FactLine, ...]) -> str:
    from dragoman.dossier.fact_line import say

    rows = []
    for one in lines:
        mark = "!" if one.disputed else " "
        support = f"{one.documents} documents, {len(one.originators)} originators"
        rows.append(
            f"{short(one.id)} {one.grade}{mark} {say(one)} · {one.status} · {support}\n    {' '.join(one.sentence.split())}"
        )
    count = f"{len(lines)} fact{'s' * (len(lines) != 1)}"
    return "\n".join([*rows, count])


def _csv(lines: tuple[FactLine, ...]) -> str:
    from dragoman.dossier.fact_line import FactLine

    out = io.StringIO()
    names = [one.name for one in fields(FactLine)]
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for one in lines:
        row = asdict(one)
        writer.writerow([_cell(row[name]) for name in names])
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = "; ".join(value) if isinstance(value, tuple) else str(value)
    # A spreadsheet runs a cell that begins so; a page may print one on purpose.
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
