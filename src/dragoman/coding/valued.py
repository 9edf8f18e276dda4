"""Aid that somebody puts a sum to: "the institute puts Chinese aid to Pakistan at 4 billion dollars", "évalue l'aide totale à 900 millions".

Who values it is its source, and gives nothing. Where the aid is named without its sides, they are those of the gifts told before.
"""

from __future__ import annotations

from dragoman.coding.actors_at import unique
from dragoman.coding.case import Case, is_state
from dragoman.coding.chain import attributions_of, chain_of, merge
from dragoman.coding.draft import CODER, INFERRED
from dragoman.coding.self_check import sentence_at
from dragoman.model.attribution import Attribution
from dragoman.model.claim import Claim, ClaimQuantity, Flow, Item
from dragoman.model.factuality import Factuality
from dragoman.model.identity import identify
from dragoman.model.mention import ActorMention, ConceptMention, QuantityMention
from dragoman.model.predication import Predication
from dragoman.model.span import hull, quote
from dragoman.reading.index import covered
from dragoman.reading.slot import case_of
from dragoman.world.concept import is_a
from dragoman.world.quantity import currencies
from dragoman.world.syntax import cases

_BACK = 4  # sentences before in which the gifts must be told whose sum is given
_MILLION = 1e6  # no aid is counted in so many pieces
_OWN = 0.75  # confidence where the sides are the aid's own words


def is_valuing(case: Case, predication: Predication) -> bool:
    """Whether a verb of putting only puts a number to something: "puts aid to Chad at 4 million" gives nobody anything."""
    return is_a(predication.concept or "", "PLACE_DEED") and any(
        one.cue is not None and one.cue.span.overlaps(predication.trigger.span) for one in case.reading.attributions
    )


def find_valued(case: Case, told: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """A transfer of money for each aid that somebody puts a sum to, where its two sides are named or told just before.

    told: what was coded of the text.
    """
    taken = {number.mention.quote.span for one in told for number in one.quantities}
    found = (
        _claim(case, told, one, aid, total)
        for one in case.reading.attributions
        if one.source is not None and one.cue is not None and one.speech in ("say", "judge")
        for aid, total in _valued(case, one)
        if total.quote.span not in taken
    )
    return tuple(one for one in found if one is not None)


def _valued(case: Case, one: Attribution) -> tuple[tuple[ConceptMention, QuantityMention], ...]:
    """The aid that is the first thing told, and the sum behind it: "total aid at about 2 billion euros"."""
    number = sentence_at(case.reading, one.content.span)
    if number is None:
        return ()
    span = one.content.span
    things = [m for m in case.index.concepts.inside(number) if span.covers(m.quote.span)]
    sums = [m for m in case.index.quantities.inside(number) if span.covers(m.quote.span)]
    if not things or len(sums) != 1 or not _is_sum(sums[0]):
        return ()
    aid = things[0]
    sentence = case.reading.sentences[number]
    between = [t for t in sentence.tokens if span.start <= t.span.start < sums[0].quote.span.start]
    if not _is_aid(aid.concept) or any(t.upos in ("VERB", "AUX", "SCONJ", "CCONJ") or t.form in ",;:" for t in between):
        return ()
    return ((aid, sums[0]),) if aid.quote.span.end <= sums[0].quote.span.start else ()


def _is_sum(mention: QuantityMention) -> bool:
    """Whether aid can be put at a number: money, or millions whose currency is left out ("estime l'aide à 600 millions")."""
    quantity = mention.quantity
    levels = [one for one in (quantity.low, quantity.best, quantity.high) if one is not None]
    return quantity.unit in currencies() or (quantity.unit is None and bool(levels) and min(levels) >= _MILLION)


def _is_aid(concept: str) -> bool:
    return is_a(concept, "AID_GENERIC") or concept in ("MILITARY_AID", "AID_PACKAGE_MILITARY")


Sides = tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]


def _claim(
    case: Case, told: tuple[Claim, ...], one: Attribution, aid: ConceptMention, total: QuantityMention
) -> Claim | None:
    """The transfer, between the states that the aid's own words name, else those of the gifts before it; None if there are none."""
    named = _named(case, one, aid, total)
    number = aid.sentence
    span = case.reading.sentences[number].span
    reasons: tuple[str, ...] = (f"{one.cue.text if one.cue else ''!r} puts a sum to {aid.quote.text!r}",)
    confidence = _OWN
    if not all(named):
        before = _gift_before(case, told, one)
        if before is None or not _agree(named[0], before.actors) or not _agree(named[1], before.recipients):
            return None
        named = (before.actors, before.recipients)
        span, confidence = hull((before.evidence.span, span)), _OWN * INFERRED
        reasons += (f"sides of {before.trigger.text!r}, told before it",)
    over = attributions_of(aid.quote.span, case.said)
    item = quote(hull((aid.quote.span, total.quote.span)), case.text)
    return Claim(
        id=identify("claim", document=case.reading.document.id, valued=[aid.quote.span.start, aid.quote.span.end]),
        document_id=case.reading.document.id, matter="flow", concept=aid.concept, event_type=None, mode=None, quad=None,
        contexts=(), flow=Flow("money", "allocated"), actors=named[0], recipients=named[1], item=Item(item, aid.concept),
        quantities=(ClaimQuantity("money", total),), period=None, place=None, attribution=chain_of(case, over),
        factuality=merge(Factuality("asserted", None, "positive", "certain", "past"), over), trigger=aid.quote,
        evidence=quote(span, case.text), content=None, confidence=round(confidence, 3), reasons=reasons, coder=CODER,
    )  # fmt: skip


def _named(case: Case, one: Attribution, aid: ConceptMention, total: QuantityMention) -> Sides:
    """Whose aid it is and whom it is for, by the words between the verb and the sum: "Chinese aid to Pakistan"."""
    sentence, slots = case.reading.sentences[aid.sentence], cases(case.reading.document.language)
    givers: list[ActorMention] = []
    takers: list[ActorMention] = []
    for mention in case.index.actors.inside(aid.sentence):
        span = mention.quote.span
        if not is_state(mention) or not one.content.span.start <= span.start < total.quote.span.start:
            continue
        head = next(covered(sentence, span.start, span.end))
        after = span.start > aid.quote.span.start
        slot = slots.get(case_of(sentence, head)) if after else None
        (takers if after and slot in ("to", "for", "in") else givers).append(mention)
    return unique(tuple(givers)), unique(tuple(takers))


def _agree(named: tuple[ActorMention, ...], known: tuple[ActorMention, ...]) -> bool:
    return not named or {one.actor.country for one in named} == {one.actor.country for one in known}


def _gift_before(case: Case, told: tuple[Claim, ...], one: Attribution) -> Claim | None:
    """The last gift told shortly before, if all told there go from the same to the same."""
    number = sentence_at(case.reading, one.content.span) or 0
    near = [
        claim
        for claim in told
        if claim.flow is not None and claim.factuality.polarity == "positive"
        and number - _BACK <= (sentence_at(case.reading, claim.trigger.span) or 0) <= number
        and claim.trigger.span.end <= one.content.span.start
    ]  # fmt: skip
    sides = {
        tuple(frozenset(who.actor.country for who in side) for side in (claim.actors, claim.recipients))
        for claim in near
    }
    last = max(near, key=lambda claim: claim.trigger.span.start, default=None)
    return last if last is not None and len(sides) == 1 and last.actors and last.recipients else None
