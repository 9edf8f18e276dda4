"""A value that a dossier shows, with the words it came from; the values that cells hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.model.claim import EventType, FlowKind
from dragoman.model.quantity import Quantity, QuantityRole
from dragoman.model.span import Span

T_co = TypeVar("T_co", covariant=True)

Role = str
"""Which words of a claim: what, item, party, period, place, source, status, content, or "quantity-" and a QuantityRole."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Where the words of a cell are. words: the cell's own; () where the whole sentence says it."""

    claim_id: str
    document_id: str
    evidence: Span
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Surface:
    """Words as printed, and the language they are in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Shown(Generic[T_co]):
    """A value with what gives it. surface: the words as printed, where they say more than the value.

    others: other values of the same cell, each with the claims that give it; () if all agree.
    bare: of a status, whether those who give it name no number where others of the fact do: who admits troops admits no 15,000.
    """

    value: T_co
    role: Role
    references: tuple[Reference, ...]
    surface: Surface | None = None
    others: tuple[Shown[T_co], ...] = ()
    bare: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """A side. country: ISO 3166-1 alpha-3 for a state (then `name` is ""), "IGO" and the like, or "" if not known."""

    country: str
    name: str


@dataclass(frozen=True, slots=True)
class Direction:
    """From whom to whom. mutual: all sides are among the senders, as in a meeting or a treaty."""

    senders: tuple[Party, ...]
    receivers: tuple[Party, ...]

    @property
    def mutual(self) -> bool:
        """Whether no side receives and several act."""
        return not self.receivers and len(self.senders) > 1


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so. name: the originator's, None where a publisher speaks for itself. publishers: who printed it."""

    name: str | None
    country: str | None
    origin: str | None
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dealing:
    """What is done: a flow of a kind, an event of a type, or both None for a loss or words."""

    flow: FlowKind | None
    event: EventType | None
    mode: str | None
    concept: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity and what it measures."""

    role: QuantityRole
    quantity: Quantity
