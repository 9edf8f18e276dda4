"""Predicates and how factual the text presents them: what the factuality head learns from."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from dragoman.pipelines.encoder.pieces import Pieces
from training.encoder.inventory import FACTUALITY
from training.encoder.marked import Words, read_marks, read_rows, words_of
from training.encoder.network import Network
from training.encoder.settings import EXAMPLES
from training.encoder.trees import piece_batch

GOLD = "gold/factuality_en.jsonl"
TRAINED_CORPORA = frozenset({"UDS_IH2", "MEANTIME"})  # the others' licences allow measuring alone
CLASS_WEIGHTS = (1.0, 1.5, 1.5, 1.5, 1.3)  # asserted is half of all predicates


@dataclass(frozen=True)
class FactExample:
    """A sentence with predicates: the place of each, and its class."""

    id: str
    words: Words
    targets: tuple[tuple[int, str], ...]


def class_of(value: float) -> str:
    """The class of a value in [-3, 3]: the bounds are those by which the ratings of the gold set were cut.

    >>> [class_of(v) for v in (3, 1.5, 0.5, -0.5, -1.5, -3)]
    ['asserted', 'hedged', 'uncertain', 'uncertain', 'hedged-negative', 'denied']
    """
    if value >= 2.25:
        return "asserted"
    if value > 0.75:
        return "hedged"
    if value > -0.75:
        return "uncertain"
    return "hedged-negative" if value > -2.25 else "denied"


def own_facts(language: str) -> Iterator[FactExample]:
    """The project's own examples."""
    for number, row in enumerate(read_rows(EXAMPLES / f"factuality_{language}.tsv")):
        text, marks = read_marks(row[0])
        words = words_of(text, language)
        targets = [
            (i, class_of(m.value)) for m in marks if m.value is not None for i in words.inside(m.start, m.end)[:1]
        ]
        if targets:
            yield FactExample(f"f{number}.{language}", words, tuple(targets))


def gold_facts(shared: Path) -> Iterator[tuple[str, FactExample]]:
    """Corpus and example of the gold set."""
    for line in (shared / GOLD).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = words_of(row["text"], "en")
        targets = [(i, t["cls"]) for t in row["targets"] for i in words.inside(t["start"], t["end"])[:1]]
        if targets:
            yield row["corpus"], FactExample(row["id"], words, tuple(targets))


class FactTask:
    """Class of each marked predicate."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.weights = torch.tensor(CLASS_WEIGHTS)

    def batch(self, examples: Sequence[FactExample]) -> dict[str, Tensor]:
        """Inputs and classes (-100 where none is asked)."""
        batch = piece_batch(self.pieces.rows([(e.words.forms, e.words.blanks) for e in examples]), self.pieces.pad)
        answers = torch.full(batch["first"].shape, -100)
        for i, example in enumerate(examples):
            for place, name in example.targets:
                answers[i, place] = FACTUALITY.index(name)
        return batch | {"answers": answers}

    def loss(self, network: Network, batch: dict[str, Tensor]) -> Tensor:
        """Weighted cross-entropy."""
        words, _ = network.words(batch)
        asked = batch["answers"] >= 0
        return functional.cross_entropy(network.factuality(words[asked]).float(), batch["answers"][asked], self.weights)
