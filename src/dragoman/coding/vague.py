"""Sources that nobody is named for: "sources", "officials in Vienna", "it is said", "a diplomat who asked not to be named"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from dragoman.coding.self_check import find_words, sentence_at, words_of
from dragoman.model.attribution import Attribution
from dragoman.model.document import DocumentWarning
from dragoman.model.reading import Reading
from dragoman.model.span import Quote, Span, quote
from dragoman.model.tree import Sentence
from dragoman.world.actor import is_state_itself
from dragoman.world.speech import fold, load_speech

_NESTED = 8  # quotations that may stand within the one around them
_BEHIND = 60  # characters behind a source in which it is named: "local sites (Le Réveil)"
_TELLS = frozenset(("say", "acknowledge"))
_NAMED = re.compile(r" ?,? (?:[^\W\d_a-zà-ÿ][\w’'.-]+ ){1,2}[^\W\d_a-zà-ÿ]")  # ", Anna Moreau", "Anna Moreau"


def find_vague_sources(reading: Reading) -> Iterator[DocumentWarning]:
    """Each source that nobody is named for, with its words."""
    for source in _nameless(reading):
        yield DocumentWarning("vague_source", source, "nobody is named who says so")


def _nameless(reading: Reading) -> Iterator[Quote]:
    for one in reading.attributions:
        # "some towns plan to close" tells of no source; whom a speaker quotes is no source of the text
        is_told = one.source is not None and one.speech != "plan" and not _is_quoted(reading, one.source.span)
        if is_told and one.source is not None and _is_vague(reading, one, one.source):
            yield one.source
    yield from _impersonal(reading)
    yield from _anonymous(reading)


def _is_vague(reading: Reading, one: Attribution, source: Quote) -> bool:
    number = sentence_at(reading, source.span)
    if (
        number is None
        or _is_heading(reading, source.span)
        or _is_named_beside(reading, source, reading.sentences[number])
    ):
        return False
    sentence = reading.sentences[number]
    inside = [i for i, token in enumerate(sentence.tokens) if source.span.covers(token.span)]
    if not inside or _points_back(reading, sentence, inside, source):
        return False
    if one.origin == "unnamed":
        words = load_speech(reading.document.language)
        head = _own_head(reading, sentence, inside)
        if head is not None and words.is_word(fold(sentence.tokens[head].form), "nameless"):
            return True
        forms = (fold(sentence.tokens[head].form), fold(sentence.tokens[head].lemma)) if head is not None else ()
        is_unnamed = any(words.origins.get(form) == "unnamed" for form in forms)  # not "anyone with information"
        return (
            is_unnamed and not _has_name(reading, sentence, inside) and not _has_house(reading, sentence, inside, head)
        )
    return one.speech in _TELLS and _is_some_official(reading, sentence, inside)


def _is_heading(reading: Reading, span: Span) -> bool:
    """Whether words stand in a heading: the text below it may well name who "a minister" is."""
    paragraphs = reading.document.paragraphs
    number = bisect_right(paragraphs, span.start, key=lambda one: one.span.start) - 1
    if number < 0 or not paragraphs[number].span.covers(span):
        return False
    first = (
        number == 0
        and len(paragraphs) > 1
        and paragraphs[0].span.of(reading.document.text).rstrip()[-1:] not in '.!?…»”"'
    )
    return paragraphs[number].kind == "heading" or first


def _points_back(reading: Reading, sentence: Sentence, inside: list[int], source: Quote) -> bool:
    """Whether a source only points at one before it: "they", "some of them", "that last figure"; it was called nameless there."""
    language = reading.document.language
    first = sentence.tokens[inside[0]]
    if len(inside) == 1 and first.upos in ("PRON", "DET") and first.form.lower() not in words_of(language, "somebody"):
        return True
    if len(inside) > 1 and fold(first.form) in words_of(language, "pointing"):
        return True
    head = _head(sentence, inside)
    is_data = head is not None and fold(sentence.tokens[head].form) in words_of(language, "data")
    if (
        is_data
        and head is not None
        and sentence.tokens[head].relation == "nsubj"
        and fold(first.form) in words_of(language, "definite")
    ):
        return True  # "the figures showed": those told of before
    return any(True for _ in find_words(source.text, language, "partitive"))


def _head(sentence: Sentence, inside: list[int]) -> int | None:
    return next((i for i in inside if sentence.tokens[i].head not in inside), None)


def _own_head(reading: Reading, sentence: Sentence, inside: list[int]) -> int | None:
    """The noun that says what a source is: of "a number of diplomats" the diplomats, of "analysts close to the file" the first."""
    head = _head(sentence, inside)
    if head is not None and sentence.tokens[head].upos not in ("NOUN", "PROPN", "PRON"):
        head = next((i for i in inside if sentence.tokens[i].upos == "NOUN"), head)
    if head is None or fold(sentence.tokens[head].form) not in words_of(reading.document.language, "some_of"):
        return head
    below = (
        i for i in sentence.children[head] if i in inside and i > inside[0] and sentence.tokens[i].relation == "nmod"
    )
    return next(below, head)


def _has_name(reading: Reading, sentence: Sentence, inside: list[int]) -> bool:
    """Whether a source is named by words of its own: "a report of the IGPN"; no place where it is, "analysts in Vienna"."""
    words = load_speech(reading.document.language)
    for at, i in enumerate(inside):
        token = sentence.tokens[i]
        is_name = token.upos == "PROPN" or (token.form[:1].isupper() and at > 0)
        before = fold(sentence.tokens[inside[at - 1]].form) if at else ""
        if is_name and not words.is_word(before, "whereabouts"):
            return True
    return False


def _is_some_official(reading: Reading, sentence: Sentence, inside: list[int]) -> bool:
    """Whether a source is any of a kind, "officials", "a senior US official", and neither he nor his house has a name."""
    language, head = reading.document.language, _own_head(reading, sentence, inside)
    if head is None:
        return False
    kinds = words_of(language, "some_official")
    forms = {fold(sentence.tokens[head].lemma), fold(sentence.tokens[head].form)}
    before, behind = (fold(sentence.tokens[i].form) if i in inside else "" for i in (head - 1, head + 1))
    if not forms & kinds and not any(f"{before} {form}" in kinds or f"{form} {behind}" in kinds for form in forms):
        return False
    words = load_speech(language)
    if any(
        fold(sentence.tokens[i].form) in words_of(language, "definite") for i in sentence.children[head] if i < head
    ):
        return False  # "its interior minister"
    for at, i in enumerate(inside):
        token, before = sentence.tokens[i], fold(sentence.tokens[inside[at - 1]].form) if at else ""
        is_name = token.upos == "PROPN" or (token.form[:1].isupper() and at > 0)
        if is_name and i > head and not words.is_word(before, "whereabouts"):
            return False
        if is_name and i < head and not _is_of_state(reading, token.span):
            return False  # "Bank of Riga officials"; "U.S. officials" are anybody's
    return not _has_house(reading, sentence, inside, head)


def _has_house(reading: Reading, sentence: Sentence, inside: list[int], head: int | None) -> bool:
    """Whether a house stands behind a source's own noun: of "a spokesman for the ministry" his house is named, if not he."""
    houses = words_of(reading.document.language, "house")
    return head is not None and any(i > head and fold(sentence.tokens[i].lemma) in houses for i in inside)


