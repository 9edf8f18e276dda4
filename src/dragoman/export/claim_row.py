"""A claim as one flat row: what the text says, who says it, how surely, and where the words stand."""

from __future__ import annotations

from dragoman.export.holding import Held
from dragoman.model.attribution import AttributionLink
from dragoman.model.claim import Claim, ClaimQuantity
from dragoman.model.mention import ActorMention
from dragoman.model.quantity import Quantity
from dragoman.weighing.profile import quantity_of

Cell = str | int | float | bool | None | tuple[str, ...]
Row = dict[str, Cell]


def claim_row(held: Held) -> Row:
    """The row of a claim, in the order of the codebook."""
    claim, document, fact = held.claim, held.document, held.fact
    stance = claim.factuality
    return {
        "claim_id": claim.id, "fact_id": fact.id if fact else None, "document_id": document.id, "matter": claim.matter,
        "concept": claim.concept, "event_type": claim.event_type, "mode": claim.mode, "quad": claim.quad, "contexts": claim.contexts,
        "flow_kind": claim.flow.kind if claim.flow else None, "flow_stage": claim.flow.stage if claim.flow else None,
        **_side("actor", claim.actors), **_side("recipient", claim.recipients),
        "item": claim.item.concept if claim.item else None, "item_text": claim.item.quote.text if claim.item else None,
        **_numbers(claim), **_when_where(claim), "originator": held.original or None, **_link(claim),
        "attribution": tuple(_said(one) for one in claim.attribution), "status": stance.status, "status_by": stance.by,
        "polarity": stance.polarity, "certainty": stance.certainty, "time": stance.time,
        "status_cues": tuple(one.text for one in stance.cues), **_support(held),
        "decision": held.decision, "confidence": claim.confidence, "publisher": document.publisher, "published": document.published,
        "published_from": document.published_from, "published_cue": document.published_cue, "updated": document.updated,
        "dataset": document.dataset, "language": document.language, "title": document.title, "url": document.url,
        "source_id": document.source_id, "start": claim.evidence.span.start, "end": claim.evidence.span.end,
        "trigger": claim.trigger.text, "content": claim.content.text if claim.content else None, "quotation": claim.evidence.text,
        "coder": claim.coder,
    }  # fmt: skip


def bounds_of(quantity: Quantity | None) -> Row:
    """Low, best, high, unit and state of an amount; no amount is "not_mentioned"."""
    if quantity is None:
        return {"low": None, "best": None, "high": None, "unit": None, "quantity_state": "not_mentioned"}
    return {
        "low": quantity.low, "best": quantity.best, "high": quantity.high, "unit": quantity.unit,
        "quantity_state": quantity.state,
    }  # fmt: skip


def _side(name: str, mentions: tuple[ActorMention, ...]) -> Row:
    actors = [one.actor for one in mentions]
    return {
        f"{name}_names": tuple(one.name for one in actors),
        f"{name}_countries": tuple(one.country or "" for one in actors),
        f"{name}_sectors": tuple(one.sector or "" for one in actors),
        f"{name}_wikidata": tuple(one.wikidata_id or "" for one in actors),
        f"{name}_text": tuple(one.quote.text for one in mentions),
    }


def _numbers(claim: Claim) -> Row:
    """The number that the claim is compared by in columns, the others as words: a cell holds no two numbers."""
    main = quantity_of(claim)
    first = next((one for one in claim.counted if one.mention.quantity is main), None) if main else None
    others = tuple(_amount(one) for one in claim.counted if one is not first)
    return {
        "quantity_role": first.role if first else None, "quantity_text": first.mention.quote.text if first else None,
        **bounds_of(main), "other_quantities": others,
    }  # fmt: skip


def _amount(one: ClaimQuantity) -> str:
    """A further number: "wounded 100/–/– soldier (at least a hundred soldiers)"."""
    of = one.mention.quantity
    bounds = "/".join("–" if each is None else f"{each:.15g}" for each in (of.low, of.best, of.high))
    return (
        f"{one.role} {bounds if of.state == 'value' else of.state} {of.unit or ''}".rstrip()
        + f" ({one.mention.quote.text})"
    )


def _when_where(claim: Claim) -> Row:
    period = claim.period.period if claim.period else None
    place = claim.place.place if claim.place else None
    return {
        "period_text": claim.period.quote.text if claim.period else None, "period_edtf": period.edtf if period else None,
        "earliest": period.earliest.isoformat() if period and period.earliest else None,
        "latest": period.latest.isoformat() if period and period.latest else None,
        "date_prec": period.date_prec if period else None, "period_anchor": claim.period.anchor if claim.period else None,
        "place_text": claim.place.quote.text if claim.place else None, "place": place.name if place else None,
        "place_country": place.country if place else None, "admin1": place.admin1 if place else None,
        "latitude": place.latitude if place else None, "longitude": place.longitude if place else None,
        "geonames_id": place.geonames_id if place else None, "where_prec": place.where_prec if place else None,
    }  # fmt: skip


def _link(claim: Claim) -> Row:
    link = claim.originator
    return {
        "originator_kind": link.kind if link else None, "originator_origin": link.origin if link else None,
        "originator_country": link.actor.country if link and link.actor else None,
        "direct_speech": link.direct if link else None,
    }  # fmt: skip


def _said(link: AttributionLink) -> str:
    """One link of the chain, outermost first: "speaker: a lawmaker"."""
    return f"{link.kind}: {link.actor.name if link.actor else link.text}"


def _support(held: Held) -> Row:
    fact, line = held.fact, held.line
    return {
        "grade": line.grade if line else None, "evidence": line.evidence if line else None,
        "agreement": line.agreement if line else None, "fact_documents": line.documents if line else None,
        "fact_originators": fact.grade.originators if fact else None, "disputed": line.disputed if line else None,
    }  # fmt: skip
