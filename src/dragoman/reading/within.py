"""Reports inside a clause that another report behind it tells: what is said there ends where that clause ends.

"Oslo has agreed to leave, the envoy said on Friday, days after he admitted that …": what Oslo agreed to is told by the envoy.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.span import Span
from dragoman.reading.finding import Finding


def with_ends(found: tuple[Finding | None, ...]) -> tuple[Finding | None, ...]:
    """The findings of a sentence, each ending at the latest with the clause that it stands in and that is told from behind.

    None for a verb that reports nothing.
    """
    behind = tuple(one.content for one in found if one and one.cue is not None and one.cue.start >= one.content.end)
    return tuple(_ended(one, behind) for one in found) if behind else found


def without_carriers(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings without those whose cue only says of another's source who heard it: "two envoys interviewed by AFP tell of".

    AFP says nothing of what stands before those envoys.
    """
    return tuple(
        one
        for one in found
        if not any(
            other is not one
            and other.source is not None
            and one.cue is not None
            and other.source.covers(one.cue)
            and one.content.overlaps(other.source)
            for other in found
        )
    )


def _ended(one: Finding | None, behind: tuple[Span, ...]) -> Finding | None:
    if one is None or one.cue is None:
        return one
    ends = [
        told.end
        for told in behind
        if told.covers(one.cue) and told.start < one.content.start < told.end < one.content.end
    ]
    return replace(one, content=Span(one.content.start, min(ends))) if ends else one
