"""Whether two claims can be one fact: each field compared, with what was compared and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from typing import Literal

from dragoman.model.claim import Claim
from dragoman.model.period import Period
from dragoman.model.quantity import Quantity
from dragoman.world.concept import is_a
from dragoman.world.quantity import people_units

Outcome = Literal["agree", "differ", "silent"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One field of two claims. silent: at least one of them does not say."""

    field: str
    outcome: Outcome
    left: str
    right: str


def block_key(claim: Claim) -> tuple[str, ...]:
    """Claims of two blocks are never one fact: what kind of thing it is, and the state it is about on each side."""
    if claim.matter in ("statement", "judgement"):
        words = (claim.content.text if claim.content else claim.evidence.text).casefold()
        last = claim.originator  # the same words from two mouths are two statements
        by = "" if last is None else last.actor.name if last.actor else last.text.casefold()
        return (claim.matter, words, by, claim.factuality.status, claim.factuality.polarity)
    kind = claim.flow.kind if claim.flow else loss_of(claim) or claim.concept
    sides = ("+".join(countries(claim, side)) for side in ("actors", "recipients"))
    denied = "denied" if claim.factuality.polarity == "negative" or claim.factuality.status == "denied" else "said"
    return (claim.matter, kind, claim.event_type or "", *sides, denied, _world(claim))


def _world(claim: Claim) -> str:
    # What is planned, predicted or conditional is not the thing itself: a planned visit and the visit are two facts.
    return claim.factuality.status if claim.factuality.status in ("planned", "predicted", "conditional") else "told"


def countries(claim: Claim, side: str) -> tuple[str, ...]:
    """Countries of one side of a claim, sorted; an actor without one stands by its name."""
    mentions = claim.actors if side == "actors" else claim.recipients
    return tuple(sorted({one.actor.country or one.actor.name for one in mentions}))


def loss_of(claim: Claim) -> str | None:
    """What a claim counts as lost (killed, wounded, ...), None if it counts none."""
    roles = ("killed", "wounded", "killed_or_wounded", "captured", "missing", "arrested", "displaced")
    return next((one.role for one in claim.quantities if one.role in roles), None)


def quantity_of(claim: Claim) -> Quantity | None:
    """The number that a claim is compared by: of its item or its loss, else its money; None if it has none."""
    order = (
        "killed",
        "wounded",
        "killed_or_wounded",
        "captured",
        "missing",
        "arrested",
        "displaced",
        "item",
        "money",
        "other",
    )
    found = sorted((order.index(one.role), i) for i, one in enumerate(claim.quantities) if one.role in order)
    return claim.quantities[found[0][1]].mention.quantity if found else None


def compare(left: Claim, right: Claim) -> tuple[Comparison, ...]:
    """All fields of two claims of one block that identity rests on."""
    return (
        _items(left, right),
        _quantities(quantity_of(left), quantity_of(right)),
        _periods(left.period.period if left.period else None, right.period.period if right.period else None),
        _places(left, right),
    )


def _items(left: Claim, right: Claim) -> Comparison:
    one, other = (claim.item.concept if claim.item else "" for claim in (left, right))
    if not one or not other:
        return Comparison("item", "silent", one, other)
    same = is_a(one, other) or is_a(other, one)
    return Comparison("item", "agree" if same else "differ", one, other)


def bounds_text(quantity: Quantity | None) -> str:
    """Bounds as "low/best/high" with "" for what is not said.

    >>> bounds_text(Quantity(9, None, None, "soldier"))
    '9//'
    """
    if quantity is None:
        return ""
    return "/".join("" if one is None else f"{one:g}" for one in (quantity.low, quantity.best, quantity.high))


def unit_of(quantity: Quantity) -> str | None:
    """The unit two amounts are compared by: people are people, whatever word counts them.

    >>> unit_of(Quantity(600, 600, 600, "dead"))
    'person'
    """
    return "person" if quantity.unit in people_units() else quantity.unit


def _quantities(left: Quantity | None, right: Quantity | None) -> Comparison:
    texts = (bounds_text(left), bounds_text(right))
    if left is None or right is None or left.state != "value" or right.state != "value":
        return Comparison("quantity", "silent", *texts)
    if unit_of(left) and unit_of(right) and unit_of(left) != unit_of(right):
        return Comparison("quantity", "differ", f"{texts[0]} {left.unit}", f"{texts[1]} {right.unit}")
    return Comparison("quantity", _amounts(left, right), *texts)


def _amounts(left: Quantity, right: Quantity) -> Outcome:
    """Two amounts: one and the same, two that cannot both hold, or two that say too little of each other.

    "More than 11,000" and "about 15,000" can both be true of one contingent and of two: that is silence, not agreement.
    """
    if left.best is not None and right.best is not None:
        return "agree" if left.best == right.best else "differ"
    if (left.low, left.best, left.high) == (right.low, right.best, right.high):
        return "agree"
    low = max(left.low or 0, right.low or 0)
    high = min(left.high if left.high is not None else inf, right.high if right.high is not None else inf)
    best = left.best if left.best is not None else right.best
    possible = low <= high and (best is None or low <= best <= high)
    return "silent" if possible else "differ"


def _periods(left: Period | None, right: Period | None) -> Comparison:
    texts = (left.edtf or "" if left else "", right.edtf or "" if right else "")
    if left is None or right is None or not left.edtf or not right.edtf:
        return Comparison("period", "silent", *texts)
    return Comparison("period", "agree" if overlap(left, right) else "differ", *texts)


def overlap(left: Period, right: Period) -> bool:
    """Whether two periods may share a day; an open side reaches as far as need be."""
    start = max(left.earliest or date.min, right.earliest or date.min)
    end = min(left.latest or date.max, right.latest or date.max)
    return start <= end


def gap_days(left: Period, right: Period) -> int:
    """Days between two periods that do not overlap, 0 if they do."""
    if overlap(left, right):
        return 0
    first, second = sorted((left, right), key=lambda one: one.earliest or date.min)
    return ((second.earliest or date.min) - (first.latest or date.max)) // timedelta(days=1)


def _places(left: Claim, right: Claim) -> Comparison:
    one, other = (claim.place.place if claim.place else None for claim in (left, right))
    if one is None or other is None:
        return Comparison("place", "silent", one.name if one else "", other.name if other else "")
    wide = 6 in (one.where_prec, other.where_prec) and one.country == other.country
    same = one.name == other.name or wide or (one.admin1 is not None and one.admin1 == other.admin1)
    return Comparison("place", "agree" if same else "differ", one.name, other.name)


def can_agree(comparisons: tuple[Comparison, ...], same_words: bool) -> bool:
    """Whether two claims of one block are one fact.

    Nothing may differ, and something besides pair and kind must agree: a number, a period, a place. Two claims that say
    none of these are one only if they use the same words or say nothing but that it is so.
    """
    if any(one.outcome == "differ" for one in comparisons):
        return False
    held = [one for one in comparisons if one.outcome == "agree" and one.field != "item"]
    said = [one for one in comparisons if one.field != "item" and (one.left or one.right)]
    return bool(held) or same_words or not said
