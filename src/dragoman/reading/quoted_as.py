"""Who is quoted by whom: "Yonhap quoted a lawmaker as saying that …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.span import Span
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import Clause, noun_phrase

_MAX_NAME = 12  # tokens between "quoted" and "as saying": "a spokesman for the foreign ministry in Minsk"
_NAMES = frozenset(("NOUN", "PROPN", "PRON"))


def with_quoted(clause: Clause, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, where "as saying" follows a verb that quotes: what is said is the quoted one's, read in the quoting one's report."""
    done = list(found)
    for one in found:
        verb = _quoting(clause, one)
        if verb is None:
            continue
        if (agent := _quoting_agent(clause, verb)) is not None:  # "was quoted by Tass as saying"
            carried = Finding(noun_phrase(clause, agent), clause.span(verb, verb + 1), one.content, "say")
            done = [carried, *(other for other in done if other is not one), replace(one, cites=carried)]
            continue
        source = _quoted(clause, verb, one)
        carrier = next(
            (i for i, other in enumerate(done) if other.cue is not None and other.cue.covers(clause.span(verb, verb))),
            None,
        )
        if source is None:
            continue
        if carrier is not None:
            done[carrier] = replace(done[carrier], content=one.content, aside=None)
        done[done.index(one)] = replace(one, source=source, cites=done[carrier] if carrier is not None else None)
    return tuple(done)


def _quoting(clause: Clause, one: Finding) -> int | None:
    """The verb that quotes, where a cue is the "saying" of "quoted her as saying"."""
    if one.cue is None:
        return None
    tokens = clause.sentence.tokens
    at = next((i for i, token in enumerate(tokens) if token.span.start >= one.cue.start), 0)
    if at < 2 or not clause.words.is_word(clause.forms[at - 1], "as"):
        return None
    back = range(at - 2, max(-1, at - 2 - _MAX_NAME), -1)
    return next(
        (i for i in back if clause.words.is_word(tokens[i].lemma.lower(), "quotes") and tokens[i].upos == "VERB"), None
    )


def _quoting_agent(clause: Clause, verb: int) -> int | None:
    """Who quotes in the passive: the noun behind "by"."""
    tokens = clause.sentence.tokens
    if not clause.words.is_word(clause.forms[verb + 1], "by"):
        return None
    return next((i for i in clause.sentence.children[verb] if i > verb + 1 and tokens[i].upos in _NAMES), None)


def _quoted(clause: Clause, verb: int, one: Finding) -> Span | None:
    """Whose words are quoted: the noun behind an active verb. None for a passive: its subject is the source already."""
    tokens = clause.sentence.tokens
    assert one.cue is not None  # a cue was found to stand behind "as"
    if any(tokens[i].relation == "aux:pass" for i in clause.sentence.children[verb]):
        return None
    heads = (
        i for i in range(verb + 1, len(tokens)) if tokens[i].span.end <= one.cue.start and tokens[i].upos in _NAMES
    )
    first = next(heads, None)
    if first is None:
        return None
    while (
        tokens[first].head > verb
        and tokens[first].relation != "nsubj"
        and tokens[tokens[first].head].span.end <= one.cue.start
    ):
        first = tokens[first].head
    span = noun_phrase(clause, first)
    end = tokens[next(i for i, token in enumerate(tokens) if token.span.start >= one.cue.start) - 2].span.end
    return Span(span.start, min(span.end, end)) if span.start < end else None
