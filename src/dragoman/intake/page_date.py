"""When a page says that it was published and last changed, and what in it says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.intake.linked_data import article_nodes
from dragoman.intake.published import published_edtf

Change = Literal["published", "updated"]
# Names of <meta> that carry a date, the surest first. Sources: Open Graph protocol (article), Dublin Core terms, schema.org,
# Google News publisher help, Parse.ly and Sailthru integration guides; og:regDate of Korean papers.
_META: dict[str, Change] = {
    "article:published_time": "published", "og:article:published_time": "published", "datepublished": "published",
    "parsely-pub-date": "published", "sailthru.date": "published", "dc.date.issued": "published", "dcterms.issued": "published",
    "dcterms.created": "published", "dc.date.created": "published", "publication_date": "published", "pubdate": "published",
    "publishdate": "published", "publish-date": "published", "article_date_original": "published", "cxenseparse:recs:publishtime":
    "published", "og:regdate": "published", "dc.date": "published", "dcterms.date": "published", "date": "published",
    "article:modified_time": "updated", "og:article:modified_time": "updated", "og:updated_time": "updated", "datemodified": "updated",
    "dcterms.modified": "updated", "dc.date.modified": "updated", "lastmod": "updated", "last-modified": "updated",
}  # fmt: skip
_ORDER = {name: place for place, name in enumerate(_META)}


@dataclass(frozen=True, slots=True)
class PageDate:
    """edtf: no more exact than printed; cue: what said so."""

    change: Change
    edtf: str
    cue: str


def find_page_dates(tree: Any) -> tuple[PageDate, ...]:
    """Dates that a page gives in its structure: <meta> first, then JSON-LD, then <time>. tree: of lxml. Years alone are left out."""
    found = [
        *sorted(_of_meta(tree), key=lambda one: one[0]),
        *((0, one) for one in _of_json(tree)),
        *((0, one) for one in _of_time(tree)),
    ]
    return tuple(one for _, one in found)


def first_of(found: tuple[PageDate, ...], change: Change) -> PageDate | None:
    """The surest date of a kind, None if the page gives none."""
    return next((one for one in found if one.change == change), None)


def _date(change: Change, printed: object, cue: str) -> PageDate | None:
    edtf = published_edtf(printed)
    return PageDate(change, edtf, cue) if edtf is not None and len(edtf) > 4 else None


def _of_meta(tree: Any) -> Iterator[tuple[int, PageDate]]:
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if name in _META and (date := _date(_META[name], meta.get("content"), f"meta {name}")):
                yield _ORDER[name], date
                break


def _of_json(tree: Any) -> Iterator[PageDate]:
    for node in article_nodes(tree):
        for key, change in (("datePublished", "published"), ("dateModified", "updated")):
            if date := _date(change, node.get(key), f"JSON-LD {key}"):  # type: ignore[arg-type]
                yield date


def _of_time(tree: Any) -> Iterator[PageDate]:
    for time in tree.iter("time"):
        printed = time.get("datetime") or time.text
        marks = " ".join(time.get(name) or "" for name in ("itemprop", "class", "id")).lower()
        if "modif" in marks or "updat" in marks:
            change: Change = "updated"
        elif time.get("pubdate") is not None or "publi" in marks:
            change = "published"
        else:
            continue
        if date := _date(change, printed, f"time {'updated' if change == 'updated' else 'published'}"):
            yield date
