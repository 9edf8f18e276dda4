"""One tiny factory for each noun: what a test does not name is plain and harmless."""

from __future__ import annotations

from typing import Any

from dragoman.model.actor import Actor
from dragoman.model.attribution import AttributionLink
from dragoman.model.claim import Claim, ClaimQuantity, Flow, Item
from dragoman.model.document import Document, Paragraph, document_id
from dragoman.model.edtf import period_of
from dragoman.model.factuality import Factuality
from dragoman.model.identity import identify, sha256_of
from dragoman.model.mention import ActorMention, PeriodMention, QuantityMention
from dragoman.model.quantity import Quantity
from dragoman.model.span import Quote, Span, quote

STATES = {
    "PRK": "North Korea",
    "RUS": "Russia",
    "FRA": "France",
    "UKR": "Ukraine",
    "KOR": "South Korea",
    "USA": "United States",
    "NOR": "Norway",
    "JPN": "Japan",
}


def document(
    text: str, *, publisher: str | None = "The Gazette", published: str | None = "2025-01-13", language: str = "en"
) -> Document:
    """A document of one paragraph a line."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(Span(start, start + len(line))))
        start += len(line) + 1
    return Document(
        document_id(text, publisher, None, published), text, sha256_of(text.encode()), "test", language, tuple(paragraphs),
        publisher=publisher, published=published, published_from="given" if published else None,
    )  # fmt: skip


def words(text: str, part: str) -> Quote:
    """The first place of `part` in `text`."""
    start = text.index(part)
    return quote(Span(start, start + len(part)), text)


def actor(country: str, at: Quote) -> ActorMention:
    return ActorMention(at, Actor(STATES[country], country, "GOV"), "named")


def amount(low: float | None, best: float | None, high: float | None, unit: str, at: Quote) -> QuantityMention:
    return QuantityMention(at, Quantity(low, best, high, unit))


def speaker(name: str, country: str | None = None, origin: Any = "official") -> AttributionLink:
    return AttributionLink("speaker", None, name, Actor(name, country, "GOV") if origin != "unnamed" else None, origin)


def claim(of: Document, **given: Any) -> Claim:
    """A claim on the first sentence of a document. given: fields of Claim; `flow` and `loss` take short forms.

    loss: (role, low, best, high); flow: (kind, stage); when: EDTF; who: names of speakers; between: two countries.
    """
    evidence = words(of.text, given.pop("evidence", of.text.split("\n")[0]))
    source, _, target = given.pop("between", "PRK RUS").partition(" ")
    loss, flow, when, who = (given.pop(key, None) for key in ("loss", "flow", "when", "who"))
    quantities = given.pop("quantities", ())
    if loss:
        quantities = (ClaimQuantity(loss[0], amount(*loss[1:], "soldier", evidence)),)
    links = [AttributionLink("publisher", None, of.publisher)] if of.publisher else []
    links += [one if isinstance(one, AttributionLink) else speaker(one) for one in who or ()]
    fields: dict[str, Any] = {
        "matter": "flow" if flow else "loss" if loss else "event", "concept": "SEND" if flow else "KILL" if loss else "MEET",
        "event_type": None, "mode": None, "quad": None, "contexts": (), "flow": Flow(*flow) if flow else None,
        "actors": (actor(source, evidence),) if source else (), "recipients": (actor(target, evidence),) if target else (),
        "item": Item(evidence, "TROOPS") if flow else None, "quantities": quantities,
        "period": PeriodMention(evidence, period_of(when), "printed") if when else None, "place": None,
        "attribution": tuple(links), "factuality": Factuality("reported" if who else "asserted", None, "positive", "certain", "past"),
        "trigger": evidence, "evidence": evidence, "content": None, "confidence": 0.9, "reasons": ("made by a test",),
        "coder": "test", **given,
    }  # fmt: skip
    shown = {key: repr(value) for key, value in fields.items()}
    return Claim(id=identify("claim", document=of.id, **shown), document_id=of.id, **fields)
