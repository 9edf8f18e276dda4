"""Where a dispatch begins: the place, day and agency before its first sentence, "KAMPALA, May 3 (AFP) --"."""

from __future__ import annotations

import re

from dragoman.model.span import Span

_LONGEST = 90  # characters: "SANKT-PETERBURG, Russian Federation, September 23 (Xinhua) —"
_DASH = r"\s{0,2}(?:--|[-—–])\s{0,2}"
_PLACE = r"[^\W\d_][^\n()—–:;.!?]{1,60}?"
# a place in capitals alone needs its dash at once; any other needs the agency's brackets: "Paris (AFP) -"
_DATELINE = re.compile(
    rf"\s{{0,4}}(?:{_PLACE}\s?\((?P<agency>[^()\n]{{2,40}})\){_DASH}|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{{2,30}}(?:,[^\n()—–:;!?]{{1,30}})?\s{{0,2}}(?:--|[—–])\s{{0,2}})"
)


def dateline(text: str, start: int) -> tuple[int, Span | None]:
    """Where the words after a dateline begin, and the agency in its brackets; `start` and None if there is no dateline.

    text: a document's; start: where a paragraph or sentence begins.

    >>> dateline("KAMPALA, May 3 (AFP) -- Two ships left.", 0)
    (24, Span(start=16, end=19))
    """
    found = _DATELINE.match(text, start, min(len(text), start + _LONGEST))
    if found is None:
        return start, None
    return found.end(), Span(*found.span("agency")) if found["agency"] else None
