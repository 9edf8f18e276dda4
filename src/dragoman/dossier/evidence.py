"""Evidence: the sentence of a claim in its paragraph, cut at every place where a cell's words begin or end."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from dragoman.dossier.cell import words_of
from dragoman.dossier.document_rows import Aside, ChainLink, EvidenceRow, Segment
from dragoman.dossier.shelf import Shelf
from dragoman.dossier.shown import Role
from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.span import Quote, Span

# A text without paragraphs (a transcript, a bad conversion) would put itself whole behind every cell.
MAX_CONTEXT_CHARS = 600


def find_evidence(shelf: Shelf) -> tuple[EvidenceRow, ...]:
    """One row for each claim, numbered in order of document and place in it."""
    numbers = {document: number for number, document in enumerate(shelf.documents, 1)}
    claims = sorted(shelf.claims.values(), key=lambda one: numbers[one.document_id])
    starts = {key: tuple(one.span.start for one in document.paragraphs) for key, document in shelf.documents.items()}
    return tuple(
        _row(claim, shelf.documents[claim.document_id], starts[claim.document_id], (number, numbers[claim.document_id]))
        for number, claim in enumerate(claims, 1)
    )


def _row(claim: Claim, document: Document, starts: tuple[int, ...], numbers: tuple[int, int]) -> EvidenceRow:
    """starts: where the document's paragraphs start. numbers: the row's and the document's."""
    evidence = claim.evidence.span
    whole = paragraph_of(evidence, document, starts)
    window = Span(
        _clip_start(whole.start, evidence.start, document.text), _clip_end(whole.end, evidence.end, document.text)
    )
    words = words_of(claim)
    inside = tuple((role, quote.span) for role, quote in words if window.covers(quote.span))
    return EvidenceRow(
        number=numbers[0],
        claim_id=claim.id,
        document=numbers[1],
        language=document.language,
        segments=cut(window, evidence, inside, document.text),
        cut_before=window.start > whole.start,
        cut_after=window.end < whole.end,
        elsewhere=find_elsewhere(words, window),
        chain=chain_of(claim),
        status=claim.factuality.status,
        by=claim.factuality.by,
        certainty=claim.factuality.certainty,
        confidence=claim.confidence,
        reasons=claim.reasons,
    )


def chain_of(claim: Claim) -> tuple[ChainLink, ...]:
    """Who says so, outermost first."""
    return tuple(
        ChainLink(link.kind, link.text, link.actor.country if link.actor else None, link.origin)
        for link in claim.attribution
    )


def find_elsewhere(words: tuple[tuple[Role, Quote], ...], window: Span) -> tuple[Aside, ...]:
    """Words of a claim that are not in the paragraph shown: a year in the title, a speaker named before."""
    return tuple(
        dict.fromkeys(Aside(role, quote.text) for role, quote in words if not window.covers(quote.span)),
    )


def paragraph_of(evidence: Span, document: Document, starts: tuple[int, ...]) -> Span:
    """The paragraphs that hold a sentence, whole. starts: where each paragraph starts, in order."""
    low, high = evidence.start, evidence.end
    first = bisect_right(starts, evidence.start) - 1
    last = bisect_right(starts, max(evidence.end - 1, evidence.start)) - 1
    if first >= 0:
        low = min(low, document.paragraphs[first].span.start)
    if last >= 0:
        high = max(high, document.paragraphs[last].span.end)
    return Span(low, high)


def _clip_start(low: int, start: int, text: str) -> int:
    if start - low <= MAX_CONTEXT_CHARS:
        return low
    cut_at = start - MAX_CONTEXT_CHARS
    space = text.find(" ", cut_at, start)
    return space + 1 if space >= 0 else cut_at


def _clip_end(high: int, end: int, text: str) -> int:
    if high - end <= MAX_CONTEXT_CHARS:
        return high
    cut_at = end + MAX_CONTEXT_CHARS
    space = text.rfind(" ", end, cut_at)
    return space if space >= 0 else cut_at


def cut(window: Span, evidence: Span, words: tuple[tuple[Role, Span], ...], text: str) -> tuple[Segment, ...]:
    """Cut a window of a text into runs with one set of roles each. Joined again, the runs are the window's text."""
    edges = {window.start, window.end, evidence.start, evidence.end}
    for _, span in words:
        edges |= {span.start, span.end}
    points = sorted(edges)
    runs = []
    for start, end in pairwise(points):
        run = Span(start, end)
        roles = tuple(sorted({role for role, span in words if span.covers(run)}))
        runs.append(Segment(run.of(text), evidence.covers(run), roles))
    return tuple(runs)
