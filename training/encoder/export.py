"""Writes what the package ships of a trained network: `encoder.onnx`, and `heads.npz` for what numpy computes."""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper

from training.encoder.graph import Graph, quantised
from training.encoder.network import HEADS, LAYERS, LINK, WIDTH, Network

Floats = NDArray[np.float32]
# Heads that every word is asked, in the order of the columns of the one matrix that holds them all.
WORD_HEADS = (
    "upos", "feats", "lemma", "opens", "arc_child.0", "arc_head.0", "label_child", "label_head",
    "factuality.0.0", "roles", "link_child", "link_cue",
)  # fmt: skip
OPSET, IR = 18, 9
VERSION = "1.0.0"  # of the weights; a change of what they answer is a new one


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
    places = graph.add("Gather", graph.constant("position", tensor(state["encoder.position.weight"])), "places")
    print_and_mark = (
        tensor(state["encoder.mark.weight"])[:, None] + tensor(state["encoder.shape.weight"])[None]
    ).reshape(-1, WIDTH)
    shapes = graph.add("Gather", graph.constant("shape", print_and_mark), "shapes")
    return graph.add("Add", graph.add("Add", picked, places), shapes)


def layers(graph: Graph, state: dict[str, torch.Tensor], x: str) -> str:
    """The six blocks."""
    for number in range(LAYERS):
        at = f"encoder.layers.{number}"
        parts = [graph.linear(x, f"{number}.{p}", *matrix(state, f"{at}.{p}")) for p in ("query", "key", "value")]
        mixed = graph.attention(parts, "mask", HEADS, WIDTH)
        mixed = graph.linear(mixed, f"{number}.output", *matrix(state, f"{at}.output"))
        x = norm(graph, state, f"{at}.attention_norm", graph.add("Add", x, mixed))
        inner = graph.gelu(graph.linear(x, f"{number}.inner", *matrix(state, f"{at}.inner")))
        outer = graph.linear(inner, f"{number}.outer", *matrix(state, f"{at}.outer"))
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


def encoder_graph(network: Network) -> tuple[onnx.ModelProto, dict[str, tuple[int, int]]]:
    """The graph, and where the columns of its output `scores` stand.

    Inputs: ids, shapes [batch, pieces], places [pieces], mask [batch, 1, 1, pieces] (1.0 or 0.0), first and last [rows]: places
    of pieces in the flattened batch, for each word and then for each window's [CLS] (first = last).
    Outputs: vectors [rows, WIDTH], scores [rows, columns], pairs [rows, ARC] (what a child asks of its head).
    """
    state = network.state_dict()
    graph = Graph()
    x = norm(graph, state, "encoder.embedding_norm", embeddings(graph, state))
    flat = graph.add("Reshape", layers(graph, state, x), graph.axes(-1, WIDTH))
    both = graph.add("Add", graph.add("Gather", flat, "first"), graph.add("Gather", flat, "last"))
    vectors = graph.add("Mul", both, graph.number(0.5))
    weights, bias, places = word_columns(state)
    scores = graph.linear(vectors, "heads", weights, bias)
    child = graph.add("Relu", graph.add("Slice", scores, *(graph.axes(v) for v in (*places["arc_child.0"], 1))))
    pairs = graph.linear(child, "arc_pair", matrix(state, "arc_pair")[0], None)
    outputs = {"vectors": vectors, "scores": scores, "pairs": pairs}
    graph.nodes += [helper.make_node("Identity", [name], [given]) for given, name in outputs.items()]
    return model_of(graph, tuple(outputs)), places


def model_of(graph: Graph, outputs: tuple[str, ...]) -> onnx.ModelProto:
    """The ONNX file of a graph, checked."""
    numbers = {n: ["batch", "pieces"] for n in ("ids", "shapes")} | {
        "places": ["pieces"],
        "first": ["rows"],
        "last": ["rows"],
    }
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name, shape in numbers.items()]
    inputs.append(helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["batch", 1, 1, "pieces"]))
    given = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["rows", None]) for name in outputs]
    made = helper.make_graph(graph.nodes, "dragoman", inputs, given, list(graph.constants.values()))
    model = helper.make_model(
        made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR, producer_name="dragoman"
    )
    onnx.checker.check_model(model)
    return model


def write(network: Network, folder: Path) -> None:
    """Write both files."""
    network.eval()
    model, places = encoder_graph(network)
    (folder / "version.txt").write_text(f"{VERSION}\n", encoding="utf-8")
    (folder / "encoder.onnx").write_bytes(model.SerializeToString(deterministic=True))
    np.savez(folder / "heads.npz", **numpy_heads(network, places))  # type: ignore[arg-type]


def numpy_heads(network: Network, places: dict[str, tuple[int, int]]) -> dict[str, NDArray[np.generic]]:
    """Arrays of the heads that ask only some words, 8-bit with a scale a column, and where each head's columns stand."""
    state = network.state_dict()
    found: dict[str, NDArray[np.generic]] = {f"columns.{n}": np.array(p) for n, p in places.items()}
    names = ["arc_any", "label", "factuality.1", *(f"event_parts.{i}" for i in range(4)), "event_key", "event_query"]
    for name in (*names, "event", "mode"):
        weights, bias = matrix(state, name)
        values, scale = quantised(weights)
        found |= {f"{name}.weight": values, f"{name}.scale": scale, f"{name}.bias": bias}
    found["link_scale"] = np.array(LINK**-0.5, np.float32)
    return found
