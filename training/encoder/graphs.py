"""The three graphs that are shipped, from arrays: `vocabulary` is what encoder and ranker share, the vectors of pieces; `encoder` goes
on to trees and to the heads that every word is asked, `ranker` to the vectors of a pair that is asked about. No torch.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from training.encoder.graph import Floats, Graph, Matrix
from training.encoder.sizes import HEADS, LAYERS, OWN_LAYERS, WIDTH

Inputs = dict[str, tuple[int, list[Any]]]
OPSET, IR = 18, 9
VERSION = "1.2.0"  # of weights and graphs; a change of what they answer is a new one
PIECES: Inputs = {"ids": (TensorProto.INT64, ["batch", "pieces"]), "shapes": (TensorProto.INT64, ["batch", "pieces"]),
          "places": (TensorProto.INT64, ["pieces"]), "mask": (TensorProto.FLOAT, ["batch", 1, 1, "pieces"])}  # fmt: skip
HIDDEN: Inputs = {"x": (TensorProto.FLOAT, ["batch", "pieces", WIDTH]), "mask": (TensorProto.FLOAT, ["batch", 1, 1, "pieces"]),
          "first": (TensorProto.INT64, ["rows"]), "last": (TensorProto.INT64, ["rows"])}  # fmt: skip
TABLES = ("word", "word.scale", "position", "shape")


@dataclass(frozen=True)
class Stored:
    """What the graphs hold.

    matrices: of each layer `asked` (query, key and value beside one another), `output`, `inner`, `outer`; `heads`, `arc_pair`.
    norms: gain and bias. tables: word [pieces, WIDTH] in 8 bits, word.scale [pieces, 1], position and shape [n, WIDTH].
    """

    matrices: Mapping[str, Matrix]
    norms: Mapping[str, tuple[Floats, Floats]]
    tables: Mapping[str, NDArray[np.generic]]


def embeddings(graph: Graph, stored: Stored) -> str:
    """The sum of a piece's three embeddings, each row of the vocabulary's with its own scale."""
    word, scale, position, shape = (graph.constant(name, stored.tables[name]) for name in TABLES)
    picked = graph.cast(graph.add("Gather", word, "ids"), TensorProto.FLOAT)
    picked = graph.add("Mul", picked, graph.add("Gather", scale, "ids"))
    picked = graph.add("Add", picked, graph.add("Gather", position, "places"))
    return graph.add("Add", picked, graph.add("Gather", shape, "shapes"))


def layers(graph: Graph, stored: Stored, x: str, names: Sequence[str]) -> str:
    """Blocks, one after the other, by the names that their parameters begin with; x [rows, WIDTH]: all pieces of the batch."""
    sizes = graph.axes(3 * HEADS, WIDTH // HEADS)
    shape = graph.add(
        "Concat", graph.add("Slice", graph.add("Shape", "x"), *(graph.axes(n) for n in (0, 2, 0))), sizes, axis=0
    )

    def linear(taken: str, name: str) -> str:
        return graph.linear(taken, name, stored.matrices[name])

    for at in names:
        mixed = graph.attention(linear(x, f"{at}.asked"), "mask", shape, HEADS, WIDTH)
        mixed = linear(mixed, f"{at}.output")
        x = norm(graph, stored, f"{at}.attention_norm", graph.add("Add", x, mixed))
        outer = linear(graph.gelu(linear(x, f"{at}.inner")), f"{at}.outer")
        x = norm(graph, stored, f"{at}.norm", graph.add("Add", x, outer))
    return x


def norm(graph: Graph, stored: Stored, name: str, x: str) -> str:
    """A layer norm of the network."""
    return graph.norm(x, name, *stored.norms[name])


def flat(graph: Graph, x: str) -> str:
    """The pieces of all windows under one another, [rows, WIDTH]."""
    return graph.add("Reshape", x, graph.axes(-1, WIDTH))


def word_rows(graph: Graph, x: str) -> str:
    """The mean of the pieces at first and last [rows]: places among all pieces, for each word and then each [CLS]."""
    return graph.add(
        "Mul", graph.add("Add", graph.add("Gather", x, "first"), graph.add("Gather", x, "last")), graph.number(0.5)
    )


def vocabulary_graph(stored: Stored) -> onnx.ModelProto:
    """ids, shapes [batch, pieces], places [pieces], mask [batch, 1, 1, pieces] (1.0 or 0.0) to x [batch, pieces, WIDTH]."""
    graph = Graph()
    x = norm(graph, stored, "encoder.embedding_norm", embeddings(graph, stored))
    return model_of(graph, PIECES, {"x": x})


def encoder_graph(stored: Stored, child: tuple[int, int]) -> onnx.ModelProto:
    """x of the vocabulary, mask, first and last [rows] to vectors [rows, WIDTH], scores [rows, columns], pairs [rows, ARC]: what a
    child asks of its head. child: the columns of the scores that hold it.
    """
    graph = Graph()
    x = layers(graph, stored, flat(graph, "x"), [f"encoder.layers.{n}" for n in range(LAYERS)])
    vectors = word_rows(graph, x)
    scores = graph.linear(vectors, "heads", stored.matrices["heads"])
    asks = graph.add("Relu", graph.add("Slice", scores, *(graph.axes(v) for v in (*child, 1))))
    pairs = graph.linear(asks, "arc_pair", stored.matrices["arc_pair"])
    return model_of(graph, HIDDEN, {"vectors": vectors, "scores": scores, "pairs": pairs})


def ranker_graph(stored: Stored) -> onnx.ModelProto:
    """x of the vocabulary, mask, first and last [rows] to vectors [rows, WIDTH]."""
    graph = Graph()
    x = layers(graph, stored, flat(graph, "x"), [f"layers.{n}" for n in range(OWN_LAYERS)])
    return model_of(graph, HIDDEN, {"vectors": word_rows(graph, x)})


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
