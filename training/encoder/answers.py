"""What a network answers for examples, as rows of scores; and the figures of such rows."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from training.encoder.attributions import SaidExample, SaidTask
from training.encoder.events import YIELD, EventExample, EventTask
from training.encoder.factuality import FactExample, FactTask
from training.encoder.inventory import FACTUALITY, ROOTS
from training.encoder.network import Network, Ranker

SIZE = 16


Row = dict[str, Any]


def row_of(name: str, right: Sequence[Any], scores: Tensor) -> Row:
    """What is kept of one answer."""
    return {"id": name, "right": list(right), "scores": [round(s, 4) for s in scores.tolist()]}


@torch.no_grad()
def event_answers(network: Network | Ranker, task: EventTask, examples: Sequence[EventExample]) -> list[Row]:
    """Scores of every type, and the right ones, for each example."""
    found: list[Row] = []
    for some in chunks(examples):
        types, _ = task.scores(network, task.batch(some))
        found += [row_of(one.id, one.roots, scores) for one, scores in zip(some, types, strict=True)]
    return found


@torch.no_grad()
def fact_answers(network: Network, task: FactTask, examples: Sequence[FactExample]) -> list[Row]:
    """Scores of every class, and the right one, for each predicate."""
    found: list[Row] = []
    for some in chunks(examples):
        scores = network.factuality(network.words(task.batch(some))[0])
        for one, rows in zip(some, scores, strict=True):
            found += [row_of(one.id, [name], rows[place]) for place, name in one.targets]
    return found


@torch.no_grad()
def said_answers(network: Network, task: SaidTask, examples: Sequence[SaidExample]) -> list[Row]:
    """Score and answer of each role for each word."""
    found: list[Row] = []
    for some in chunks(examples):
        scores = network.roles(network.words(task.batch(some))[0])
        for one, rows in zip(some, scores, strict=True):
            found += [row_of(one.id, roles, rows[place]) for place, roles in enumerate(one.roles)]
    return found


def chunks(examples: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """SIZE examples at a time."""
    return (examples[begin : begin + SIZE] for begin in range(0, len(examples), SIZE))


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean over the right classes of the F1 of (right, answered), as the scorer counts it."""
    values = []
    for name in sorted({right for right, _ in pairs}):
        hit = sum(r == name == a for r, a in pairs)
        wanted, made = sum(r == name for r, _ in pairs), sum(a == name for _, a in pairs)
        values.append(2 * hit / (wanted + made) if wanted + made else 0.0)
    return sum(values) / len(values) if values else 0.0


def event_pairs(rows: Sequence[dict[str, Any]], *, silent: bool, folded: bool = True) -> list[tuple[str, str]]:
    """(right, answered) types. silent: NONE may be answered; folded: CONCEDE and RETREAT are one."""
    found = []
    for row in rows:
        shares = torch.softmax(torch.tensor(row["scores"]), 0).tolist()
        sums: dict[str, float] = {}
        for name, share in zip(ROOTS, shares, strict=True):
            if silent or name != "NONE":
                key = "YIELD" if folded and name in YIELD else name
                sums[key] = sums.get(key, 0.0) + share
        right = "YIELD" if folded and row["right"][0] in YIELD else row["right"][0]
        found.append((right, max(sums, key=lambda k, s=sums: s[k])))  # type: ignore[misc]
    return found


def three_ways(name: str) -> str:
    """Asserted, hedged or denied."""
    return name if name in ("asserted", "denied") else "hedged"


def fact_pairs(rows: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """(right, answered) classes of five. Three ways, the sums of the five are compared."""
    return [(row["right"][0], FACTUALITY[max(range(5), key=lambda i, s=row["scores"]: s[i])]) for row in rows]  # type: ignore[misc]


def three_way_pairs(rows: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """(right, answered) of three classes, the shares of hedged, uncertain and hedged-negative put together."""
    found = []
    for row in rows:
        shares = torch.softmax(torch.tensor(row["scores"]), 0).tolist()
        sums: dict[str, float] = {}
        for name, share in zip(FACTUALITY, shares, strict=True):
            sums[three_ways(name)] = sums.get(three_ways(name), 0.0) + share
        found.append((three_ways(row["right"][0]), max(sums, key=lambda k, s=sums: s[k])))  # type: ignore[misc]
    return found
