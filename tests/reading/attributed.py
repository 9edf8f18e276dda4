"""The attributions of a text, by the shipped pipelines."""

from __future__ import annotations

from dragoman.model.attribution import Attribution
from dragoman.model.document import Paragraph
from dragoman.model.mention import ActorMention
from dragoman.model.span import Span
from dragoman.pipelines import load_parser
from dragoman.reading.attribution import find_attributions
from dragoman.reading.quotation import find_quotations


def attributed(text: str, language: str, actors: tuple[ActorMention, ...] = (), *, apart: int | None = None) -> tuple[Attribution, ...]:
    """Who says what in a text of one paragraph; of two where `apart` is the number of characters in the first."""
    spans = (Span(0, len(text)),) if apart is None else (Span(0, apart), Span(apart + 2, len(text)))
    paragraphs = tuple(Paragraph(span) for span in spans)
    sentences = load_parser(language).parse(text, paragraphs)
    return find_attributions(sentences, text, language, actors, find_quotations(text, paragraphs, language))
