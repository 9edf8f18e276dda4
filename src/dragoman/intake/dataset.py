"""Rows of sets of coded events (ACLED, UCDP GED, GDELT, ICEWS, POLECAT): each a document that is the row itself, column by column.

Nothing of it is news: its text is what its columns hold, so that every cell of a claim has its words there; what the words
mean is said in `coding.datasets`, and no grammar reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dragoman.intake.options import IntakeOptions
from dragoman.intake.refusal import rejected, shown_path
from dragoman.model.document import Document, Paragraph, Rejected, document_id
from dragoman.model.identity import sha256_of
from dragoman.model.span import Span
from dragoman.world.dataset import Dataset, day_of, find_dataset

_OWN = "dragoman"  # the version that our own export writes in POLECAT's columns


def is_table_of_events(head: bytes) -> bool:
    """Whether the first bytes of a file without a telling extension are those of such a table: POLECAT's weeks come as .txt."""
    line = head.partition(b"\n")[0].decode("utf-8", "replace").strip("\ufeff\r")
    return any(line.count(mark) > 5 and find_dataset(line.split(mark)) is not None for mark in "\t,")


def read_rows(
    dataset: Dataset,
    header: Sequence[str],
    rows: Iterable[tuple[int, Sequence[str]]],
    path: str,
    options: IntakeOptions,
) -> Iterator[Document | Rejected]:
    """The rows of a table of coded events, each a document; one that does not fit its header, or has no id, is a Rejected row.

    header: as printed, or () where the set has none. rows: with their numbers.
    """
    names = _names(dataset, header)
    version = _version_in(path, dataset)
    for number, cells in rows:
        place = f"{path}:{number}"
        values = [" ".join(cell.split()) for cell in cells]
        while len(values) > len(names) and not values[-1]:
            values.pop()
        if not any(values) or all(value.startswith("#") for value in values if value):
            continue  # the second kind names the columns once more, in HXL's tags: "#date+start"
        under = _told_apart(names, values, dataset)
        if len(values) != len(under):
            yield rejected(place, f"row {number}: {len(values)} cells under {len(names)} columns of {dataset.name}")
        elif sum(map(len, values)) > options.max_bytes:
            yield rejected(place, f"row {number}: more characters than the limit (--max-bytes)")
        else:
            yield _row(dataset, dict(zip(under, values, strict=True)), f"row {number}", place, version)


def _names(dataset: Dataset, header: Sequence[str]) -> list[str]:
    """What the columns are called: as the set does, else as the file does; one without a name by its number."""
    called = {name.lower(): name for name in dataset.all}
    names = [called.get(name.strip().lower(), " ".join(name.split())) for name in header] or list(dataset.all)
    while names and not names[-1]:
        names.pop()  # POLECAT's weekly files have some
    return [name or f"column {number}" for number, name in enumerate(names, 1)]  # pandas' index has none


def _told_apart(names: list[str], values: Sequence[str], dataset: Dataset) -> Sequence[str]:
    """The names of a row's cells: some of POLECAT's files name columns in their header that no row has, and rows have the set's own."""
    own = len(values) == len(dataset.all) < len(names) and set(names).issuperset(dataset.all)
    return dataset.all if own else names


def _row(dataset: Dataset, cells: dict[str, str], where: str, place: str, version: str | None) -> Document | Rejected:
    if "\x00" in "".join(cells.values()):
        return rejected(place, f"{where}: holds NUL characters; take them out")
    missing = [name for name in dataset.ids if not cells.get(name)]
    if missing:
        return rejected(place, f"{where}: no {missing[0]}, which names a row of {dataset.name}")
    given = cells.get(dataset.version_column or "")
    if given and given.startswith(_OWN):
        return rejected(
            place, f"{where}: written by {_OWN} itself, and not by {dataset.name}; take in its ledger (jsonl)"
        )
    event = " ".join(cells[name] for name in dataset.ids)
    text, paragraphs = _text(dataset, cells, event)
    published = _published(cells.get(dataset.published or ""))
    whole = "\x1f".join(f"{name}={value}" for name, value in cells.items())
    return Document(
        id=document_id(text, dataset.name, None, published),
        text=text,
        text_sha256=sha256_of(text.encode("utf-8", "surrogatepass")),
        source_id=shown_path(f"{dataset.name}:{event}"),
        language="en",
        paragraphs=paragraphs,
        title=f"Row {event} of {dataset.name}, as coded there",
        publisher=dataset.name,
        authors=(),
        published=published,
        published_from="given" if published else None,
        published_cue=f"column {dataset.published}" if published else None,
        bytes_sha256=sha256_of(whole.encode("utf-8", "surrogatepass")),
        dataset=" ".join(one for one in (dataset.name, given or version) if one),
    )


def _text(dataset: Dataset, cells: dict[str, str], event: str) -> tuple[str, tuple[Paragraph, ...]]:
    """A row as a text: its id, then a line a column that holds something, those that claims stand on first."""
    core = [name for name in dataset.core if cells.get(name)]
    core += [name for name, value in cells.items() if value and name not in dataset.core]
    lines = [f"{dataset.name} event {event}", *(f"{name}: {cells[name]}" for name in core)]
    paragraphs, start = [], 0
    for line, name in zip(lines, ["", *core], strict=True):
        kind = "text" if name == dataset.words else "table"
        paragraphs.append(Paragraph(Span(start, start + len(line)), "text" if kind == "text" else "table"))
        start += len(line) + 1
    return "\n".join(lines), tuple(paragraphs)


def _published(cell: str | None) -> str | None:
    """The day of a cell, None where it is empty or names none: what a set says of when a row was made is no claim."""
    try:
        return day_of(cell).isoformat() if cell else None
    except (ValueError, OverflowError, OSError):
        return None


def _version_in(path: str, dataset: Dataset) -> str | None:
    """The version that a file's name gives ("GEDEvent_v25_1.csv": 25.1), None if it gives none."""
    name = re.split(r"[/\\!]", path)[-1]
    found = re.search(dataset.version_in_name, name) if dataset.version_in_name else None
    return found[1].replace("_", ".") if found else None
