"""Probabilities that mean what they say: one temperature a head, fitted on answers that no example was trained for.

Source: Guo et al. 2017, On calibration of modern neural networks. The curve and the expected calibration error (ECE, ten
bins of confidence, share-weighted) go into the model card.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.encoder.answers import event_pairs, fact_pairs, macro_f1, three_way_pairs
from training.encoder.inventory import FACTUALITY, ROOTS

TEMPERATURES = np.round(np.arange(0.5, 4.01, 0.05), 2)
BINS = 10
Doubles = NDArray[np.float64]


def shares_at(scores: Doubles, temperature: float) -> Doubles:
    """Softmax along the last axis."""
    apart = scores / temperature
    powers = np.exp(apart - apart.max(-1, keepdims=True))
    shares: Doubles = powers / powers.sum(-1, keepdims=True)
    return shares


def fit_classes(rows: Sequence[dict[str, Any]], names: Sequence[str]) -> dict[str, Any]:
    """Temperature, curve and error of a head that chooses one class; several may be right."""
    scores = np.array([row["scores"] for row in rows])
    right = np.array([[name in row["right"] for name in names] for row in rows])

    def loss(temperature: float) -> float:
        return float(-np.log(np.maximum((shares_at(scores, temperature) * right).sum(1), 1e-9)).mean())

    best = min(TEMPERATURES, key=loss)
    shares = shares_at(scores, float(best))
    top = shares.argmax(1)
    return {"temperature": float(best)} | curve(shares.max(1), right[np.arange(len(top)), top])


def fit_role(scores: Doubles, right: NDArray[np.bool_]) -> dict[str, Any]:
    """The same for a head that says yes or no."""

    def shares(temperature: float) -> Doubles:
        made: Doubles = 1.0 / (1.0 + np.exp(-scores / temperature))
        return made

    def loss(temperature: float) -> float:
        yes = np.clip(shares(temperature), 1e-6, 1 - 1e-6)
        return float(-np.where(right, np.log(yes), np.log(1 - yes)).mean())

    best = min(TEMPERATURES, key=loss)
    return {"temperature": float(best)} | curve(shares(float(best)), right)


def curve(confidence: Doubles, right: NDArray[np.bool_]) -> dict[str, Any]:
    """Bins of confidence with how many answers each holds, how sure they were and how many were right; and the ECE."""
    bins, error = [], 0.0
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        inside = (confidence >= low) & ((confidence < high) | (number == BINS - 1))
        if inside.any():
            sure, hit = float(confidence[inside].mean()), float(right[inside].mean())
            bins.append([round(low, 1), int(inside.sum()), round(sure, 3), round(hit, 3)])
            error += inside.mean() * abs(sure - hit)
    return {"ece": round(float(error), 4), "n": len(confidence), "curve": bins}


def read_answers(path: Path) -> list[dict[str, Any]]:
    """Rows of answers; none if the file is not there."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def fit(work: Path) -> dict[str, Any]:
    """Everything that a run's answers allow."""
    found: dict[str, Any] = {}
    events = read_answers(work / "events-out-of-fold.jsonl") + [
        row for row in read_answers(work / "own-events-out-of-fold.jsonl") if row["id"].endswith(work.name)
    ]
    facts = read_answers(work / "facts-out-of-fold.jsonl")
    if events:
        found["event"] = fit_classes(events, ROOTS)
    if facts:
        found["factuality"] = fit_classes(facts, FACTUALITY)
    said = read_answers(work / "said-held.jsonl")
    if said:
        scores, right = (np.array([row[k] for row in said]) for k in ("scores", "right"))
        for number, name in enumerate(("source", "cue", "content")):
            found[name] = fit_role(scores[:, number], right[:, number] > 0)
    return found


def figures(work: Path) -> list[str]:
    """Macro-F1 of every set of answers that a run left, a line each."""
    found = []
    for name in ("events", "own-events"):
        rows = read_answers(work / f"{name}-out-of-fold.jsonl")
        for language in sorted({row["id"].rsplit(".", 1)[1] for row in rows}):
            some = [row for row in rows if row["id"].endswith(f".{language}")]
            told = [row for row in some if row["right"] != ["NONE"]]
            given, free = (macro_f1(event_pairs(told, silent=silent)) for silent in (False, True))
            found.append(
                f"{name}, {language}, {len(told)} with an event: macro-F1 {given:.3f}, {free:.3f} if it may be silent"
            )
            if len(told) < len(some):
                pairs = event_pairs(some, silent=True)
                quiet = [answered == "NONE" for right, answered in pairs if right == "NONE"]
                found.append(
                    f"    and {len(quiet)} without: silent in {sum(quiet)}; macro-F1 of all {macro_f1(pairs):.3f}"
                )
    for name in ("facts-out-of-fold", "facts-measured"):
        rows = read_answers(work / f"{name}.jsonl")
        gold = [row for row in rows if row["id"].startswith("fact-")]
        for some, which in ((gold, "gold"), ([r for r in rows if r not in gold], "own")):
            if some:
                three, five = macro_f1(three_way_pairs(some)), macro_f1(fact_pairs(some))
                found.append(
                    f"{name}, {which}, {len(some)} predicates: macro-F1 {three:.3f} of three classes, {five:.3f} of five"
                )
    return found
