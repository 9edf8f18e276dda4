"""How many: bounds as the text gives them, never a point it does not name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

QuantityState = Literal["value", "undisclosed", "none", "not_mentioned"]
QuantityRole = Literal[
    "item", "money", "killed", "wounded", "killed_or_wounded", "captured", "missing", "arrested", "displaced",
    "duration", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """Low, best and high of what `unit` counts; None is "not said". "At least nine" is 9 / – / –.

    unit: singular noun counted, in English where the lexicon has it ("soldier"), an ISO 4217 code for money, None if unknown.
    state: "none" is an explicit zero, "undisclosed" an amount said to be kept back.
    """

    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    state: QuantityState = "value"

    def __post_init__(self) -> None:
        given = [one for one in (self.low, self.best, self.high) if one is not None]
        if given != sorted(given):
            raise ValueError(f"bounds out of order: low {self.low}, best {self.best}, high {self.high}")
        if self.state == "value" and not given:
            raise ValueError("a quantity with a value has at least one bound")
