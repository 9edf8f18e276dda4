"""The encoder as it is shipped: ONNX graphs for what every word is asked, numpy for the rest. No torch."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TypeVar

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dragoman.pipelines.encoder.arithmetic import Floats, Linear, product, whole
from dragoman.pipelines.encoder.forms import Forms
from dragoman.pipelines.encoder.pieces import PieceRow, Pieces, marked

# A batch's rows stay in a core's cache. One core, 26 November 2026, microseconds a piece by pieces in a batch of windows of 30: 30 200,
# 60 160, 120 145, 240 140; of 90: 90 165, 270 157.
BATCH_PIECES = 256
BATCH_COST = 13  # of a batch as such, in pieces: 1.9 ms where a piece takes 0.15 ms
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "csubj:pass"))
WordsAndBlanks = tuple[Sequence[str], Sequence[bool]]
Feed = dict[str, NDArray[np.generic]]
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the network says of a window of n words.

    vectors: [n, width], and `whole` [width] for the window. scores: columns of the heads of every word, [n, columns].
    arcs: how well each word (or first the root) fits as the head of each, [n, 1 + n].
    head_labels: [1 + n, label width], what each head brings to a label.
    """

    vectors: Floats
    whole: Floats
    scores: Floats
    arcs: Floats
    head_labels: Floats


class Network:
    """Weights of one language, from its folder: three graphs, heads.npz, pieces.json, classes.json, forms.tsv, and version.txt, one line.

    vocabulary.onnx is what all passes begin with; encoder.onnx goes on to trees and heads, ranker.onnx to a pair that is asked about.
    threads: that share the work inside a batch. They change nothing but the speed; one is the best use of a core.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._vocabulary, self._encoder, self._ranker = (
            _open(folder / f"{name}.onnx", threads) for name in ("vocabulary", "encoder", "ranker")
        )
        with np.load(folder / "heads.npz") as arrays:
            self._arrays: Mapping[str, NDArray[np.generic]] = dict(arrays)
        self.forms = Forms(folder / "forms.tsv")
        self.pieces = Pieces(folder / "pieces.json")
        self.version = (folder / "version.txt").read_text(encoding="utf-8").strip()
        self.classes: Mapping[str, tuple[str, ...]] = {
            name: tuple(values)
            for name, values in json.loads((folder / "classes.json").read_text(encoding="utf-8")).items()
        }
        self._columns = {
            name.removeprefix("columns."): slice(int(place[0]), int(place[1]))
            for name, place in self._arrays.items()
            if name.startswith("columns.")
        }
        self._any_head = self.linear("arc_any")
        self._label = self.linear("label")
        names = self.classes["relation"]
        self._subjects = [i for i, name in enumerate(names) if name in SUBJECTS]

    def linear(self, name: str) -> Linear:
        """A layer of a head that numpy computes."""
        weight = self._arrays[f"{name}.weight"].astype(np.float32)
        return Linear(weight, *(self._arrays[f"{name}.{part}"].astype(np.float32) for part in ("scale", "bias")))

    def column(self, seen: Seen, head: str) -> Floats:
        """The scores of one head for the words of a window, [n, classes]."""
        return seen.scores[:, self._columns[head]]

    def see(self, windows: Sequence[WordsAndBlanks]) -> list[Seen]:
        """One pass over windows, in batches of like lengths; what a window gets never depends on the others."""
        return _in_batches(self.pieces.rows(windows), self._run)

    def look(
        self, windows: Sequence[WordsAndBlanks], marks: Sequence[Mapping[int, Sequence[int]]]
    ) -> list[tuple[Floats, Floats]]:
        """The ranker's pass: vectors of words [n, width] and of the window [width], for each window as it is asked about.

        marks: for each window the words that the question is about, as `pieces.marked` takes them.
        """
        rows = self.pieces.rows(windows)
        return _in_batches([marked(row, places) for row, places in zip(rows, marks, strict=True)], self._look)

    def _begun(self, rows: Sequence[PieceRow]) -> Feed:
        feed = _feed(rows, self.pieces.pad)
        taken = {name: feed[name] for name in ("ids", "shapes", "places", "mask")}
        return {"x": self._vocabulary.run(None, taken)[0], **{name: feed[name] for name in ("mask", "first", "last")}}

    def _look(self, rows: Sequence[PieceRow]) -> Iterator[tuple[Floats, Floats]]:
        (vectors,) = self._ranker.run(None, self._begun(rows))
        ends = list(accumulate((len(row.first) for row in rows), initial=0))
        for place, (begin, end) in enumerate(pairwise(ends)):
            yield vectors[begin:end], vectors[ends[-1] + place]

    def _run(self, rows: Sequence[PieceRow]) -> Iterator[Seen]:
        vectors, scores, pairs = self._encoder.run(None, self._begun(rows))
        begin, windows = 0, sum(len(row.first) for row in rows)
        for place, row in enumerate(rows):
            end, root = begin + len(row.first), windows + place
            words = slice(begin, end)
            above = np.concatenate([scores[root : root + 1], scores[words]])
            yield Seen(
                vectors[words], vectors[root], scores[words],
                self._arcs(pairs[words], np.maximum(above[:, self._columns["arc_head.0"]], 0)),
                above[:, self._columns["label_head"]],
            )  # fmt: skip
            begin = end

    def _arcs(self, pairs: Floats, heads: Floats) -> Floats:
        child, child_scale = whole(pairs)
        head, head_scale = whole(heads)
        fit: Floats = product(child, head.T) * child_scale * head_scale.T + self._any_head(heads).T
        return fit

    def labels(self, seen: Seen, heads: Sequence[int]) -> list[str]:
        """The relation of each word to its head; heads as `tree.best_tree` gives them, counted over the window.

        A relation that Universal Dependencies rules out beside the others gives way to the next best.
        """
        joint = np.maximum(self.column(seen, "label_child") + seen.head_labels[list(heads)], 0)
        names = self.classes["relation"]
        scores = self._label(joint)
        scores[np.array(heads) != 0, 0] = -np.inf
        best: list[int] = scores.argmax(1).tolist()
        for word in _doubtful(best, heads, names):
            scores[word, best[word]] = -np.inf
            if best[word] in self._subjects:
                scores[word, self._subjects] = -np.inf
            best[word] = int(scores[word].argmax())
        return ["root" if above == 0 else names[one] for above, one in zip(heads, best, strict=True)]

    def best(self, seen: Seen, head: str) -> list[str]:
        """The name of the best class of each word."""
        names = self.classes[head]
        return [names[i] for i in self.column(seen, head).argmax(1).tolist()]

    def features(self, seen: Seen, forms: Sequence[str], upos: Sequence[str]) -> list[str]:
        """The features of each word, the best of those that its form can have."""
        names, scores = self.classes["feats"], self.column(seen, "feats")
        best = scores.argmax(1).tolist()
        return [
            names[self.forms.choose(form, tag, number, row)]
            for form, tag, number, row in zip(forms, upos, best, scores, strict=True)
        ]


def _open(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    # Fused kernels round as the processor likes; single operations do not.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.enable_mem_pattern = False  # every batch has its own shape
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _in_batches(rows: Sequence[PieceRow], run: Callable[[Sequence[PieceRow]], Iterator[Answer]]) -> list[Answer]:
    """What a pass gives for each row, in their order."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
    found: dict[int, Answer] = {}
    for some in _batches(order, rows):
        found.update(zip(some, run([rows[i] for i in some]), strict=True))
    return [found[i] for i in range(len(rows))]


