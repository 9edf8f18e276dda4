"""Which words of a sentence say something of something, besides the events that the concept lexicon knows."""

from __future__ import annotations

from dragoman.model.span import Span, hull
from dragoman.model.tree import Sentence
from dragoman.world.speech import load_speech

_HELPERS = frozenset(("aux", "aux:pass", "cop"))


def predicate_span(sentence: Sentence, index: int, language: str) -> Span | None:
    """The words of a predicate at one of a sentence's tokens, None where the token heads none.

    A verb stands alone; what a copula says ("was slow", "est le chef") is both words and those between them; a noun counts
    where it names a deed, a state or what somebody wants or says ("a plan", "the flight"). language: ISO 639-1.
    """
    token = sentence.tokens[index]
    if token.upos == "VERB":
        return token.span
    if token.relation in _HELPERS:
        return None
    copula = next((i for i in sentence.children[index] if sentence.tokens[i].relation == "cop"), None)
    if copula is not None:
        return hull((sentence.tokens[copula].span, token.span))
    if token.upos == "AUX":
        return token.span
    return token.span if token.upos == "NOUN" and load_speech(language).is_deed(token.lemma.lower()) else None
