"""Prepositions and articles that the tree hung on the wrong word: in "expulsés d'Algérie vers le Niger" the "d'" is Algeria's."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dragoman.model.tree import Token

_NOUNS = ("NOUN", "PROPN")
_BARE = ("obl", "nmod")
_NO_ARTICLE = ("conj", "obl", "nmod")  # relations of nouns


def with_own_prepositions(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence, a preposition right before a bare complement hung on it where its head has another of its own.

    Universal Dependencies hang a preposition on the noun that it opens; a noun has one, or one that is fixed to another. None joins two
    words as "and" does ("depuis l'accord").
    """
    found = [replace(one, relation="case") if one.upos == "ADP" and one.relation == "cc" else one for one in tokens]
    for at, token in enumerate(tokens[:-1]):
        noun = tokens[at + 1]
        if token.upos != "ADP" or token.relation != "case" or token.head <= at + 1:
            continue
        bare = noun.upos in _NOUNS and noun.relation in _BARE and not any(_opens(one, at + 1) for one in tokens)
        if bare and any(_opens(one, token.head) for one in tokens[at + 2 : token.head]):
            found[at] = replace(token, head=at + 1)
    return tuple(found)


def with_own_articles(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence, an article right before a noun as its determiner, and what hung on the article on the noun.

    Of 35,000 articles in the French and English treebanks five are complements, and none is joined to anything.
    """
    stray = {
        at: at + 1
        for at, (one, noun) in enumerate(pairwise(tokens))
        if one.upos == "DET"
        and one.has("PronType=Art")
        and one.relation in _NO_ARTICLE
        and noun.upos in _NOUNS
        and noun.head != at
    }
    if not stray:
        return tokens
    found = [replace(one, head=stray[one.head]) if one.head in stray else one for one in tokens]
    for at, noun in stray.items():
        found[at] = replace(tokens[at], head=noun, relation="det")
    return tuple(found)


def _opens(token: Token, noun: int) -> bool:
    return token.head == noun and token.upos == "ADP" and token.relation == "case"
