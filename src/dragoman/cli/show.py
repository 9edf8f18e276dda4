"""Claims for the eye of someone at a terminal: one line a claim, its sentence under it."""

from __future__ import annotations

from dragoman.cli.reader import Read
from dragoman.dossier.contract import render_reading, render_rejected
from dragoman.dossier.fact_line import amount_words
from dragoman.model.claim import Claim, ClaimQuantity
from dragoman.model.document import Rejected
from dragoman.weighing.profile import bounds_text


def show_line(one: Read | Rejected, as_json: bool) -> str:
    """What `dragoman read` writes of one input: a line of the contract, or its claims or the reason why it has none for the eye."""
    if isinstance(one, Rejected):
        return render_rejected(one) if as_json else f"rejected {one.source_id}: {one.reason}"
    return render_reading(one.document, one.reading, one.claims, one.warnings) if as_json else show_claims(one)


def show_claims(one: Read) -> str:
    """A document's claims and warnings as plain lines."""
    head = one.document.title or one.document.source_id
    lines = [f"== {head} ({one.document.language}, {one.document.published or 'no date'})"]
    lines += (line for claim in one.claims for line in claim_lines(claim))
    lines += (f"  ! {warning.code}: {warning.detail}" for warning in one.warnings)
    return "\n".join(lines) + "\n"


def claim_lines(claim: Claim) -> tuple[str, ...]:
    """What a claim says, and under it its sentence."""
    actors = " + ".join(f"{one.actor.name}" for one in claim.actors) or "?"
    recipients = " + ".join(f"{one.actor.name}" for one in claim.recipients)
    flow = f"{claim.flow.kind}/{claim.flow.stage}" if claim.flow else ""
    kind = " ".join(
        part for part in (claim.event_type, claim.mode, flow, claim.matter if not claim.event_type else "") if part
    )
    parts = [f"{actors}{' -> ' + recipients if recipients else ''}", kind, claim.factuality.status]
    parts += (f"{one.role}: {_amount(one, claim)}" for one in claim.quantities)
    if claim.item:
        parts.append(claim.item.quote.text)
    if claim.period:
        parts.append(claim.period.period.edtf or claim.period.period.timex_value or "")
    if claim.place:
        parts.append(claim.place.place.name)
    says = " < ".join(
        link.actor.name if link.actor else link.text for link in claim.attribution if link.kind != "publisher"
    )
    if says:
        parts.append(f"says {says}")
    return (f"  {' | '.join(parts)} ({claim.confidence})", f"      {claim.evidence.text!r}")


def _amount(one: ClaimQuantity, claim: Claim) -> str:
    """A number in words: "at least 9 soldiers", or that none is given."""
    found = one.mention.quantity
    if found.state != "value":
        return f"{found.unit or 'number'} {found.state.replace('_', ' ')}"
    return amount_words(bounds_text(found), found.unit, claim.evidence.text)
