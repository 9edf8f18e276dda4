"""Web pages: the article in a page's HTML, with what the page says of itself."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from dragoman.intake.aside import is_aside
from dragoman.intake.imprint import Imprint
from dragoman.intake.layout import prepare
from dragoman.intake.letters import spelled
from dragoman.intake.linked_data import article_nodes, names_of
from dragoman.intake.options import UnreadableDocument
from dragoman.intake.page_date import PageDate, find_page_dates, first_of
from dragoman.intake.published import printed_precision
from dragoman.model.document import Paragraph, ParagraphKind
from dragoman.model.span import Span

# htmldate takes today for its latest date, and a page must not read otherwise tomorrow; a wrong date in the far future is refused
# by what the page prints. extensive_search would take the year of a copyright line for the day of publication.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_BREAK = "\u2028"  # Unicode's own mark for a broken line
_APART = re.compile(rf"{_BREAK}\s*{_BREAK}")
_LANG = re.compile(r"<html[^>]{0,400}?\slang\s*=\s*[\"']?([A-Za-z-]{2,12})", re.IGNORECASE)
_HEAD = 4096
_EMBEDDED = re.compile(
    r"data:[a-z]{1,20}/[a-z0-9.+-]{1,40}(?:;[a-z0-9=-]{1,40}){0,3},[A-Za-z0-9+/=%]{100,}", re.IGNORECASE
)
_MAX_CHARS = 5_000_000  # of HTML: a tree takes forty times as much memory
_BLOCKS = frozenset({"p", "head", "list", "quote", "table", "div", "ab", "code", "item", "row"})

# Both libraries log what they leave out; without a handler Python would print it.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


_MIN_WORDS = 8  # what is shorter is a menu or a notice: a brief of one sentence has more


def parse_page(html: str, is_whole: bool = False) -> tuple[str, tuple[Paragraph, ...], Imprint]:
    """The article of a page: its text, one paragraph a line; the paragraphs with their kinds; what the page says beside it.

    is_whole: whether all of it is the article, as in a letter, which has no menus. A row of a table is "| a | b |". `authors` is () where the page names none. Raises UnreadableDocument for a page without an
    article, and for one that is too large to be one.
    """
    from trafilatura import bare_extraction, load_html

    html = _EMBEDDED.sub("data:,", html)  # a saved page holds its pictures, ten times its words
    if len(html) > _MAX_CHARS:
        raise UnreadableDocument(
            f"{len(html)} characters of HTML without its pictures, more than any article; save its text as .txt"
        )
    tree = load_html(html)
    if tree is None:
        raise UnreadableDocument("no article found in the page; save its text as .txt")
    dates, makers = find_page_dates(tree), _makers(tree)
    prepare(tree, is_whole)
    found = bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=_DATES)
    blocks = list(_blocks(found.body, "text")) if found is not None and found.body is not None else []
    blocks = [one for one in blocks if not is_aside(one[0])]
    if sum(len(words.split()) for words, _ in blocks) < _MIN_WORDS:
        raise UnreadableDocument("no article found in the page; save its text as .txt")
    return (*joined(blocks), _imprint(found, html, dates).over(makers))


def _makers(tree: Any) -> Imprint:
    """Who made a page, as its JSON-LD says: of pages whose makers trafilatura does not see."""
    nodes = list(article_nodes(tree))
    publishers = (name for node in nodes for name in names_of(node.get("publisher")))
    authors = (found for node in nodes if (found := names_of(node.get("author"))))
    return Imprint(publisher=next(publishers, None), authors=next(authors, ()))


def _imprint(found: Any, html: str, dates: tuple[PageDate, ...]) -> Imprint:
    """What a page says of itself. Its date: what its structure gives, else what htmldate finds in its words, as far as printed."""
    lang = _LANG.search(html, 0, _HEAD)
    published, updated = first_of(dates, "published"), first_of(dates, "updated")
    worded = printed_precision(found.date, html) if found.date and published is None else None
    if worded and updated and worded == updated.edtf:
        worded = None  # htmldate takes the day of the last change for the first where no other is printed
    return Imprint(
        title=spelled(found.title or "") or None,
        publisher=found.sitename or None,
        url=found.url or None,
        authors=tuple(one.strip() for one in (found.author or "").split(";") if one.strip()),
        published=published.edtf if published else worded,
        hint=lang[1] if lang else None,
        published_from="page",
        published_cue=published.cue if published else "words of the page" if worded else None,
        updated=updated.edtf if updated else None,
        updated_cue=updated.cue if updated else None,
    )


def joined(blocks: list[tuple[str, ParagraphKind]]) -> tuple[str, tuple[Paragraph, ...]]:
    """Blocks as one text, a line each, and where each stands in it."""
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
    """The words of an element; two breaks of a line one after another part paragraphs, as in pages that have no others."""
    for broken in element.iter("lb"):
        broken.tail = f"{_BREAK}{broken.tail or ''}"
    for words in _APART.split("".join(element.itertext())):
        if plain := _clean(words.replace(_BREAK, " ")):
            yield plain, kind


def _clean(words: str) -> str:
    return _SPACES.sub(" ", spelled(words)).strip()
