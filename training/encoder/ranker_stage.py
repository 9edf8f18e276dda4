"""Third stage: the ranker of event types. Five folds for figures that no example was trained for, then what is shipped."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import torch

from dragoman.pipelines.encoder.pieces import Pieces
from training.encoder.answers import event_answers
from training.encoder.events import EventExample, EventTask
from training.encoder.heads_run import FOLDS, Material
from training.encoder.heads_stage import example_batches, folds, write_rows
from training.encoder.inventory import Inventory
from training.encoder.network import Ranker
from training.encoder.settings import SEED
from training.encoder.trees_stage import DECAY, rate_at, step_once

ENCODER_RATE, NEW_RATE = 1e-4, 1e-3
ROUNDS = 5


def train_ranker(
    ranker: Ranker, task: EventTask, examples: Sequence[EventExample], log: Callable[[str], None]
) -> Ranker:
    """Show the examples ROUNDS times. The layers learn slowly, what is new (head and marks) ten times as fast."""
    torch.manual_seed(SEED)
    chance = Random(SEED)
    queue = [some for _ in range(ROUNDS) for some in example_batches(examples, chance)]
    old = [p for n, p in ranker.named_parameters() if n.startswith("layers.")]
    new = [p for n, p in ranker.named_parameters() if p.requires_grad and not n.startswith("layers.")]
    optimizer = torch.optim.AdamW(
        [{"params": old, "lr": ENCODER_RATE}, {"params": new, "lr": NEW_RATE}],
        weight_decay=DECAY, betas=(0.9, 0.98), fused=True,
    )  # fmt: skip
    ranker.train()
    total = 0.0
    for number, some in enumerate(queue):
        batch = task.batch(some)
        share = rate_at(number, len(queue))
        total += step_once(ranker, optimizer, lambda b=batch: task.loss(ranker, b), share)  # type: ignore[misc]
        if (number + 1) % 100 == 0 or number + 1 == len(queue):
            log(f"ranker: {number + 1} of {len(queue)}, mean loss {total / (number % 100 + 1):.3f}")
            total = 0.0
    return ranker.eval()


class RankerRun:
    """The third stage of one language. fresh: gives an untrained ranker over a vocabulary."""

    def __init__(
        self, fresh: Callable[[], Ranker], pieces: Pieces, inventory: Inventory, material: Material, work: Path
    ) -> None:
        self.fresh, self.material, self.work = fresh, material, work
        self.task = EventTask(inventory, pieces)

    def log(self, line: str) -> None:
        """To the folder of the run."""
        with (self.work / "ranker.log").open("a", encoding="utf-8") as out:
            out.write(line + "\n")

    def train(self, examples: Sequence[EventExample], name: str) -> Ranker:
        """A ranker that has seen these examples, its own weights kept under a name."""
        ranker = train_ranker(self.fresh(), self.task, examples, self.log)
        torch.save(ranker.own(), self.work / f"{name}.pt")
        return ranker

    def final(self) -> None:
        """What is shipped has seen everything."""
        its = self.material
        self.train([*its.codebook, *its.pairs, *its.events, *its.lent], "ranker")

    def folds(self) -> None:
        """Answers for the pairs and the project's own examples that each fold leaves out."""
        its = self.material
        pair_parts, own_parts = pair_folds(its), folds([*its.events, *its.glossed], FOLDS, lambda e: e.id.split(".")[0])
        rows: dict[str, list[dict[str, Any]]] = {"events": [], "own-events": []}
        glosses = {id(e) for e in its.glossed}
        for number in range(FOLDS):
            own = [e for i, part in enumerate(own_parts) if i != number for e in part if id(e) not in glosses]
            kept = [e for i, part in enumerate(pair_parts) if i != number for e in part]
            held = {e.id.split(".")[0] for e in own_parts[number]}
            lent = [e for e in its.lent if e.id.split(".")[0] not in held]
            ranker = self.train([*its.codebook, *kept, *own, *lent], f"ranker-{number}")
            rows["events"] += event_answers(ranker, self.task, pair_parts[number])
            rows["own-events"] += event_answers(ranker, self.task, own_parts[number])
            for name, some in rows.items():
                write_rows(self.work / f"{name}-out-of-fold.jsonl", some)


def pair_folds(material: Material) -> list[list[EventExample]]:
    """The pairs in folds: pairs of one sentence stay together."""
    return folds(material.pairs, FOLDS, lambda e: " ".join(e.words.forms))
