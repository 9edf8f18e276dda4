"""The rows that show what somebody says: statements, judgements, and who disagrees with whom."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.dossier.shown import Direction, Shown, Source, Surface
from dragoman.model.fact import CellName, DisagreementKind
from dragoman.model.factuality import Certainty, Status
from dragoman.model.period import Period


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Words somebody said. wordings: the same words as each document prints them. home: as in TimelineRow."""

    fact_id: str
    source: Shown[Source]
    direct: bool
    wordings: tuple[Shown[Surface], ...]
    period: Shown[Period] | None
    statuses: tuple[Shown[Status], ...]
    home: bool


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """What somebody thinks, expects or holds possible: no fact, and never counted as one.

    also: ids of further suppositions of the same source in the same words, such as the killed and the wounded of one sentence.
    """

    fact_id: str
    source: Shown[Source]
    status: Shown[Status]
    is_judgement: bool
    certainty: Certainty
    words: Shown[Surface]
    period: Shown[Period] | None
    direction: Shown[Direction] | None
    home: bool
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: who says what, in which words."""

    value: Shown[object] | None
    sources: tuple[Shown[Source], ...]
    sentences: tuple[Shown[Surface], ...]


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """Two groups of claims that differ on one cell. reason: the rule, in words; near: between the pair asked for."""

    kind: DisagreementKind
    cell: CellName
    left: Side
    right: Side
    reason: str
    near: bool
