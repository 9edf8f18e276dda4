"""Quotations that lost their marks: a paragraph that the next one calls "this quotation" is somebody's words."""

from __future__ import annotations

from functools import cache

from dragoman.model.attribution import Attribution
from dragoman.model.document import Document
from dragoman.model.span import quote
from dragoman.model.tree import Sentence
from dragoman.world.table import read_table

_SHARED_STEMS, _STEM = (
    3,
    5,
)  # as in coding/warning.py: content words that a repeated quotation shares with its first form
_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "ADV"))


@cache
def _cues(language: str) -> tuple[str, ...]:
    return tuple(row["words"] for row in read_table("speech/pull_quotes.tsv") if row["language"] == language)


def find_pull_quotes(
    document: Document, sentences: tuple[Sentence, ...], attributions: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    """An attribution for each paragraph that is a quotation without marks.

    Its speaker is whoever is said to have spoken the same words elsewhere in the document, None if nobody is.
    """
    found: list[Attribution] = []
    for before, after in zip(document.paragraphs, document.paragraphs[1:], strict=False):
        opening = after.span.of(document.text)[:60].casefold()
        cue = next((one for one in _cues(document.language) if opening.startswith(one)), None)
        if cue is None or before.kind in ("heading", "table", "list"):
            continue
        if any(one.direct and before.span.covers(one.content.span) for one in attributions):
            continue
        content = quote(before.span, document.text)
        speaker = _speaker_of(before.span.start, before.span.end, sentences, attributions)
        where = after.span
        cue_quote = quote(type(where)(where.start, where.start + len(cue)), document.text)
        source = speaker.source if speaker else None
        found.append(
            Attribution(
                source,
                cue_quote,
                content,
                True,
                "say",
                speaker.speaker if speaker else None,
                speaker.origin if speaker else None,
            )
        )
    return tuple(found)


def _speaker_of(
    start: int, end: int, sentences: tuple[Sentence, ...], attributions: tuple[Attribution, ...]
) -> Attribution | None:
    words = _stems(sentences, start, end)
    for one in attributions:
        if one.speaker is None or (one.content.span.start < end and start < one.content.span.end):
            continue
        if len(words & _stems(sentences, one.content.span.start, one.content.span.end)) >= _SHARED_STEMS:
            return one
    return None


def _stems(sentences: tuple[Sentence, ...], start: int, end: int) -> frozenset[str]:
    return frozenset(
        token.lemma.casefold()[:_STEM]
        for sentence in sentences
        if sentence.span.start < end and start < sentence.span.end
        for token in sentence.tokens
        if token.upos in _CONTENT and start <= token.span.start and token.span.end <= end
    )
