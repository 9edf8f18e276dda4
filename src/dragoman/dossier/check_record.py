"""A check as JSON: one object an article, with schema.org's ClaimReview for each claim as far as its fields fit.

ClaimReview wants a rating; what is printed has a name and no number, since nothing here is a score.
Source: schema.org/ClaimReview, schema.org/Claim (version 28).
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec

from dragoman.model.document import Document, DocumentWarning
from dragoman.model.finding import JUDGEMENTS, Checked, Finding, Witness, words_of_claim
from dragoman.model.span import Quote

Row = dict[str, Any]
RATINGS = {
    "supported": "Supported by independent originators",
    "contradicted": "Contradicted",
    "new": "New: nobody else says it here",
    "cannot_be_judged": "Cannot be judged",
}


def render_check(checked: Checked) -> str:
    """One line of JSON for one article."""
    document = checked.document
    row: Row = {
        "document": _source(document),
        "warnings": [_warning(one) for one in checked.warnings],
        "warning_counts": dict(sorted(Counter(one.code for one in checked.warnings).items())),
        "judgement_counts": {name: checked.count(name) for name in JUDGEMENTS},
        "claims": [_finding(one, document) for one in checked.findings],
    }
    return msgspec.json.encode(row).decode("utf-8")


def _source(document: Document) -> Row:
    return {
        "id": document.id, "source_id": document.source_id, "lang": document.language, "title": document.title,
        "publisher": document.publisher, "url": document.url, "published": document.published,
    }  # fmt: skip


def _words(quote: Quote) -> Row:
    return {"start": quote.span.start, "end": quote.span.end, "text": quote.text}


def _warning(warning: DocumentWarning) -> Row:
    place = _words(warning.quote) if warning.quote else {"start": None, "end": None, "text": None}
    return {"code": warning.code, **place, "detail": warning.detail}


def _finding(finding: Finding, document: Document) -> Row:
    claim = finding.claim
    return {
        "id": claim.id,
        "judgement": finding.judgement,
        "reason": finding.reason,
        "status": claim.factuality.status,
        "trigger": _words(claim.trigger),
        "evidence": _words(claim.evidence),
        "supported_by": [_witness(one) for one in finding.supported_by],
        "contradicted_by": [_witness(one) for one in finding.contradicted_by],
        "review": _review(finding, document),
    }


def _witness(witness: Witness) -> Row:
    return {
        "originator": witness.originator,
        "named": witness.named,
        "claim_id": witness.claim.id,
        "document": _source(witness.document),
        "evidence": _words(witness.claim.evidence),
    }


def _review(finding: Finding, document: Document) -> Row:
    """The claim as schema.org's ClaimReview; what is not known is left out."""
    speaker = next((link for link in reversed(finding.claim.attribution) if link.kind != "publisher"), None)
    item: Row = {"@type": "Claim", "appearance": _work(document)}
    if speaker is not None and speaker.origin != "unnamed":
        item["author"] = {"@type": "Thing", "name": speaker.actor.name if speaker.actor else speaker.text}
    cited = [_work(one.document) for one in (*finding.supported_by, *finding.contradicted_by)]
    review: Row = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": words_of_claim(finding.claim).text,
        "itemReviewed": item,
        "reviewRating": {"@type": "Rating", "alternateName": RATINGS[finding.judgement]},
        "reviewBody": finding.reason,
    }
    if cited:
        review["citation"] = cited
    return review


def _work(document: Document) -> Row:
    fields = {
        "headline": document.title,
        "url": document.url,
        "datePublished": document.published,
        "publisher": {"@type": "Organization", "name": document.publisher} if document.publisher else None,
        "inLanguage": document.language,
    }
    return {"@type": "CreativeWork", **{name: value for name, value in fields.items() if value}}
