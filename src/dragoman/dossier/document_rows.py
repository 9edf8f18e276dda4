"""The rows that show documents as received, and the sentences of theirs behind what is claimed."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.dossier.shown import Role, Surface
from dragoman.model.document import PublishedFrom, WarningCode
from dragoman.model.factuality import Certainty, Status


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
