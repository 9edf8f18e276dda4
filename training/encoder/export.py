"""Writes what the package ships of a trained network: three ONNX graphs, and `heads.npz` for what numpy computes.

`vocabulary.onnx` is what encoder and ranker share: the vectors of pieces. `encoder.onnx` goes on to trees and to the heads that
every word is asked, `ranker.onnx` to the vectors of a pair that is asked about.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper

from dragoman.pipelines.encoder.window import MAX_PIECES
from training.encoder.graph import Graph, quantised
from training.encoder.network import HEADS, LAYERS, LINK, OWN_LAYERS, WIDTH, Network, Ranker
from training.encoder.vocabulary import shipped_pieces

Floats = NDArray[np.float32]
Inputs = dict[str, tuple[int, list[Any]]]
# Heads that every word is asked, in the order of the columns of the one matrix that holds them all.
WORD_HEADS = (
    "upos", "feats", "lemma", "opens", "arc_child.0", "arc_head.0", "label_child", "label_head",
    "factuality.0.0", "roles", "link_child", "link_cue",
)  # fmt: skip
OPSET, IR = 18, 9
POSITIONS_READ = MAX_PIECES + 2  # of a window with [CLS] and [SEP]
VERSION = "1.1.0"  # of the weights; a change of what they answer is a new one


def tensor(value: torch.Tensor) -> Floats:
    """As numpy."""
    return value.detach().float().numpy()


def matrix(state: dict[str, torch.Tensor], name: str) -> tuple[Floats, Floats]:
    """Weights [in, out] and bias of a linear layer; a layer without bias has noughts."""
    weights = tensor(state[f"{name}.weight"]).T
    bias = state.get(f"{name}.bias")
    return weights, np.zeros(weights.shape[1], np.float32) if bias is None else tensor(bias)


def embeddings(graph: Graph, state: dict[str, torch.Tensor]) -> str:
    """The sum of a piece's three embeddings, each row of the vocabulary's with its own scale."""
    words = tensor(state["encoder.word.weight"])
    values, scale = quantised(np.ascontiguousarray(words.T))
    table = graph.constant("word", np.ascontiguousarray(values.T))
    picked = graph.cast(graph.add("Gather", table, "ids"), TensorProto.FLOAT)
    picked = graph.add("Mul", picked, graph.add("Gather", graph.constant("word.scale", scale[:, None]), "ids"))
    places = graph.add(
        "Gather", graph.constant("position", tensor(state["encoder.position.weight"])[:POSITIONS_READ]), "places"
    )
    print_and_mark = (
        tensor(state["encoder.mark.weight"])[:, None] + tensor(state["encoder.shape.weight"])[None]
    ).reshape(-1, WIDTH)
    shapes = graph.add("Gather", graph.constant("shape", print_and_mark), "shapes")
    return graph.add("Add", graph.add("Add", picked, places), shapes)


def layers(graph: Graph, state: dict[str, torch.Tensor], x: str, names: Sequence[str]) -> str:
    """Blocks, one after the other, by the names that their parameters begin with."""
    for at in names:
        parts = [graph.linear(x, f"{at}.{p}", *matrix(state, f"{at}.{p}")) for p in ("query", "key", "value")]
        mixed = graph.attention(parts, "mask", HEADS, WIDTH)
        mixed = graph.linear(mixed, f"{at}.output", *matrix(state, f"{at}.output"))
        x = norm(graph, state, f"{at}.attention_norm", graph.add("Add", x, mixed))
        inner = graph.gelu(graph.linear(x, f"{at}.inner", *matrix(state, f"{at}.inner")))
        outer = graph.linear(inner, f"{at}.outer", *matrix(state, f"{at}.outer"))
        x = norm(graph, state, f"{at}.norm", graph.add("Add", x, outer))
    return x


def norm(graph: Graph, state: dict[str, torch.Tensor], name: str, x: str) -> str:
    """A layer norm of the network."""
    return graph.norm(x, name, tensor(state[f"{name}.weight"]), tensor(state[f"{name}.bias"]))


def word_columns(state: dict[str, torch.Tensor]) -> tuple[Floats, Floats, dict[str, tuple[int, int]]]:
    """One matrix of all heads that every word is asked, its bias, and where each head's columns stand."""
    found = [(name, *matrix(state, name)) for name in WORD_HEADS]
    places, start = {}, 0
    for name, weights, _ in found:
        places[name] = (start, start + weights.shape[1])
        start += weights.shape[1]
    return np.concatenate([w for _, w, _ in found], 1), np.concatenate([b for _, _, b in found]), places


def vocabulary_graph(state: dict[str, torch.Tensor]) -> onnx.ModelProto:
    """ids, shapes [batch, pieces], places [pieces], mask [batch, 1, 1, pieces] (1.0 or 0.0) to x [batch, pieces, WIDTH]."""
    graph = Graph()
    x = norm(graph, state, "encoder.embedding_norm", embeddings(graph, state))
    return model_of(graph, PIECES, {"x": x})


