"""From scores of heads to a tree: the best head of each word, mended where that makes no tree with one root."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
NEVER = -np.inf


def best_tree(scores: Scores) -> list[int]:
    """Head of each word, 0 for the root, else 1 + its place. scores: [words, 1 + words], finite; column 0 is the root.

    The heads with the highest sum among those that make a tree with exactly one word under the root (Chu & Liu 1965, Edmonds
    1967; a root is made so dear that no tree pays for two). Of equal heads the first.

    >>> best_tree(np.array([[0, 0, 9, 0], [5, 0, 0, 1], [0, 1, 4, 0]], np.float32))
    [2, 0, 2]
    """
    words = len(scores)
    exact = scores.astype(np.float64)
    spread = float(exact.max() - exact.min())
    exact[np.arange(words), np.arange(words) + 1] = NEVER
    heads: list[int] = exact.argmax(1).tolist()
    if heads.count(0) == 1 and _cycle(heads) is None:
        return heads
    full = np.vstack([np.full(words + 1, NEVER), exact])
    heads = _arborescence(full)[1:]
    if heads.count(0) != 1:
        full[:, 0] -= 1.0 + words * spread
        heads = _arborescence(full)[1:]
    return heads


def _cycle(heads: list[int]) -> list[int] | None:
    """Words (counted from 1) of a cycle, or None. heads: of words 1, 2, …"""
    state = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        path = []
        word = start
        while word and not state[word]:
            state[word] = start
            path.append(word)
            word = heads[word - 1]
        if word and state[word] == start:
            return path[path.index(word) :]
    return None


def _arborescence(scores: NDArray[np.float64]) -> list[int]:
    """Head of each node, node 0 the root (its own entry is 0). scores[child, head]; contracts cycles one by one."""
    heads: list[int] = [0, *scores[1:].argmax(1).tolist()]
    cycle = _cycle(heads[1:])
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = np.array([node for node in range(len(scores)) if node not in inside])
    ring = np.array(cycle)
    own = scores[ring, [heads[node] for node in cycle]]
    into = scores[np.ix_(ring, rest)] - own[:, None]  # what is lost inside if a node of the ring takes a head outside
    out = scores[np.ix_(rest, ring)]
    size = len(rest)
    smaller = np.full((size + 1, size + 1), NEVER)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    smaller[size, :size] = into.max(0)
    smaller[:size, size] = out.max(1)
    found = _arborescence(smaller)
    result = list(heads)
    for place, node in enumerate(rest.tolist()[1:], 1):
        result[node] = int(ring[out[place].argmax()] if found[place] == size else rest[found[place]])
    entry = found[size]
    opened = cycle[int(into[:, entry].argmax())]
    result[opened] = int(rest[entry])
    return result
