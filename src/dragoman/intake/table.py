"""Tables of documents (.csv, .tsv, .xlsx): a document a row, its columns known by name or named by the user."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from itertools import chain
from typing import Any, BinaryIO

from dragoman.intake import broken
from dragoman.intake.archive import open_archive
from dragoman.intake.corpus import document_in_row
from dragoman.intake.dataset import read_rows
from dragoman.intake.encoding import encoding_of
from dragoman.intake.options import IntakeOptions, UnreadableDocument
from dragoman.intake.parcel import Parcel
from dragoman.intake.refusal import rejected
from dragoman.model.document import Document, Rejected
from dragoman.model.identity import sha256_of
from dragoman.world.dataset import find_dataset, is_header
from dragoman.world.table import read_table

_DELIMITERS = ",;\t|"
_SAMPLE = 200_000  # bytes from which the encoding and the delimiter are told
_MAX_COLUMNS = 1000
_MAX_SHEETS = 50  # looked at for one with texts
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.\d+)?")  # five digits: from 1927 on; four are a year
_MAX_SHEET_BYTES = 200_000_000  # of one sheet, unpacked; it is read row by row


@cache
def column_names() -> dict[str, tuple[str, ...]]:
    """What each kind of column ("text", "title", "date", …) is called, in small letters, the likelier name first (columns.tsv)."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_table("columns.tsv", "dragoman.intake"):
        found[row["what"]] = (*found.get(row["what"], ()), row["name"])
    return found


def read_csv(stream: BinaryIO, parcel: Parcel, options: IntakeOptions) -> Iterator[Document | Rejected]:
    """The documents of a table of text, whose first row names its columns. source_id is the row's id, else "PATH:ROW"."""
    sample = stream.read(_SAMPLE)
    stream.seek(0)
    try:
        encoding = encoding_of(sample, len(sample) < _SAMPLE)
        delimiter = _delimiter(sample.decode(encoding, "replace"))
        csv.field_size_limit(options.max_bytes)
        lines = io.TextIOWrapper(stream, encoding, newline="")
        yield from _documents(_rows(lines, delimiter, sample.decode(encoding, "replace")), parcel.source_id, options)
    except UnicodeDecodeError as error:
        yield rejected(
            parcel.source_id, f"not {error.encoding} from byte {error.start} of a piece on; save the table as UTF-8"
        )
    except csv.Error as error:
        yield rejected(
            parcel.source_id, f"no table that can be read on: {error}; a cell may be longer than --max-bytes"
        )
    except UnreadableDocument as error:
        yield rejected(parcel.source_id, str(error))


