"""A claim in one line, its status first: in a list of names, nothing planned or denied may read as done."""

from __future__ import annotations

from dragoman.dossier.fact_line import amount_words
from dragoman.export.holding import Held
from dragoman.weighing.profile import bounds_text, loss_of, quantity_of


def heading_of(held: Held) -> str:
    """Who does what to whom, how many and when, with its status before it: "planned · FRA → UKR · AID drones pledged · 2025"."""
    claim = held.claim
    sides = [
        "+".join(dict.fromkeys(one.actor.country or one.actor.name for one in side))
        for side in (claim.actors, claim.recipients)
    ]
    flow = (claim.flow.kind, claim.flow.stage) if claim.flow else ()
    coded = " ".join(one for one in (claim.event_type, *flow, loss_of(claim)) if one)
    parts = (
        sureness_of(held), " → ".join(one for one in sides if one) or "?", coded or claim.concept.replace("_", " ").lower(),
        amount_of(held), (claim.period.period.edtf or "") if claim.period else "",
    )  # fmt: skip
    return " · ".join(one for one in parts if one)


def sureness_of(held: Held) -> str:
    """How sure the text is: its status, and what else lowers it. "reported", "planned, possible", "asserted, not so"."""
    stance = held.claim.factuality
    words: list[str] = [stance.status]
    if stance.polarity == "negative" and stance.status not in ("denied", "negated"):
        words.append("not so")
    if stance.certainty not in ("certain", stance.status):
        words.append(stance.certainty if stance.certainty != "unknown" else "certainty unknown")
    return ", ".join(words)


def amount_of(held: Held) -> str:
    """The number with its bounds: "9 soldiers", "at least 9 soldiers", "1,000 to 2,000 shells", "about" where only the best is given."""
    found = quantity_of(held.claim)
    if found is None:
        return ""
    if found.state != "value":
        return f"number {found.state}" + (f" {found.unit}" if found.unit else "")
    return amount_words(bounds_text(found), found.unit, held.claim.evidence.text)


def support_of(held: Held) -> str:
    """Who says it, how it is graded, and where the words stand, in one line."""
    document, line = held.document, held.line
    grade = f"grade {line.grade} ({line.evidence} evidence, {line.agreement} agreement)" if line else "in no fact"
    parts = [f"says {held.original or 'nobody named'}", grade, *(["disputed"] if line and line.disputed else [])]
    parts += [*([f"{held.decision} by a person"] if held.decision else [])]
    parts += [
        f"printed by {document.publisher or 'unknown'}, {document.published or 'no date'}",
        document.url or document.source_id,
    ]
    return "; ".join(parts)
