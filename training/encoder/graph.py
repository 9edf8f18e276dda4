"""Writes the encoder as an ONNX graph whose results are the same bits on every machine.

Sums of floats depend on their order, and the order on the processor. So here nothing is summed but whole numbers that the
type holds exactly, and what remains is single operations that IEEE 754 fixes to the last bit (+, -, ×, ÷, √, rounding,
comparison) in an order that the graph fixes:

- products of matrices are of 8-bit numbers, summed as 32-bit integers (MatMulInteger), or in attention as floats that hold
  whole numbers below 2**24; each row of activations has its own scale, so a sentence never depends on its batch;
- a layer norm sums its row on a grid of 1/1024, the squares in doubles;
- exp and the bend of GELU are short polynomials, each step of which is an operation of its own. (Tables read by Gather took a third
  of the time: it copies one number after another.)

The fewer times a batch is walked through, the faster: QuantizeLinear and DequantizeLinear do in one walk, with the same single
operations, what division, rounding, shift and cast do in four; query, key and value are one product.

Activations are unsigned around 128 and weights signed up to 64: processors without VNNI add two products in 16 bits, and
2 * 255 * 64 just fits. (Unsigned weights would need no such care, and are eight times slower where there is AMX.)
"""

from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

GRID = 1024.0  # steps of a layer norm's sums: 384 values below 42 stay under 2**24
EXP_TOP, EXP_RANGE = 511.0, 8.0  # 511 * 127 * 256 pieces < 2**24; 511 * exp(-8) is nought
# exp(-x) for x from 0 to 1 as 1 + ax + bx² + cx³, least largest relative error 0.0004; its eighth power is exp(-8x), to 0.3 per cent.
EXP_SHAPE = (-0.99363013, 0.46355698, -0.10219097)
# GELU is x if positive, less |x| times the tail of the normal distribution: u**8 (2.704 - 2.205 u) with u = 1 - |x|/5, nought beyond 5.
# Off by 0.0009 at most. (0.548 (1 - |x|/3.7)**4 is shorter and off by 0.004: the same LAS.)
BEND_SHAPE, BEND_END = (2.70395653, -2.20461909), 5.0

Floats = NDArray[np.float32]


WEIGHT_TOP, STORED_TOP = 64, 127  # of what the kernels multiply; of what is only stored in 8 bits


def quantised(weights: Floats, top: int = STORED_TOP) -> tuple[NDArray[np.int8], Floats]:
    """Weights [in, out] as whole numbers from -top to top, and a scale for each column."""
    scale = np.maximum(np.abs(weights).max(0), 1e-8) / float(top)
    return np.clip(np.rint(weights / scale), -top, top).astype(np.int8), scale.astype(np.float32)


