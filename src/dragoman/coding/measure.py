"""The numbers, times and places of a claim: each tied to the words that say it, none added to another."""

from __future__ import annotations

import re

from dragoman.coding.case import Case
from dragoman.model.claim import ClaimQuantity
from dragoman.model.mention import PeriodMention, PlaceMention, QuantityMention
from dragoman.model.predication import Argument, Predication
from dragoman.model.quantity import Quantity, QuantityRole
from dragoman.model.span import Span

_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "hour"}
_LENGTH = re.compile(r"PT?(\d+(?:\.\d+)?)([DWMYH])")


def quantities_on(case: Case, argument: Argument) -> tuple[QuantityMention, ...]:
    """Amounts said of an argument: those that cover its head, else those inside its phrase before another noun counts them."""
    at_head = case.index.quantities.at(argument.sentence, argument.head)
    if at_head:
        return at_head
    inside = case.index.quantities.inside(argument.sentence)
    return tuple(one for one in inside if argument.quote.span.covers(one.quote.span))[:1]


def quantities_at(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """Amounts printed on the event word itself: "600 morts", "at least nine deaths"."""
    return case.index.quantities.at(predication.sentence, predication.head)


def lasting(case: Case, predication: Predication) -> tuple[ClaimQuantity, ...]:
    """How long it lasted, as a quantity of days, weeks, months or years; () if not said in numbers."""
    spans = [argument.quote.span for argument in predication.fillers("duration")]
    for mention in case.index.periods.inside(predication.sentence):
        found = _LENGTH.fullmatch(mention.period.timex_value or "")
        if mention.quote.span in spans and found:
            length = float(found[1])
            quantity = Quantity(length, length, length, _UNITS[found[2]])
            return (ClaimQuantity("duration", QuantityMention(mention.quote, quantity)),)
    return ()


def role_of_item(mention: QuantityMention) -> QuantityRole:
    """Money is its own role; everything else counts the item."""
    unit = mention.quantity.unit or ""
    return "money" if re.fullmatch(r"[A-Z]{3}", unit) else "item"


def period_of_claim(case: Case, predication: Predication) -> PeriodMention | None:
    """When it happened: the period attached to it; else the sentence's only one, if it stands under no other event."""
    spans = {argument.quote.span for argument in predication.fillers("time")}
    dated = [one for one in case.index.periods.inside(predication.sentence) if one.period.edtf]
    own = [one for one in dated if one.quote.span in spans]
    if own:
        return min(own, key=lambda one: (one.period.date_prec or 9, one.quote.span.start))
    return None


def place_of_claim(case: Case, predication: Predication) -> PlaceMention | None:
    """Where it happened: the most exact place attached to it."""
    spans = [argument.quote.span for argument in predication.arguments if argument.role == "place"]
    found = [one for one in case.index.places.inside(predication.sentence) if _touches(one.quote.span, spans)]
    return min(found, key=lambda one: (one.place.where_prec, one.quote.span.start), default=None)


def _touches(span: Span, spans: list[Span]) -> bool:
    return any(span.overlaps(other) for other in spans)
