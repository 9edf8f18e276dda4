"""The encoder's graph has one result: plain numpy and onnxruntime agree to the last bit, and no sum in it is ever rounded."""

from __future__ import annotations

from functools import cache

import numpy as np
import onnxruntime
import pytest

from dragoman.pipelines.encoder.network import _feed
from dragoman.pipelines.encoder.pieces import MAX_WORD_PIECES, Pieces, marked
from dragoman.pipelines.encoder.window import MAX_PIECES
from tests.pipelines.shipped import ENCODERS, weights_of
from tests.training.onnx_file import Array, Node, product, read_graph, total, work_out

OUTPUTS = {"vocabulary": ["x"], "encoder": ["vectors", "scores", "pairs"], "ranker": ["vectors"]}
PLAIN = {
    "en": "Seoul’s agency said on 13 January 2025 that 3,000 soldiers had been wounded, or worse .",
    "fr": "L’ agence de Séoul a dit le 13 janvier 2025 que 3 000 soldats étaient blessés , ou pire .",
}
WINDOWS = {
    "a word": ["Go"],
    "a sentence": [],
    "one piece over and over": ["the"] * 40,
    "as many pieces as fit": ["0a1b2c3d4e5f6"] * (MAX_PIECES // MAX_WORD_PIECES),
    "signs and letters of all kinds": ["«", "?", "!", "한국어", "漢字", "👩", "\u200b", "Ж", "ß", "İ", "NATO", "S-300", "McCain"],
}


@cache
def graph(language: str, name: str) -> tuple[list[Node], dict[str, Array]]:
    return read_graph((weights_of(language) / f"{name}.onnx").read_bytes())


@pytest.fixture(scope="module", params=ENCODERS)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def results(language: str, name: str, feed: dict[str, Array]) -> tuple[list[Array], list[Array]]:
    """Of onnxruntime as it comes (with its own order, fusions and threads), and of plain numpy."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(str(weights_of(language) / f"{name}.onnx"), options)
    taken = {one.name: feed[one.name] for one in session.get_inputs()}
    return session.run(OUTPUTS[name], taken), work_out(*graph(language, name), taken, OUTPUTS[name])


def agrees(language: str, windows: list[list[str]], marked_words: int = 0) -> list[bool]:
    """Whether each output of each graph is the same."""
    pieces = Pieces(weights_of(language) / "pieces.json")
    rows = pieces.rows([(words, [True] * len(words)) for words in windows])
    if marked_words:
        rows = [marked(row, {mark: (mark - 1,) for mark in range(1, marked_words + 1)}) for row in rows]
    feed: dict[str, Array] = dict(_feed(rows, pieces.pad))
    found: list[Array] = []
    wanted: list[Array] = []
    for name in OUTPUTS:
        ours, theirs = results(language, name, feed)
        found += ours
        wanted += theirs
        if name == "vocabulary":
            feed["x"] = ours[0]
    return [a.dtype == b.dtype and np.array_equal(a, b) for a, b in zip(found, wanted, strict=True)]


@pytest.mark.parametrize("label", WINDOWS)
def test_plain_numpy_gives_the_same_bits(language: str, label: str) -> None:
    assert agrees(language, [WINDOWS[label] or PLAIN[language].split()]) == [True] * 5


def test_so_it_does_for_windows_of_all_lengths_at_once(language: str) -> None:
    words = PLAIN[language].split()
    assert agrees(language, [words[:1], words, words[4:9], [*words, *words[3:]]]) == [True] * 5


def test_so_it_does_for_words_that_are_asked_about(language: str) -> None:
    assert agrees(language, [PLAIN[language].split()], marked_words=3) == [True] * 5


def test_the_reading_stops_where_a_sum_would_be_rounded() -> None:
    half, large = np.full((2, 2), 0.5, np.float32), np.full((2, 2), 2.0**13, np.float32)
    for left, right in ((half, large), (large, half), (large, large)):
        with pytest.raises(ArithmeticError, match="MatMul"):
            product(left, right)
    for values in (half, large * np.float32(2.0**12)):
        with pytest.raises(ArithmeticError, match="ReduceSum"):
            total(values, np.array([-1]), 1)
    assert total(large, np.array([-1]), 1).tolist() == [[2.0**14], [2.0**14]]
