"""Where in a text a thing was read: a half-open range of code points, and the words on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range [start, end) of Document.text, counted in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}-{self.end} runs backwards or starts before the text")

    def of(self, text: str) -> str:
        """The words on this span of `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of a document with their place: `span.of(document.text) == text`, always."""

    span: Span
    text: str

    def __post_init__(self) -> None:
        if len(self.text) != self.span.end - self.span.start:
            raise ValueError(f"quote {self.text!r} does not fill its span {self.span.start}-{self.span.end}")


def quote(span: Span, text: str) -> Quote:
    """Cut a quote out of a document's text.

    >>> quote(Span(0, 5), "Paris waits.")
    Quote(span=Span(start=0, end=5), text='Paris')
    """
    return Quote(span, span.of(text))


def hull(spans: tuple[Span, ...]) -> Span:
    """The narrowest span that covers all of `spans`. Raises ValueError if there are none.

    >>> hull((Span(4, 6), Span(1, 2)))
    Span(start=1, end=6)
    """
    return Span(min(one.start for one in spans), max(one.end for one in spans))
