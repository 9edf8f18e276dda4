"""Groups of things that share a step."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing")


def packed(things: Iterable[Thing], size_of: Callable[[Thing], int], room: int) -> list[list[Thing]]:
    """Neighbours in groups of at most `room` together; a larger thing stands alone.

    >>> packed([3, 4, 5, 9], lambda n: n, 8)
    [[3, 4], [5], [9]]
    """
    found: list[list[Thing]] = []
    left = 0
    for thing in things:
        size = size_of(thing)
        if not found or left < size:
            found.append([])
            left = room
        found[-1].append(thing)
        left -= size
    return found
