"""What is wrong with a document itself: no date, no author, nameless sources, a false count, a quotation that changes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.itself import find_asides
from dragoman.model.attribution import Attribution
from dragoman.model.claim import Claim
from dragoman.model.document import DocumentWarning
from dragoman.model.reading import Reading
from dragoman.model.span import Quote
from dragoman.model.tree import Sentence

_WORD_COUNT_SLACK = 0.1  # a count within a tenth of the real one is no false claim: words are counted in many ways
_BYLINE = re.compile(r"^\s*(?i:par|by)\s+[A-ZÀ-Ý][\w’'-]+(?:\s+[A-ZÀ-Ý][\w’'.-]+){1,3}\s*(?:$|[,|–—-])")
_LINK = re.compile(r"https?://|www\.")
_SHARED_STEMS = 3  # content words that two forms of one quotation share at least
_SHARED_SHARE = 0.5  # of the shorter form; below it two remarks on one subject would pass for one
_STEM = 5  # letters of a lemma that "partager" and "partage" have in common
_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "ADV", "PROPN"))


def find_warnings(reading: Reading, claims: tuple[Claim, ...]) -> tuple[DocumentWarning, ...]:
    """All warnings of a document: those about the whole first, then in text order."""
    found = [*_missing(reading), *_asides(reading), *_word_count(reading), *_vague_sources(reading)]
    found += [*_unsourced_figures(claims), *_varying_quotations(reading)]
    unique = {(one.code, one.quote): one for one in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda one: (one.quote.span.start if one.quote else -1, one.code)))


def _missing(reading: Reading) -> Iterator[DocumentWarning]:
    document = reading.document
    if document.published is None:
        detail = "no date of publication"
        if reading.reference is not None:
            detail += f"; the text speaks from {reading.reference.edtf}"
        yield DocumentWarning("no_date", None, detail)
    if not document.authors and not any(_BYLINE.match(one.span.of(document.text)) for one in document.paragraphs[:3]):
        yield DocumentWarning("no_author", None, "no author is named")
    if not document.url and not _LINK.search(document.text):
        yield DocumentWarning("no_link", None, "no address and no link to a source")
    if not reading.places:
        yield DocumentWarning("no_place", None, "no place is named")


def _asides(reading: Reading) -> Iterator[DocumentWarning]:
    language, text = reading.document.language, reading.document.text
    for aside in find_asides(reading.sentences, text, language):
        if aside.code == "generator_note":
            yield DocumentWarning("generator_note", aside.words, "a note by whoever generated the text")
        elif aside.code == "filler":
            yield DocumentWarning("filler", aside.words, "a stock phrase that reports nothing")


def _word_count(reading: Reading) -> Iterator[DocumentWarning]:
    """A text that counts its own words and is wrong. Words: runs of visible characters."""
    text, language = reading.document.text, reading.document.language
    about = {aside.sentence for aside in find_asides(reading.sentences, text, language)}
    actual = len(text.split())
    for mention in reading.quantities:
        unit, quantity = mention.quantity.unit, mention.quantity
        if unit not in ("word", "mot"):
            continue
        sentence = next((i for i, s in enumerate(reading.sentences) if s.span.covers(mention.quote.span)), None)
        claimed = quantity.best or quantity.low or quantity.high or 0
        low, high = quantity.low or quantity.best or 0, quantity.high or quantity.best or float("inf")
        wrong = actual < low * (1 - _WORD_COUNT_SLACK) or actual > high * (1 + _WORD_COUNT_SLACK)
        if sentence in about and wrong:
            detail = f"claims {claimed:g} words; the text has {actual}"
            yield DocumentWarning("word_count_claim", mention.quote, detail)


def _vague_sources(reading: Reading) -> Iterator[DocumentWarning]:
    for one in reading.attributions:
        if one.origin == "unnamed" and one.source is not None and not _is_pronoun(reading.sentences, one.source):
            yield DocumentWarning("vague_source", one.source, f"{one.source.text!r} are not named")


def _is_pronoun(sentences: tuple[Sentence, ...], source: Quote) -> bool:
    """Whether a source is only "they": whoever they are was called nameless where they came up."""
    tokens = (token for one in sentences if one.span.covers(source.span) for token in one.tokens)
    inside = [token for token in tokens if source.span.covers(token.span)]
    return len(inside) == 1 and inside[0].upos in ("PRON", "DET")


def _unsourced_figures(claims: tuple[Claim, ...]) -> Iterator[DocumentWarning]:
    """Figures of losses and transfers that nobody is named for."""
    for claim in claims:
        if claim.matter not in ("loss", "flow") or any(link.kind != "publisher" for link in claim.attribution):
            continue
        for quantity in claim.quantities:
            if quantity.role != "duration":
                yield DocumentWarning("unsourced_figure", quantity.mention.quote, "nobody is named for this figure")


def _varying_quotations(reading: Reading) -> Iterator[DocumentWarning]:
    """Two forms of what looks like one quotation: many words in common, and not the same."""
    forms = [(one, _stems(reading.sentences, one.content)) for one in reading.attributions if _is_words(one)]
    for left, (one, stems) in enumerate(forms):
        for other, more in forms[left + 1 :]:
            shared = stems & more
            if len(shared) < _SHARED_STEMS or len(shared) < _SHARED_SHARE * min(len(stems), len(more)):
                continue
            if not (one.direct or other.direct):
                continue
            if one.content.span.overlaps(other.content.span) or _same_words(one.content.text, other.content.text):
                continue
            detail = f"two forms of one quotation: {one.content.text!r} and {other.content.text!r}"
            yield DocumentWarning("quotation_varies", other.content, detail)


def _is_words(attribution: Attribution) -> bool:
    return attribution.speech in ("say", "acknowledge", "judge") and len(attribution.content.text.split()) <= 60


def _stems(sentences: tuple[Sentence, ...], content: Quote) -> frozenset[str]:
    return frozenset(
        token.lemma.casefold()[:_STEM]
        for sentence in sentences
        if sentence.span.overlaps(content.span)
        for token in sentence.tokens
        if token.upos in _CONTENT and content.span.covers(token.span)
    )


def _same_words(left: str, right: str) -> bool:
    one, other = (" ".join(re.findall(r"\w+", text.casefold())) for text in (left, right))
    return one in other or other in one
