"""`python -m benchmarks.intake`: pages a second from HTML to text, and rows a second of a set of coded events to claims, on one core.

Pages and rows are made up: pages of three lengths with the menus of a paper's site, rows of one country in half a year. Processor time,
the best of three: what else the machine does is left out.
"""

from __future__ import annotations

import csv
import io
import random
import time
from collections.abc import Callable
from functools import partial

from dragoman.coding.datasets import code_row
from dragoman.intake import IntakeOptions, Means, read_inputs
from dragoman.intake.parcel import Parcel
from dragoman.intake.single import read_single
from dragoman.model.document import Document
from dragoman.weighing.weigh import weigh

PAGES, ROWS = 60, 4000
LENGTHS = (5, 20, 80)  # paragraphs
_WORDS = "The port authority said on Tuesday that nine quays, closed since last winter, will open again, and that a list will follow."
_COLUMNS = (
    "event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1", "inter1", "actor2", "inter2", "country",
    "location", "geo_precision", "source", "notes", "fatalities",
)  # fmt: skip


def page(number: int, paragraphs: int) -> bytes:
    """A page of so many paragraphs between two menus of 60 links."""
    menu = "".join(f"<li><a href='/s{one}'>Section {one}</a></li>" for one in range(60))
    body = "".join(f"<p>{_WORDS} {number}-{one}</p>" for one in range(paragraphs))
    head = f"<title>Ports {number}</title><meta property='article:published_time' content='2025-03-0{number % 9 + 1}'>"
    return (
        f"<!doctype html><html lang=en><head>{head}</head><body><nav><ul>{menu}</ul></nav><article><h1>Ports {number}</h1>"
        f"{body}</article><footer><ul>{menu}</ul></footer></body></html>"
    ).encode()


def table() -> bytes:
    """Skirmishes of two parties in 400 towns."""
    chance = random.Random(1)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for number in range(ROWS):
        day = f"2024-{chance.randint(1, 6):02}-{chance.randint(1, 28):02}"
        writer.writerow((
            f"SOM{number}", day, 1, "Battles", "Armed clash", "Military Forces of Somalia (2022-)", 1, "Lake Shore Front", 2, "Somalia",
            f"Town {chance.randint(1, 400)}", 1, "Evening Ledger", f"On {day}, both exchanged fire.", chance.choice((0, 0, 1, 3)),
        ))  # fmt: skip
    return out.getvalue().encode()


def rate(count: int, work: Callable[[], object]) -> float:
    """How many a second, the best of three tries, by processor time."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return count / best


def _read(pages: list[bytes]) -> None:
    for one in pages:
        read_single(Parcel("a.html", one, ".html"), IntakeOptions())


def rows() -> list[Document]:
    """The rows of the table as documents."""
    stream = io.BytesIO(table())
    found = read_inputs(["-"], IntakeOptions(), Means(stdin=stream))
    return [one for one in found if isinstance(one, Document)]


def main() -> None:
    """Print the figures."""
    for length in LENGTHS:
        pages = [page(number, length) for number in range(PAGES)]
        done = rate(PAGES, partial(_read, pages))
        print(f"pages of {length} paragraphs, {len(pages[0]):,} bytes: {done:.0f} a second")
    documents = rows()
    print(f"rows to documents: {rate(ROWS, rows):,.0f} a second")
    print(f"rows to claims: {rate(ROWS, lambda: [code_row(one) for one in documents]):,.0f} a second")
    claims = tuple(claim for one in documents for claim in code_row(one))
    print(
        f"claims of {ROWS:,} rows weighed: {rate(len(claims), lambda: weigh(tuple(documents), claims)):,.0f} a second"
    )


if __name__ == "__main__":
    main()
