"""The rows that show facts: of every view of a fact, of flows, losses, places, and of who deals with whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.dossier.shown import Dealing, Direction, Measure, Party, Shown, Source
from dragoman.model.claim import Stage
from dragoman.model.fact import Grade
from dragoman.model.factuality import Status
from dragoman.model.period import Period
from dragoman.model.place import Place
from dragoman.model.quantity import QuantityRole


@dataclass(frozen=True, slots=True)
class FactRow:
    """What every view of a fact shows. Cells are None where no claim says anything; quantities, statuses, sources may be ()."""

    fact_id: str
    direction: Shown[Direction]
    dealing: Shown[Dealing]
    item: Shown[str] | None
    quantities: tuple[Shown[Measure], ...]
    stage: Shown[Stage] | None
    period: Shown[Period] | None
    place: Shown[Place] | None
    statuses: tuple[Shown[Status], ...]
    sources: tuple[Shown[Source], ...]
    grade: Grade
    disputed: bool


@dataclass(frozen=True, slots=True)
class SupportGroup:
    """The flows of one direction. side: 1 from the first party asked for, 2 from the second, 3 both, 0 anything else."""

    direction: Direction
    side: int
    rows: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A fact in time. earliest, latest: its days, None on an open side. home: whether the fact is shown in full only here."""

    row: FactRow
    side: int
    earliest: date | None
    latest: date | None
    home: bool


@dataclass(frozen=True, slots=True)
class LossRow:
    """Losses of one kind in one fact, by whom they are counted. Kinds are never added up."""

    fact_id: str
    measure: Shown[Measure]
    victims: Shown[tuple[Party, ...]]
    by: Shown[tuple[Party, ...]] | None
    period: Shown[Period] | None
    place: Shown[Place] | None
    statuses: tuple[Shown[Status], ...]
    sources: tuple[Shown[Source], ...]
    grade: Grade
    disputed: bool
    home: bool


@dataclass(frozen=True, slots=True)
class LossGroup:
    """The losses of one kind."""

    role: QuantityRole
    rows: tuple[LossRow, ...]


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place with the facts that name it."""

    place: Shown[Place]
    facts: int


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """One kind of dealing on an edge, and how many facts hold it."""

    dealing: Dealing
    facts: Shown[int]


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """What one party does to another. quads: number of facts by PLOVER's quad, 1 to 4 in order."""

    sender: Party
    receiver: Party
    mutual: bool
    facts: int
    quads: tuple[int, int, int, int]
    kinds: tuple[EdgeKind, ...]
