"""Paragraphs as blocks that a parser takes at once."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.document import Paragraph
from dragoman.model.span import Span

_MAX_CHARS = 20_000  # a longer paragraph is cut: what a parser takes in memory grows with what it sees at once
_ENDS = (". ", "! ", "? ", "\n")


def blocks(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[int, Span]]:
    """Index of a paragraph and the span of each block of it; one in another language is no parser's of this one."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.language is not None:
            continue
        start, end = paragraph.span.start, paragraph.span.end
        while end - start > _MAX_CHARS:
            cut = _cut(text, start)
            yield index, Span(start, cut)
            start = cut
        yield index, Span(start, end)


def _cut(text: str, start: int) -> int:
    """Behind the last mark that ends a sentence, if one stands in the second half; else at white space, else anywhere."""
    last = start + _MAX_CHARS
    end = max(text.rfind(mark, start + _MAX_CHARS // 2, last) for mark in _ENDS)
    if end >= 0:
        return end + 1
    blank = text.rfind(" ", start, last)
    return blank if blank > start else last
