"""What a predication says before it is tied to its document, and the claim that it becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.coding.case import Case
from dragoman.coding.chain import chain_of
from dragoman.coding.measure import (
    period_of_claim,
    period_of_item,
    place_before,
    place_of_claim,
)
from dragoman.coding.occasion import occasion_of
from dragoman.coding.party import Parties
from dragoman.coding.rule import (
    contexts_by_concept,
    quad_of,
)
from dragoman.model.attribution import Attribution
from dragoman.model.claim import Claim, ClaimQuantity, EventType, Flow, Item, Matter
from dragoman.model.factuality import Factuality
from dragoman.model.identity import identify
from dragoman.model.mention import PeriodMention, PlaceMention
from dragoman.model.predication import Predication
from dragoman.model.span import Quote, hull, quote
from dragoman.world.concept import ancestors

CODER = "rules-0.3"
# Confidence is a product of what was read and what had to be inferred; not yet calibrated on gold (see docs/how-it-reads.md).
_PLAIN, _DOUBTFUL, _NOMINAL = 0.92, 0.8, 0.9
INFERRED = 0.8  # for each party, time or place that its own sentence does not give
TERSE = 0.75  # for a heading, an entry of a list, a row of a table, which have no whole sentence
_PHYSICAL = ("ASSAULT", "MOBILIZE", "PROTEST", "COERCE")  # happen at one spot, so a place named just before is theirs
TWO_SIDED = ("AID", "COOPERATE", "SANCTION")  # PLOVER requires a recipient for these (manual, OEDA 2024)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a claim says before it is tied to its document. stance: where it is another's than its own word's, None where not."""

    matter: Matter
    event_type: EventType | None
    mode: str | None
    flow: Flow | None
    item: Item | None
    quantities: tuple[ClaimQuantity, ...]
    parties: Parties
    reasons: tuple[str, ...]
    stance: Factuality | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """Why a predication says nothing of one kind ("no transfer", "no event"), in words for whoever asks."""

    why: str


def is_verb(case: Case, predication: Predication) -> bool:
    """Whether a verb tells it, and no noun."""
    token = case.reading.sentences[predication.sentence].tokens[predication.head]
    return token.upos in ("VERB", "AUX")


def claim_of(
    case: Case, predication: Predication, draft: Draft, stance: Factuality, over: tuple[Attribution, ...]
) -> Claim:
    """The claim of a draft: tied to its document, with its time, its place, who says so, and its reasons.

    stance: how sure the text is; over: attributions that the trigger stands in, outermost first.
    """
    document = case.reading.document
    sentence = case.reading.sentences[predication.sentence]
    period, place = (
        period_of_item(case, predication, draft.item) or period_of_claim(case, predication),
        place_of_claim(case, predication),
    )
    if place is None and (draft.matter in ("flow", "loss") or draft.event_type in _PHYSICAL):
        place = place_before(case, predication, adjacent=draft.matter != "loss")
    occasion = occasion_of(
        case, predication, draft.matter == "loss" and period is None, draft.matter == "loss" and place is None
    )
    period, place = period or occasion.period, place or occasion.place
    chain = chain_of(case, over)
    reasons = (f"{predication.trigger.text!r} says {predication.concept}", *draft.reasons, *occasion.reasons)
    if predication.doubt:
        reasons += (f"doubtful: {predication.doubt}",)
    reasons += tuple(f"{one.role} {one.quote.text!r}: {one.repaired}" for one in predication.arguments if one.repaired)
    claim = Claim(
        id="", document_id=document.id, matter=draft.matter, concept=predication.concept or "", event_type=draft.event_type,
        mode=draft.mode, quad=quad_of(draft.event_type) if draft.event_type else None,
        contexts=_contexts(case, sentence.paragraph), flow=draft.flow, actors=draft.parties.actors,
        recipients=draft.parties.recipients, item=draft.item, quantities=draft.quantities, period=period, place=place,
        attribution=chain, factuality=stance, trigger=predication.trigger,
        evidence=evidence_of(case, predication, place, period),
        content=None, confidence=_confidence(case, predication, draft, len(occasion.reasons)), reasons=reasons, coder=CODER,
    )  # fmt: skip
    return replace(claim, id=_id_of(claim))


def _id_of(claim: Claim) -> str:
    item, flow = claim.item.quote.span if claim.item else None, claim.flow
    return identify(
        "claim", document=claim.document_id, trigger=[claim.trigger.span.start, claim.trigger.span.end],
        concept=claim.concept, matter=claim.matter, type=claim.event_type,
        flow=[flow.kind, flow.stage] if flow else None, item=[item.start, item.end] if item else None,
    )  # fmt: skip


def with_type(claim: Claim, event_type: EventType) -> Claim:
    """The claim with another event type, and so another identity. Its mode was the other type's."""
    changed = replace(claim, event_type=event_type, mode=None, quad=quad_of(event_type))
    return replace(changed, id=_id_of(changed))


def evidence_of(case: Case, predication: Predication, *read: PlaceMention | PeriodMention | None) -> Quote:
    """The sentence; or, where its place or date is read from before it, all from there on, that say it together."""
    span = case.reading.sentences[predication.sentence].span
    for mention in read:
        if mention is not None and not span.covers(mention.quote.span):
            around = (one.span for one in case.reading.sentences if one.span.covers(mention.quote.span))
            span = hull((next(around, mention.quote.span), span))
    return quote(span, case.text)


def _contexts(case: Case, paragraph: int) -> tuple[str, ...]:
    table = contexts_by_concept()
    found = {
        table[name]
        for number in case.by_paragraph.get(paragraph, ())
        for mention in case.index.concepts.inside(number)
        for name in ancestors(mention.concept)
        if name in table
    }
    return tuple(sorted(found))


def _confidence(case: Case, predication: Predication, draft: Draft, lent: int) -> float:
    value = _PLAIN
    value *= INFERRED ** (len(draft.parties.inferred) + lent)
    value *= _DOUBTFUL if predication.doubt else 1
    sentence = case.reading.sentences[predication.sentence]
    value *= 1 if is_verb(case, predication) else _NOMINAL
    kind = case.reading.document.paragraphs[sentence.paragraph].kind
    value *= TERSE if kind in ("heading", "list", "table") else 1
    return round(value, 3)
