"""Participles that a tree hangs on a share and not on those counted: "half of 900 troops sent to Mali" says which troops are meant."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, base, sentence_of
from dragoman.world.quantity import quantity_words

_CLOSERS = frozenset((",", ";", ":", "(", ")", "–", "—"))


def with_shares(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with each such participle or relative clause on the noun behind the "of" of the share."""
    shares = quantity_words(language).jobs.get("fraction", frozenset())
    return tuple(_with_shares(one, shares) for one in sentences)


def _with_shares(sentence: Sentence, shares: frozenset[str]) -> Sentence:
    if not any(token.form.casefold() in shares for token in sentence.tokens):
        return sentence
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        over = token.head
        if token.relation not in ("acl", "acl:relcl") or not 0 <= over < index or token.upos != "VERB":
            continue
        if sentence.tokens[over].form.casefold() not in shares:
            continue
        counted = _counted(sentence, over, index)
        if counted is not None:
            tokens[index] = replace(token, head=counted)
    changed = tuple(tokens)
    return sentence if changed == sentence.tokens else sentence_of(changed, sentence.paragraph, sentence.hints)


def _counted(sentence: Sentence, share: int, clause: int) -> int | None:
    """The noun that a share is of, where nothing cuts it off from a clause behind it; None where no noun is."""
    nouns = [
        child
        for child in sentence.children[share]
        if share < child < clause
        and base(sentence.tokens[child].relation) == "nmod"
        and sentence.tokens[child].upos in ("NOUN", "PROPN")
    ]
    if len(nouns) != 1 or any(token.form in _CLOSERS for token in sentence.tokens[nouns[0] : clause]):
        return None
    return nouns[0]
