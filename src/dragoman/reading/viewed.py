"""Whose view a sentence is, by the phrase that opens it: "Pour l'institut, le front tient", "For the institute, the front holds"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.span import Span
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import Clause

_MAX_SOURCE = 14  # tokens before the comma behind the name


def find_views(clause: Clause) -> Iterator[Finding]:
    """ "Pour l'institut, le front tient": whose view a sentence is, if those who study it open it, and no other has a share in it."""
    tokens, words = clause.sentence.tokens, clause.words
    comma = next((i for i, token in enumerate(tokens[:_MAX_SOURCE]) if token.form == ","), 0)
    if comma < 2 or comma + 2 >= len(tokens) or not words.is_word(clause.forms[0], "view"):
        return
    named = range(1, comma)
    noun = next((i for i in named if tokens[i].upos in ("NOUN", "PROPN")), None)
    if noun is None or words.origins.get(clause.forms[noun]) != "think_tank":
        return
    if any(tokens[i].upos in ("VERB", "AUX", "NUM", "SCONJ") for i in named):
        return
    if any("VerbForm=Fin" in token.features for token in tokens[comma:]):
        aside = Span(tokens[0].span.start, tokens[comma].span.end)
        content = Span(tokens[comma + 1].span.start, _before_stop(clause))
        yield Finding(clause.span(1, comma - 1), tokens[0].span, content, "judge", aside=aside)


def _before_stop(clause: Clause) -> int:
    last = clause.sentence.tokens[-1]
    return last.span.start if last.upos == "PUNCT" else last.span.end
