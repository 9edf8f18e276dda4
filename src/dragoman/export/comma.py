"""CSV: one table, UTF-8, one line feed a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from dragoman.export.holding import Holding
from dragoman.export.rendered import Rendered, Style
from dragoman.export.table import Table, Value, joined, table_of

RUN = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection)


def render_csv(holding: Holding, style: Style) -> Rendered:
    """One table of the holding, its codebook beside it. Unless verbatim, words that a spreadsheet would run begin with an apostrophe."""
    table = table_of(holding, style.table)
    marked = sum(is_run(joined(one)) for row in table.rows for one in row.values())
    not_held = [f"the other tables: this file holds {table.name}; --table names another", *flat_losses()]
    if marked and not style.verbatim:
        not_held.append(
            f"{marked} cells as printed: an apostrophe stands before them, so that no spreadsheet runs them (--verbatim)"
        )
    data = write_csv(table, style.verbatim).encode("utf-8")
    return Rendered(data, {table.name: len(table.rows)}, tuple(not_held), {".codebook.csv": render_codebook(table)})


def flat_losses() -> tuple[str, ...]:
    """What every flat table loses."""
    return (
        "which of a cell's entries a word of the text stands for beyond their order: spans of actors, items, numbers and places",
        "the documents' texts, and decisions of persons with their reasons (--format jsonl holds them)",
    )


def is_run(value: Value) -> bool:
    """Whether a spreadsheet would take a cell for a formula. A number is none."""
    return isinstance(value, str) and value.startswith(RUN)


def safe(value: str) -> str:
    """A cell that no spreadsheet runs.

    >>> safe("=1+1"), safe("plain")
    ("'=1+1", 'plain')
    """
    return f"'{value}" if is_run(value) else value


def write_csv(table: Table, verbatim: bool) -> str:
    """The table as CSV with its heading."""
    names = [one.name for one in table.columns]
    rows = ([_cell(row[name], verbatim) for name in names] for row in table.rows)
    return "".join(_line(one) for one in (names, *rows))


def _line(cells: Iterable[str]) -> str:
    """A row. csv quotes a lone \\r only where it ends lines with one, and a reader would begin a row there."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def _cell(value: Value, verbatim: bool) -> str:
    one = joined(value)
    if one is None:
        return ""
    if isinstance(one, bool):
        return "true" if one else "false"
    if isinstance(one, float):
        return f"{one:.15g}"
    return one if verbatim and isinstance(one, str) else safe(one) if isinstance(one, str) else str(one)


def render_codebook(table: Table) -> bytes:
    """The columns with their meaning, as CSV."""
    rows = ((one.table, one.name, one.kind, one.meaning) for one in table.columns)
    return "".join(_line(one) for one in (("table", "column", "kind", "meaning"), *rows)).encode("utf-8")
