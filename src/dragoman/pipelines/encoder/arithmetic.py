"""Sums that every machine makes alike.

A sum of floats depends on its order, and the order on the processor and the library. Here only whole numbers are summed that
their type holds exactly; the rest is single operations that IEEE 754 fixes to the last bit. `training/encoder/graph.py` does
the same inside the network.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
TOP = np.float32(127.0)
GRID = np.float64(1024.0)
MAX_PRODUCTS = 200_000  # in one call; OpenBLAS starts threads above 262,144


def whole(rows: Floats) -> tuple[Floats, Floats]:
    """Each row as whole numbers from -127 to 127, and the scale, a row, that gives it back."""
    top = np.maximum(np.abs(rows).max(-1, keepdims=True), np.float32(1e-6))
    return np.rint(rows * (TOP / top)), top / TOP


def product(left: Floats, right: Floats) -> Floats:
    """left @ right of whole numbers, a few rows at a time: exact, so that the cuts change nothing.

    BLAS shares larger products among threads, which for so little work only wait for one another.
    """
    rows = max(2, MAX_PRODUCTS // right.size)
    if len(left) <= rows:
        return left @ right
    return np.concatenate([left[begin : begin + rows] @ right for begin in range(0, len(left), rows)])


def mean_of(rows: Floats) -> Floats:
    """Mean of rows, summed on a grid of 1/1024 in doubles: exact for any number of rows that a text has."""
    steps = np.rint(rows.astype(np.float64) * GRID)
    return np.asarray(steps.sum(0) / (GRID * len(rows)), np.float32)


@dataclass(frozen=True, slots=True)
class Linear:
    """A layer in 8 bits. weight: whole numbers [in, out] held as floats; scale and bias: [out].

    Exact while `in` times 127 times 127 stays below 2**24, that is up to 1,040 inputs.
    """

    weight: Floats
    scale: Floats
    bias: Floats

    def __call__(self, rows: Floats) -> Floats:
        """rows [n, in] to [n, out]."""
        values, scale = whole(rows)
        made: Floats = product(values, self.weight) * scale * self.scale + self.bias
        return made


def softmax(scores: Floats) -> NDArray[np.float64]:
    """Probabilities along the last axis, to four decimals: what is left of a machine's own exp lies far below."""
    apart = scores.astype(np.float64) - scores.max(-1, keepdims=True)
    powers = np.exp(apart)
    shares: NDArray[np.float64] = np.round(powers / powers.sum(-1, keepdims=True), 4)
    return shares


def sigmoid(scores: Floats) -> NDArray[np.float64]:
    """Probabilities of yes, to four decimals."""
    shares: NDArray[np.float64] = np.round(1.0 / (1.0 + np.exp(-np.clip(scores.astype(np.float64), -60, 60))), 4)
    return shares