def _is_of_state(reading: Reading, name: Span) -> bool:
    return any(one.quote.span.covers(name) and is_state_itself(one.actor) for one in reading.actors) or any(
        one.quote.span.covers(name) for one in reading.places
    )


def _is_named_beside(reading: Reading, source: Quote, sentence: Sentence) -> bool:
    """Whether who is behind a nameless source stands beside it: "local sites (Le Réveil)", "Amnesty publishes a report saying"."""
    language = reading.document.language
    behind = reading.document.text[source.span.end : source.span.end + _BEHIND]
    if re.match(r"\s*\([^)]*[^\W\d_a-zà-ÿ]", behind) or _NAMED.match(behind):
        return True
    for found in find_words(behind, language, "such_as"):
        if re.match(r",? $", behind[: found.start]) and re.match(r" [^,.;]*[^\W\d_a-zà-ÿ]", behind[found.end :]):
            return True
    inside = [i for i, token in enumerate(sentence.tokens) if source.span.covers(token.span)]
    if any(
        True
        for found in find_words(source.text, language, "such_as")
        if re.search(r"[^\W\d_a-zà-ÿ]", source.text[found.end :])
    ):
        return True
    head = _head(sentence, inside)
    if head is None or sentence.tokens[head].relation != "obj" or sentence.tokens[head].head < 0:
        return False
    subjects = (i for i in sentence.children[sentence.tokens[head].head] if sentence.tokens[i].relation == "nsubj")
    return any(sentence.tokens[j].upos == "PROPN" for i in subjects for j in sentence.subtree(i))


def _impersonal(reading: Reading) -> Iterator[Quote]:
    """ "It is said that …", "croit-on savoir": nobody says it; where its sentence names a source, that one does."""
    text = reading.document.text
    for span in find_words(text, reading.document.language, "impersonal"):
        is_told = any(one.source is not None and one.content.span.covers(span) for one in reading.attributions)
        if not is_told and not _is_quoted(reading, span):
            yield quote(span, text)


def _anonymous(reading: Reading) -> Iterator[Quote]:
    """Whoever speaks "on condition of anonymity", by the words that name what he is."""
    text = reading.document.text
    for span in find_words(text, reading.document.language, "anonymity"):
        if not _is_quoted(reading, span):
            sources = [one.source for one in _sources_beside(reading, span) if one.source is not None]
            beside = next((one for one in sources if not _is_pronoun(reading, one)), None)
            yield beside if beside is not None else quote(span, text)


def _is_pronoun(reading: Reading, source: Quote) -> bool:
    return load_speech(reading.document.language).is_word(fold(source.text), "pronoun")


def _sources_beside(reading: Reading, span: Span) -> Iterator[Attribution]:
    """What is attributed to somebody in the sentence of a span."""
    number = sentence_at(reading, span)
    if number is not None:
        own = reading.sentences[number].span
        told = (one for one in reading.attributions if one.source is not None)
        yield from (one for one in told if own.covers(one.content.span) or (one.source and own.covers(one.source.span)))


def _is_quoted(reading: Reading, span: Span) -> bool:
    """Whether words stand in a quotation; one within another is near it."""
    last = bisect_right(reading.quotations, span.start, key=lambda one: one.inner.span.start)
    return any(one.inner.span.covers(span) for one in reading.quotations[max(0, last - _NESTED) : last])
