"""Reads an ONNX file without the library `onnx`, and works its graph out in plain numpy, one operation at a time.

The kernels of onnxruntime add in whatever order suits the processor. Here every sum is of whole numbers in a type that holds
them exactly, or the reading stops: what agrees with this to the last bit cannot depend on kernels.
Source of the numbers of fields: onnx.proto, IR version 9 (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
TYPES = {1: np.float32, 2: np.uint8, 3: np.int8, 6: np.int32, 7: np.int64, 11: np.float64}
HELD = {np.dtype(np.float32): 2.0**24, np.dtype(np.float64): 2.0**53}  # whole numbers below are held exactly


@dataclass
class Node:
    """An operation: what it takes, what it gives, and its attributes (whole numbers and lists of them)."""

    kind: str
    inputs: list[str]
    outputs: list[str]
    attributes: dict[str, Any] = field(default_factory=dict)


def fields_of(message: bytes) -> Iterator[tuple[int, Any]]:
    """Numbers and values of a message's fields: whole numbers, or bytes. Floats of their own are in no graph of ours."""
    place = 0

    def whole() -> int:
        nonlocal place
        value = shift = 0
        while True:
            byte = message[place]
            place += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value - (1 << 64) if value >> 63 else value

    while place < len(message):
        key = whole()
        if key & 7 == 0:
            yield key >> 3, whole()
        elif key & 7 == 2:
            size = whole()
            yield key >> 3, message[place : place + size]
            place += size
        else:
            raise ValueError(f"wire type {key & 7} at byte {place}: not in the graphs that training/encoder writes")


def read_graph(model: bytes) -> tuple[list[Node], dict[str, Array]]:
    """Nodes in order and stored arrays by name."""
    graph = next(value for number, value in fields_of(model) if number == 7)
    nodes = [_node(value) for number, value in fields_of(graph) if number == 1]
    return nodes, dict(_tensor(value) for number, value in fields_of(graph) if number == 5)


def _node(message: bytes) -> Node:
    node = Node("", [], [])
    for number, value in fields_of(message):
        if number == 1:
            node.inputs.append(value.decode())
        elif number == 2:
            node.outputs.append(value.decode())
        elif number == 4:
            node.kind = value.decode()
        elif number == 5:
            parts = list(fields_of(value))
            name = next(v for n, v in parts if n == 1).decode()
            listed = [v for n, v in parts if n == 8]
            node.attributes[name] = listed or next(v for n, v in parts if n == 3)
    return node


def _tensor(message: bytes) -> tuple[str, Array]:
    dims, kind, name, raw = [], 0, "", b""
    for number, value in fields_of(message):
        if number == 1:
            dims.append(value)
        elif number == 2:
            kind = value
        elif number == 8:
            name = value.decode()
        elif number == 9:
            raw = value
    return name, np.frombuffer(raw, TYPES[kind]).reshape(dims)


def summed(kind: str, size: float, values: Array) -> None:
    """Refuses a sum that could be rounded. size: of the sum of absolute values; values: what is added."""
    if not np.array_equal(values, np.rint(values)) or size >= HELD[values.dtype]:
        raise ArithmeticError(f"{kind} of {values.dtype}: not of whole numbers, or as large as {size:,.0f}")


def total(values: Array, axes: Array, keepdims: int) -> Array:
    summed("ReduceSum", np.abs(values).sum(tuple(axes), np.float64).max(), values)
    return values.sum(tuple(axes), np.float64, keepdims=bool(keepdims)).astype(values.dtype)


def product(left: Array, right: Array) -> Array:
    wide, high = left.astype(np.float64), right.astype(np.float64)
    size = (np.abs(wide) @ np.abs(high)).max()
    summed("MatMul", size, left)
    summed("MatMul", size, right)
    return (wide @ high).astype(left.dtype)


def whole_product(left: Array, right: Array, left_zero: Array, right_zero: Array) -> Array:
    # Processors without VNNI add pairs of products, of numbers as they are stored, in 16 bits that saturate.
    if left.dtype == np.uint8 and right.dtype == np.int8 and 2 * int(left.max()) * int(np.abs(right).max()) >= 2**15:
        raise ArithmeticError(f"MatMulInteger of {left.max()} and {np.abs(right).max()}: 16 bits do not hold two of these")
    wide, high = left.astype(np.float64) - left_zero, right.astype(np.float64) - right_zero
    if (np.abs(wide) @ np.abs(high)).max() >= 2.0**31:
        raise ArithmeticError("MatMulInteger: 32 bits do not hold the sum")
    return (wide @ high).astype(np.int32)


def shaped(values: Array, shape: Array) -> Array:
    """0 keeps a size, -1 takes what is left."""
    return values.reshape([values.shape[i] if size == 0 else size for i, size in enumerate(shape.tolist())])


def sliced(values: Array, starts: Array, ends: Array, axes: Array) -> Array:
    where = [slice(None)] * values.ndim
    for start, end, axis in zip(starts, ends, axes, strict=True):
        where[axis] = slice(start, end)
    return values[tuple(where)]


def along(values: Array, axis: int, rank: int) -> Array:
    """A value for each place along one axis, to go with arrays of that rank."""
    return values.reshape([-1 if i == axis else 1 for i in range(rank)])


def to_bytes(values: Array, scale: Array, zero: Array, axis: int) -> Array:
    steps = np.rint(values / along(scale, axis, values.ndim)) + along(zero, axis, values.ndim)
    return np.clip(steps, 0, 255).astype(np.uint8)


def from_whole(values: Array, scale: Array, axis: int) -> Array:
    return values.astype(np.float32) * along(scale, axis, values.ndim)


OPERATIONS: Mapping[str, Callable[..., Array]] = {
    "Abs": np.abs, "Add": np.add, "Sub": np.subtract, "Mul": np.multiply, "Div": np.divide, "Sqrt": np.sqrt, "Round": np.rint,
    "Max": np.maximum, "Min": np.minimum, "Relu": lambda x: np.maximum(x, x.dtype.type(0)), "Identity": lambda x: x,
    "Cast": lambda x, to: x.astype(TYPES[to]), "Gather": lambda x, at, axis=0: np.take(x, at, axis),
    "Transpose": lambda x, perm: x.transpose(perm), "Reshape": shaped, "Slice": sliced,
    "ReduceMax": lambda x, axes, keepdims: x.max(tuple(axes), keepdims=bool(keepdims)), "ReduceSum": total,
    "MatMul": product, "MatMulInteger": whole_product, "QuantizeLinear": to_bytes, "DequantizeLinear": from_whole,
    "Shape": lambda x: np.array(x.shape, np.int64), "Expand": lambda x, shape: np.broadcast_to(x, shape),
    "Concat": lambda *parts, axis: np.concatenate(parts, axis),
}  # fmt: skip


def work_out(nodes: list[Node], stored: Mapping[str, Array], inputs: Mapping[str, Array], names: list[str]) -> list[Array]:
    """The named outputs. Raises KeyError for an operation that is not above, ArithmeticError for a sum with rounding."""
    known = dict(stored) | dict(inputs)
    for node in nodes:
        (output,) = node.outputs
        known[output] = OPERATIONS[node.kind](*(known[name] for name in node.inputs), **node.attributes)
    return [known[name] for name in names]
