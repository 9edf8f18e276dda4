"""More of what was handed over, where the verb is left out: "huit avions ont été livrés et quatre autres le seront en mai".

The tree has no verb for these; the order of words has: a number, "others", and a helper with nothing behind it but a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.draft import INFERRED
from dragoman.coding.rule import quad_of, when_planned
from dragoman.coding.self_check import sentence_at
from dragoman.model.claim import Claim, ClaimQuantity, Flow, Item
from dragoman.model.identity import identify
from dragoman.model.mention import PeriodMention, QuantityMention
from dragoman.world.table import read_table

_STAGES = ("shipped", "delivered")  # what others may be as well; of what is only pledged nothing is left out


@dataclass(frozen=True, slots=True)
class _Others:
    """A number whose verb is left out. ahead: whether it is still to come; period: the time that its clause names."""

    number: QuantityMention
    ahead: bool
    period: PeriodMention | None


def with_others(case: Case, told: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """What was coded, with a claim for each such number behind a transfer of its sentence; its time is no longer the first one's."""
    found: list[Claim] = []
    for claim in told:
        others = _behind(case, claim)
        if others is None:
            found.append(claim)
            continue
        late = claim.period is not None and claim.period.quote.span.start > others.number.quote.span.start
        found.append(replace(claim, period=None) if late else claim)
        found.append(_claim(claim, others))
    return tuple(found)


def _behind(case: Case, claim: Claim) -> _Others | None:
    """The number and helper that follow a transfer in its sentence, with no other number between; None if none do."""
    if claim.flow is None or claim.flow.stage not in _STAGES or claim.factuality.polarity != "positive":
        return None
    if claim.item is None or not claim.quantities or claim.factuality.time == "future":
        return None
    own = claim.quantities[0].mention
    number = sentence_at(case.reading, own.quote.span)
    if number is None or sentence_at(case.reading, claim.trigger.span) != number:
        return None
    after = [one for one in case.index.quantities.inside(number) if one.quote.span.start >= own.quote.span.end]
    if not after or after[0].quantity.unit is not None or after[0].quote.span.start < claim.trigger.span.end:
        return None
    end = case.reading.sentences[number].span.end
    match = _pattern(case.reading.document.language).match(case.text[after[0].quote.span.end : end])
    if match is None:
        return None
    start = after[0].quote.span.end + match.end()
    period = next((one for one in case.index.periods.inside(number) if one.quote.span.start >= start), None)
    return _Others(after[0], match["ahead"] is not None, period) if _ends(case, start, end, period) else None


def _ends(case: Case, start: int, end: int, period: PeriodMention | None) -> bool:
    """Whether a helper has nothing behind it but a stop or a time: "four more will be in May", and not "will be broken"."""
    rest = case.text[start:end]
    if re.match(r"\s*[.,;:)»”\"]|\s*$", rest):
        return True
    return period is not None and len(case.text[start : period.quote.span.start].split()) <= _TO_TIME


_TO_TIME = 3  # words between the helper and its time: "seront dans le courant de", "will be by"


def _claim(claim: Claim, others: _Others) -> Claim:
    assert claim.flow is not None  # of such a claim
    assert claim.item is not None
    span, stance = others.number.quote.span, claim.factuality
    event_type, flow = claim.event_type, claim.flow
    if others.ahead:
        stance = replace(stance, status="planned", certainty="probable", time="future", by=None)
        event_type = when_planned(event_type).event_type if event_type else None
        flow = Flow(flow.kind, "pledged")
    unit = claim.quantities[0].mention.quantity.unit
    number = replace(others.number, quantity=replace(others.number.quantity, unit=unit))
    return replace(
        claim,
        id=identify("claim", document=claim.document_id, others=[span.start, span.end], of=claim.id),
        event_type=event_type, quad=quad_of(event_type) if event_type else None, flow=flow, factuality=stance,
        item=Item(number.quote, claim.item.concept), quantities=(ClaimQuantity(claim.quantities[0].role, number),),
        period=others.period, trigger=number.quote, confidence=round(claim.confidence * INFERRED, 3),
        reasons=(f"{number.quote.text!r} more of what {claim.trigger.text!r} hands over: its verb is left out", *claim.reasons),
    )  # fmt: skip


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """ "autres le seront", "more have been": what stands right behind the number."""

    def any_of(job: str) -> str:
        rows: Iterator[str] = (
            row["phrase"]
            for row in read_table("rules/others.tsv", "dragoman.coding")
            if row["language"] == language and row["job"] == job
        )
        return "|".join(re.escape(one) for one in sorted(rows, key=lambda one: (-len(one), one))) or "(?!)"

    return re.compile(
        rf"\s+(?:{any_of('others')})\s+(?:(?P<ahead>{any_of('ahead')})|(?:{any_of('done')}))\b(?!\s+pas\b)",
        re.IGNORECASE,
    )
