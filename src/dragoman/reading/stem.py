"""Words by their beginnings: what "partager" and "partage" have in common, to see one remark in two forms."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model.span import Span
from dragoman.model.tree import Sentence

_STEM = 5  # letters of a lemma: fewer would join "partie" to "partage", more would part "partage" from "partager"
CONTENT = frozenset(("NOUN", "VERB", "ADJ", "ADV", "PROPN"))  # kinds of word that carry content


def stems_in(sentences: Iterable[Sentence], span: Span, kinds: frozenset[str] = CONTENT) -> frozenset[str]:
    """The beginnings of the lemmas of some kinds of word (UPOS) within a span of the document's text; empty where it has none."""
    return frozenset(
        token.lemma.casefold()[:_STEM]
        for sentence in sentences
        if sentence.span.overlaps(span)
        for token in sentence.tokens
        if token.upos in kinds and span.covers(token.span)
    )
