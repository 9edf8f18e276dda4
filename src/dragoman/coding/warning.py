"""What is wrong with a document itself: what it lacks, whom it does not name, what it says falsely of itself or against itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.coding.altered_quotation import find_altered
from dragoman.coding.issuer import issuers_of
from dragoman.coding.machine_made import find_tells
from dragoman.coding.self_check import find_words, sentence_at, words_of
from dragoman.coding.self_claim import find_self_claims
from dragoman.coding.self_contradiction import find_contradictions
from dragoman.coding.vague import find_vague_sources
from dragoman.model.claim import Claim
from dragoman.model.document import Document, DocumentWarning
from dragoman.model.mention import QuantityMention
from dragoman.model.quantity import Quantity
from dragoman.model.reading import Reading
from dragoman.model.span import Span
from dragoman.model.tree import Sentence
from dragoman.world.speech import load_speech

Amount = tuple[float | None, float | None, float | None]
_BYLINES = 3  # paragraphs at the top, and at the end, where an author signs
_SIGNED = 120  # characters of a line that does nothing but sign
_HEAD, _FOOT = 5, 2  # paragraphs at the top and at the end of a text where its date is printed
_DATELINE, _OPENING = 60, 20  # characters of a line that gives a date, and before the date that opens one
_LINK = re.compile(r"https?://|www\.")


def find_warnings(reading: Reading, claims: tuple[Claim, ...]) -> tuple[DocumentWarning, ...]:
    """All warnings of a document: those about the whole first, then in text order."""
    found = [*_missing(reading), *find_tells(reading), *find_self_claims(reading), *find_vague_sources(reading)]
    found += [*_unsourced_figures(reading, claims), *find_altered(reading), *find_contradictions(reading, claims)]
    unique = {(one.code, one.quote): one for one in reversed(found)}
    whole = [one for one in unique.values() if not any(_is_within(one, other) for other in unique.values())]
    return tuple(sorted(whole, key=lambda one: (one.quote.span.start if one.quote else -1, one.code)))


def _is_within(inner: DocumentWarning, outer: DocumentWarning) -> bool:
    """Whether a note or a stock phrase is part of a longer one that is warned of already."""
    if inner.code not in ("generator_note", "filler") or inner.code != outer.code or inner.quote == outer.quote:
        return False
    return inner.quote is not None and outer.quote is not None and outer.quote.span.covers(inner.quote.span)


def _missing(reading: Reading) -> Iterator[DocumentWarning]:
    document = reading.document
    if document.published is None and not _is_dated(reading):
        detail = "no date of publication"
        if reading.reference is not None:
            first, _, last = (reading.reference.edtf or "").replace("~", "").partition("/")
            detail += f"; by its own words it speaks from {first}" + (f" to {last}" if last else "")
        yield DocumentWarning("no_date", None, detail)
    if not document.authors and not _is_signed(document) and not _is_official(reading):
        yield DocumentWarning("no_author", None, "no author is named")
    if not document.url and not _LINK.search(document.text):
        yield DocumentWarning("no_link", None, "no address and no link to a source")
    if not reading.places and not any(one.actor.country for one in reading.actors):
        yield DocumentWarning("no_place", None, "no place is named")


def _is_signed(document: Document) -> bool:
    """Whether a line at the head or the foot names who wrote it: "By Anna Moreau and Ivan Petrov", "Propos recueillis par …"."""
    lines = (*document.paragraphs[: _BYLINES + 1], *document.paragraphs[-_BYLINES:])
    for line in (one.span.of(document.text).strip() for one in lines):
        opening = next(find_words(line, document.language, "byline"), None)
        if (
            opening is not None
            and opening.start <= 1
            and len(line) <= _SIGNED
            and _author(document.language).match(line, opening.end)
        ):
            return True
    return False


@cache
def _author(language: str) -> re.Pattern[str]:
    """What finds a name of two words or more that ends a line, or before another: " Pieter van Aalst and …"."""
    particles, joins = ("|".join(sorted(words_of(language, role))) for role in ("particle", "joins_author"))
    word = r"[^\W\d_a-zà-öø-ÿ][\w’'.-]*"
    return re.compile(
        rf"\s*:?\s*{word}(?:\s+(?:(?:{particles})[ -]){{0,3}}{word}){{1,3}}\s*(?:$|[,|;(–—-]|(?:{joins})\b)"
    )


def _is_official(reading: Reading) -> bool:
    """Whether an office prints its own words: it answers for them, and is the source of its figures."""
    named = any(one.kind == "publisher" and one.actor for one in issuers_of(reading))  # "The White House"
    return named or _is_office(reading.document.publisher)


def _is_dated(reading: Reading) -> bool:
    """Whether a line at the head or the foot gives a full date: "12 March 2025", "Publié le 3 février 2025 à 8h"."""
    document = reading.document
    lines = (*document.paragraphs[:_HEAD], *document.paragraphs[-_FOOT:])
    for mention in reading.periods:
        day = mention.period.earliest
        if day is None or day != mention.period.latest or not re.search(r"\d{4}", mention.quote.text):
            continue
        if any(one.span.covers(mention.quote.span) and _is_dateline(one.span, mention.quote.span) for one in lines):
            return True
    return False


def _is_dateline(line: Span, day: Span) -> bool:
    """Whether a day is what a line is about: a short line, or one that opens with it."""
    return line.end - line.start <= _DATELINE or day.start - line.start <= _OPENING


def _unsourced_figures(reading: Reading, claims: tuple[Claim, ...]) -> Iterator[DocumentWarning]:
    """Figures of losses and transfers that nobody is named for, each once; an office's own statement is its own source."""
    if _is_official(reading):
        return
    issuers = issuers_of(reading)
    sourced = frozenset(_amount(one.quantity) for one in reading.quantities if _is_sourced(reading, one.quote.span))
    seen: set[Amount] = set()
    for claim in claims:
        if claim.matter not in ("loss", "flow") or any(link not in issuers for link in claim.attribution):
            continue
        for quantity in claim.quantities:
            amount = _amount(quantity.mention.quantity)
            if quantity.role == "duration" or not _is_figure(quantity.mention):
                continue
            if amount not in seen and amount not in sourced:
                seen.add(amount)
                yield DocumentWarning("unsourced_figure", quantity.mention.quote, "nobody is named for this figure")


