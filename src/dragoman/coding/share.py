"""A share of what was sent, or the sum that it makes up: "900 men, of whom 40 are medics", "$80 million, bringing the total to $200 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.coding.draft import INFERRED
from dragoman.coding.self_check import sentence_at
from dragoman.model.claim import Claim, ClaimQuantity, Item
from dragoman.model.identity import identify
from dragoman.model.mention import QuantityMention
from dragoman.model.quantity import Quantity
from dragoman.world.quantity import currencies, people_units
from dragoman.world.table import read_table

_MAX_WORDS = (
    12  # words between "bringing the total" and the sum: "… of Norwegian aid pledged since the start of the year to"
)


def find_shares(case: Case, told: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """A claim for each share or sum that a sentence gives beside the amount of a transfer, where no verb counts it on its own.

    told: what was coded of the text. The share is sent as the whole is: same sides, same stage, same source.
    """
    counted = {one.mention.quote.span for claim in told for one in claim.quantities}
    return tuple(
        made
        for claim in told
        if claim.flow is not None
        and claim.item is not None
        and claim.quantities
        and claim.factuality.polarity == "positive"
        for mention, is_total in _beside(case, claim)
        if mention.quote.span not in counted and not _is_counted_by_a_verb(case, claim, mention)
        for made in (_share(claim, mention, is_total),)
    )


def _beside(case: Case, claim: Claim) -> Iterator[tuple[QuantityMention, bool]]:
    """The amount that a sentence ties to a claim's own, and whether it is the total. Only the last amount before the words is meant."""
    whole = claim.quantities[0].mention
    number = sentence_at(case.reading, whole.quote.span)
    if number is None:
        return
    amounts = [one for one in case.index.quantities.inside(number) if one.quote.span.start >= whole.quote.span.end]
    first = next((one for one in amounts if one.quantity.state == "value"), None)
    if first is None or not _is_of_one_sort(whole.quantity, first.quantity):
        return
    end = case.reading.sentences[number].span.end
    before = case.text[whole.quote.span.end : first.quote.span.start]
    behind = case.text[first.quote.span.start : end]
    language, smaller = case.reading.document.language, _level(first.quantity) < _level(whole.quantity)
    if re.search(r"[;:]", before):
        return
    is_share = _words(language, "before").search(before) or _words(language, "behind").match(behind)
    if smaller and is_share:
        yield first, False
    elif first.quantity.unit in currencies() and not smaller and _words(language, "total").search(before):
        yield first, True


def _is_of_one_sort(whole: Quantity, part: Quantity) -> bool:
    """Whether two amounts count people both, or one money, or things that are neither."""
    sorts = [
        ("money" if one.unit in currencies() else "people" if one.unit in people_units() else "")
        for one in (whole, part)
    ]
    if sorts[0] == "money":
        return whole.unit == part.unit
    return sorts[0] == sorts[1] or (sorts[1] == "" and part.unit is None)


def _level(quantity: Quantity) -> float:
    return next((one for one in (quantity.best, quantity.low, quantity.high) if one is not None), 0.0)


def _is_counted_by_a_verb(case: Case, claim: Claim, mention: QuantityMention) -> bool:
    """Whether a deed of its own is said of a number: "of whom 300 came home" sends nobody."""
    number = sentence_at(case.reading, mention.quote.span)
    return any(
        argument.quote.span.overlaps(mention.quote.span) and one.trigger.span.start > mention.quote.span.start
        for one in case.in_sentence(number if number is not None else -1)
        if one.trigger.span != claim.trigger.span and frame_of(one.concept or "") != "say"
        for argument in one.arguments
        if argument.quote.span.start >= mention.quote.span.start
    )


def _share(claim: Claim, mention: QuantityMention, is_total: bool) -> Claim:
    what = "the sum that it makes up" if is_total else "a share of it"
    item = Item(mention.quote, claim.item.concept if claim.item else "")
    span, whole = mention.quote.span, claim.quantities[0].mention.quantity
    if mention.quantity.unit is None:  # "of whom 40 are medics": a share of men is men
        mention = replace(mention, quantity=replace(mention.quantity, unit=whole.unit))
    return replace(
        claim,
        id=identify("claim", document=claim.document_id, share=[span.start, span.end], of=claim.id),
        item=item, quantities=(ClaimQuantity(claim.quantities[0].role, mention),),
        period=None if is_total else claim.period,  # what was given before was given on other days
        confidence=round(claim.confidence * INFERRED, 3),
        reasons=(f"{mention.quote.text!r} is {what}: {claim.quantities[0].mention.quote.text!r}", *claim.reasons),
    )  # fmt: skip


@cache
def _words(language: str, place: str) -> re.Pattern[str]:
    """Words that lead to a number from before it, or stand right behind it. A total may name what it is of before its sum."""
    rows = [row for row in read_table("rules/shares.tsv", "dragoman.coding") if row["language"] == language]
    phrases = sorted({row["phrase"] for row in rows if row["place"] == place}, key=lambda one: (-len(one), one))
    any_of = "(?:" + "|".join(re.escape(one) for one in phrases or ["(?!)"]) + ")"
    if place == "behind":  # "300 of them engineers", "300 soldats d'entre eux"
        return re.compile(rf"\S+(?:\s+[^\s,;:]+){{0,3}}?\s+{any_of}\b", re.IGNORECASE)
    gap = rf"(?:\s+[^\s,;:]+){{0,{_MAX_WORDS}}}" if place == "total" else r"(?:\s+[^\W\d]{1,12}){0,1}"
    return re.compile(rf"\b{any_of}{gap}\s*$", re.IGNORECASE)
