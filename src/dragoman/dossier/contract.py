"""The machine-readable reading: one JSON object a document, in the shape of docs/contract.md."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.model.attribution import Attribution, AttributionLink
from dragoman.model.claim import Claim
from dragoman.model.document import Document, DocumentWarning, Rejected
from dragoman.model.mention import ActorMention, PlaceMention
from dragoman.model.period import Period
from dragoman.model.predication import Predication
from dragoman.model.quantity import Quantity
from dragoman.model.reading import Reading
from dragoman.model.span import Quote

Row = dict[str, Any]


def render_reading(
    document: Document, reading: Reading | None, claims: tuple[Claim, ...], warnings: tuple[DocumentWarning, ...]
) -> str:
    """One line of JSON for one document. reading: None for a language without a parser whose times are not known either."""
    row: Row = {"document": _document(document), "mentions": [], "attributions": [], "predications": []}
    if reading is not None:
        row["mentions"] = _mentions(reading)
        row["attributions"] = [_attribution(one, reading) for one in reading.attributions]
        row["predications"] = [_predication(one, reading) for one in reading.predications]
    row["claims"] = [_claim(one) for one in claims]
    row["warnings"] = [_warning(one) for one in warnings]
    return msgspec.json.encode(row).decode("utf-8")


def render_rejected(rejected: Rejected) -> str:
    """One line of JSON for an input that could not be read."""
    row = {"source_id": rejected.source_id, "stage": rejected.stage, "reason": rejected.reason}
    return msgspec.json.encode({"rejected": row}).decode("utf-8")


def _document(document: Document) -> Row:
    return {
        "id": document.id, "text_sha256": document.text_sha256, "source_id": document.source_id,
        "lang": document.language, "title": document.title, "publisher": document.publisher, "url": document.url,
        "published": document.published, "published_from": document.published_from, "published_cue": document.published_cue,
        "updated": document.updated, "updated_cue": document.updated_cue, "dataset": document.dataset,
    }  # fmt: skip


def _quote(quote: Quote) -> Row:
    return {"start": quote.span.start, "end": quote.span.end, "text": quote.text}


def _quote_or_none(quote: Quote | None) -> Row | None:
    return _quote(quote) if quote else None


def _mentions(reading: Reading) -> list[Row]:
    rows = [
        {"kind": "actor", **_actor(one), "id": one.actor.wikidata_id, "reason": one.reason} for one in reading.actors
    ]
    rows += [{"kind": "place", **_place(one)} for one in reading.places]
    rows += [{"kind": "period", **_quote(one.quote), **_period(one.period)} for one in reading.periods]
    rows += [{"kind": "quantity", **_quote(one.quote), **_quantity(one.quantity)} for one in reading.quantities]
    return sorted(rows, key=lambda row: (row["start"], row["end"], row["kind"]))


def _actor(mention: ActorMention) -> Row:
    actor = mention.actor
    return {**_quote(mention.quote), "name": actor.name, "country": actor.country, "sector": actor.sector}


def _party(mention: ActorMention) -> Row:
    return {**_actor(mention), "reason": mention.reason}


def _place(mention: PlaceMention) -> Row:
    place = mention.place
    return {
        **_quote(mention.quote), "name": place.name, "country": place.country, "admin1": place.admin1,
        "lat": place.latitude, "lon": place.longitude, "geonames_id": place.geonames_id, "where_prec": place.where_prec,
    }  # fmt: skip


def _period(period: Period) -> Row:
    return {
        "edtf": period.edtf,
        "earliest": period.earliest.isoformat() if period.earliest else None,
        "latest": period.latest.isoformat() if period.latest else None,
        "date_prec": period.date_prec, "timex_type": period.timex_type, "timex_value": period.timex_value,
    }  # fmt: skip


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _quantity(quantity: Quantity) -> Row:
    return {
        "low": _number(quantity.low), "best": _number(quantity.best), "high": _number(quantity.high),
        "unit": quantity.unit, "state": quantity.state,
    }  # fmt: skip


def _speaker(attribution: Attribution | AttributionLink) -> Row | None:
    actor = attribution.speaker if isinstance(attribution, Attribution) else attribution.actor
    return {"name": actor.name, "country": actor.country, "sector": actor.sector} if actor else None


def _attribution(one: Attribution, reading: Reading) -> Row:
    hint = reading.hint_at((one.cue or one.content).span.start)
    share = None if hint is None else hint.cue if one.cue else hint.content
    return {
        "source": _quote_or_none(one.source), "cue": _quote_or_none(one.cue), "content": _quote(one.content),
        "direct": one.direct, "speaker": _speaker(one), "speech": one.speech, "origin": one.origin,
        "model_share": share,
    }  # fmt: skip


def _predication(one: Predication, reading: Reading) -> Row:
    hint = reading.hint_at(reading.sentences[one.sentence].tokens[one.head].span.start)
    model = {"commitment": hint.likeliest[0], "share": hint.likeliest[1]} if hint else None
    return {
        "trigger": _quote(one.trigger), "concept": one.concept, "polarity": one.factuality.polarity,
        "certainty": one.factuality.certainty, "time": one.factuality.time, "status": one.factuality.status,
        "model": model,
        "arguments": [{"role": a.role, **_quote(a.quote), "concept": a.concept} for a in one.arguments],
    }  # fmt: skip


def _link(link: AttributionLink) -> Row:
    place = _quote(link.quote) if link.quote else {"text": link.text}
    if link.kind == "publisher":
        return {"kind": link.kind, **place}
    speaker = _speaker(link) or {"name": None, "country": None, "sector": None}
    return {"kind": link.kind, **place, **speaker, "origin": link.origin, "direct": link.direct}


def _claim(claim: Claim) -> Row:
    stance = claim.factuality
    return {
        "id": claim.id, "matter": claim.matter, "concept": claim.concept, "event_type": claim.event_type,
        "mode": claim.mode, "quad": claim.quad, "contexts": list(claim.contexts),
        "flow": {"kind": claim.flow.kind, "stage": claim.flow.stage} if claim.flow else None,
        "actors": [_party(one) for one in claim.actors], "recipients": [_party(one) for one in claim.recipients],
        "item": {**_quote(claim.item.quote), "class": claim.item.concept.replace("_", " ").casefold()} if claim.item else None,
        "quantities": [
            {"role": one.role, **_quote(one.mention.quote), **_quantity(one.mention.quantity)} for one in claim.quantities
        ],
        "period": {**_quote(claim.period.quote), **_period(claim.period.period)} if claim.period else None,
        "place": _place(claim.place) if claim.place else None,
        "attribution": [_link(one) for one in claim.attribution],
        "factuality": {
            "status": stance.status, "by": stance.by, "polarity": stance.polarity, "certainty": stance.certainty,
            "time": stance.time,
        },
        "trigger": _quote(claim.trigger), "evidence": _quote(claim.evidence), "content": _quote_or_none(claim.content),
        "confidence": claim.confidence, "reasons": list(claim.reasons), "coder": claim.coder,
    }  # fmt: skip


def _warning(warning: DocumentWarning) -> Row:
    place = _quote(warning.quote) if warning.quote else {"start": None, "end": None, "text": None}
    return {"code": warning.code, **place, "detail": warning.detail}
