"""One document read: its trees, all that its words name, who says what, and what is said to happen."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.document import Document, Paragraph
from dragoman.model.edtf import period_of
from dragoman.model.period import Period
from dragoman.model.reading import Reading
from dragoman.model.span import Span
from dragoman.reading.actor import find_actors
from dragoman.reading.attribution import find_attributions
from dragoman.reading.concept import find_concepts
from dragoman.reading.index import MentionIndex, OnToken
from dragoman.reading.mended_tree import mended
from dragoman.reading.parser import Parser
from dragoman.reading.period import find_bare_periods, find_periods
from dragoman.reading.place import find_places
from dragoman.reading.predication import find_predications
from dragoman.reading.pull_quote import find_pull_quotes
from dragoman.reading.quantity import find_quantities
from dragoman.reading.quotation import find_quotations
from dragoman.world.period import read_period_forms


def read(document: Document, parser: Parser, hints: bool = True) -> Reading:
    """Read a document with the parser of its language. hints: whether what a trained model thinks of words has a say.

    Pure: the same document and the same parser give the same reading. Every span in it is of `document.text`.
    """
    text, language = document.text, parser.language
    sentences = mended(parser.parse(text, document.paragraphs), language)
    if not hints:
        sentences = tuple(replace(one, hints=()) for one in sentences)
    published = _published(document)
    periods, reference, _ = find_periods(sentences, text, language, published)
    concepts = find_concepts(sentences, text, language)
    actors = find_actors(sentences, text, language, reference)
    places = find_places(sentences, text, language, actors, document.url)
    quantities = find_quantities(sentences, text, language, periods)
    quotations = find_quotations(text, document.paragraphs, language)
    attributions = find_attributions(sentences, text, language, actors, quotations)
    attributions += find_pull_quotes(document, sentences, attributions)
    index = MentionIndex(
        OnToken(sentences, concepts),
        OnToken(sentences, actors),
        OnToken(sentences, places),
        OnToken(sentences, periods),
        OnToken(sentences, quantities),
    )
    predications = find_predications(sentences, text, language, index)
    return Reading(
        document, reference, sentences, concepts, actors, places, periods, quantities, quotations, attributions,
        predications, _title(document, parser, hints),
    )  # fmt: skip


def read_bare(document: Document) -> Reading | None:
    """The times of a document in a language that has words of time and no parser; None where it has neither."""
    if not read_period_forms(document.language):
        return None
    blocks = tuple(one.span for one in document.paragraphs)
    periods, reference, _ = find_bare_periods(blocks, document.text, document.language, _published(document))
    return Reading(document, reference, (), (), (), (), periods, (), (), (), ())


def _title(document: Document, parser: Parser, hints: bool) -> Reading | None:
    """The title read by itself: "Ce que Paris a livré à Kiev" names the two whom "18 canons ont été livrés" leaves out."""
    title = (document.title or "").strip()
    if not title:
        return None
    paragraphs = (Paragraph(Span(0, len(title)), "heading"),)
    return read(replace(document, text=title, paragraphs=paragraphs, title=None), parser, hints)


def index_of(reading: Reading) -> MentionIndex:
    """The mentions of a reading by token."""
    return MentionIndex(
        OnToken(reading.sentences, reading.concepts),
        OnToken(reading.sentences, reading.actors),
        OnToken(reading.sentences, reading.places),
        OnToken(reading.sentences, reading.periods),
        OnToken(reading.sentences, reading.quantities),
    )


def _published(document: Document) -> Period | None:
    return period_of(document.published) if document.published else None
