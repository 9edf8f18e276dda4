"""What a ledger says of one claim of an article: supported, contradicted, new, or not to be judged; and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.claim import Claim
from dragoman.model.document import Document, DocumentWarning
from dragoman.model.span import Quote

Judgement = Literal["supported", "contradicted", "new", "cannot_be_judged"]
_LONG = 400  # characters: evidence that reaches from one end of an article to the other is not read
JUDGEMENTS: tuple[Judgement, ...] = ("contradicted", "supported", "new", "cannot_be_judged")


def words_of_claim(claim: Claim) -> Quote:
    """What to show of a claim: its evidence, or, where that spans half an article, the words it is about."""
    return claim.evidence if len(claim.evidence.text) <= _LONG else claim.content or claim.trigger


@dataclass(frozen=True, slots=True)
class Witness:
    """A claim of another document that speaks for or against one. originator: who says it in the end, as shown; named: by name."""

    claim: Claim
    document: Document
    originator: str
    named: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim of an article and what others say of it. supported_by: one witness an independent originator.

    reason: in words, why it is judged so.
    """

    claim: Claim
    judgement: Judgement
    supported_by: tuple[Witness, ...]
    contradicted_by: tuple[Witness, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One article after a check: what is wrong with it by itself and beside others, and each of its claims."""

    document: Document
    warnings: tuple[DocumentWarning, ...]
    findings: tuple[Finding, ...]

    def count(self, judgement: Judgement) -> int:
        """How many of its claims are judged so."""
        return sum(one.judgement == judgement for one in self.findings)
