"""Sets that grow together: which of many things are connected, in near linear time."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Union(Generic[Thing]):
    """Disjoint sets (Tarjan 1975). Sets and their members come out in the order in which the things were given."""

    def __init__(self, things: Iterable[Thing] = ()) -> None:
        self._parent: dict[Thing, Thing] = {one: one for one in things}

    def find(self, one: Thing) -> Thing:
        """A thing that stands for the set; one not seen before is a set of its own."""
        parent = self._parent
        parent.setdefault(one, one)
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def join(self, one: Thing, other: Thing) -> None:
        """Make one set of two."""
        first, second = self.find(one), self.find(other)
        if first != second:
            self._parent[second] = first

    def sets(self) -> tuple[tuple[Thing, ...], ...]:
        """All sets.

        >>> few = Union("abc"); few.join("a", "c"); few.sets()
        (('a', 'c'), ('b',))
        """
        found: dict[Thing, list[Thing]] = {}
        for one in self._parent:
            found.setdefault(self.find(one), []).append(one)
        return tuple(tuple(some) for some in found.values())
