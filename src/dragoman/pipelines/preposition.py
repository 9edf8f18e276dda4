"""Prepositions that the tree hung on the wrong noun: in "expulsés d'Algérie vers le Niger" the "d'" is Algeria's."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Token

_NOUNS = ("NOUN", "PROPN")
_BARE = ("obl", "nmod")


def with_own_prepositions(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence, a preposition right before a bare complement hung on it where its head has another of its own.

    Universal Dependencies hang a preposition on the noun that it opens; a noun has one, or one that is fixed to another.
    """
    found = list(tokens)
    for at, token in enumerate(tokens[:-1]):
        noun = tokens[at + 1]
        if token.upos != "ADP" or token.relation != "case" or token.head <= at + 1:
            continue
        bare = noun.upos in _NOUNS and noun.relation in _BARE and not any(_opens(one, at + 1) for one in tokens)
        if bare and any(_opens(one, token.head) for one in tokens[at + 2 : token.head]):
            found[at] = replace(token, head=at + 1)
    return tuple(found)


def _opens(token: Token, noun: int) -> bool:
    return token.head == noun and token.upos == "ADP" and token.relation == "case"
