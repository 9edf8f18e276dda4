"""A page made ready to be read: tables that only lay words out, advertising of AMP pages, and the entries of a live page."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from dragoman.intake.linked_data import article_nodes, kinds_of

# Elements of AMP that hold no words of the article. Source: the component catalogue of amp.dev.
_AMP_ASIDE = ("amp-ad", "amp-embed", "amp-sidebar", "amp-sticky-ad", "amp-consent", "amp-social-share", "amp-auto-ads", "amp-user-notification")  # fmt: skip
_STRUCTURE = ("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table")  # stand in no cell of a table of facts
_BLOCKS = ("p", "ul", "ol", "div")  # stand in one now and then: a list of losses
_ROWS = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")
# In the name of what is no part of a letter.
_BESIDE = ("foot", "social", "share", "nav", "menu", "hidden", "preheader", "unsub")
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?!\s*[.\d])", re.IGNORECASE
)
_ENTRIES = ("div", "section", "article", "li")
_MAX_CELL_WORDS = 40  # of one cell: a table of facts has none that long, a letter's table holds the letter


def prepare(tree: Any, is_whole: bool = False) -> None:
    """Make a page's tree ready, in place. tree: of lxml; is_whole: whether its body is one article."""
    for name in _AMP_ASIDE:
        for one in list(tree.iter(name)):
            _drop(one)
    _lay_open(tree, is_whole)
    if any("LiveBlogPosting" in kinds_of(node) for node in article_nodes(tree)):
        _join_entries(tree)
    if is_whole:
        _make_one(tree)


def _make_one(tree: Any) -> None:
    """Make all that a letter shows one article: of several in it, and of what is called as an article is, the first alone would be read.

    What it does not show goes: mail programs print a line of it in their list of letters.
    """
    for one in [one for one in tree.iter("div", "span", "p", "td", "table") if _UNSEEN.search(one.get("style") or "")]:
        _drop(one)
    for one in tree.iter("article", "main", "section", "div", "td", "p"):
        one.tag = "div" if one.tag in ("article", "main", "section") else one.tag
        for name in ("class", "id"):
            if (called := one.get(name)) and not any(word in called.lower() for word in _BESIDE):
                del one.attrib[name]
    body = next(tree.iter("body"), None)
    if body is not None:
        article = body.makeelement("article")
        article.text, body.text = body.text, None
        article.extend(list(body))
        body.append(article)


def _drop(element: Any) -> None:
    """Take an element out, and leave the words behind it."""
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _lay_open(tree: Any, is_letter: bool) -> None:
    """Tables that lay words out become plain blocks: a newsletter is one table, and would be one row of a table of facts."""
    for table in list(tree.iter("table")):
        if _is_layout(table, is_letter):
            for one in list(table.iter(*_ROWS)):
                if one is table or next(one.iterancestors("table"), None) is table:
                    is_line = one.tag in ("td", "th") and next(one.iter(*_STRUCTURE, *_BLOCKS), None) is None
                    one.tag = "p" if is_line else "div"
        else:
            for cell in table.iter("td", "th"):
                _on_one_line(cell)


def _on_one_line(cell: Any) -> None:
    """A cell of a table of facts as one line: lists in it would be lost, and what stands on lines of its own would run together."""
    for one in cell.iter("li", "br", "p", "div"):
        if one.tag == "br" or one.getnext() is not None:
            one.tail = f"{'; ' if one.tag == 'li' else ' '}{one.tail or ''}"
    for one in list(cell.iter("li", "ul", "ol", "br")):
        if one.tag == "br":
            _drop(one)
        else:
            one.tag = "span"


def _is_layout(table: Any, is_letter: bool) -> bool:
    """Whether a table only lays words out: it says so, has headings or long blocks in its cells, or is one column of a letter."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    cells = [one for one in table.iter("td", "th") if next(one.iterancestors("table"), None) is table]
    rows = sum(next(one.iterancestors("table"), None) is table for one in table.iter("tr"))
    if any(next(cell.iter(*_STRUCTURE), None) is not None for cell in cells):
        return True
    of_one_column = bool(cells) and len(cells) <= rows
    if is_letter and of_one_column:
        return True
    long = [cell for cell in cells if len("".join(cell.itertext()).split()) > _MAX_CELL_WORDS]
    return any(next(cell.iter(*_BLOCKS), None) is not None for cell in long) or bool(long and of_one_column)


def _join_entries(tree: Any) -> None:
    """The entries of a live page lose the class that they share: the first would be taken for the article, and the rest left out."""
    for parent in [one for name in ("main", "article", "section", "div", "ol", "ul") for one in tree.iter(name)]:
        shared = Counter(child.get("class") for child in parent if child.tag in _ENTRIES and child.get("class"))
        for child in parent:
            if child.tag in _ENTRIES and shared[child.get("class")] > 1:
                del child.attrib["class"]
                child.attrib.pop("id", None)
                child.tag = "div"
