"""The heads that judge words, as numpy computes them from the one pass: hints for factuality and attribution."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from dragoman.model.hint import Hint
from dragoman.pipelines.encoder.arithmetic import Linear, product, sigmoid, softmax, whole
from dragoman.pipelines.encoder.network import Network, Seen


@dataclass(frozen=True, slots=True)
class Temperatures:
    """What each head's scores are divided by before they become shares (training/encoder/calibration.py).

    event_right: the share of held-back examples whose event type the head named; 0 where it was not measured.
    """

    event: float
    event_right: float
    factuality: float
    roles: tuple[float, float, float]


def read_temperatures(folder: Path) -> Temperatures:
    """From calibration.json of a language's weights; a head that was not calibrated keeps its scores."""
    found = json.loads((folder / "calibration.json").read_text(encoding="utf-8"))

    def of(name: str) -> float:
        return float(found.get(name, {}).get("temperature", 1.0))

    measured = found.get("event", {"curve": [], "n": 1})
    right = sum(count * hit for _, count, _, hit in measured["curve"]) / measured["n"]
    return Temperatures(of("event"), right, of("factuality"), (of("source"), of("cue"), of("content")))


class Judge:
    """Hints for the words of a window."""

    def __init__(self, network: Network, temperatures: Temperatures) -> None:
        self._network, self._temperatures = network, temperatures
        self._factuality: Linear = network.linear("factuality.1")

    def hints(self, seen: Seen, cuts: Sequence[int]) -> list[Hint]:
        """One for each word. cuts: where sentences begin in the window, and its end."""
        network, at = self._network, self._temperatures
        hidden = np.maximum(network.column(seen, "factuality.0.0"), 0)
        commitments = softmax(self._factuality(hidden) / np.float32(at.factuality)).tolist()
        roles = sigmoid(np.divide(network.column(seen, "roles"), np.array(at.roles), dtype=np.float32)).tolist()
        child, child_scale = whole(network.column(seen, "link_child"))
        cue, cue_scale = whole(network.column(seen, "link_cue"))
        links = (product(child, cue.T) * child_scale * cue_scale.T).argmax(1).tolist()
        found: list[Hint] = []
        for begin, end in pairwise(cuts):
            for i in range(begin, end):
                source, cued, content = roles[i]
                report = links[i] - begin if begin <= links[i] < end else -1
                found.append(Hint(tuple(commitments[i]), source, cued, content, report))
        return found
