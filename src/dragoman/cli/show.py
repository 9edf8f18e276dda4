"""Claims for the eye of someone at a terminal: one line a claim, its sentence under it."""

from __future__ import annotations

from dragoman.cli.reader import Read
from dragoman.model.claim import Claim


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
    parts += (
        f"{one.role}={_bounds(one.mention.quantity.low, one.mention.quantity.best, one.mention.quantity.high)} {one.mention.quantity.unit or ''}"
        for one in claim.quantities
    )
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


def _bounds(low: float | None, best: float | None, high: float | None) -> str:
    """Bounds as whole numbers where they are: "120000000", not "1.2e+08"."""
    return "/".join("–" if one is None else f"{one:.12g}" for one in (low, best, high))
