"""What the ledger keeps of one document: the document itself, its claims and its warnings."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.claim import Claim
from dragoman.model.document import Document, DocumentWarning


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as read and coded."""

    document: Document
    claims: tuple[Claim, ...]
    warnings: tuple[DocumentWarning, ...]