def _doubtful(best: Sequence[int], heads: Sequence[int], names: Sequence[str]) -> list[int]:
    """Words whose relation cannot stand: a subject behind its verb where another stands before it ("L’armée a bombardé
    Kharkiv"), and an agent without a preposition ("envoyé des soldats").
    """
    labels = [names[number] for number in best]
    fronted = {above for word, above in enumerate(heads) if labels[word] in SUBJECTS and word < above - 1}
    marked = {above - 1 for word, above in enumerate(heads) if labels[word] in ("case", "mark")}
    return [
        word
        for word, (label, above) in enumerate(zip(labels, heads, strict=True))
        if (label in SUBJECTS and above in fronted and word >= above) or (label == "obl:agent" and word not in marked)
    ]


def _batches(order: Sequence[int], rows: Sequence[PieceRow]) -> list[list[int]]:
    """Places of rows, shortest first, in the batches that cost least: a batch as such, and what fills its rows to the longest."""
    lengths = [len(rows[place].ids) for place in order]
    best = [(0, 0)]  # for so many of the rows, the least cost and where its last batch begins
    for end, longest in enumerate(lengths, 1):
        begins = range(max(0, end - max(1, BATCH_PIECES // longest)), end)
        best.append(min((best[begin][0] + BATCH_COST + longest * (end - begin), begin) for begin in begins))
    batches: list[list[int]] = []
    end = len(order)
    while end:
        begin = best[end][1]
        batches.append(list(order[begin:end]))
        end = begin
    return batches


def _feed(rows: Sequence[PieceRow], pad: int) -> Feed:
    """Inputs of the graphs (training/encoder/export.py names them)."""
    length = max(len(row.ids) for row in rows)
    ids = np.full((len(rows), length), pad, np.int64)
    shapes = np.zeros((len(rows), length), np.int64)
    mask = np.zeros((len(rows), 1, 1, length), np.float32)
    first: list[int] = []
    last: list[int] = []
    for place, row in enumerate(rows):
        size, base = len(row.ids), place * length
        ids[place, :size] = row.ids
        shapes[place, :size] = row.shapes
        mask[place, 0, 0, :size] = 1.0
        first += [base + i for i in row.first]
        last += [base + i for i in row.last]
    roots = [place * length for place in range(len(rows))]
    return {
        "ids": ids, "shapes": shapes, "places": np.arange(length), "mask": mask,
        "first": np.array(first + roots), "last": np.array(last + roots),
    }  # fmt: skip
