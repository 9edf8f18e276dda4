"""Which word stands for which, learned from sentences and their translations.

Source: Brown et al. 1993, The mathematics of statistical machine translation, model 1, trained by expectation maximisation from
a uniform start, so that the table has one result.
"""

import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.encoder.settings import Language

ROUNDS = 5
MIN_SEEN = 3  # times that a word is met; rarer ones are learned from nothing but chance
MAX_WORDS = 24  # of a sentence: in longer ones every word meets too many others to learn from


@dataclass(frozen=True)
class Links:
    """Every pair of an English and a foreign word that met in a sentence.

    english, foreign: numbers of the words of each of the different pairs; pair: which of them each meeting is; target: which
    foreign word of which sentence it explains.
    """

    english: NDArray[np.int64]
    foreign: NDArray[np.int64]
    pair: NDArray[np.int64]
    target: NDArray[np.int64]


WORD = re.compile(r"\w+(?:'(?=\w))?|[^\w\s]")


def sentence_pairs(language: Language, text: Path) -> Iterator[tuple[list[str], list[str]]]:
    """English and foreign words of the parallel texts that the language learns from, small letters."""
    for name in language.translated or ():
        path = text / name
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                foreign, english, *_ = (column.lower().replace("’", "'") for column in f"{line}\t".split("\t"))
                yield WORD.findall(english), WORD.findall(foreign)


def learn_words(pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> dict[str, tuple[str, float]]:
    """For each English word the foreign one that most likely stands for it, and its probability.

    pairs: words of an English sentence and of its translation, small letters.

    >>> learn_words([(["the", "dog"], ["le", "chien"]), (["the", "cat"], ["le", "chat"]), (["dog"], ["chien"])] * 3)["cat"][0]
    'chat'
    """
    english, foreign = (_numbers([pair[side] for pair in pairs]) for side in (0, 1))
    links = _links(pairs, english, foreign)
    chance = np.ones(len(links.english))
    for _ in range(ROUNDS):
        each = chance[links.pair]
        total = np.bincount(links.target, each)
        expected = np.bincount(links.pair, each / total[links.target], len(links.english))
        chance = expected / np.bincount(links.english, expected)[links.english]
    order = np.lexsort((links.foreign, -chance, links.english))
    firsts = order[np.unique(links.english[order], return_index=True)[1]]
    names = list(english), list(foreign)
    return {names[0][links.english[i]]: (names[1][links.foreign[i]], float(chance[i])) for i in firsts.tolist()}


def _numbers(sentences: Sequence[Sequence[str]]) -> dict[str, int]:
    """A number for each word that is met MIN_SEEN times."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for word in sentence:
            counts[word] = counts.get(word, 0) + 1
    return {word: place for place, word in enumerate(sorted(w for w, n in counts.items() if n >= MIN_SEEN))}


def _links(
    pairs: Sequence[tuple[Sequence[str], Sequence[str]]], english: dict[str, int], foreign: dict[str, int]
) -> Links:
    """Words of each pair of sentences, each with each."""
    lefts, rights, targets = [], [], []
    explained = 0
    for one, other in (pair for pair in pairs if max(map(len, pair)) <= MAX_WORDS):
        left = np.array([english[w] for w in one if w in english], np.int64)
        right = np.array([foreign[w] for w in other if w in foreign], np.int64)
        if len(left) and len(right):
            lefts.append(np.tile(left, len(right)))
            rights.append(np.repeat(right, len(left)))
            targets.append(np.repeat(np.arange(explained, explained + len(right)), len(left)))
            explained += len(right)
    joined = np.concatenate(lefts) * len(foreign) + np.concatenate(rights)
    different, pair = np.unique(joined, return_inverse=True)
    return Links(different // len(foreign), different % len(foreign), pair, np.concatenate(targets))
