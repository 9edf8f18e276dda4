"""Who speaks in what he issues: "The ministry released a statement saying that …" is the ministry's word, not the paper's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.span import Span
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import OWN_SUBJECT, Clause, noun_phrase
from dragoman.reading.source import proper_source
from dragoman.world.speech import fold


def with_issuers(clause: Clause, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, where a writing that somebody issues speaks, from whoever issues it.

    A report that only tells of the issuing ("released | a statement saying …") says nothing beside it, and goes.
    """
    verbs: dict[Finding, int] = {}
    for one in found:
        verb = _issuing(clause, one)
        if verb is not None:
            verbs[one] = verb
    found = tuple(one for one in found if not _leads_to_words(clause, one, found))
    if not verbs:
        return found
    spans = {verb: clause.sentence.tokens[verb].span for verb in verbs.values()}
    done: list[Finding] = []
    for one in found:
        source = _issuer(clause, verbs[one]) if one in verbs else None
        if source is not None:
            done.append(replace(one, source=source))
        elif one in verbs or not _tells_only_of(one, spans, verbs):
            done.append(one)
    return tuple(done)


def _leads_to_words(clause: Clause, one: Finding, found: Sequence[Finding]) -> bool:
    """Whether a finding of a verb of issuing has nothing for content but how it goes on: "a publié un avis | indiquant que"."""
    tokens = clause.sentence.tokens
    verb = next((i for i, token in enumerate(tokens) if one.cue is not None and token.span.end == one.cue.end), None)
    if verb is None or not clause.words.is_word(fold(tokens[verb].lemma), "issues"):
        return False
    return any(
        other is not one
        and other.cue is not None
        and other.cue.start == one.content.start
        and other.source == one.source
        for other in found
    )


def without_light_verbs(clause: Clause, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings but those of a verb that no table has and that only leads to a report: "made | a strong condemnation of the raid"."""
    return tuple(one for one in found if not _is_light(clause, one, found))


def _is_light(clause: Clause, one: Finding, found: Sequence[Finding]) -> bool:
    tokens, cue = clause.sentence.tokens, one.cue
    if cue is None or not any(
        other.cue is not None and other.cue.start > cue.end and one.content.covers(other.cue) for other in found
    ):
        return False
    verb = next((i for i, token in enumerate(tokens) if token.span.end == cue.end), None)
    if verb is None or tokens[verb].upos not in ("VERB", "ADP") or _is_known(clause, verb):
        return False
    inside = (other for other in found if other.cue is not None and other.cue.start > cue.end)
    return any(
        one.content.covers(other.cue)
        and abs(one.content.end - other.content.end) <= 1
        and (other.source is None or other.source == one.source)
        for other in inside
        if other.cue is not None
    )


def _is_known(clause: Clause, verb: int) -> bool:
    """Whether the tables know a verb, alone or with the word behind it, as one that reports."""
    tokens, words = clause.sentence.tokens, clause.words
    lemmas = (fold(tokens[i].lemma) for i in (verb, verb - 1) if i >= 0)
    return any(("verb", lemma) in words.reporting or lemma in words.phrases for lemma in lemmas)


def _tells_only_of(one: Finding, spans: dict[int, Span], verbs: dict[Finding, int]) -> bool:
    """Whether a finding is of the verb of issuing, and what it gives as said is the writing with its words."""
    if one.cue is None:
        return False
    return any(
        one.cue.overlaps(spans[verb]) and other.cue is not None and one.content.covers(other.cue)
        for other, verb in verbs.items()
    )


def _issuing(clause: Clause, one: Finding) -> int | None:
    """The verb by which somebody issues the writing that is a finding's source: the source is its object."""
    if one.source is None or one.cue is None or one.cue.start < one.source.end:
        return None
    tokens = clause.sentence.tokens
    first = bisect_left(tokens, one.source.start, key=lambda token: token.span.start)
    last = bisect_left(tokens, one.source.end, key=lambda token: token.span.start)
    head = next((i for i in range(first, last) if tokens[i].head not in range(first, last)), None)
    if (
        head is None
        or tokens[head].relation != "obj"
        or not clause.words.is_word(tokens[head].lemma.lower(), "document")
    ):
        return None
    verb = tokens[head].head
    return verb if clause.words.is_word(fold(tokens[verb].lemma), "issues") else None


def _issuer(clause: Clause, verb: int) -> Span | None:
    """The subject of the verb of issuing, None where the text gives none."""
    subject = clause.child(verb, OWN_SUBJECT)
    if subject is None or subject > verb:
        return None
    return proper_source(clause, noun_phrase(clause, subject))
