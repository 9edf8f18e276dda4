"""A row of a set of coded events, read back from the text of its document: each column's value with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.model.document import Document
from dragoman.model.span import Quote, Span, hull, quote
from dragoman.world.dataset import Dataset, datasets, day_of

_SHORT_OF = ": "
_DECIMALS = re.compile(r"^(\d+)\.0+$")


class BadRow(ValueError):
    """A row that says something impossible, or in codes that its set does not have: which column, and what stood there."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row. name: the words that name it; cells: column to the words in it, of columns that hold some; whole: all that claims stand on."""

    document: Document
    dataset: Dataset
    name: Quote
    cells: Mapping[str, Quote]
    whole: Quote

    def at(self, column: str) -> Quote | None:
        """The words of a column, None if it is empty or not there."""
        return self.cells.get(column)

    def needed(self, column: str) -> Quote:
        """The words of a column. Raises BadRow if it is empty or not there."""
        found = self.cells.get(column)
        if found is None:
            raise BadRow(f"nothing under {column}")
        return found

    def title(self, column: str) -> Quote:
        """The words that name a column, where it is in the text: they tell what a number counts. Raises BadRow if it is empty or not there."""
        end = self.needed(column).span.start - len(_SHORT_OF)
        return quote(Span(end - len(column), end), self.document.text)

    def says(self, column: str) -> str:
        """The words of a column as text, "" if it is empty or not there."""
        found = self.cells.get(column)
        return found.text if found else ""

    def code(self, column: str) -> str:
        """A code in a column, "" if it is empty or not there: without the decimals that a program of tables put behind a number ("7.0")."""
        return _DECIMALS.sub(r"\1", self.says(column))

    def number(self, column: str) -> float | None:
        """The number in a column, None if it is empty or not there. Raises BadRow for what is none."""
        text = self.says(column)
        try:
            return float(text) if text else None
        except ValueError as error:
            raise BadRow(f"{column} is {text!r}, and must be a number") from error

    def count(self, column: str) -> int | None:
        """The whole number, zero or more, in a column, None if it is empty or not there. Raises BadRow for what is none."""
        found = self.number(column)
        if found is not None and (found < 0 or not found.is_integer()):
            raise BadRow(f"{column} is {self.says(column)!r}, and must be a whole number, zero or more")
        return None if found is None else int(found)

    def day(self, column: str) -> date:
        """The day in a column. Raises BadRow for what is none."""
        try:
            return day_of(_DECIMALS.sub(r"\1", self.needed(column).text))
        except (ValueError, OverflowError, OSError) as error:
            raise BadRow(f"{column} is {self.says(column)!r}, and must be a day that the calendar has") from error


def row_of(document: Document) -> Row:
    """The row that a document is. Raises BadRow for a document of no set that is known."""
    dataset = datasets().get(document.publisher or "")
    if dataset is None or document.dataset is None:
        raise BadRow(f"a row of {document.dataset or document.publisher}, of which nothing is known here")
    lines = [one.span for one in document.paragraphs]
    cells: dict[str, Quote] = {}
    core = [lines[0]]
    for line in lines[1:]:
        name, mark, _ = line.of(document.text).partition(_SHORT_OF)
        if mark and name not in cells:
            cells[name] = quote(Span(line.start + len(name) + len(mark), line.end), document.text)
            if name in dataset.core:
                core.append(line)
    return Row(document, dataset, quote(lines[0], document.text), cells, quote(hull(tuple(core)), document.text))


def part_of(whole: Quote, start: int, end: int) -> Quote:
    """Some words of a cell, without the white space around them. start, end: places in the cell."""
    words = whole.text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Quote(Span(whole.span.start + start, whole.span.start + start + len(words)), words)


def parts_of(whole: Quote | None, mark: str = ";") -> tuple[Quote, ...]:
    """The parts of a list in a cell, each with its place; () for an empty cell."""
    if whole is None:
        return ()
    found, start = [], 0
    for piece in whole.text.split(mark):
        one = part_of(whole, start, start + len(piece))
        found += [one] if one.text else []
        start += len(piece) + len(mark)
    return tuple(found)
