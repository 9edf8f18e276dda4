"""The number that somebody gives a toll, by the order of words where the tree lost it: "put the death toll at 14"."""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.model.mention import QuantityMention
from dragoman.model.predication import Predication
from dragoman.model.tree import Sentence
from dragoman.world.concept import concepts
from dragoman.world.quantity import people_units, quantity_words
from dragoman.world.speech import SpeechWords, fold, load_speech

_TO_TOLL = 10  # tokens from the verb to the word of loss: "put the number of soldiers of both sides killed at 300"
_TO_LINK = 8  # tokens from the word of loss to "at": "puts casualties in the south since May at 300"
_SAY_WHICH = frozenset(("dead", "wounded"))  # units that are losses themselves
_TO_NUMBER = 4  # tokens from "at" to the number: "at no fewer than 40"


def given_at(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """The number behind "at", "as" or "à" that a verb which gives numbers puts this toll at; () if it gives none."""
    sentence = case.reading.sentences[predication.sentence]
    words = load_speech(case.reading.document.language)
    verb = _giving_verb(case, sentence, predication, words)
    if verb is None:
        return ()
    links = _links(sentence, verb, words)
    tokens = sentence.tokens
    for at in range(predication.head + 1, min(predication.head + 1 + _TO_LINK, len(tokens))):
        if _parts(sentence, at) or tokens[at].upos == "NUM":
            return ()
        if fold(tokens[at].form) in links:
            ahead = range(at + 1, min(at + 1 + _TO_NUMBER, len(tokens)))
            number = next((i for i in ahead if tokens[i].upos == "NUM"), None)
            return _on(case, predication.sentence, number) if number is not None else ()
    return ()


def _giving_verb(case: Case, sentence: Sentence, predication: Predication, words: SpeechWords) -> int | None:
    """The verb before a word of loss that gives it a number, if that word is the toll, or the "number" is of it."""
    tally = quantity_words(case.reading.document.language).jobs.get("tally", frozenset())
    head, tokens = predication.head, sentence.tokens
    named = concepts()[predication.concept or ""].kind == "people" or tokens[head].lemma.casefold() in tally
    for at in range(head - 1, max(-1, head - 1 - _TO_TOLL), -1):
        if _links(sentence, at, words):
            return at if named else None
        if _parts(sentence, at) or tokens[at].upos == "NUM":
            return None
        named = named or tokens[at].lemma.casefold() in tally
    return None


def _links(sentence: Sentence, verb: int, words: SpeechWords) -> frozenset[str]:
    """What leads from a verb to the number that it gives: "at" for "puts" and "estimates", "as" for "gave the number"."""
    token = sentence.tokens[verb]
    if token.upos != "VERB":
        return frozenset()
    known = words.reporting.get(("verb", fold(token.lemma))) or words.forms.get(("verb", fold(token.form)))
    own = {one[1:] for one in known.takes if one[:1] == "~"} if known is not None else set()
    rows = words.amounts.get(fold(token.lemma)) or words.amounts.get(fold(token.form)) or ()
    return frozenset(own - {""}).union(*(row.links for row in rows if row.noun == "estimate"))


def _parts(sentence: Sentence, at: int) -> bool:
    """Whether another clause begins at a token; "killed" behind "soldiers" is no clause of its own."""
    token = sentence.tokens[at]
    return token.upos in ("PUNCT", "SCONJ", "AUX") or (
        token.upos == "VERB" and token.has("VerbForm=Fin") and not token.has("Tense=Past")
    )


def _on(case: Case, number: int, index: int) -> tuple[QuantityMention, ...]:
    """The quantity whose words hold a number, of people or of nothing that is named.

    "600 dead" says itself what it counts, and is a toll of its own: losses put at "600 dead and 900 wounded" are two.
    """
    start = case.reading.sentences[number].tokens[index].span.start
    return tuple(
        one
        for one in case.reading.quantities
        if one.quote.span.start <= start < one.quote.span.end
        and (one.quantity.unit is None or one.quantity.unit in people_units() - _SAY_WHICH)
    )


def told_inside(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """The number in whose own words a word of loss stands: the "killed" of "more than 4,000 killed and wounded"."""
    start = predication.trigger.span
    return tuple(
        one
        for one in case.reading.quantities
        if one.quote.span.covers(start) and one.quote.span.start < start.start and one.quantity.unit in people_units()
    )
