"""What a text tells after another thing, or goes back to: the next deed of a kind, and what a speaker had said before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dragoman.weighing.profile import Profile
from dragoman.world.table import read_table

_PACKAGE = "dragoman.weighing"


def is_next_deed(one: Profile) -> bool:
    """Whether its sentence tells a claim's deed as the next one: "the trucks rolled onward to the coast"."""
    evidence, trigger = one.claim.evidence, one.claim.trigger
    start, end = (at - evidence.span.start for at in (trigger.span.start, trigger.span.end))
    if start < 0 or end > len(evidence.text):
        return False
    before, after = _next_words()
    return bool(before.search(evidence.text[:start]) or after.match(evidence.text[end:]))


def is_said_before(one: Profile) -> bool:
    """Whether the text goes back to what a speaker had said: "in May the mayor had put the dead at 40"."""
    evidence = one.claim.evidence
    for link in one.claim.attribution:
        if link.quote is None:
            continue
        end = link.quote.span.end - evidence.span.start
        if 0 < end <= len(evidence.text) and _earlier_words().match(evidence.text[end:]):
            return True
    return False


def went_before(one: Profile, other: Profile) -> bool:
    """Whether one text tells both, and goes back for the first alone."""
    return one.claim.document_id == other.claim.document_id and is_said_before(one) and not is_said_before(other)


@cache
def _next_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = read_table("sequel.tsv", _PACKAGE)
    before, after = (_any_of(row["phrase"] for row in rows if row["side"] == side) for side in ("before", "after"))
    # An auxiliary may stand between: "again had sent".
    return re.compile(rf"\b{before}(?:\s+\w+)?\s*$", re.IGNORECASE), re.compile(rf"\s+{after}\b", re.IGNORECASE)


@cache
def _earlier_words() -> re.Pattern[str]:
    return re.compile(rf"\s+{_any_of(row['phrase'] for row in read_table('earlier.tsv', _PACKAGE))}\b", re.IGNORECASE)


def _any_of(phrases: Iterable[str]) -> str:
    ordered = sorted(set(phrases), key=lambda one: (-len(one), one))
    return "(?:" + "|".join(re.escape(one) for one in ordered) + ")"
