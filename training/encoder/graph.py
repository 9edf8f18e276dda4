"""Writes the encoder as an ONNX graph whose results are the same bits on every machine.

Sums of floats depend on their order, and the order on the processor. So here nothing is summed but whole numbers that the
type holds exactly, and what remains is single operations that IEEE 754 fixes to the last bit (+, -, ×, ÷, √, rounding,
comparison) in an order that the graph fixes:

- products of matrices are of 8-bit numbers, summed as 32-bit integers (MatMulInteger), or in attention as floats that hold
  whole numbers below 2**24; each row of activations has its own scale, so a sentence never depends on its batch;
- a layer norm sums its row on a grid of 1/1024, the squares in doubles;
- exp and the bend of GELU are read from tables that are stored in the graph.

Activations are unsigned around 128 and weights signed up to 64: processors without VNNI add two products in 16 bits, and
2 * 255 * 64 just fits. (Unsigned weights would need no such care, and are eight times slower where there is AMX.)
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

GRID = 1024.0  # steps of a layer norm's sums: 384 values below 42 stay under 2**24
EXP_STEPS, EXP_RANGE, EXP_TOP = 64.0, 8.0, 511.0  # 511 * 127 * 256 pieces < 2**24
BEND_STEPS, BEND_RANGE = 256.0, 6.0  # beyond 6 GELU is its argument or nought, to 1e-8

Floats = NDArray[np.float32]


WEIGHT_TOP, STORED_TOP = 64, 127  # of what the kernels multiply; of what is only stored in 8 bits


def quantised(weights: Floats, top: int = STORED_TOP) -> tuple[NDArray[np.int8], Floats]:
    """Weights [in, out] as whole numbers from -top to top, and a scale for each column."""
    scale = np.maximum(np.abs(weights).max(0), 1e-8) / float(top)
    return np.clip(np.rint(weights / scale), -top, top).astype(np.int8), scale.astype(np.float32)


@dataclass
class Graph:
    """An ONNX graph in the making. Each method adds nodes and returns the name of what they give."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: dict[str, onnx.TensorProto] = field(default_factory=dict)

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """A stored array, once a name."""
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def number(self, value: float) -> str:
        """A stored scalar."""
        return self.constant(f"f{value!r}", np.array(value, np.float32))

    def axes(self, *axes: int) -> str:
        """A stored list of axes or of a shape."""
        return self.constant("i" + "_".join(map(str, axes)), np.array(axes, np.int64))

    def add(self, kind: str, *inputs: str, **attributes: object) -> str:
        """A node with one output."""
        output = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def cast(self, x: str, to: int) -> str:
        """Another type."""
        return self.add("Cast", x, to=to)

    def largest(self, x: str, axis: int = -1) -> str:
        """Largest absolute value along an axis, kept, never nought."""
        top = self.add("ReduceMax", self.add("Abs", x), self.axes(axis), keepdims=1)
        return self.add("Max", top, self.number(1e-6))

    def whole(self, x: str, axis: int = -1) -> tuple[str, str]:
        """Whole numbers from -127 to 127 (floats) and the scale that gives x back, a scale for each row along the axis."""
        top = self.largest(x, axis)
        steps = self.add("Div", self.number(127.0), top)
        return self.add("Round", self.add("Mul", x, steps)), self.add("Div", top, self.number(127.0))

    def linear(self, x: str, name: str, weights: Floats, bias: Floats | None) -> str:
        """x @ weights + bias over the last axis; weights [in, out]."""
        values, scale = quantised(weights, WEIGHT_TOP)
        rows, row_scale = self.whole(x)
        shifted = self.cast(self.add("Add", rows, self.number(128.0)), TensorProto.UINT8)
        zeros = self.constant("zero.u8", np.array(128, np.uint8)), self.constant("zero.s8", np.array(0, np.int8))
        product = self.add("MatMulInteger", shifted, self.constant(f"{name}.weight", values), *zeros)
        made = self.add("Mul", self.cast(product, TensorProto.FLOAT), row_scale)
        made = self.add("Mul", made, self.constant(f"{name}.scale", scale))
        return made if bias is None else self.add("Add", made, self.constant(f"{name}.bias", bias))

    def norm(self, x: str, name: str, gain: Floats, bias: Floats) -> str:
        """Layer norm over the last axis."""
        steps = self.add("Round", self.add("Mul", x, self.number(GRID)))
        mean = self.add("Div", self.add("ReduceSum", steps, self.axes(-1), keepdims=1), self.number(float(len(gain))))
        apart = self.add("Round", self.add("Sub", steps, mean))
        doubled = self.cast(apart, TensorProto.DOUBLE)
        squares = self.add("ReduceSum", self.add("Mul", doubled, doubled), self.axes(-1), keepdims=1)
        count = self.constant("count", np.array(len(gain), np.float64))
        spread = self.cast(self.add("Sqrt", self.add("Div", squares, count)), TensorProto.FLOAT)
        unit = self.add("Div", apart, self.add("Max", spread, self.number(1e-3)))
        scaled = self.add("Mul", unit, self.constant(f"{name}.gain", gain))
        return self.add("Add", scaled, self.constant(f"{name}.bias", bias))

    def looked_up(self, x: str, table: str, steps: float, size: int) -> str:
        """The table's value at x * steps, x not below nought; beyond its end the last."""
        place = self.add("Min", self.add("Round", self.add("Mul", x, self.number(steps))), self.number(size - 1.0))
        return self.add("Gather", table, self.cast(place, TensorProto.INT32))

    def gelu(self, x: str) -> str:
        """x if positive, plus what GELU bends away from it, which is even in x."""
        size = int(BEND_STEPS * BEND_RANGE) + 1
        bend = self.looked_up(self.add("Abs", x), self.constant("bend", bend_table(size)), BEND_STEPS, size)
        return self.add("Add", self.add("Relu", x), bend)

    def attention(self, parts: Sequence[str], mask: str, heads: int, width: int) -> str:
        """Mixed values [batch, pieces, width] of query, key and value; mask [batch, 1, 1, pieces] is 1 for pieces, 0 for filling."""
        shape = self.axes(0, 0, heads, width // heads)
        query, key, value = (
            self.add("Transpose", self.add("Reshape", part, shape), perm=[0, 2, 1, 3]) for part in parts
        )
        value = self.add("Mul", value, self.add("Transpose", mask, perm=[0, 1, 3, 2]))
        (query, query_scale), (key, key_scale), (value, value_scale) = (
            self.whole(query), self.whole(key), self.whole(value, axis=2),
        )  # fmt: skip
        scores = self.add("MatMul", query, self.add("Transpose", key, perm=[0, 1, 3, 2]))
        query_scale = self.add("Mul", query_scale, self.number((width // heads) ** -0.5))
        scores = self.add(
            "Mul", self.add("Mul", scores, query_scale), self.add("Transpose", key_scale, perm=[0, 1, 3, 2])
        )
        hidden = self.add("Mul", self.add("Sub", self.number(1.0), mask), self.number(1e6))
        scores = self.add("Sub", scores, hidden)
        below = self.add("Sub", self.add("ReduceMax", scores, self.axes(-1), keepdims=1), scores)
        size = int(EXP_STEPS * EXP_RANGE) + 1
        weights = self.looked_up(below, self.constant("exp", exp_table(size)), EXP_STEPS, size)
        share = self.add("Div", self.number(1.0), self.add("ReduceSum", weights, self.axes(-1), keepdims=1))
        mixed = self.add("Mul", self.add("Mul", self.add("MatMul", weights, value), share), value_scale)
        return self.add("Reshape", self.add("Transpose", mixed, perm=[0, 2, 1, 3]), self.axes(0, 0, width))


def exp_table(size: int) -> Floats:
    """511 * exp(-i / 64) in whole numbers; the last is 0."""
    values = np.rint(EXP_TOP * np.exp(-np.arange(size) / EXP_STEPS))
    values[-1] = 0.0
    return values.astype(np.float32)


def bend_table(size: int) -> Floats:
    """gelu(a) - a for a = i / 256: minus a times the upper tail of the normal distribution; the last is 0."""
    from math import erfc, sqrt

    places = np.arange(size) / BEND_STEPS
    values = np.array([-a * 0.5 * erfc(a / sqrt(2)) for a in places])
    values[-1] = 0.0
    return values.astype(np.float32)
