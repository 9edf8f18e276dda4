"""An "it" that is somebody: in "Iran said it was ready to negotiate" a tree may take it for the empty word of "it was clear that"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, base
from dragoman.reading.bare_noun import with_tokens
from dragoman.world.syntax import of_somebody

_EMPTY = frozenset(("it", "il", "elle"))


def with_somebody(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with such a word as the subject of an adjective that only somebody can be."""
    return tuple(_with_somebody(one, language) for one in sentences)


def _with_somebody(sentence: Sentence, language: str) -> Sentence:
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        if base(token.relation) != "expl" or token.form.casefold() not in _EMPTY or token.head < 0:
            continue
        said = sentence.tokens[token.head]
        if said.lemma.casefold() in of_somebody(language) and not _has_subject(sentence, token.head):
            passive = any(sentence.tokens[one].relation == "aux:pass" for one in sentence.children[token.head])
            tokens[index] = replace(token, relation="nsubj:pass" if passive else "nsubj")
    return with_tokens(sentence, tokens)


def _has_subject(sentence: Sentence, word: int) -> bool:
    return any(base(sentence.tokens[child].relation) == "nsubj" for child in sentence.children[word])
