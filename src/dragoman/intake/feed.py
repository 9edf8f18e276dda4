"""Feeds (RSS, Atom) and sitemaps: what they name, newest first as they give it, each with what they say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from dragoman.intake.imprint import Imprint
from dragoman.intake.language import language_code
from dragoman.intake.options import UnreadableDocument
from dragoman.intake.published import published_edtf
from dragoman.intake.target import is_url
from dragoman.intake.xml import parse_xml, refuse_entities

MAX_ENTRIES = 1000  # of one feed; a sitemap may name 50,000 pages, and its newest are asked for in the next run
_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One story that a feed names. url: None where it gives none; html: the feed's own words of it, "" for a sitemap."""

    url: str | None
    html: str
    imprint: Imprint


def find_entries(data: bytes, base: str | None = None) -> tuple[Entry, ...]:
    """The entries of a feed or the pages of a sitemap. base: the address it was fetched from, for links that lean on it.

    Raises UnreadableDocument for what is neither, and for XML that sets traps.
    """
    refuse_entities(data)
    head = data[:2000].lower()
    if b"<urlset" in head or b"<sitemapindex" in head:
        return tuple(_of_sitemap(parse_xml(data)))[:MAX_ENTRIES]
    import feedparser

    # Never the bytes themselves: feedparser would take a short text for an address or a file to open.
    found = feedparser.parse(BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    if not found.version and not found.entries:
        raise UnreadableDocument("no feed: neither RSS, Atom nor a sitemap")
    return tuple(_of_feed(found, base))[:MAX_ENTRIES]


def find_sitemaps(data: bytes) -> tuple[str, ...]:
    """The sitemaps that an index of sitemaps names, () for anything else."""
    if b"<sitemapindex" not in data[:2000].lower():
        return ()
    addresses = (one.text or "" for one in parse_xml(data).iterfind(f"{_SITEMAP}sitemap/{_SITEMAP}loc"))
    return tuple(one.strip() for one in addresses if is_url(one.strip()))


def _of_feed(found: Any, base: str | None) -> Iterator[Entry]:
    publisher = _line(found.feed.get("title"))
    language = language_code(found.feed.get("language"))
    for one in found.entries:
        link = urljoin(base or "", one.get("link") or "")
        html = (
            max((part.get("value") or "" for part in one.get("content", ())), key=len, default="")
            or one.get("summary")
            or ""
        )
        published, updated = published_edtf(one.get("published")), published_edtf(dict.get(one, "updated"))
        authors = tuple(name for author in one.get("authors", ()) if (name := _line(author.get("name"))))
        yield Entry(link if is_url(link) else None, html, Imprint(
            title=_line(one.get("title")), publisher=publisher, url=link if is_url(link) else None, authors=authors, published=published,
            hint=language, published_cue="date of the feed" if published else None, updated=updated,
            updated_cue="date of the feed" if updated else None,
        ))  # fmt: skip


def _of_sitemap(root: Any) -> Iterator[Entry]:
    for page in root.iterfind(f"{_SITEMAP}url"):
        url = (page.findtext(f"{_SITEMAP}loc") or "").strip()
        news = page.find(f"{_NEWS}news")
        updated = published_edtf((page.findtext(f"{_SITEMAP}lastmod") or "").strip())
        published = (
            published_edtf((news.findtext(f"{_NEWS}publication_date") or "").strip()) if news is not None else None
        )
        if is_url(url):
            yield Entry(url, "", Imprint(
                title=_line(news.findtext(f"{_NEWS}title")) if news is not None else None, url=url, published=published,
                publisher=_line(news.findtext(f"{_NEWS}publication/{_NEWS}name")) if news is not None else None,
                published_cue="date of the sitemap" if published else None, updated=updated,
                updated_cue="date of the sitemap" if updated else None,
            ))  # fmt: skip


def _line(words: object) -> str | None:
    """Words on one line, without the marks of HTML that feeds leave in titles."""
    return " ".join(plain_words(words).split()) or None if isinstance(words, str) else None


def plain_words(words: str) -> str:
    """Words without the marks of HTML between them."""
    if "<" not in words or not words.strip():
        return words
    from lxml import html

    return str(html.fromstring(f"<div>{words}</div>").text_content())