@dataclass(frozen=True)
class Matrix:
    """A linear layer in 8 bits: whole numbers [in, out], a scale and a bias for each column."""

    values: NDArray[np.int8]
    scale: Floats
    bias: Floats | None


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

    def largest(self, x: str, axis: int = -1, keepdims: int = 1) -> str:
        """Largest absolute value along an axis, never nought."""
        top = self.add("ReduceMax", self.add("Abs", x), self.axes(axis), keepdims=keepdims)
        return self.add("Max", top, self.number(1e-6))

    def whole(self, x: str, axis: int = -1) -> tuple[str, str]:
        """Whole numbers from -127 to 127 (floats) and the scale that gives x back, a scale for each row along the axis."""
        top = self.largest(x, axis)
        steps = self.add("Div", self.number(127.0), top)
        return self.add("Round", self.add("Mul", x, steps)), self.add("Div", top, self.number(127.0))

    def linear(self, x: str, name: str, matrix: Matrix) -> str:
        """x @ weights + bias; x [rows, in]."""
        scale = self.add("Div", self.largest(x, keepdims=0), self.number(127.0))
        middle = self.add("Expand", self.constant("middle", np.array([128], np.uint8)), self.add("Shape", scale))
        shifted = self.add("QuantizeLinear", x, scale, middle, axis=0)
        zeros = self.constant("zero.u8", np.array(128, np.uint8)), self.constant("zero.s8", np.array(0, np.int8))
        product = self.add("MatMulInteger", shifted, self.constant(f"{name}.weight", matrix.values), *zeros)
        made = self.add("DequantizeLinear", product, scale, axis=0)
        made = self.add("Mul", made, self.constant(f"{name}.scale", matrix.scale))
        return made if matrix.bias is None else self.add("Add", made, self.constant(f"{name}.bias", matrix.bias))

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

    def squared(self, x: str, times: int) -> str:
        """x to the power of 2, 4, 8 ..."""
        for _ in range(times):
            x = self.add("Mul", x, x)
        return x

    def gelu(self, x: str) -> str:
        """x if positive, less what GELU bends away from it, which is even in x."""
        size = self.add("Abs", x)
        room = self.add("Relu", self.add("Sub", self.number(1.0), self.add("Mul", size, self.number(1 / BEND_END))))
        line = self.add("Add", self.add("Mul", room, self.number(BEND_SHAPE[1])), self.number(BEND_SHAPE[0]))
        tail = self.add("Mul", self.squared(room, 3), line)
        return self.add("Sub", self.add("Relu", x), self.add("Mul", tail, size))

    def powers(self, x: str) -> str:
        """511 * exp(-x) in whole numbers, x not below nought."""
        x = self.add("Min", x, self.number(EXP_RANGE))
        unit = EXP_TOP**0.125
        first, second, third = (unit * one / EXP_RANGE ** (n + 1) for n, one in enumerate(EXP_SHAPE))
        value = self.add("Add", self.add("Mul", x, self.number(third)), self.number(second))
        value = self.add("Add", self.add("Mul", value, x), self.number(first))
        value = self.add("Add", self.add("Mul", value, x), self.number(unit))
        return self.add("Round", self.squared(value, 3))

    def attention(self, asked: str, mask: str, shape: str, heads: int, width: int) -> str:
        """Mixed values [rows, width] of asked [rows, 3 * width]: query, key and value.

        mask [batch, 1, 1, pieces] is 1 for pieces, 0 for filling; shape: batch, pieces, 3 * heads, size of a head.
        """
        parts = self.add("Transpose", self.add("Reshape", asked, shape), perm=[0, 2, 1, 3])
        one = self.axes(1)
        both, value = (
            self.add("Slice", parts, self.axes(a), self.axes(b), one)
            for a, b in ((0, 2 * heads), (2 * heads, 3 * heads))
        )
        (both, both_scale), (value, value_scale) = (
            self.whole(both), self.whole(self.add("Mul", value, self.add("Transpose", mask, perm=[0, 1, 3, 2])), axis=2),
        )  # fmt: skip
        (query, key), (query_scale, key_scale) = (
            [self.add("Slice", x, self.axes(a), self.axes(a + heads), one) for a in (0, heads)]
            for x in (both, both_scale)
        )
        scores = self.add("MatMul", query, self.add("Transpose", key, perm=[0, 1, 3, 2]))
        query_scale = self.add("Mul", query_scale, self.number((width // heads) ** -0.5))
        scores = self.add(
            "Mul", self.add("Mul", scores, query_scale), self.add("Transpose", key_scale, perm=[0, 1, 3, 2])
        )
        hidden = self.add("Mul", self.add("Sub", self.number(1.0), mask), self.number(1e6))
        scores = self.add("Sub", scores, hidden)
        weights = self.powers(self.add("Sub", self.add("ReduceMax", scores, self.axes(-1), keepdims=1), scores))
        share = self.add("Div", self.number(1.0), self.add("ReduceSum", weights, self.axes(-1), keepdims=1))
        mixed = self.add("Mul", self.add("Mul", self.add("MatMul", weights, value), share), value_scale)
        return self.add("Reshape", self.add("Transpose", mixed, perm=[0, 2, 1, 3]), self.axes(-1, width))
