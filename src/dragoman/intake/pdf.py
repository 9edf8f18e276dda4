"""PDF files that hold their words: paragraphs put together again from lines, without page headers, footers and hyphens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

from dragoman.intake import broken
from dragoman.intake.imprint import Imprint
from dragoman.intake.letters import spelled
from dragoman.intake.options import UnreadableDocument
from dragoman.intake.paragraph import find_paragraphs
from dragoman.intake.pdf_lines import Line, are_apart, find_lines, plain, usual_distance
from dragoman.intake.placeholder import printed
from dragoman.model.document import Paragraph

MAX_PAGES = 2000
_EDGE_LINES = 3  # at the head and foot of a page, in which its header and footer stand
_MIN_REPEATS = 3  # pages on which a line must stand to be a header or footer, in a file of so many
_FEW_PAGES = 2
_FULL_SHARE = 0.7  # of the usual width: a line shorter than that ends a paragraph if it ends a sentence
_DIGITS = re.compile(r"\d+")
_HYPHENATED = re.compile(r"([^\W\d_]{2,})[-\u00ad\u2010]$")
_BULLET = re.compile(r"(?:[-*•‣◦·▪●–]|\d{1,2}[.)])\s")
_STOPS = tuple('.!?…:»”"')


def parse_pdf(data: bytes, max_bytes: int) -> tuple[str, tuple[Paragraph, ...], Imprint]:
    """The words of a PDF, one paragraph a line. Its title and author are those it carries; when it was made is no date of publication.

    Raises UnreadableDocument for a locked, broken, or endless file, and for one of pictures alone.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableDocument("a PDF locked with a password; save it without one")
        pages = _pages(reader, max_bytes)
        imprint = _imprint(reader.metadata)
    except UnreadableDocument:
        raise
    except (PyPdfError, *broken.PDF) as error:
        raise UnreadableDocument(
            f"a PDF that cannot be read ({type(error).__name__}); print it to a new PDF, or save its text"
        ) from error
    if not any(pages):
        raise UnreadableDocument(
            "a PDF without words, of pictures perhaps; read them with an OCR program and save that as .txt"
        )
    text = "\n".join(_paragraphs(_without_edges(pages)))
    return text, find_paragraphs(text), imprint


def _pages(reader: Any, max_bytes: int) -> list[list[Line]]:
    """Lines of each page. The drawing of a page is unpacked first, so that a bomb is refused before it is read as words."""
    if len(reader.pages) > MAX_PAGES:
        raise UnreadableDocument(f"a PDF of {len(reader.pages)} pages, more than {MAX_PAGES}; split it")
    found: list[list[Line]] = []
    left = max_bytes
    for page in reader.pages:
        contents = page.get_contents()
        left -= len(contents.get_data()) if contents is not None else 0
        if left < 0:
            raise UnreadableDocument(
                f"a PDF whose pages unpack to more than the limit of {max_bytes} bytes (--max-bytes)"
            )
        found.append(find_lines(page))
    return found


def _imprint(metadata: Any) -> Imprint:
    title = printed(plain(str(metadata.title or ""))) if metadata else None
    author = printed(plain(str(metadata.author or ""))) if metadata else None
    return Imprint(title=title, authors=(author,) if author else ())


def _without_edges(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without the lines that stand at the head or foot of most of them, page numbers alone included.

    Of two pages, a line must stand on both and be no whole line of a sentence: "No. 7, June 2025", "Page 2 of 4".
    """
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_shape(line) for line in (*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:])})
    if len(pages) == _FEW_PAGES:
        usual = _usual_width([line for lines in pages for line in lines])
        repeated = {one for one, count in counts.items() if count == _FEW_PAGES and len(one) < _FULL_SHARE * usual}
        repeated = {one for one in repeated if not one.endswith(_STOPS)}
    else:
        repeated = {one for one, count in counts.items() if count >= max(_MIN_REPEATS, len(pages) / 2)}
    found: list[list[Line]] = []
    for lines in pages:
        edges = {*range(_EDGE_LINES), *range(len(lines) - _EDGE_LINES, len(lines))}
        found.append([line for place, line in enumerate(lines) if place not in edges or _shape(line) not in repeated])
    return found


def _usual_width(lines: list[Line]) -> int:
    """Characters of a full line: four in five are no longer."""
    return sorted(len(one.words) for one in lines)[int(len(lines) * 0.8)] if lines else 0


def _shape(line: Line) -> str:
    return _DIGITS.sub("0", line.words).casefold()


def _paragraphs(pages: list[list[Line]]) -> Iterator[str]:
    """Lines joined. A paragraph ends where a short line ends a sentence, before a bullet, around a short line without a stop, and at a gap."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    words = Counter(word for line in lines for word in line.words.split())
    usual, distance = _usual_width(lines), usual_distance(lines)
    whole = lines[0].words
    for line, following in pairwise(lines):
        short = len(line.words) < _FULL_SHARE * usual
        ends = short and (line.words.endswith(_STOPS) or not following.words[0].islower())
        if ends or _BULLET.match(following.words) or are_apart(line, following, distance):
            yield spelled(whole)
            whole = following.words
        else:
            whole = _joined(whole, following.words, words)
    yield spelled(whole)


def _joined(line: str, following: str, words: Counter[str]) -> str:
    """Two lines as one. A hyphen at the break goes, unless the word is written with it elsewhere in the file or before a capital."""
    broken = _HYPHENATED.search(line)
    if broken is None or not following[0].islower():
        return f"{line}{'' if line.endswith('-') else ' '}{following}"
    first, second = line.rpartition(" ")[2], following.split(" ", 1)[0]
    if words[f"{first}{second}"]:
        return line + following
    return line[:-1] + following
