"""The rows of a dossier: values and counts without a language, each with the words it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from dragoman.model.claim import EventType, FlowKind, Stage
from dragoman.model.document import PublishedFrom, Rejected, WarningCode
from dragoman.model.fact import CellName, DisagreementKind, Grade
from dragoman.model.factuality import Certainty, Status
from dragoman.model.period import Period
from dragoman.model.place import Place
from dragoman.model.quantity import Quantity, QuantityRole
from dragoman.model.span import Span
from dragoman.weighing.change import ChangeKind

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


@dataclass(frozen=True, slots=True)
class WarningRow:
    """What is wrong with a document. words: where, None for the whole of it."""

    code: WarningCode
    words: Surface | None
    detail: str


@dataclass(frozen=True, slots=True)
class Kin:
    """Other documents that cite one source or quote the same words at length. numbers: theirs; reason: in words."""

    numbers: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as received. copy_of: number of the document it descends from, None if from none."""

    number: int
    document_id: str
    source_id: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    published_from: PublishedFrom | None
    language: str
    claims: int
    warnings: tuple[WarningRow, ...]
    copy_of: int | None
    copy_reason: str | None
    kin: tuple[Kin, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of an evidence paragraph. inside: in the sentence itself. roles: the cells these words fill."""

    text: str
    inside: bool
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that fill a cell but stand elsewhere in the document."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link of who says so, outermost first."""

    kind: str
    text: str
    country: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """The sentence of one claim in its paragraph. number: its place among all sentences of the dossier, from 1.

    cut_before, cut_after: whether a long paragraph goes on where the segments stop.
    """

    number: int
    claim_id: str
    document: int
    language: str
    segments: tuple[Segment, ...]
    cut_before: bool
    cut_after: bool
    elsewhere: tuple[Aside, ...]
    chain: tuple[ChainLink, ...]
    status: Status
    by: str | None
    certainty: Certainty
    confidence: float
    reasons: tuple[str, ...]


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
