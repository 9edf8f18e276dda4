"""All that a dossier shows: its first lines, its tables, what has changed; values and counts without a language."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.dossier.document_rows import DocumentRow, EvidenceRow
from dragoman.dossier.fact_rows import FactRow, LossGroup, LossRow, MapPoint, NetworkEdge, SupportGroup, TimelineRow
from dragoman.dossier.said_rows import DisagreementRow, JudgementRow, StatementRow
from dragoman.dossier.shown import Direction, Shown, Surface
from dragoman.model.document import Rejected
from dragoman.weighing.change import ChangeKind


@dataclass(frozen=True, slots=True)
class HeadlineFlow:
    """The flows of one direction and kind: how many facts, and the one with most behind it."""

    row: FactRow
    facts: int


@dataclass(frozen=True, slots=True)
class HeadlineDirection:
    """What goes one way. side: as in SupportGroup. more: kinds left out for length."""

    direction: Direction
    side: int
    flows: tuple[HeadlineFlow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class HeadlineLoss:
    """The losses of one kind on one side: the report with most behind it, and how many counts there are."""

    row: LossRow
    counts: int


@dataclass(frozen=True, slots=True)
class Headline:
    """The counts and leading facts of the first paragraph. losses: of each kind and side, never a sum; more_losses: kinds and sides left out."""

    documents: int
    publishers: int
    originators: int
    facts: int
    directions: tuple[HeadlineDirection, ...]
    losses: tuple[HeadlineLoss, ...]
    more_losses: int
    planned: int
    denied: int
    disputed: int
    judgements: int
    statements: int
    unread: int
    rejected: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A fact that is not what it was when the last dossier was made. what: the changes, in words.

    fact_id: of the fact as it is now, by which the tables mark its row; None for one that was withdrawn.
    sentences: those behind it; of a fact that was withdrawn, those that are still read.
    """

    kind: ChangeKind
    fact_id: str | None
    sentences: tuple[Shown[Surface], ...]
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the page shows. pair: the two states asked for. made_on: as given, None is not printed.

    beyond: facts of the documents that are not between the two; () where no pair was asked for. words_beyond: how many
    statements and judgements stand in documents that do not name both, and are shown among the sentences alone.
    changes: since the last dossier, None where that was not asked.
    """

    pair: tuple[str, str] | None
    made_on: str | None
    headline: Headline
    support: tuple[SupportGroup, ...]
    timeline: tuple[TimelineRow, ...]
    losses: tuple[LossGroup, ...]
    points: tuple[MapPoint, ...]
    edges: tuple[NetworkEdge, ...]
    statements: tuple[StatementRow, ...]
    disagreements: tuple[DisagreementRow, ...]
    judgements: tuple[JudgementRow, ...]
    beyond: tuple[FactRow, ...]
    words_beyond: int
    documents: tuple[DocumentRow, ...]
    rejected: tuple[Rejected, ...]
    evidence: tuple[EvidenceRow, ...]
    changes: tuple[ChangeRow, ...] | None = None
