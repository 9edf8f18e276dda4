"""When a claim speaks of: the days it states, or those that its date of printing implies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.model.claim import Claim
from dragoman.model.edtf import days_of

# Measured on ../shared/articles/relations, coded and as read (tests/weighing), 2026-11-26: 3 to 14 days of news changes nothing
# there; a narrow stretch of 50 days costs 0.05 of F1 on pairs and 2 of 46 disagreements, 200 changes nothing.
_RECENT_DAYS = (
    7  # news without a date speaks of the week before it was printed: weekly papers are the slowest that say so
)
_AHEAD = ("planned", "predicted", "conditional", "possible")  # what may lie after the day of printing
_NARROW_DAYS = 100  # a season; two claims of one year alone do not agree on a time


@dataclass(frozen=True, slots=True)
class Window:
    """Days as proleptic ordinals. stated: the text gives them; open sides and long stretches are not narrow.

    start, end: None on an open side. text: the EDTF value stated, "" if none.
    """

    start: int | None
    end: int | None
    stated: bool
    text: str

    @property
    def days(self) -> float:
        """How many days it covers, infinity if a side is open."""
        if self.start is None or self.end is None:
            return float("inf")
        return self.end - self.start + 1

    @property
    def narrow(self) -> bool:
        """Whether it is short enough that sharing a day says something."""
        return self.days <= _NARROW_DAYS

    def months(self, after: int = 0) -> tuple[str, ...]:
        """Each month it touches, or that comes within some days after it; () if it is not narrow."""
        if self.start is None or self.end is None or not self.narrow:
            return ()
        return tuple(dict.fromkeys(_months(self.start, self.end + after)))


def _months(start: int, end: int) -> Iterator[str]:
    for day in (*range(start, end, 28), end):
        yield date.fromordinal(day).isoformat()[:7]


def printed_on(published: str | None) -> tuple[int, int] | None:
    """First and last day on which a document dated so may have been printed, None if its date is not known.

    >>> printed_on("2025-01")
    (739252, 739282)
    """
    if not published:
        return None
    try:
        first, last = days_of(published[:10])
    except ValueError:
        return None
    return (first.toordinal(), last.toordinal()) if first and last else None


def window_of(claim: Claim, published: str | None) -> Window | None:
    """The days a claim speaks of, None if neither it nor its document has a date."""
    period, printed = claim.period.period if claim.period else None, printed_on(published)
    ahead = claim.factuality.status in _AHEAD
    if period and period.edtf and (period.earliest or period.latest):
        start, end = (one.toordinal() if one else None for one in (period.earliest, period.latest))
        # "He ordered more ships for the coming year", printed in this one: the order was given, and the year is that of the ships.
        if ahead or printed is None or start is None or start <= printed[1]:
            return Window(start, end, True, period.edtf)
    if printed is None:
        return None
    # "will send", printed today, is ahead; "sent", printed today, is behind.
    if claim.factuality.status in ("planned", "predicted"):
        return Window(printed[0], printed[1] + _RECENT_DAYS, False, "")
    return Window(printed[0] - _RECENT_DAYS, printed[1], False, "")


def share_day(left: Window, right: Window) -> bool:
    """Whether two windows may share a day; an open side reaches as far as need be."""
    return gap_days(left, right) == 0


def gap_days(left: Window, right: Window) -> int:
    """Days from the end of one window to the start of the other, 0 if they share a day."""
    gaps = [0]
    for one, other in ((left, right), (right, left)):
        if one.end is not None and other.start is not None:
            gaps.append(other.start - one.end)
    return max(gaps)
