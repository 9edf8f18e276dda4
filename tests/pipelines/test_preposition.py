"""Prepositions stand with the noun that they open."""

from __future__ import annotations

from dataclasses import replace

from dragoman.pipelines.preposition import with_own_articles, with_own_prepositions
from tests.pipelines.test_comparison import tokens_of

EXPELLED = "expulsés/VERB/-1/root d'/ADP/{}/case Algérie/PROPN/0/obl vers/ADP/4/case Niger/PROPN/0/obl"


def test_a_preposition_goes_to_the_noun_behind_it() -> None:
    found = with_own_prepositions(tokens_of(EXPELLED.format(4)))
    assert [token.head for token in found] == [-1, 2, 0, 4, 0]


def test_a_right_tree_is_left_alone() -> None:
    tokens = tokens_of(EXPELLED.format(2))
    assert with_own_prepositions(tokens) == tokens


def test_prepositions_of_several_words_stay_together() -> None:
    tokens = tokens_of("parti/VERB/-1/root à/ADP/4/case partir/NOUN/1/fixed de/ADP/4/case Bamako/PROPN/0/obl")
    assert with_own_prepositions(tokens) == tokens


def test_a_preposition_joins_nothing() -> None:
    (_, token, _) = with_own_prepositions(tokens_of("venir/VERB/-1/root depuis/ADP/2/cc mai/NOUN/0/obl"))
    assert token.relation == "case"


def test_an_article_is_the_determiner_of_the_noun_behind_it() -> None:
    tokens = tokens_of("venir/VERB/-1/root depuis/ADP/2/case l'/DET/0/conj accord/NOUN/0/obl")
    article = replace(tokens[2], features="Definite=Def|PronType=Art")
    found = with_own_articles((*tokens[:2], article, tokens[3]))
    assert [(token.head, token.relation) for token in found[1:3]] == [(3, "case"), (3, "det")]
    assert with_own_articles(tokens) == tokens  # "l'" may be a pronoun
