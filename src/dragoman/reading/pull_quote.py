"""Quotations that lost their marks: a paragraph that the next one calls "this quotation" is somebody's words."""

from __future__ import annotations

from functools import cache

from dragoman.model.attribution import Attribution
from dragoman.model.document import Document
from dragoman.model.span import Span, quote
from dragoman.model.tree import Sentence
from dragoman.reading.stem import CONTENT, stems_in
from dragoman.world.table import read_table

_SHARED_STEMS = (
    3  # as in coding/altered_quotation.py: content words that a repeated quotation shares with its first form
)
_KINDS = CONTENT - {"PROPN"}  # two remarks on one person share the name and nothing else


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
        cue_quote = quote(Span(where.start, where.start + len(cue)), document.text)
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
    words = stems_in(sentences, Span(start, end), _KINDS)
    for one in attributions:
        if one.speaker is None or (one.content.span.start < end and start < one.content.span.end):
            continue
        if len(words & stems_in(sentences, one.content.span, _KINDS)) >= _SHARED_STEMS:
            return one
    return None
