"""Quotations that no verb took: behind a colon, or a paragraph that goes on where the speaker before left off."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dragoman.model.span import Span
from dragoman.model.tree import Sentence
from dragoman.reading.finding import Finding
from dragoman.reading.marks import Marks
from dragoman.reading.reporting import Clause, noun_phrase
from dragoman.world.speech import SpeechWords


def find_left_over(
    sentences: Sequence[Sentence], text: str, words: SpeechWords, marks: Marks, found: Sequence[Finding]
) -> Iterator[Finding]:
    """Quotations that no verb took: after a colon, or going on where the speaker before left off."""
    covered = sorted((one.content.start, one.content.end) for one in found)
    reach, ends = 0, []
    for _, end in covered:
        reach = max(reach, end)
        ends.append(reach)
    starts = [sentence.span.start for sentence in sentences]
    for quotation in marks.spoken:
        outer = quotation.outer.span
        viewed = _in_view(sentences, bisect_left(starts, outer.start + 1) - 1, text, words, outer)
        if viewed is not None:
            yield viewed
            continue
        index = bisect_left(covered, (outer.end, 0)) - 1
        if index >= 0 and ends[index] > outer.start:
            continue
        at = bisect_left(starts, outer.start + 1) - 1
        if at < 0:
            continue
        introduced = _introduced(sentences, at, text, words, outer) or _goes_on(text, outer, marks, found)
        if introduced is not None:
            yield introduced


def _goes_on(text: str, outer: Span, marks: Marks, found: Sequence[Finding]) -> Finding | None:
    """A paragraph that is a quotation and no more, under one in which somebody is quoted: the next words of the same speaker."""
    start, end = text.rfind("\n", 0, outer.start) + 1, text.find("\n", outer.end)
    alone = text[start : outer.start] + text[outer.end : end if end >= 0 else len(text)]
    above = text[:start].rstrip()
    if alone.strip(" .\u00a0\u202f") or not above:
        return None
    top = above.rfind("\n") + 1
    spoken = [one.outer.span for one in marks.spoken if top <= one.outer.span.start < len(above)]
    said = [
        one
        for one in found
        if one.source is not None
        and top <= one.source.start < len(above)
        and any(one.content.overlaps(span) for span in spoken)
    ]
    return Finding(max(said, key=lambda one: one.content.end).source, None, outer, "say") if said else None


def _in_view(sentences: Sequence[Sentence], at: int, text: str, words: SpeechWords, outer: Span) -> Finding | None:
    """A quotation behind a name that "for" opens its sentence with: "Pour l'analyste Anna Petrov, « le front tient »" is hers, whole."""
    if at < 0 or not text[: outer.start].rstrip(" \u00a0\u202f").endswith(","):
        return None
    sentence = sentences[at] if sentences[at].span.start < outer.start else sentences[at - 1]
    clause, tokens = Clause(sentence, text, words), sentence.tokens
    ahead = [i for i, token in enumerate(tokens) if token.span.start < outer.start]
    if len(ahead) < 3 or not words.is_word(clause.forms[0], "view") or tokens[ahead[-1]].form != ",":
        return None
    named = ahead[1:-1]
    # "Pour Léa Marchand, chercheuse à Lyon, « … »": taggers take a rare noun for a verb, and only a finite one opens a clause
    if any(tokens[i].upos in ("AUX", "NUM", "SCONJ") or "VerbForm=Fin" in tokens[i].features for i in named):
        return None
    says = any(
        token.upos in ("VERB", "AUX") and outer.covers(token.span)
        for one in sentences[at : at + 1]
        for token in one.tokens
    )
    is_somebody = any(
        words.origins.get(clause.forms[i]) or (tokens[i].upos == "PROPN" and not words.is_word(clause.forms[i], "time"))
        for i in named
    )
    if not says or not is_somebody:
        return None
    return Finding(clause.span(named[0], named[-1]), tokens[0].span, outer, "judge")


def _introduced(sentences: Sequence[Sentence], at: int, text: str, words: SpeechWords, outer: Span) -> Finding | None:
    """A quotation behind a colon belongs to the subject of the words before it: "He turned to the map: “There.”"."""
    before = text[max(0, outer.start - 4) : outer.start].rstrip()
    if not before.endswith(":"):
        return None
    sentence = sentences[at] if sentences[at].span.start < outer.start else sentences[at - 1]
    clause = Clause(sentence, text, words)
    root = sentence.root
    subject = clause.child(root, frozenset(("nsubj", "nsubj:pass")))
    if subject is None or sentence.tokens[root].upos not in ("VERB", "AUX"):
        return None
    return Finding(noun_phrase(clause, subject), sentence.tokens[root].span, outer, "say")