def _is_figure(mention: QuantityMention) -> bool:
    """Whether an amount is a figure that somebody must have counted: "a prisoner" is one, and nobody's count."""
    quantity = mention.quantity
    is_one = quantity.low == quantity.best == quantity.high == 1
    return not is_one or re.search(r"\b1\b", mention.quote.text) is not None  # "a 22-year-old" is one, too


def _amount(quantity: Quantity) -> Amount:
    return (quantity.low, quantity.best, quantity.high)


def _is_sourced(reading: Reading, figure: Span) -> bool:
    """Whether a figure stands in a quotation, in what somebody is said to say, or in a sentence that names who tells it.

    "The mayor gave a toll of 50": the toll is the mayor's, though no verb of saying is there.
    """
    if any(one.inner.span.covers(figure) and not one.scare for one in reading.quotations):
        return True
    if _is_credited(reading.document, figure):
        return True
    number = sentence_at(reading, figure)
    if number is None:
        return False
    sentence = reading.sentences[number]
    told = (one for one in reading.attributions if one.source is not None and one.origin != "unnamed")
    if any(one.content.span.covers(figure) or sentence.span.covers(one.content.span) for one in told):
        return True
    return _is_given(reading, sentence, figure)


def _is_given(reading: Reading, sentence: Sentence, figure: Span) -> bool:
    """Whether a figure belongs to what somebody says ("he had said 3,000") or to a count that somebody gives ("a donné un
    bilan de 20 morts", "the ministry's figures: 20 dead").
    """
    counts, words = words_of(reading.document.language, "count"), load_speech(reading.document.language)
    at = next((i for i, token in enumerate(sentence.tokens) if figure.overlaps(token.span)), -1)
    for _ in sentence.tokens:
        if at < 0:
            return False
        token, children = sentence.tokens[at], sentence.children[at]
        lemma = token.lemma.lower()
        if token.upos == "VERB" and ("verb", lemma) in words.reporting and _has_teller(sentence, at, counts):
            return True
        if lemma in counts and any(_is_of_house(reading, sentence, i) for i in children):
            return True
        if token.upos == "VERB" and any(_is_count_of_house(reading, sentence, i, counts) for i in children):
            return True
        if (
            lemma in counts
            and token.relation in ("obj", "obl:arg", "obl")
            and _has_teller(sentence, token.head, counts)
        ):
            return True
        at = token.head
    return False


def _is_count_of_house(reading: Reading, sentence: Sentence, index: int, counts: frozenset[str]) -> bool:
    """Whether a verb's subject is somebody's count: "the ministry's toll lists 37 dead"."""
    token = sentence.tokens[index]
    if not token.relation.startswith("nsubj") or token.lemma.lower() not in counts:
        return False
    return any(_is_of_house(reading, sentence, i) for i in sentence.children[index])


def _is_of_house(reading: Reading, sentence: Sentence, index: int) -> bool:
    """Whether a count is somebody's: "the ministry's toll", "un bilan de la protection civile"."""
    token = sentence.tokens[index]
    is_house = token.relation.startswith("nmod") and token.lemma.lower() in words_of(reading.document.language, "house")
    return token.upos == "PROPN" or is_house


def _is_credited(document: Document, figure: Span) -> bool:
    """Whether brackets behind a figure say whose it is: "36 arrested (prefecture of police)"."""
    behind = re.match(r"[^.;:\n()]{0,40}\(([^()\n]{2,60})\)", document.text[figure.end :])
    return behind is not None and any(True for _ in find_words(behind.group(1), document.language, "house"))


def _has_teller(sentence: Sentence, verb: int, counts: frozenset[str]) -> bool:
    """Whether a verb's subject can tell a figure: a toll "stands at 20" by itself.

    Behind its verb a tree may take it for the object: "ont annoncé mardi à Riga le président Petrov et sa ministre".
    """
    tokens, children = sentence.tokens, sentence.children[verb]
    subjects = [tokens[i] for i in children if tokens[i].relation == "nsubj"]
    subjects += [
        tokens[i]
        for i in children
        if tokens[i].relation == "obj" and i > verb and any(tokens[j].upos == "PROPN" for j in sentence.subtree(i))
    ]
    return any(one.lemma.lower() not in counts and one.upos in ("NOUN", "PROPN", "PRON") for one in subjects)


def _is_office(publisher: str | None) -> bool:
    """Whether who prints is a ministry, a presidency, an army: "Ministère des Armées"."""
    words = re.findall(r"\w+", (publisher or "").lower())
    return any(word in words_of(language, "office") for word in words for language in ("en", "fr"))
