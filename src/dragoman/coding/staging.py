"""What factuality leaves of a deed: the type and the stage of what is only planned, refused, or left open."""

from __future__ import annotations

from functools import cache

from dragoman.coding.rule import Rule, when_planned, when_refused
from dragoman.model.claim import EventType, Stage
from dragoman.model.factuality import Factuality
from dragoman.world.table import read_table


def _undone(stance: Factuality) -> str | None:
    """ "planned", "refused" or "open" for a deed that is not said to have been done; None for one that is."""
    ahead = stance.time == "future"
    if stance.status == "negated" or (
        stance.polarity == "negative" and stance.status not in ("denied", "acknowledged")
    ):
        return "refused" if ahead and not _is_of_ability(stance) else "open"
    asked = stance.status == "possible" and (ahead or stance.certainty == "unknown")
    unsaid = stance.status == "planned" and stance.certainty == "unknown"  # "did not say that they would strike"
    if stance.status in ("predicted", "conditional") or asked or unsaid:
        return "open"  # "enverra-t-elle d'autres soldats ?", "could buy"
    return "planned" if stance.status == "planned" or (ahead and stance.status != "possible") else None


def _is_of_ability(stance: Factuality) -> bool:
    """Whether somebody only is not able to: "could not overrule the veto" agrees to nothing, and refuses nothing."""
    return any(cue.text.casefold().replace("’", "'") in _able() for cue in stance.cues)


@cache
def _able() -> frozenset[str]:
    return frozenset(row["form"] for row in read_table("rules/able_verbs.tsv", "dragoman.coding"))


def stage_of(rule: Rule, stage: Stage, stance: Factuality) -> Stage:
    """The stage of a transfer as factuality leaves it: what will be sent is pledged, what would be is offered."""
    # "enverra", "prévoit de livrer": what is only planned has not been delivered, whatever the verb's own stage.
    left = _undone(stance)
    if left is None or stage not in ("agreed", "allocated", "shipped", "delivered", "in-use", "completed", "returned"):
        return stage
    if left == "refused" and rule.event_type and (turned := when_refused(rule.event_type)).stage:
        return turned.stage
    return "pledged" if left == "planned" else "offered" if left == "open" and stance.polarity == "positive" else stage


def type_of(rule: Rule, stance: Factuality) -> tuple[EventType | None, str | None]:
    """The type as factuality leaves it: a visit that is planned is AGREE; one that did not happen is none."""
    left = _undone(stance)
    if rule.event_type is None or left == "open":
        return None, None
    if left is None:
        return rule.event_type, rule.mode
    turned = when_planned(rule.event_type) if left == "planned" else when_refused(rule.event_type)
    return turned.event_type, rule.mode if turned.event_type == rule.event_type else turned.mode
