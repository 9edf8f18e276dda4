"""XLSX: every table on a sheet of its own, with a codebook. All words are words: no cell is a formula or a link."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from dragoman.export.comma import flat_losses, is_run
from dragoman.export.holding import Holding
from dragoman.export.rendered import Rendered, Style, lost
from dragoman.export.table import TABLES, Table, Value, codebook, joined, table_of

MOST_CHARACTERS = 32_767  # in a cell; MOST_ROWS with the heading. Source: Excel specifications and limits, Microsoft
MOST_ROWS = 1_048_576
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(
    tzinfo=None
)  # the first day that a zip archive knows: same input, same bytes
_OPTIONS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": False,
}  # fmt: skip


def render_xlsx(holding: Holding, style: Style) -> Rendered:
    """All tables. Unless verbatim, a cell that begins as a formula is marked as words too, so that editing it does not run it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"created": _MADE, "title": "Dragoman"})
    heading, words = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
    losses = {"cut": 0, "rows": 0}
    counts: dict[str, int] = {}
    for name in TABLES:
        table = table_of(holding, name)
        counts[name] = min(len(table.rows), MOST_ROWS - 1)
        _write(book.add_worksheet(name), table, heading, None if style.verbatim else words, losses)
    _write_codebook(book.add_worksheet("codebook"), heading)
    book.close()
    not_held = (
        *flat_losses(),
        *lost(losses["cut"], f"cells in full: a cell holds {MOST_CHARACTERS} characters, and the rest is cut off"),
        *lost(losses["rows"], f"rows: a sheet holds {MOST_ROWS}"),
    )
    return Rendered(out.getvalue(), counts, not_held)


def _write(sheet: Any, table: Table, heading: Any, words: Any, losses: dict[str, int]) -> None:
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.name, heading)
    losses["rows"] += max(0, len(table.rows) - (MOST_ROWS - 1))
    for number, row in enumerate(table.rows[: MOST_ROWS - 1], 1):
        for at, column in enumerate(table.columns):
            losses["cut"] += _write_cell(sheet, (number, at), joined(row[column.name]), words)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)


def _write_cell(sheet: Any, at: tuple[int, int], value: Value, words: Any) -> bool:
    """Write one cell by its own kind, never by a guess. Returns whether its words were cut."""
    if value is None or value == "":
        return False
    if isinstance(value, bool):
        sheet.write_boolean(*at, value)
    elif isinstance(value, int | float):
        sheet.write_number(*at, value)
    else:
        text = str(value)
        sheet.write_string(*at, text[:MOST_CHARACTERS], words if words is not None and is_run(text) else None)
        return len(text) > MOST_CHARACTERS
    return False


def _write_codebook(sheet: Any, heading: Any) -> None:
    sheet.freeze_panes(1, 0)
    for at, name in enumerate(("table", "column", "kind", "meaning")):
        sheet.write_string(0, at, name, heading)
    for number, one in enumerate(codebook(), 1):
        for at, words in enumerate((one.table, one.name, one.kind, one.meaning)):
            sheet.write_string(number, at, words)
    sheet.set_column(3, 3, 100)
