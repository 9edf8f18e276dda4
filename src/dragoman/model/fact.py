"""A fact: what the ledger shows of the claims that say one thing; and the verdicts that shaped it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Evidence = Literal["limited", "medium", "robust"]
Agreement = Literal["low", "medium", "high"]
CellName = Literal["item", "quantity", "period", "place", "stage", "status", "source"]
Decision = Literal["same", "different", "unsure", "accept", "reject", "correct"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a fact with the ids of the claims that give it and of those that say otherwise.

    value: canonical text of the value ("9//" for at least nine); label: what a reader sees.
    """

    name: CellName
    value: str
    label: str
    claims_for: tuple[str, ...]
    claims_against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grade:
    """How much stands behind a fact, counted and not felt.

    report: Admiralty 1 to 6 (6 cannot be judged). evidence, agreement: as the IPCC's two scales, from independent originators.
    documents, originators: the counts. reason: the rule in words.
    """

    report: int
    evidence: Evidence
    agreement: Agreement
    documents: int
    originators: int
    reason: str

    def __post_init__(self) -> None:
        if not 1 <= self.report <= 6:
            raise ValueError(f"report grade {self.report} is not 1 to 6")


@dataclass(frozen=True, slots=True)
class Fact:
    """A cluster of claims about one thing. claim_ids: in order of document and place in it; head: the claim shown first."""

    id: str
    head: str
    claim_ids: tuple[str, ...]
    cells: tuple[Cell, ...]
    grade: Grade
    disputed: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two groups of claims that cannot both hold, or one that updates the other. kind: contradiction, denial, update, refinement."""

    kind: Literal["contradiction", "denial", "update", "refinement"]
    cell: CellName
    left: tuple[str, ...]
    right: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A recorded decision, by a rule or a person. left, right: ids of claims or facts; right is None for accept, reject, correct.

    at: when it was made; None for a rule's, which is made anew each time and gives the same.
    """

    left: str
    right: str | None
    decision: Decision
    by: str
    at: datetime | None
    reason: str
    score: float | None = None
    field: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Descent:
    """Documents that come from one text or one report. Copies never count as corroboration. document_ids: likely head first."""

    document_ids: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Weighing:
    """All that comparing claims gave: facts in order of time and id, what disagrees, lines of descent, and the rules' own verdicts."""

    facts: tuple[Fact, ...]
    disagreements: tuple[Disagreement, ...]
    descents: tuple[Descent, ...]
    verdicts: tuple[Verdict, ...]
