"""Prepositions stand with the noun that they open."""

from __future__ import annotations

from dragoman.pipelines.preposition import with_own_prepositions
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
