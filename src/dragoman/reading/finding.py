"""A report as it is found: the spans of source, cue and content before anyone asks who the source is."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.attribution import Speech
from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """source: None if left out; cue: None for a quotation without one; cites: the finding whose source cites this one's.

    aside: the words of a report that stands beside its content ("…, Reuters said"), which are part of no other content.
    """

    source: Span | None
    cue: Span | None
    content: Span
    speech: Speech
    cites: Finding | None = None
    aside: Span | None = None
