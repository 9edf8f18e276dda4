"""Claims as a person corrected them: the words stay, the value beside them is the person's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from math import inf
from typing import cast

from dragoman.model.claim import EVENT_TYPES, FLOW_KINDS, STAGES, Claim, ClaimQuantity, EventType, FlowKind, Stage
from dragoman.model.edtf import period_of
from dragoman.model.fact import Verdict
from dragoman.model.factuality import STATUS_ORDER
from dragoman.model.mention import ActorMention, PeriodMention, QuantityMention
from dragoman.model.quantity import Quantity
from dragoman.weighing.profile import bounds_text, countries, quantity_of
from dragoman.world.actor import actor_for_country, find_country
from dragoman.world.concept import concepts


class CannotCorrect(ValueError):
    """A correction that no claim can take: the field, the value and what would do are named."""


def correct(claim: Claim, verdicts: tuple[Verdict, ...]) -> Claim:
    """The claim with each corrected field. Raises CannotCorrect for a field or value that it cannot have."""
    for one in verdicts:
        change = _FIELDS.get(one.field or "")
        if change is None:
            raise CannotCorrect(f"no field {one.field!r} to correct; one of {', '.join(sorted(_FIELDS))}")
        claim = change(claim, one.value or "")
    return claim


def _quantity(claim: Claim, value: str) -> Claim:
    found = quantity_of(claim)
    parts = value.split("/")
    if found is None:
        raise CannotCorrect(f"claim {claim.id} has no number to correct; reject it, and add what the text says")
    try:
        bounds = [float(one) if one else None for one in (parts * 3 if len(parts) == 1 else parts)]
        if any(one is not None and not 0 <= one < inf for one in bounds):
            raise ValueError("an amount is 0 or more")
        low, best, high = bounds
        made = Quantity(low, best, high, found.unit)
    except ValueError as error:
        raise CannotCorrect(
            f"no quantity: {value!r} ({error}); write N, or LOW/BEST/HIGH with nothing for what is not said"
        ) from error
    return replace(claim, quantities=tuple(_with(one, found, made) for one in claim.quantities))


def _with(one: ClaimQuantity, old: Quantity, new: Quantity) -> ClaimQuantity:
    return replace(one, mention=QuantityMention(one.mention.quote, new)) if one.mention.quantity is old else one


def _period(claim: Claim, value: str) -> Claim:
    try:
        period = period_of(value)
    except ValueError as error:
        raise CannotCorrect(f"no period: {error}; write EDTF, as 2025-04 or 2022-02/..") from error
    return replace(
        claim, period=PeriodMention(claim.period.quote if claim.period else claim.trigger, period, "corrected")
    )


def _stage(claim: Claim, value: str) -> Claim:
    if claim.flow is None or value not in STAGES:
        raise CannotCorrect(f"no stage {value!r} of this claim; a flow has one of {', '.join(sorted(STAGES))}")
    return replace(claim, flow=replace(claim.flow, stage=cast(Stage, value)))


def _kind(claim: Claim, value: str) -> Claim:
    if claim.flow is None or value not in FLOW_KINDS:
        raise CannotCorrect(f"no kind {value!r} of this claim; a flow has one of {', '.join(sorted(FLOW_KINDS))}")
    return replace(claim, flow=replace(claim.flow, kind=cast(FlowKind, value)))


def _type(claim: Claim, value: str) -> Claim:
    if value not in EVENT_TYPES:
        raise CannotCorrect(f"no event type {value!r}; one of {', '.join(sorted(EVENT_TYPES))}")
    return replace(claim, event_type=cast(EventType, value))


def _status(claim: Claim, value: str) -> Claim:
    if value not in STATUS_ORDER:
        raise CannotCorrect(f"no status {value!r}; one of {', '.join(STATUS_ORDER)}")
    return replace(claim, factuality=replace(claim.factuality, status=value))


def _item(claim: Claim, value: str) -> Claim:
    if claim.item is None:
        raise CannotCorrect(f"claim {claim.id} has no item to correct; reject it, and add what the text says")
    if value not in concepts():
        near = get_close_matches(value.upper().replace(" ", "_"), concepts(), 5)
        raise CannotCorrect(
            f"no item {value!r}; name a concept of the lexicon, such as {', '.join(near or [claim.item.concept])}"
        )
    return replace(claim, item=replace(claim.item, concept=value))


def _side(name: str) -> Callable[[Claim, str], Claim]:
    def change(claim: Claim, value: str) -> Claim:
        codes = [find_country(one.strip()) for one in value.split("+") if one.strip()]
        if None in codes:
            raise CannotCorrect(f"no state in {value!r}; write ISO 3166-1 codes joined by +")
        made = tuple(ActorMention(claim.trigger, actor_for_country(one), "corrected") for one in codes if one)
        return replace(claim, actors=made) if name == "actors" else replace(claim, recipients=made)

    return change


_FIELDS: dict[str, Callable[[Claim, str], Claim]] = {
    "quantity": _quantity, "period": _period, "stage": _stage, "kind": _kind, "type": _type, "status": _status,
    "item": _item, "actors": _side("actors"), "recipients": _side("recipients"),
}  # fmt: skip
FIELDS = tuple(sorted(_FIELDS))


def value_of(claim: Claim, field: str) -> str:
    """What a claim says in a field, in the form in which it is corrected; "" where it does not say.

    Raises CannotCorrect for a field that there is not.
    """
    said: dict[str, str | None] = {
        "quantity": bounds_text(quantity_of(claim)),
        "period": claim.period.period.edtf if claim.period else None,
        "stage": claim.flow.stage if claim.flow else None,
        "kind": claim.flow.kind if claim.flow else None,
        "type": claim.event_type,
        "status": claim.factuality.status,
        "item": claim.item.concept if claim.item else None,
        "actors": "+".join(countries(claim, "actors")),
        "recipients": "+".join(countries(claim, "recipients")),
    }
    if field not in said:
        raise CannotCorrect(f"no field {field!r} to correct; one of {', '.join(FIELDS)}")
    return said[field] or ""
