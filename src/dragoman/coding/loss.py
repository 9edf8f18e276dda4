"""Losses: how many of whom were killed, wounded, captured, by whom and in which deed."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.body import with_bodies
from dragoman.coding.case import Case
from dragoman.coding.context import fill_parties, frame_of
from dragoman.coding.draft import Draft, Silence
from dragoman.coding.event import untold_event
from dragoman.coding.match import find_rule
from dragoman.coding.measure import lasting
from dragoman.coding.party import Parties, parties_of, sufferers
from dragoman.coding.rule import sufferer_role
from dragoman.coding.staging import type_of
from dragoman.coding.summed import summed
from dragoman.coding.tally import numbers_of
from dragoman.coding.tally import struck as those_struck
from dragoman.coding.toll import is_carried, same_toll
from dragoman.model.claim import ClaimQuantity, EventType
from dragoman.model.factuality import Factuality
from dragoman.model.mention import QuantityMention
from dragoman.model.predication import Predication
from dragoman.model.quantity import Quantity, QuantityRole
from dragoman.world.concept import concepts

UNHURT = Silence("no loss: what it struck can suffer none")
"""What is said where a word of loss has a thing for its victim: the deed may still be an event."""


def loss_of(case: Case, predication: Predication, role: QuantityRole, stance: Factuality) -> Draft | Silence:
    """A loss: how many of whom were killed, wounded, captured. Without a number or a state that suffered it, none."""
    if is_carried(case, predication):
        return Silence("no loss: another word of the sentence counts it")
    themes = those_struck(case, predication)
    numbers = numbers_of(case, predication, role)
    if predication.fillers("theme") and not themes and not numbers:
        return UNHURT
    parties = parties_of(case, predication, "loss")
    if sufferer_role(predication.concept or "") == "agent":
        parties = Parties((), ())
    struck = sufferers(case, predication) or same_toll(case, predication)
    filled = fill_parties(case, predication, "loss", Parties(parties.actors, struck, parties.inferred))
    uncounted = concepts()[predication.concept or ""].kind == "people"  # "les morts" alone tell of no loss
    if not numbers and (uncounted or not (struck or themes)):
        return Silence("no loss: no number, and nobody named whom it struck")  # "sang, vie, mort"
    if not numbers and not filled.recipients:
        return Silence("no loss: no number, and no state whose people it struck")
    filled, event_type, mode = _deed_of_loss(case, predication, filled, stance)
    numbers, added = summed(case, predication, numbers)
    quantities = tuple(ClaimQuantity(role, one) for one in numbers[:1]) or (_uncounted(predication, role),)
    reasons = (f"loss: {predication.concept} counts {role}", *filled.inferred, *added)
    return Draft("loss", event_type, mode, None, None, quantities + lasting(case, predication), filled, reasons)


def _uncounted(predication: Predication, role: QuantityRole) -> ClaimQuantity:
    """What was lost where nobody says how many: "some Chadians may have died" tells of killed, and gives no number."""
    return ClaimQuantity(role, QuantityMention(predication.trigger, Quantity(None, None, None, None, "not_mentioned")))


def _deed_of_loss(
    case: Case, predication: Predication, filled: Parties, stance: Factuality
) -> tuple[Parties, EventType | None, str | None]:
    """The deed that took the people counted, with who did it, named or not: "gunmen killed six", "police held 40 people"."""
    if filled.actors:
        # "a arrêté trois Américains": whom it strikes is what the rules ask for as its theme
        rule = find_rule(predication, None, replace(filled, patients=filled.recipients))
        return filled, rule.event_type if rule else None, rule.mode if rule else None
    if sufferer_role(predication.concept or "") == "agent" or frame_of(predication.concept or "") == "undergo":
        return filled, None, None  # "12 deaths among the rebels" are nobody's deed
    both = with_bodies(case, predication, filled)
    rule = find_rule(predication, None, both)
    event_type, mode = type_of(rule, stance) if rule else (None, None)
    if event_type is None or untold_event(case, predication, both, event_type):
        return filled, None, None
    return replace(filled, actors=both.actors), event_type, mode
