"""Another's number for what was told just before: "Iran has sent 400 missiles, Tel Aviv says. Washington had counted more than 600".

The number leaves out what it counts, who gave it and who got it: these are the deed's before it. What is new is who says so.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.case import Case
from dragoman.coding.chain import attributions_of, chain_of, merge
from dragoman.coding.draft import INFERRED
from dragoman.coding.self_check import sentence_at
from dragoman.model.attribution import Attribution
from dragoman.model.claim import Claim, ClaimQuantity, Item
from dragoman.model.factuality import Factuality
from dragoman.model.identity import identify
from dragoman.model.mention import PeriodMention, QuantityMention
from dragoman.model.quantity import QuantityRole
from dragoman.model.span import hull, quote
from dragoman.world.concept import concepts
from dragoman.world.quantity import currencies
from dragoman.world.speech import SpeechWords, fold, load_speech

_BACK = 2  # sentences before in which the deed must be told
_FACTOR = 20  # how many times more or fewer another may count of the same: beyond it something else is counted
_SMALL = frozenset(("ADV", "ADP", "DET", "PRON", "PART"))


def find_recounts(case: Case, told: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """A claim for each number that somebody else, or the same one at another time, gives a transfer or a toll told just before.

    told: what was coded of the text. What somebody says with a noun of its own ("counted 12 critics") is told by that noun.
    """
    triggers = [one.trigger.span for one in told]
    taken = {number.mention.quote.span for one in told for number in one.quantities}
    found: list[Claim] = []
    for one in case.said:
        number = _opening_number(case, one)
        if number is None or number.quote.span in taken or any(one.content.span.covers(span) for span in triggers):
            continue
        model = _told_before(case, (*told, *found), one, number)
        if model is not None:
            found.append(_recount(case, model, one, number))
    return tuple(found)


def _opening_number(case: Case, one: Attribution) -> QuantityMention | None:
    """The number that somebody gives and no more: "spoke of 5,000", "en comptait 600 en mai", "put their number at 4,000"."""
    number = sentence_at(case.reading, one.content.span)
    if number is None or one.source is None or one.cue is None or one.speech not in ("say", "judge", "acknowledge"):
        return None
    inside = [m for m in case.index.quantities.inside(number) if one.content.span.covers(m.quote.span)]
    if not inside or inside[0].quantity.state != "value":
        return None
    words = load_speech(case.reading.document.language)
    start, ahead = inside[0].quote.span.start, []
    for token in case.reading.sentences[number].tokens:
        if one.content.span.start <= token.span.start < start:
            ahead.append((token.upos, fold(token.form)))
    passed = all(upos in _SMALL or words.is_word(form, "figures") for upos, form in ahead)
    return inside[0] if passed and _is_deictic(words, ahead) else None


def _is_deictic(words: SpeechWords, ahead: list[tuple[str, str]]) -> bool:
    """Whether a noun for a number is of what was told: "their number", "ce nombre"; "the number of ships" is not."""
    nouns = [at for at, (_, form) in enumerate(ahead) if words.is_word(form, "figures")]
    return not nouns or (len(nouns) == 1 and nouns[0] > 0 and ahead[nouns[0] - 1][0] in ("DET", "PRON"))


def _told_before(case: Case, told: tuple[Claim, ...], one: Attribution, number: QuantityMention) -> Claim | None:
    """The deed that the number is of: the one kind of transfer or toll told last, if its own number is of the same order."""
    here = sentence_at(case.reading, one.content.span)
    assert here is not None  # such an attribution alone has a number
    assert one.cue is not None
    paragraph = case.reading.sentences[here].paragraph
    for back in range(here, max(-1, here - _BACK - 1), -1):
        if case.reading.sentences[back].paragraph != paragraph:
            return None
        near = [
            claim
            for claim in told
            if sentence_at(case.reading, claim.trigger.span) == back
            and claim.trigger.span.end <= one.cue.span.start
            and (claim.flow is not None or claim.matter == "loss")
        ]
        if near:
            kinds = {(_what(claim), _sides(claim)) for claim in near}
            last = max(near, key=lambda claim: claim.trigger.span.start)
            return last if len(kinds) == 1 and _may_be_of(last, number) else None
    return None


def _what(claim: Claim) -> tuple[str, ...]:
    roles = (one.role for one in claim.quantities if one.role != "duration")
    return (claim.matter, claim.item.concept if claim.item else "", claim.flow.stage if claim.flow else "", *roles)


def _sides(claim: Claim) -> tuple[frozenset[str | None], ...]:
    return tuple(frozenset(one.actor.country for one in side) for side in (claim.actors, claim.recipients))


def _may_be_of(claim: Claim, number: QuantityMention) -> bool:
    """Whether a number may be another for what a claim tells: it names nothing else, and no money, and is not far off.

    Where the claim has no number of its own, only people are taken up: "sent troops. The minister spoke of 3,000".
    """
    own = _counted(claim)
    if claim.factuality.polarity != "positive" or (claim.flow is not None and claim.item is None):
        return False
    if own is None:
        people = claim.item is not None and concepts()[claim.item.concept].kind == "people"
        return people and number.quantity.unit is None
    if own.quantity.unit in currencies() or number.quantity.unit not in (None, own.quantity.unit):
        return False
    levels = [_level(one) for one in (own, number)]
    return all(levels) and max(levels) <= _FACTOR * min(levels)


def _counted(claim: Claim) -> QuantityMention | None:
    return next((one.mention for one in claim.counted if one.role != "duration"), None)


def _level(mention: QuantityMention) -> float:
    quantity = mention.quantity
    return next((one for one in (quantity.best, quantity.low, quantity.high) if one is not None), 0.0)


def _recount(case: Case, model: Claim, one: Attribution, number: QuantityMention) -> Claim:
    over = attributions_of(number.quote.span, case.said)
    sentences, own = case.reading.sentences, _counted(model)
    spans = [sentences[at].span for at in _numbers_of(case, model, one)]
    unit = number.quantity.unit or (own.quantity.unit if own else None)
    counted = replace(number, quantity=replace(number.quantity, unit=unit))
    role: QuantityRole = next((q.role for q in model.quantities if q.role != "duration"), "item")
    span, source = number.quote.span, one.source.text if one.source else ""
    return replace(
        model,
        id=identify("claim", document=model.document_id, recount=[span.start, span.end], of=model.id),
        item=Item(number.quote, model.item.concept) if model.item else None,
        quantities=(ClaimQuantity(role, counted),), period=_period(case, one), attribution=chain_of(case, over),
        factuality=merge(_as_told(model.factuality), over), trigger=number.quote,
        evidence=quote(hull(tuple(spans)), case.text), confidence=round(model.confidence * INFERRED, 3),
        reasons=(f"{source!r} gives {number.quote.text!r} for what {model.trigger.text!r} tells", *model.reasons),
    )  # fmt: skip


def _numbers_of(case: Case, model: Claim, one: Attribution) -> tuple[int, ...]:
    """The sentences of the deed and of who gives it another number."""
    found = (sentence_at(case.reading, span) for span in (model.trigger.span, one.content.span))
    return tuple(number for number in found if number is not None)


def _as_told(stance: Factuality) -> Factuality:
    """How sure the deed itself is, whoever told it: a plan stays a plan, and what somebody reported is not asserted by another."""
    if stance.status in ("planned", "possible", "predicted", "conditional"):
        return stance
    return replace(stance, status="asserted", by=None)


def _period(case: Case, one: Attribution) -> PeriodMention | None:
    """When it was so many, if the words of the count say so: "600 by May", "1 200 en janvier"."""
    number = sentence_at(case.reading, one.content.span)
    inside = case.index.periods.inside(number) if number is not None else ()
    dated = [period for period in inside if period.period.edtf and one.content.span.covers(period.quote.span)]
    return dated[0] if len(dated) == 1 else None
