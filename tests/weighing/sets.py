"""Tables of small sets of documents, a document a row."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path


def sets_in(table: Path, column: str) -> dict[str, list[dict[str, str]]]:
    """The documents of each set, by the set's name. column: where the name stands; the rows of a set follow one another."""
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    names = lines[0].split("\t")
    rows = [dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:]]
    return {name: list(some) for name, some in groupby(rows, key=lambda row: row[column])}
