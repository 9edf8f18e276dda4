"""Web pages: the article in a page's HTML, with what the page says of itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from dragoman.intake.imprint import Imprint
from dragoman.intake.options import UnreadableDocument
from dragoman.intake.published import printed_precision
from dragoman.model.document import Paragraph, ParagraphKind
from dragoman.model.span import Span

# htmldate takes today for its latest date, and a page must not read otherwise tomorrow; a wrong date in the far future is refused
# by what the page prints. extensive_search would take the year of a copyright line for the day of publication.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_LANG = re.compile(r"<html[^>]{0,400}?\slang\s*=\s*[\"']?([A-Za-z-]{2,12})", re.IGNORECASE)
_HEAD = 4096
_BLOCKS = frozenset({"p", "head", "list", "quote", "table", "div", "ab", "code", "item", "row"})

# Both libraries log what they leave out; without a handler Python would print it.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


_MIN_WORDS = 8  # what is shorter is a menu or a notice: a brief of one sentence has more


def parse_page(html: str) -> tuple[str, tuple[Paragraph, ...], Imprint]:
    """The article of a page: its text, one paragraph a line; the paragraphs with their kinds; what the page says beside it.

    A row of a table is "| a | b |". `authors` is () where the page names none. Raises UnreadableDocument for a page without an
    article.
    """
    from trafilatura import bare_extraction

    found = bare_extraction(html, include_comments=False, with_metadata=True, date_extraction_params=_DATES)
    blocks = list(_blocks(found.body, "text")) if found is not None and found.body is not None else []
    if sum(len(words.split()) for words, _ in blocks) < _MIN_WORDS:
        raise UnreadableDocument("no article found in the page; save its text as .txt")
    text, paragraphs = _joined(blocks)
    lang = _LANG.search(html, 0, _HEAD)
    printed = printed_precision(found.date, html) if found.date else None
    authors = tuple(one.strip() for one in (found.author or "").split(";") if one.strip())
    return (
        text,
        paragraphs,
        Imprint(
            title=found.title or None,
            publisher=found.sitename or None,
            url=found.url or None,
            authors=authors,
            published=printed,
            hint=lang[1] if lang else None,
            published_from="page",
        ),
    )


def _joined(blocks: list[tuple[str, ParagraphKind]]) -> tuple[str, tuple[Paragraph, ...]]:
    paragraphs: list[Paragraph] = []
    start = 0
    for words, kind in blocks:
        paragraphs.append(Paragraph(Span(start, start + len(words)), kind))
        start += len(words) + 1
    return "\n".join(words for words, _ in blocks), tuple(paragraphs)


def _blocks(element: Any, kind: ParagraphKind) -> Iterator[tuple[str, ParagraphKind]]:
    """The blocks of trafilatura's tree in order: heads, entries of lists, rows of tables, quotes, paragraphs."""
    if loose := _clean(element.text or ""):
        yield loose, kind
    for child in element:
        tag = child.tag
        if tag == "head":
            yield from _whole(child, "heading")
        elif tag == "table":
            for row in child.iter("row"):
                cells = [_clean("".join(cell.itertext())) for cell in row.iter("cell")]
                if any(cells):
                    yield f"| {' | '.join(cells)} |", "table"
        elif tag in ("list", "quote"):
            yield from _blocks(child, "list" if tag == "list" else "quote")
        elif any(inner.tag in _BLOCKS for inner in child):
            yield from _blocks(child, kind)
        else:
            yield from _whole(child, kind)
        if loose := _clean(child.tail or ""):
            yield loose, kind


def _whole(element: Any, kind: ParagraphKind) -> Iterator[tuple[str, ParagraphKind]]:
    for broken in element.iter("lb"):
        broken.tail = f" {broken.tail or ''}"
    if words := _clean("".join(element.itertext())):
        yield words, kind


def _clean(words: str) -> str:
    return _SPACES.sub(" ", words).strip()
