"""An article that its publisher changed: what a person decided on the old text is carried to the new one, or opened again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
from dragoman.weighing.name import known_name
from dragoman.weighing.print_mark import shingles_of
from dragoman.weighing.ruling import Ruling, ruling_of

REOPENED = "rule:reopened"
CARRIED = "rule:carried"
_REVISION = 0.3  # share of runs of four words from which two texts under one address are one article, changed
# Share of the longer sentence's runs of four words from which two are nearly one: a word changed in the middle of 17 leaves 0.71.
_SENTENCE = 0.7


def carry_decisions(connection: Connection, entry: Entry, run: int) -> int:
    """Carry decisions from the earlier text of an article to a new one. Returns how many were carried or opened again.

    A claim that the new text makes alike, in nearly the same sentence, keeps its decision. One on the same words that now says
    something else, or in another sentence, is open again, with a row that says so. The old text, its claims and the decisions on them stay as they are.
    """
    old = _earlier(connection, entry.document)
    if old is None:
        return 0
    ruling = ruling_of(passed_on(read_verdicts(connection), read_heirs(connection)))
    pairs = pairs_of(read_claims_of(connection, (old.id,)), entry.claims)
    made = [verdict for claim, heir in pairs for verdict in carried(claim, heir, ruling)]
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


def pairs_of(old: Iterable[Claim], new: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Claims of two texts on the same words, each with one other: those in the most alike sentences first, then those that say most alike."""
    fresh = tuple(new)
    found = [
        (-_likeness(one, other), len(differences(one, other)), one.trigger.span, other.trigger.span, one, other)
        for one in old
        for other in fresh
        if one.matter == other.matter and one.trigger.text == other.trigger.text
    ]
    taken: set[str] = set()
    for *_, one, other in sorted(found, key=lambda row: (*row[:4], row[4].id, row[5].id)):
        if not {one.id, other.id} & taken:
            taken |= {one.id, other.id}
            yield one, other


def _likeness(claim: Claim, other: Claim) -> float:
    """Share of the longer sentence's runs of four words that the shorter has too, 0 to 1."""
    left, right = (shingles_of(one.evidence.text) for one in (claim, other))
    return len(left & right) / max(len(left), len(right))


def differences(claim: Claim, other: Claim) -> tuple[str, ...]:
    """What two readings say otherwise of one thing, in words; () where they say the same."""
    before, after = _said(claim), _said(other)
    return tuple(
        f"{name} {before[name] or '–'} → {after[name] or '–'}" for name in before if before[name] != after[name]
    )


def _said(claim: Claim) -> dict[str, str]:
    origin = claim.originator
    return {
        **{one: value_of(claim, one) for one in FIELDS},
        "concept": claim.concept,
        "polarity": claim.factuality.polarity,
        "named": "; ".join(
            "+".join(sorted(one.actor.name for one in side)) for side in (claim.actors, claim.recipients) if side
        ),
        "content": " ".join(claim.content.text.casefold().split()) if claim.content else "",
        "place": claim.place.place.name if claim.place else "",
        "originator": "" if origin is None else known_name(origin.actor.name if origin.actor else origin.text),
    }


def carried(claim: Claim, heir: Claim, ruling: Ruling) -> Iterator[Verdict]:
    """Decisions on a claim as decisions on its heir in a changed text: the same, or open again; nothing where nothing was decided."""
    decided = "accept" if claim.id in ruling.accepted else "reject" if claim.id in ruling.rejected else None
    fixes = ruling.corrected.get(claim.id, ())
    if decided is None and not fixes:
        return
    changed = differences(claim, heir)
    if not changed and _likeness(claim, heir) < _SENTENCE:
        changed = ("the sentence is another",)
    if changed:
        reason = f"the text changed, and is now read otherwise: {'; '.join(changed)}; decided before on {claim.id}"
        yield Verdict(heir.id, None, "unsure", REOPENED, None, reason)
        return
    reason = f"as decided on {claim.id}, in the earlier text of the article"
    if decided == "accept":
        yield Verdict(heir.id, None, "accept", CARRIED, None, reason)
    if decided == "reject":
        yield Verdict(heir.id, None, "reject", CARRIED, None, reason)
    for one in fixes:
        yield Verdict(heir.id, None, "correct", CARRIED, None, reason, None, one.field, one.value)
