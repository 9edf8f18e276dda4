"""Readers that a spaCy configuration names: training paragraphs, new each time, and fixed development paragraphs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.training import Example

from training.augment import as_heading, printed, split_at_blanks
from training.conllu import Sentence, read_treebank
from training.docs import as_doc, paragraphs
from training.harmony import harmonised, without_odd_lemma

HEADING_SHARE = 0.03  # of training paragraphs: enough to meet capitals, too few to unlearn sentences


def read_sentences(path: Path, language: str) -> list[Sentence]:
    """Harmonised trees of one treebank file."""
    return [harmonised(s, language) for s in read_treebank(path, split_words=language == "en")]


def read_training_sentences(path: Path, language: str) -> list[Sentence]:
    """The same for training: odd lemmas left out, no sentence that a reader of news will never meet."""
    sentences = [s for s in read_sentences(path, language) if not is_scrap(s)]
    if "fqb" in path.name:
        sentences = [replace(s, tokens=tuple(without_odd_lemma(t) for t in s.tokens)) for s in sentences]
    return sentences


def is_scrap(sentence: Sentence) -> bool:
    """True of a rule of dashes and the like: one long token without a letter or figure."""
    return any(len(t.form) > 12 and not any(c.isalnum() for c in t.form) for t in sentence.tokens)


def as_examples(groups: Iterable[list[Sentence]], nlp: Language) -> Iterator[Example]:
    """Raw text beside its trees."""
    for group in groups:
        reference = as_doc(group, nlp.vocab)
        yield Example(nlp.make_doc(reference.text), reference)


def create_training_reader(
    root: str, language: str, files: dict[str, int], seed: int
) -> Callable[[Language], Iterator[Example]]:
    """Training paragraphs for ever: each round groups, prints and shuffles the sentences anew.

    files: treebank files under `root`, each with how many times a round shows it.
    """
    rounds = iter(range(1_000_000))

    def read(nlp: Language) -> Iterator[Example]:
        chance = Random(seed * 1_000_003 + next(rounds))
        groups: list[list[Sentence]] = []
        for name, times in files.items():
            sentences = read_training_sentences(Path(root) / name, language)
            for _ in range(times):
                groups += paragraphs(sentences, chance)
        chance.shuffle(groups)
        yield from as_examples((print_group(g, language, chance) for g in groups), nlp)

    return read


def print_group(group: list[Sentence], language: str, chance: Random) -> list[Sentence]:
    """One paragraph in print: a heading of one sentence now and then, else one style throughout."""
    if chance.random() < HEADING_SHARE:
        group = [as_heading(group[0], chance)]
    seed = chance.random()
    return [split_at_blanks(printed(s, language, Random(seed))) for s in group]


def create_development_reader(root: str, language: str, files: list[str]) -> Callable[[Language], Iterator[Example]]:
    """Development paragraphs, as the treebank prints them, the same each time."""

    def read(nlp: Language) -> Iterator[Example]:
        for name in files:
            sentences = read_sentences(Path(root) / name, language)
            yield from as_examples(paragraphs(sentences, Random(0)), nlp)

    return read


spacy.registry.readers.register("dragoman.paragraphs.v1", func=create_training_reader)
spacy.registry.readers.register("dragoman.development.v1", func=create_development_reader)
