"""An article that its publisher changed: what a person decided on the old text is carried to the new one, or opened again."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, or_, select

from dragoman.ledger import schema
from dragoman.ledger.known import passed_on, read_heirs
from dragoman.ledger.rows import add_verdict, read_claims_of, read_documents, read_verdicts
from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.entry import Entry
from dragoman.model.fact import Verdict
from dragoman.weighing.correct import FIELDS, value_of
from dragoman.weighing.descent import containment
from dragoman.weighing.ruling import Ruling, ruling_of

REOPENED = "rule:reopened"
_CARRIED = "rule:carried"
_REVISION = 0.3  # share of runs of four words from which two texts under one address are one article, changed


def carry_decisions(connection: Connection, entry: Entry, run: int) -> int:
    """Carry decisions from the earlier text of an article to a new one. Returns how many were carried or opened again.

    A claim that the new text makes alike keeps its decision. One on the same words that now says something else is open again,
    with a row that says so. The old text, its claims and the decisions on them stay as they are.
    """
    old = _earlier(connection, entry.document)
    if old is None:
        return 0
    ruling = ruling_of(passed_on(read_verdicts(connection), read_heirs(connection)))
    made = [
        verdict
        for claim in read_claims_of(connection, (old.id,))
        if (heir := _same_words(claim, entry.claims)) is not None
        for verdict in _carried(claim, heir, ruling)
    ]
    return sum(add_verdict(connection, one, run) for one in made)


def _earlier(connection: Connection, document: Document) -> Document | None:
    """The last text that was kept of the same article, None if there is none."""
    table = schema.documents.c
    same = [table.source_id == document.source_id]
    if document.url:
        same = [table.url == document.url]
    asked = select(table.id).where(or_(*same), table.id != document.id).order_by(table.number.desc()).limit(1)
    found = connection.execute(asked).scalar()
    if found is None:
        return None
    (old,) = read_documents(connection, (found,))
    return old if containment(old.text, document.text) >= _REVISION else None


def _same_words(claim: Claim, others: tuple[Claim, ...]) -> Claim | None:
    """The claim of another text that stands on the same words in the most alike sentence, None if there is none."""
    found = [one for one in others if one.matter == claim.matter and one.trigger.text == claim.trigger.text]
    return max(found, key=lambda one: (containment(one.evidence.text, claim.evidence.text), one.id), default=None)


def _carried(claim: Claim, heir: Claim, ruling: Ruling) -> Iterator[Verdict]:
    decided = "accept" if claim.id in ruling.accepted else "reject" if claim.id in ruling.rejected else None
    fixes = ruling.corrected.get(claim.id, ())
    if decided is None and not fixes:
        return
    changed = [
        f"{one} {value_of(claim, one) or '–'} → {value_of(heir, one) or '–'}"
        for one in FIELDS
        if value_of(claim, one) != value_of(heir, one)
    ]
    if changed:
        reason = f"the text changed, and is now read otherwise: {'; '.join(changed)}; decided before on {claim.id}"
        yield Verdict(heir.id, None, "unsure", REOPENED, None, reason)
        return
    reason = f"as decided on {claim.id}, in the earlier text of the article"
    if decided == "accept":
        yield Verdict(heir.id, None, "accept", _CARRIED, None, reason)
    if decided == "reject":
        yield Verdict(heir.id, None, "reject", _CARRIED, None, reason)
    for one in fixes:
        yield Verdict(heir.id, None, "correct", _CARRIED, None, reason, None, one.field, one.value)