def word_rows(graph: Graph, x: str) -> str:
    """The mean of the pieces at first and last [rows]: places in the flattened batch, for each word and then each [CLS]."""
    flat = graph.add("Reshape", x, graph.axes(-1, WIDTH))
    both = graph.add("Add", graph.add("Gather", flat, "first"), graph.add("Gather", flat, "last"))
    return graph.add("Mul", both, graph.number(0.5))


def encoder_graph(state: dict[str, torch.Tensor]) -> tuple[onnx.ModelProto, dict[str, tuple[int, int]]]:
    """The graph, and where the columns of its output `scores` stand.

    Inputs: x of the vocabulary, mask, first and last [rows]. Outputs: vectors [rows, WIDTH], scores [rows, columns], pairs [rows, ARC]
    (what a child asks of its head).
    """
    graph = Graph()
    x = layers(graph, state, "x", [f"encoder.layers.{n}" for n in range(LAYERS)])
    vectors = word_rows(graph, x)
    weights, bias, places = word_columns(state)
    scores = graph.linear(vectors, "heads", weights, bias)
    child = graph.add("Relu", graph.add("Slice", scores, *(graph.axes(v) for v in (*places["arc_child.0"], 1))))
    pairs = graph.linear(child, "arc_pair", matrix(state, "arc_pair")[0], None)
    return model_of(graph, HIDDEN, {"vectors": vectors, "scores": scores, "pairs": pairs}), places


def ranker_graph(ranker: Ranker) -> onnx.ModelProto:
    """x of the vocabulary, mask, first and last [rows] to vectors [rows, WIDTH]."""
    graph = Graph()
    x = layers(graph, ranker.state_dict(), "x", [f"layers.{n}" for n in range(OWN_LAYERS)])
    return model_of(graph, HIDDEN, {"vectors": word_rows(graph, x)})


PIECES: Inputs = {"ids": (TensorProto.INT64, ["batch", "pieces"]), "shapes": (TensorProto.INT64, ["batch", "pieces"]),
          "places": (TensorProto.INT64, ["pieces"]), "mask": (TensorProto.FLOAT, ["batch", 1, 1, "pieces"])}  # fmt: skip
HIDDEN: Inputs = {"x": (TensorProto.FLOAT, ["batch", "pieces", WIDTH]), "mask": (TensorProto.FLOAT, ["batch", 1, 1, "pieces"]),
          "first": (TensorProto.INT64, ["rows"]), "last": (TensorProto.INT64, ["rows"])}  # fmt: skip


def model_of(graph: Graph, inputs: Inputs, outputs: dict[str, str]) -> onnx.ModelProto:
    """The ONNX file of a graph, checked. outputs: what is given to the name inside."""
    graph.nodes += [helper.make_node("Identity", [name], [given]) for given, name in outputs.items()]
    taken = [helper.make_tensor_value_info(name, *kind) for name, kind in inputs.items()]
    given = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [None] * (3 if name == "x" else 2)) for name in outputs
    ]
    made = helper.make_graph(graph.nodes, "dragoman", taken, given, list(graph.constants.values()))
    model = helper.make_model(
        made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR, producer_name="dragoman"
    )
    onnx.checker.check_model(model)
    return model


def write(network: Network, ranker: Ranker, pieces: Path, folder: Path) -> None:
    """Write all files. pieces: the vocabulary of the training, of which what is of use is shipped. The marks of the vocabulary are the ranker's: nobody else asks about a pair."""
    state = network.eval().state_dict() | {"encoder.mark.weight": ranker.state_dict()["shared.mark.weight"]}
    state["encoder.word.weight"] = state["encoder.word.weight"][shipped_pieces(pieces, folder / "pieces.json")]
    encoder, places = encoder_graph(state)
    (folder / "version.txt").write_text(f"{VERSION}\n", encoding="utf-8")
    for name, model in (
        ("vocabulary", vocabulary_graph(state)),
        ("encoder", encoder),
        ("ranker", ranker_graph(ranker)),
    ):
        (folder / f"{name}.onnx").write_bytes(model.SerializeToString(deterministic=True))
    heads = numpy_heads(state, ("arc_any", "label", "factuality.1")) | numpy_heads(ranker.state_dict(), RANKER_HEADS)
    columns = {f"columns.{n}": np.array(p) for n, p in places.items()}
    np.savez(folder / "heads.npz", **heads, **columns, link_scale=np.array(LINK**-0.5, np.float32))  # type: ignore[arg-type]


RANKER_HEADS = (*(f"events.parts.{i}" for i in range(4)), "events.key", "events.query", "events.root", "events.mode")


def numpy_heads(state: dict[str, torch.Tensor], names: Sequence[str]) -> dict[str, NDArray[np.generic]]:
    """Arrays of the heads that ask only some words, 8-bit with a scale a column."""
    found: dict[str, NDArray[np.generic]] = {}
    for name in names:
        weights, bias = matrix(state, name)
        values, scale = quantised(weights)
        found |= {f"{name}.weight": values, f"{name}.scale": scale, f"{name}.bias": bias}
    return found
