"""What is fetched: pages that the user names, and the stories that a feed names, read through the one door."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from dragoman.intake.door import Door, Known
from dragoman.intake.feed import Entry, find_entries, find_sitemaps, plain_words
from dragoman.intake.gzipped import unpacked
from dragoman.intake.options import UnreadableDocument
from dragoman.intake.parcel import FEEDS, GZIPPED, Means, Parcel, kind_of
from dragoman.intake.refusal import rejected
from dragoman.model.document import Rejected

_MAX_SITEMAPS = 50  # of one index
_MIN_WORDS = 8  # of a story in the feed's own words: as of a page (intake.page)


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer as a parcel, None where nothing has changed; known: for the next time."""

    parcel: Parcel | None
    known: Known


def fetch_parcel(
    url: str, door: Door, known: Known | None = None, source_id: str | None = None, depth: int = 0
) -> Fetched:
    """What stands at an address. depth: that of a parcel. Raises UnreadableDocument, saying why, for what is not fetched."""
    answer = door.fetch(url, known)
    if answer.unchanged:
        return Fetched(None, answer.known)
    kind = kind_of(answer.data, answer.content_type, answer.url.partition("?")[0])
    parcel = Parcel(source_id or url, answer.data, kind, answer.url, answer.charset, depth=depth)
    if kind in GZIPPED:  # sitemaps come so
        parcel = replace(unpacked(parcel, door.limits.max_bytes), depth=depth)
    return Fetched(parcel, answer.known)


def read_address(url: str, means: Means) -> Iterator[Parcel | Rejected]:
    """The page at an address, or what the feed there names."""
    if means.door is None:
        yield rejected(url, "an address, and the network is off here; save the page and give the file")
        return
    try:
        parcel = fetch_parcel(url, means.door).parcel
    except UnreadableDocument as error:
        yield rejected(url, str(error))
        return
    if parcel is not None:
        yield parcel


def read_feed(parcel: Parcel, means: Means) -> Iterator[Parcel | Rejected]:
    """The stories of a feed: each page fetched if the network is on, else the feed's own words. Known addresses are passed over."""
    try:
        entries = find_entries(parcel.data, parcel.url)
        sitemaps = find_sitemaps(parcel.data)
    except UnreadableDocument as error:
        yield rejected(parcel.source_id, str(error))
        return
    if not entries and not sitemaps:
        yield rejected(parcel.source_id, "a feed without entries")
    for entry in entries:
        if entry.url is None or not means.is_known(entry.url):
            yield _story(entry, parcel, means.door)
    if sitemaps and means.door is None:
        yield rejected(
            parcel.source_id,
            f"an index of {len(sitemaps)} sitemaps, and the network is off here; give a sitemap's address",
        )
    for url in sitemaps[:_MAX_SITEMAPS] if means.door is not None and parcel.depth == 0 else ():
        for one in read_address(url, means):
            found = replace(one, depth=parcel.depth + 1) if isinstance(one, Parcel) else one
            yield from read_feed(found, means) if isinstance(found, Parcel) and found.kind in FEEDS else (found,)


def _story(entry: Entry, feed: Parcel, door: Door | None) -> Parcel | Rejected:
    """The page of an entry; the feed's own words where it gives no address, or the page may not be fetched and they say enough."""
    source_id = entry.url or f"{feed.source_id}!{entry.imprint.title or ''}"
    reason = "the feed gives neither an address nor words"
    if entry.url is not None and door is not None:
        try:
            parcel = fetch_parcel(entry.url, door, depth=feed.depth + 1).parcel
            if parcel is not None and parcel.kind not in FEEDS:
                return replace(parcel, beside=replace(entry.imprint, url=None))
            reason = "the feed's address leads to another feed"
        except UnreadableDocument as error:
            reason = str(error)
    elif entry.url is not None:
        reason = "the feed has no words of it, and the network is off here"
    words = plain_words(entry.html).split()
    if not words:
        return rejected(source_id, reason)
    if len(words) < _MIN_WORDS:
        why = reason if door is not None else "the network is off here"
        return rejected(source_id, f"the feed's own words of it are {len(words)}, and {why}")
    title = escape(entry.imprint.title or "", quote=True)
    page = (
        f'<html><head><meta property="og:title" content="{title}"></head>'
        f"<body><article><h1></h1>{_paragraphs(entry.html)}</article></body></html>"
    )
    return Parcel(
        source_id, page.encode("utf-8", "replace"), ".html", entry.url, "utf-8", entry.imprint, feed.depth + 1
    )


def _paragraphs(html: str) -> str:
    return html if "<p" in html.lower() else f"<p>{html}</p>"
