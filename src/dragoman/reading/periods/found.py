"""What a rule of the grammar found: the words of a match with their categories."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.periods.meaning import Meaning

UNITS = ("UNIT", "PLURAL")
MONTHS = ("MONTH", "MONTHX")
WEEKDAYS = ("WDAY", "WDAYX")


@dataclass(frozen=True, slots=True)
class Found:
    """The categories of a match in order, each with its value."""

    slots: tuple[tuple[str, object], ...]

    def all(self, *names: str) -> list[object]:
        """Values of every slot of one of these categories, in order."""
        return [value for name, value in self.slots if name in names]

    def one(self, *names: str) -> object | None:
        """The first of them, None if there is none."""
        return next(iter(self.all(*names)), None)

    def number(self, *names: str) -> int | None:
        """The first of them as an integer."""
        value = self.one(*names)
        return int(value) if isinstance(value, (int, float, str)) else None

    def meanings(self) -> list[Meaning]:
        """Meanings that lower levels made, in order."""
        return [value for _, value in self.slots if isinstance(value, Meaning)]