def read_sheet(stream: BinaryIO, parcel: Parcel, options: IntakeOptions) -> Iterator[Document | Rejected]:
    """The documents of a workbook's first sheet that holds texts or coded events, as its cells stand there: formulas are what they last came to."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with open_archive(stream) as archive:
            if sum(one.file_size for one in archive.infolist()) > _MAX_SHEET_BYTES:
                raise UnreadableDocument(
                    f"a workbook that unpacks to more than {_MAX_SHEET_BYTES} bytes; save it as .csv"
                )
            _refuse_traps(archive)
        stream.seek(0)
        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        sheets = [one for one in book.worksheets[:_MAX_SHEETS] if _holds(_rows_of(one), options)] or book.worksheets[:1]
        rows = _rows_of(sheets[0]) if sheets else iter(())
        yield from _documents(rows, parcel.source_id, options, book.epoch.date())
        book.close()
    except UnreadableDocument as error:
        yield rejected(parcel.source_id, str(error))
    except (InvalidFileException, *broken.WORKBOOK) as error:
        yield rejected(parcel.source_id, f"a workbook that cannot be read ({type(error).__name__}); save it as .csv")


def _rows_of(sheet: Any) -> Iterator[list[str]]:
    return ([_shown(cell) for cell in row] for row in sheet.iter_rows(values_only=True))


def _holds(rows: Iterator[list[str]], options: IntakeOptions) -> bool:
    """Whether the first row of a sheet names a column of texts, or those of a set of coded events: a cover page does not."""
    header = next(rows, [])
    if not options.columns and find_dataset(header) is not None:
        return True
    try:
        _columns(header, options)
    except UnreadableDocument:
        return False
    return True


def _refuse_traps(archive: object) -> None:
    from zipfile import ZipFile

    from dragoman.intake.xml import refuse_entities

    assert isinstance(archive, ZipFile)
    for one in archive.namelist():
        if one.endswith((".xml", ".rels")):
            with archive.open(one) as member:
                refuse_entities(member.read(4000))


def _shown(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if (cell.hour, cell.minute, cell.second) == (0, 0, 0) else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def _delimiter(sample: str) -> str:
    """The mark between columns: the one that stands oftenest in the first line."""
    first = sample.splitlines()[0] if sample.splitlines() else ""
    return max(_DELIMITERS, key=first.count)


def _rows(lines: Iterable[str], delimiter: str, sample: str) -> Iterable[Sequence[str]]:
    """The rows of a table. Coded events between tabs have names with a quotation mark in them, which opens no cell there."""
    first = [_unquoted(cell) for cell in sample.partition("\n")[0].strip("\ufeff\r").split("\t")]
    found = find_dataset(first) if delimiter == "\t" else None
    if found is None:
        return csv.reader(lines, delimiter=delimiter)
    raw = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    return ([_unquoted(cell) for cell in row] for row in raw) if is_header(found, first) else raw


def _unquoted(cell: str) -> str:
    """A cell without the marks that an archive put around it. Dataverse gives tables out so."""
    whole = len(cell) > 1 and cell.startswith('"') and cell.endswith('"')
    return cell[1:-1].replace('""', '"') if whole else cell


def _documents(
    rows: Iterable[Sequence[str]], path: str, options: IntakeOptions, epoch: date | None = None
) -> Iterator[Document | Rejected]:
    numbered = enumerate(rows, 1)
    header = next((row for _, row in numbered), None)
    if header is None:
        raise UnreadableDocument("empty: no row in it")
    dataset = None if options.columns else find_dataset(header)  # who names columns says that they hold texts to read
    if dataset is not None and is_header(dataset, header):
        yield from read_rows(dataset, header, numbered, path, options)
        return
    if dataset is not None:
        yield from read_rows(dataset, (), chain([(1, header)], numbered), path, options)
        return
    columns = _columns(header, options)
    empty = True
    for number, cells in numbered:
        if not any(cell.strip() for cell in cells):
            continue
        empty = False
        row = {what: cells[place] for what, place in columns.items() if place < len(cells)}
        row["date"] = _day_of_serial(row.get("date", ""), epoch)
        size = sum(len(cell) for cell in cells)
        if size > options.max_bytes:
            yield rejected(f"{path}:{number}", f"row {number}: {size} characters, more than the limit (--max-bytes)")
            continue
        digest = sha256_of("\x1f".join(cells).encode("utf-8", "surrogatepass"))
        yield document_in_row(row, f"{path}:{number}", f"row {number}", options, digest)
    if empty:
        raise UnreadableDocument("no row under its header")


def _day_of_serial(cell: str, epoch: date | None) -> str:
    """A date as printed; of a workbook also where it stands as the number of days since the workbook's first ("45821").

    epoch: that day, None for a table that has none: there a number stays a number.
    """
    if epoch is None or not _SERIAL.fullmatch(cell):
        return cell
    return (epoch + timedelta(days=int(float(cell)))).isoformat()


def _columns(header: Sequence[str], options: IntakeOptions) -> dict[str, int]:
    """What stands in which column. Raises UnreadableDocument if none holds a text, or one that the user named is not there."""
    if len(header) > _MAX_COLUMNS:
        raise UnreadableDocument(f"{len(header)} columns, more than {_MAX_COLUMNS}")
    names = [name.strip().lower() for name in header]
    found = {
        what: next((names.index(one) for one in some if one in names), None) for what, some in column_names().items()
    }
    for what, name in options.columns:
        if name.strip().lower() not in names:
            raise UnreadableDocument(f"no column is called {name!r}; it has {', '.join(header[:20])}")
        found[what] = names.index(name.strip().lower())
    if found["text"] is None:
        raise UnreadableDocument(
            f"no column of texts among {', '.join(header[:20])[:300]}; say which it is: --column text=NAME"
        )
    return {what: place for what, place in found.items() if place is not None}
