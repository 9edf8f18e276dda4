"""Who told the one who tells: "a lawmaker briefed by the service", "un député informé par les services"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.span import Span
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import Clause, noun_phrase

_NEAR = 3  # tokens between "briefed" and "by": "briefed on Monday by"
_TO_BRIEFED = 5  # tokens from a source to what briefed it: "who had just been briefed"
_MIN_TELLER = 2  # code points of a name that can be left before "briefed"


def with_briefing(clause: Clause, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, and for each source that somebody else briefed one more: the same content, from whoever briefed it."""
    done: list[Finding] = []
    for one in found:
        split = _split(clause, _whole(clause, one.source, one.cue)) if one.source is not None else None
        if split is None:
            done.append(one)
            continue
        teller, cue, briefer = split
        outer = replace(one, source=teller)
        done += [outer, Finding(briefer, cue, one.content, "say", cites=outer)]
    return tuple(done)


def _whole(clause: Clause, source: Span, cue: Span | None) -> Span:
    """A source with the briefing behind it that the tree cut off: "A lawmaker | briefed by the navy | said"."""
    tokens = clause.sentence.tokens
    first = bisect_left(tokens, source.end, key=lambda token: token.span.start)
    if cue is None or cue.start <= source.end:
        return Span(source.start, max(source.end, _end_of_briefing(clause, first)))
    between = [i for i in range(first, len(tokens)) if tokens[i].span.end <= cue.start]
    is_briefed = any(clause.words.is_word(clause.forms[i], "briefed") for i in between[:_NEAR])
    while between and tokens[between[-1]].upos == "PUNCT":
        between.pop()
    return Span(source.start, tokens[between[-1]].span.end) if is_briefed and between else source


def _end_of_briefing(clause: Clause, first: int) -> int:
    """Where the briefing ends that a source's relative clause tells: "citing a lawmaker | who had been briefed by the navy"; 0 if none."""
    tokens = clause.sentence.tokens
    near = range(first, min(first + _TO_BRIEFED, len(tokens)))
    at = next((i for i in near if clause.words.is_word(clause.forms[i], "briefed")), None)
    if at is None or any(tokens[i].upos in ("NOUN", "PROPN", "PUNCT") for i in range(first, at)):
        return 0
    children = clause.sentence.children
    led = (i for i in children[at] if i > at and any(clause.words.is_word(clause.forms[c], "by") for c in children[i]))
    agent = next(led, None)
    return 0 if agent is None else noun_phrase(clause, agent).end


def _split(clause: Clause, source: Span) -> tuple[Span, Span, Span] | None:
    """Teller, cue and briefer of a source with a briefing in it, None for other sources."""
    tokens = clause.sentence.tokens
    first = bisect_left(tokens, source.start, key=lambda token: token.span.start)
    last = bisect_left(tokens, source.end, key=lambda token: token.span.start) - 1
    for at in range(first + 1, last):
        if not clause.words.is_word(clause.forms[at], "briefed"):
            continue
        by = next(
            (i for i in range(at + 1, min(at + 1 + _NEAR, last)) if clause.words.is_word(clause.forms[i], "by")), None
        )
        ahead = range(at - 1, first - 1, -1)  # "a lawmaker, who was | briefed"
        before = next((i for i in ahead if tokens[i].upos in ("NOUN", "PROPN", "ADJ")), None)
        if by is None or before is None or tokens[before].span.end - source.start < _MIN_TELLER:
            return None
        return (
            Span(source.start, tokens[before].span.end),
            clause.span(at, by),
            Span(tokens[by + 1].span.start, source.end),
        )
    return None
