"""Tables of what is known before reading: tab-separated files whose first lines say where they came from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


class BadTable(ValueError):
    """A table of the package that cannot be loaded: the file and the line are named."""


@cache
def read_table(path: str, package: str = "dragoman.world") -> tuple[dict[str, str], ...]:
    """Rows of a table of the package, one dict of column name to cell each.

    path: with slashes, from the folder of `package` ("concepts/events.tsv"). Lines that start with "#" are its
    provenance; the first other line names the columns; an empty cell is "". Raises BadTable for a row with another
    number of cells.
    """
    text = files(package).joinpath(path).read_text(encoding="utf-8")
    header: list[str] = []
    rows: list[dict[str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
        elif len(cells) != len(header):
            raise BadTable(f"{package}/{path}:{number}: {len(cells)} cells, expected {len(header)}: {line[:80]!r}")
        else:
            rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)
