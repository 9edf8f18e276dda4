"""A fact: what the ledger shows of the claims that say one thing; and the verdicts that shaped it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Evidence = Literal["limited", "medium", "robust"]
Agreement = Literal["low", "medium", "high"]
CellName = Literal["item", "quantity", "period", "place", "stage", "status", "source"]
Decision = Literal["same", "different", "unsure", "accept", "reject", "correct", "rate", "note"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
DisagreementKind = Literal["contradiction", "denial", "error", "scope", "part", "refinement", "update"]
DescentKind = Literal["copy", "rewrite", "quotation", "origin"]


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

    source: Admiralty A to F, the best that a person set for one of its originators; F, cannot be judged, where nobody did.
    report: Admiralty 1 to 6 (6 cannot be judged). evidence, agreement: as the IPCC's two scales, from independent originators.
    documents, originators: the counts. reason: the rule in words.
    """

    report: int
    evidence: Evidence
    agreement: Agreement
    documents: int
    originators: int
    reason: str
    source: Reliability = "F"

    def __post_init__(self) -> None:
        if not 1 <= self.report <= 6:
            raise ValueError(f"report grade {self.report} is not 1 to 6")


@dataclass(frozen=True, slots=True)
class Backing:
    """One originator of a fact and the claims that come from it. named: somebody answers for it by name, so that it counts.

    documents: those that print it; the first is the likely head of its line of descent.
    """

    label: str
    named: bool
    claim_ids: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A cluster of claims about one thing. claim_ids: in order of document and place in it; head: the claim shown first.

    backing: its originators, those with most documents first.
    """

    id: str
    head: str
    claim_ids: tuple[str, ...]
    cells: tuple[Cell, ...]
    grade: Grade
    disputed: bool
    backing: tuple[Backing, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two groups of claims that differ on one cell, the earlier first. Nothing is resolved by it.

    kind: "contradiction", different originators, one thing, one time, values that cannot both hold; "denial", one says that
    it is not so; "error", a document against the others of its own descent; "scope", numbers of two things of which one
    includes the other; "part", one number is a share of the other; "refinement", one lies inside the bounds of the
    other; "update", the same originator later.
    """

    kind: DisagreementKind
    cell: CellName
    left: tuple[str, ...]
    right: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A recorded decision, by a rule or a person.

    left, right: ids of claims, or for "rate" the name of a source; right is None but for same and different. field, value:
    what is corrected to what, or the letter of a rate. "unsure" takes back what was decided on the same pair, claim or field.
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
    """Documents that come from one text or one report. Copies never count as corroboration. document_ids: likely head first.

    kind: "copy" and "rewrite" make what nobody is named for the head's; "quotation" and "origin" (all cite one source, on one
    matter, within days) count once through the one whom they cite.
    """

    document_ids: tuple[str, ...]
    reason: str
    kind: DescentKind = "copy"


@dataclass(frozen=True, slots=True)
class Weighing:
    """All that comparing claims gave: facts in order of time and id, what disagrees, lines of descent, and the rules' own verdicts."""

    facts: tuple[Fact, ...]
    disagreements: tuple[Disagreement, ...]
    descents: tuple[Descent, ...]
    verdicts: tuple[Verdict, ...]
