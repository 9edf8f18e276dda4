"""The ranker: which of PLOVER's types a sentence reports between two marked parties, or none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from dragoman.model.hint import Ranked
from dragoman.model.tree import Sentence
from dragoman.pipelines.encoder.arithmetic import Floats, Linear, mean_of, softmax
from dragoman.pipelines.encoder.heads import Temperatures
from dragoman.pipelines.encoder.network import Network
from dragoman.pipelines.encoder.pieces import MARKS
from dragoman.reading.ranker import Question

_NONE = "NONE"
MIN_DECIDING = 0.7  # of held-back examples right: English 0.80, French 0.53


class EncoderRanker:
    """An `EventRanker`. It sees a sentence again with the parties and the deed marked, as it was trained."""

    def __init__(self, network: Network, temperatures: Temperatures, name: str) -> None:
        self._network, self._temperature = network, np.float32(temperatures.event)
        self.name = name
        self.decides = temperatures.event_right >= MIN_DECIDING
        self._parts = tuple(network.linear(f"events.parts.{i}") for i in range(4))
        self._key, self._query, self._root = (network.linear(f"events.{n}") for n in ("key", "query", "root"))

    def rank(self, questions: Sequence[Question]) -> tuple[tuple[Ranked, ...], ...]:
        """For each question the types, likeliest first."""
        windows = [_words(q.sentence) for q in questions]
        marks = [
            {MARKS.index("source"): q.source, MARKS.index("target"): q.target, MARKS.index("deed"): q.deed}
            for q in questions
        ]
        seen = self._network.look(windows, marks)
        return tuple(self._ranked(*one, question) for one, question in zip(seen, questions, strict=True))

    def _ranked(self, vectors: Floats, whole: Floats, question: Question) -> tuple[Ranked, ...]:
        nothing = np.zeros_like(whole)
        source, target = (
            mean_of(vectors[list(places)]) if places else nothing for places in (question.source, question.target)
        )
        query = self._query(np.concatenate([source, target])[None])
        looked = _attend(self._key, query, vectors)
        parts = (whole, source, target, looked)
        layers = [layer(part[None]) for layer, part in zip(self._parts, parts, strict=True)]
        joint = np.maximum(((layers[0] + layers[1]) + layers[2]) + layers[3], 0)
        shares = softmax(self._root(joint)[0] / self._temperature).tolist()
        named = [
            Ranked(None if name == _NONE else name, share)
            for name, share in zip(self._network.classes["event"], shares, strict=True)
        ]
        return tuple(sorted(named, key=lambda one: -one.share))


def _words(sentence: Sentence) -> tuple[list[str], list[bool]]:
    tokens = sentence.tokens
    blanks = [True, *(a.span.end < b.span.start for a, b in pairwise(tokens))]
    return [t.form for t in tokens], blanks


def _attend(key: Linear, query: Floats, vectors: Floats) -> Floats:
    """The words that the pair looks at, weighed: in doubles on fixed grids, so that the sum has one result."""
    keys = np.rint(key(vectors).astype(np.float64) * 1024)
    asked = np.rint(query[0].astype(np.float64) * 1024)
    weights = np.rint(softmax((keys @ asked / (1024.0 * 1024.0 * 8.0)).astype(np.float32)) * 4096)
    total = max(weights.sum(), 1.0)
    summed = weights @ np.rint(vectors.astype(np.float64) * 1024)
    mixed: Floats = (summed / (total * 1024.0)).astype(np.float32)
    return mixed
