"""Runs the second stage: five folds for figures that no example was trained for, then the weights that are shipped."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import torch

from dragoman.pipelines.encoder.pieces import Pieces
from training.encoder.answers import fact_answers, said_answers
from training.encoder.attributions import SaidExample, SaidTask, said_examples
from training.encoder.events import EventExample, EventTask, codebook, own_examples, pairs
from training.encoder.factuality import TRAINED_CORPORA, FactExample, FactTask, gold_facts, own_facts
from training.encoder.gloss import glossed, replaced
from training.encoder.heads_stage import folds, train_heads, write_rows
from training.encoder.inventory import Inventory
from training.encoder.network import Network
from training.encoder.settings import SEED, Language
from training.encoder.trees import TreeTask, batches_by_length, training_windows
from training.encoder.vocabulary import read_lexicon
from training.encoder.word_table import learn_words, sentence_pairs

EVENT_ROUNDS, FACT_ROUNDS, SAID_ROUNDS = 4, 6, 6
FOLDS = 5
HELD = 7  # every seventh paragraph with attributions is left for calibration
GLOSSED = ("fr", "text/dict/fr-en.wiktionary2015.tsv.xz")


class Material:
    """All examples of a language. What folds leave out stands apart: pairs, rows of gold, own events and facts."""

    def __init__(self, language: Language, shared: Path, *, with_pairs: bool = True) -> None:
        english = language.code == "en"
        self.codebook = list(codebook(shared)) if english else []
        self.pairs = list(pairs(shared)) if english and with_pairs else []
        self.events = list(own_examples(language.code))
        self.facts = list(own_facts(language.code))
        gold = list(gold_facts(shared)) if english else []
        self.gold_facts = [example for corpus, example in gold if corpus in TRAINED_CORPORA]
        self.measured_facts = [example for corpus, example in gold if corpus not in TRAINED_CORPORA]
        said = list(said_examples(language.code))
        self.said = [e for i, e in enumerate(said) if i % HELD]
        self.held_said = said[::HELD]
        self.glossed: list[EventExample] = []
        if english:
            lexicon = read_lexicon(shared / GLOSSED[1])
            self.glossed = [glossed(e, lexicon, GLOSSED[0]) for e in own_examples(GLOSSED[0])]
        self.lent = [] if english else list(lent_examples(language, shared, with_pairs=with_pairs))
        self.windows = training_windows(language, shared / "treebanks", Random(SEED + 99))


def lent_examples(language: Language, shared: Path, *, with_pairs: bool) -> Iterator[EventExample]:
    """English examples of events, word by word in a language that has few of its own."""
    table = learn_words(list(sentence_pairs(language, shared / "text")))
    for example in (*codebook(shared), *(pairs(shared) if with_pairs else ()), *own_examples("en")):
        yield replaced(example, table)


def tasks_of(
    inventory: Inventory,
    pieces: Pieces,
    events: Sequence[EventExample],
    facts: Sequence[FactExample],
    said: Sequence[SaidExample],
) -> dict[str, Any]:
    """Tasks as `train_heads` takes them; without examples a task is left out."""
    tasks = {
        "event": (EventTask(inventory, pieces), events, EVENT_ROUNDS),
        "factuality": (FactTask(pieces), facts, FACT_ROUNDS),
        "attribution": (SaidTask(pieces), said, SAID_ROUNDS),
    }
    return {name: task for name, task in tasks.items() if task[1]}


class Run:
    """The second stage of one language. fresh: gives the network that the first stage left."""

    def __init__(
        self, fresh: Callable[[], Network], pieces: Pieces, inventory: Inventory, material: Material, work: Path
    ) -> None:
        self.fresh, self.pieces, self.inventory, self.material, self.work = fresh, pieces, inventory, material, work
        self.trees = TreeTask(inventory, pieces), batches_by_length(material.windows, 1200, Random(SEED + 98))

    def log(self, line: str) -> None:
        """To the folder of the run."""
        with (self.work / "heads.log").open("a", encoding="utf-8") as out:
            out.write(line + "\n")

    def train(
        self, events: Sequence[EventExample], facts: Sequence[FactExample], said: Sequence[SaidExample], *, trees: bool
    ) -> Network:
        """A network that has seen these examples, and if asked the trees again."""
        tasks = tasks_of(self.inventory, self.pieces, events, facts, said)
        return train_heads(self.fresh(), tasks, self.trees if trees else None, log=self.log)

    def final(self) -> None:
        """The weights that are shipped, and what they answer for predicates that are only measured."""
        its = self.material
        network = self.train(
            [*its.codebook, *its.pairs, *its.events], [*its.facts, *its.gold_facts], its.said, trees=True
        )
        torch.save(network.state_dict(), self.work / "final.pt")
        write_rows(self.work / "facts-measured.jsonl", fact_answers(network, FactTask(self.pieces), its.measured_facts))
        write_rows(self.work / "said-held.jsonl", said_answers(network, SaidTask(self.pieces), its.held_said))

    def folds(self) -> None:
        """Answers for the predicates that each fold leaves out (for events, see `ranker_stage`). Attribution and trees are not
        trained again: they are not asked here, and take more than half of the time.
        """
        its = self.material
        fact_parts = folds([*its.facts, *its.gold_facts], FOLDS, lambda e: e.id)
        rows: list[dict[str, Any]] = []
        for number in range(FOLDS):
            facts = [e for i, part in enumerate(fact_parts) if i != number for e in part]
            network = self.train([*its.codebook, *its.pairs, *its.events], facts, [], trees=False)
            rows += fact_answers(network, FactTask(self.pieces), fact_parts[number])
            write_rows(self.work / "facts-out-of-fold.jsonl", rows)
