"""Trees as the reader takes them: what a small parser makes now and then and grammar rules out is put right, in this order."""

from __future__ import annotations

from dragoman.model.tree import Sentence
from dragoman.reading.bare_finite import with_finite_verbs
from dragoman.reading.bare_year import with_years
from dragoman.reading.core_argument import with_core_arguments
from dragoman.reading.headline_tree import with_headlines
from dragoman.reading.inversion import with_inverted_subjects
from dragoman.reading.number_tree import with_numbers
from dragoman.reading.participle_noun import with_participles
from dragoman.reading.perfect_infinitive import with_perfects
from dragoman.reading.phase import with_complements
from dragoman.reading.receiver_tree import with_receivers
from dragoman.reading.share_noun import with_shares
from dragoman.reading.somebody import with_somebody
from dragoman.reading.stray_subject import with_placed_subjects
from dragoman.reading.stray_word import with_placed_words
from dragoman.reading.two_subjects import with_one_subject
from dragoman.reading.verb_place import with_placed_verbs
from dragoman.reading.word_order import with_word_order


def mended(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences of a parser with the trees that grammar lets stand."""
    sentences = with_placed_words(with_years(with_numbers(with_participles(sentences, language))))
    sentences = with_receivers(with_shares(sentences, language), language)
    sentences = with_word_order(with_complements(with_perfects(sentences, language), language))
    sentences = with_one_subject(sentences, language)
    sentences = with_inverted_subjects(with_placed_subjects(sentences, language), language)
    sentences = with_placed_verbs(sentences, language)
    sentences = with_somebody(with_core_arguments(sentences, language), language)
    return with_headlines(with_finite_verbs(sentences, language), language)
