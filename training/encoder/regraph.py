"""`python -m training.encoder.regraph LANGUAGE`: writes the shipped graphs anew from the weights that they hold.

For a change of `graph.py` or `graphs.py` that trains nothing: the arithmetic of a step, the order of operations. Needs no torch. The
version is then `graphs.VERSION`, which has to be raised with such a change.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

import dragoman.pipelines.encoder
from training.encoder.graph import Matrix
from training.encoder.graphs import TABLES, VERSION, Stored, encoder_graph, ranker_graph, vocabulary_graph

WEIGHTS = Path(dragoman.pipelines.encoder.__file__).parent / "weights"
ASKED = ("query", "key", "value")  # three products until version 1.1.0, one since


def stored_in(path: Path) -> Stored:
    """The arrays of a graph, by the names that `graphs.py` gave them."""
    held = {one.name: numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer}
    names = {name.rpartition(".")[0] for name in held if name.endswith(".weight")}
    matrices = {name: _matrix(held, name) for name in names}
    for at in {name.rpartition(".")[0] for name in names if name.endswith(".query")}:
        matrices[f"{at}.asked"] = _beside([matrices[f"{at}.{part}"] for part in ASKED])
    norms = {
        name: (held[f"{name}.gain"], held[f"{name}.bias"])
        for name in (gain.rpartition(".")[0] for gain in held if gain.endswith(".gain"))
    }
    return Stored(matrices, norms, {name: held[name] for name in TABLES if name in held})


def _matrix(held: dict[str, NDArray[np.generic]], name: str) -> Matrix:
    return Matrix(held[f"{name}.weight"], held[f"{name}.scale"], held.get(f"{name}.bias"))  # type: ignore[arg-type]


def _beside(parts: list[Matrix]) -> Matrix:
    biases = [part.bias for part in parts if part.bias is not None]
    return Matrix(
        np.concatenate([part.values for part in parts], 1),
        np.concatenate([part.scale for part in parts]),
        np.concatenate(biases),
    )


def main() -> None:
    """Write the three graphs of a language."""
    options = argparse.ArgumentParser(prog="python -m training.encoder.regraph", description=__doc__)
    options.add_argument("language")
    folder = WEIGHTS / options.parse_args().language
    with np.load(folder / "heads.npz") as heads:
        begin, end = (int(place) for place in heads["columns.arc_child.0"])
    vocabulary, encoder, ranker = (stored_in(folder / f"{n}.onnx") for n in ("vocabulary", "encoder", "ranker"))
    (folder / "version.txt").write_text(f"{VERSION}\n", encoding="utf-8")
    for name, model in (
        ("vocabulary", vocabulary_graph(vocabulary)),
        ("encoder", encoder_graph(encoder, (begin, end))),
        ("ranker", ranker_graph(ranker)),
    ):
        (folder / f"{name}.onnx").write_bytes(model.SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
