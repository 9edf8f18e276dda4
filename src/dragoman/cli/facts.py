"""`dragoman facts`: what a ledger holds, chosen and printed."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.book import brought_up_to_date, counted, opened, short, to_json, with_ledger
from dragoman.cli.wanted import choice_of, with_wanted

if TYPE_CHECKING:
    from dragoman.dossier.fact_line import FactLine


@click.command("facts")
@with_ledger
@with_wanted
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
def command(where: str, as_json: bool, form: str, wanted: dict[str, Any]) -> None:
    """List the facts of a ledger, oldest first, undated ones last.

    A line has the fact's id; its grade, a letter for the source and a digit for the report (Admiralty scale: A is best, F cannot be
    judged; 1 is best, 6 cannot be judged); "!" where it is disputed; who → whom, PLOVER type, kind and stage of a flow or kind of
    loss, how many, when (EDTF), where; how sure the text is; how many documents say it and how many independent originators.
    Below it stands its sentence. `dragoman why ID` shows the rest.
    """
    from dragoman.dossier.fact_line import find_lines

    with opened(where) as ledger:
        lines = find_lines(brought_up_to_date(ledger).lines(), choice_of(ledger, **wanted))
    if as_json or form == "json":
        click.echo(to_json([asdict(one) for one in lines]))
    elif form == "csv":
        click.echo(_csv(lines), nl=False)
    else:
        click.echo(_table(lines))


def _table(lines: tuple[FactLine, ...]) -> str:
    from dragoman.dossier.fact_line import say

    rows = []
    for one in lines:
        mark = "!" if one.disputed else " "
        support = f"{counted(one.documents, 'document')}, {counted(one.counted, 'originator')}"
        rows.append(
            f"{short(one.id)} {one.grade}{mark} {say(one)} · {one.status} · {support}\n    {' '.join(one.sentence.split())}"
        )
    return "\n".join([*rows, counted(len(lines), "fact")])


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
