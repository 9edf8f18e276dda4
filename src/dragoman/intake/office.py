"""Office documents (.docx): paragraphs, headings, lists, quotations and tables as they are marked; what was struck out stays out.

Footnotes and endnotes follow the text, in their order: a report names its sources there. Comments are no part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, cast

from dragoman.intake.archive import member_bytes, open_archive
from dragoman.intake.imprint import Imprint
from dragoman.intake.letters import spelled
from dragoman.intake.options import UnreadableDocument
from dragoman.intake.page import joined
from dragoman.intake.placeholder import printed
from dragoman.intake.xml import parse_xml
from dragoman.model.document import Paragraph, ParagraphKind
from dragoman.world.table import read_table

# Source: ECMA-376 part 1, WordprocessingML; part 2, core properties.
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says again what mc:Choice says
_DC = "{http://purl.org/dc/elements/1.1/}"
_LEFT_OUT = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}footnoteReference",
        f"{_W}endnoteReference",
        f"{_W}instrText",
        f"{_W}delText",
        f"{_W}pPr",
        f"{_W}rPr",
        _FALLBACK,
    }
)


def parse_docx(data: bytes, max_bytes: int) -> tuple[str, tuple[Paragraph, ...], Imprint]:
    """The words of an office document, one paragraph a line. Raises UnreadableDocument for a broken, locked or endless one."""
    with open_archive(BytesIO(data)) as archive:
        body = member_bytes(archive, "word/document.xml", max_bytes)
        if body is None:
            raise UnreadableDocument("no words in it: an archive without word/document.xml")
        core = member_bytes(archive, "docProps/core.xml", max_bytes)
        notes = [member_bytes(archive, f"word/{name}.xml", max_bytes) for name in ("footnotes", "endnotes")]
    blocks = [one for one in _blocks(parse_xml(body)) if one[0]]
    for note in filter(None, notes):
        blocks += [one for one in _blocks(parse_xml(note)) if one[0]]
    return (*joined(blocks), _imprint(core))


def _blocks(root: Any) -> Iterator[tuple[str, ParagraphKind]]:
    """Paragraphs and rows of tables in order; a table inside a cell is words of that cell."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}p":
            yield _words(element), _kind(element)
        elif element.tag == f"{_W}tr":
            cells = [
                " ".join(filter(None, (_words(one) for one in _paragraphs(cell))))
                for cell in element.iterchildren(f"{_W}tc")
            ]
            if any(cells):
                yield f"| {' | '.join(cells)} |", "table"
        elif element.tag not in _LEFT_OUT:
            stack.extend(reversed(list(element)))


def _paragraphs(cell: Any) -> Iterator[Any]:
    """Paragraphs of a cell in order; one in a text box is words of the paragraph around it."""
    stack = [cell]
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}p":
            yield element
        elif element.tag not in _LEFT_OUT:
            stack.extend(reversed(list(element)))


def _words(paragraph: Any) -> str:
    pieces: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            pieces.append(" ")
        elif element.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif element.tag not in _LEFT_OUT:
            stack.extend(reversed(list(element)))
    return " ".join(spelled("".join(pieces)).split())


def _kind(paragraph: Any) -> ParagraphKind:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = (style.get(f"{_W}val") or "").lower() if style is not None else ""
    kind = _kind_of_style(name)
    if kind in ("text", "list"):
        return "list" if kind == "list" or paragraph.find(f"{_W}pPr/{_W}numPr") is not None else "text"
    return kind


def _kind_of_style(name: str) -> ParagraphKind:
    """The kind of paragraph that the name of a style tells, by the first row of styles.tsv that fits; "text" where none does."""
    for row in read_table("styles.tsv", "dragoman.intake"):
        if name.startswith(row["words"]) or (row["at"] == "anywhere" and row["words"] in name):
            return cast(ParagraphKind, row["kind"])
    return "text"


def _imprint(core: bytes | None) -> Imprint:
    """Title and author as the file carries them; when it was saved is no date of publication."""
    if core is None:
        return Imprint(authors=())
    root = parse_xml(core)
    title, author = (printed(root.findtext(f"{_DC}{name}") or "") for name in ("title", "creator"))
    return Imprint(title=title, authors=(author,) if author else ())
