"""A document's quotations by place, and contents trimmed to the words that are said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from dragoman.model.attribution import Quotation
from dragoman.model.span import Span

EDGES = " \u00a0\u202f\t\n,;:—–-."


@dataclass(frozen=True)
class Marks:
    """A document's quotations, found by place. Only those that are speech, outermost first."""

    quotations: tuple[Quotation, ...]

    @cached_property
    def spoken(self) -> tuple[Quotation, ...]:
        """Quotations that are not scare quotes and lie in no other."""
        kept: list[Quotation] = []
        for one in self.quotations:
            if not kept or one.outer.span.start >= kept[-1].outer.span.end:
                kept.append(one)
        return tuple(one for one in kept if not one.scare)

    @cached_property
    def opened(self) -> dict[int, Quotation]:
        """Every quotation, those in others too, by where it starts."""
        return {one.outer.span.start: one for one in self.quotations}

    @cached_property
    def _starts(self) -> list[int]:
        return [one.outer.span.start for one in self.spoken]

    @cached_property
    def _ends(self) -> list[int]:
        return [one.outer.span.end for one in self.spoken]

    def around(self, at: int) -> Quotation | None:
        """The quotation that a code point stands in."""
        index = bisect_right(self._starts, at) - 1
        return self.spoken[index] if index >= 0 and at < self._ends[index] else None

    def before(self, at: int) -> Quotation | None:
        """The last quotation that ends at or before a code point."""
        index = bisect_right(self._ends, at) - 1
        return self.spoken[index] if index >= 0 else None

    def after(self, at: int) -> Quotation | None:
        """The first quotation that starts at or after a code point."""
        index = bisect_left(self._starts, at)
        return self.spoken[index] if index < len(self.spoken) else None


def trim_back(text: str, start: int, end: int) -> int:
    """Where words end, white space and stops left off."""
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return end


def _behind_lead(text: str, start: int, end: int, marks: Marks) -> int:
    """Where the quotation begins that a colon leads up to, if it ends where the content does: of "Clara Odhiambo scolded him: “It is late,”
    she said" the late hour alone is said.
    """
    last = marks.around(end - 1)
    if last is None or last.outer.span.start <= start:
        return start
    led = text[start : last.outer.span.start].rstrip().endswith(":")
    return last.outer.span.start if led else start


def trim_content(text: str, span: Span, marks: Marks) -> tuple[Span, bool] | None:
    """Take punctuation off both ends; give the inner words of a lone quotation. The bool: wholly in quotation marks."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGES + "…":
        start += 1
    end = trim_back(text, start, end)
    if start >= end:
        return None
    start = _behind_lead(text, start, end, marks)
    lone = marks.opened.get(start)
    lone = lone if lone is not None and lone.outer.span.end + 2 >= end else marks.around(start)
    if lone is not None and lone.outer.span.start == start and lone.outer.span.end + 2 >= end:
        inner = lone.inner.span
        return Span(
            inner.start, trim_back(text, inner.start, inner.end) if text[inner.end - 1] in ",;" else inner.end
        ), True
    within = lone is not None and lone.outer.span.end >= end
    last = marks.around(end - 1)
    both = lone is not None and last is not None and lone.outer.span.start == start and last.outer.span.end == end
    return Span(start, end), within or both
