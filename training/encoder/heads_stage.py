"""Second stage: all heads at once. Trees are shown again beside the rest, so that they are not forgotten."""

import json
import math
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any, Protocol

import torch
from torch import Tensor

from training.encoder.batching import packed
from training.encoder.network import Network
from training.encoder.settings import SEED
from training.encoder.trees_stage import optimizer_for, rate_at, step_once

ENCODER_RATE, HEAD_RATE = 8e-5, 8e-4
EXAMPLE_WORDS = 400  # small: there are few examples, and they need steps more than they need smooth ones
MIN_STEPS = 200  # of a task: a head that has only some hundred examples sees them more often
TREE_EVERY = 2  # steps between two batches of trees: at 4 they lost half a point, and short plain sentences most


class Task(Protocol):
    """What a head is trained by."""

    def batch(self, examples: Any, /) -> dict[str, Tensor]:
        """Tensors of some examples."""
        ...

    def loss(self, network: Network, batch: dict[str, Tensor], /) -> Tensor:
        """What is to be made small."""
        ...


def example_batches(examples: Sequence[Any], chance: Random) -> list[list[Any]]:
    """Batches of about EXAMPLE_WORDS words, of like lengths, in random order."""
    ordered = sorted(examples, key=lambda e: (len(e.words.forms), chance.random()))
    found = packed(ordered, lambda e: len(e.words.forms), EXAMPLE_WORDS)
    chance.shuffle(found)
    return found


def train_heads(
    network: Network,
    tasks: dict[str, tuple[Task, Sequence[Any], int]],
    trees: tuple[Task, list[list[Any]]] | None,
    seed: int = SEED,
    log: Callable[[str], None] = print,
) -> Network:
    """Train every task for its number of rounds (and at least MIN_STEPS steps), mixed step by step, with a batch of trees after every second.

    tasks: name to (task, examples, rounds). trees: the task of trees and its batches, None to leave them.
    """
    torch.manual_seed(seed)
    chance = Random(seed)
    queue: list[tuple[str, Task, Any]] = []
    for name, (task, examples, rounds) in tasks.items():
        batches = max(1, len(example_batches(examples, chance)))
        for _ in range(max(rounds, math.ceil(MIN_STEPS / batches))):
            queue += [(name, task, some) for some in example_batches(examples, chance)]
    chance.shuffle(queue)
    optimizer = optimizer_for(network, ENCODER_RATE, HEAD_RATE)
    network.train()
    begun = time.monotonic()
    sums: dict[str, list[float]] = {}
    for number, (name, task, some) in enumerate(queue):
        shown = [(name, task, some)]
        if trees is not None and number % TREE_EVERY == TREE_EVERY - 1:
            shown.append(("trees", trees[0], trees[1][number // TREE_EVERY % len(trees[1])]))
        for what, its, batch in shown:
            made = its.batch(batch)
            share = rate_at(number, len(queue))
            value = step_once(network, optimizer, lambda t=its, b=made: t.loss(network, b), share)  # type: ignore[misc]
            sums.setdefault(what, []).append(value)
        if (number + 1) % 100 == 0 or number + 1 == len(queue):
            means = {what: round(sum(v) / len(v), 3) for what, v in sums.items()}
            log(f"{number + 1} of {len(queue)} {json.dumps(means)} {time.monotonic() - begun:.0f} s")
            sums = {}
    network.eval()
    return network


def folds(examples: Sequence[Any], count: int, key: Callable[[Any], str]) -> list[list[Any]]:
    """Examples in `count` parts; those with one key (the same sentence) stay together."""
    keys = sorted({key(e) for e in examples})
    Random(SEED).shuffle(keys)
    part = {k: i % count for i, k in enumerate(keys)}
    return [[e for e in examples if part[key(e)] == i] for i in range(count)]


def write_rows(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    """JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
