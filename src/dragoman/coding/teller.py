"""Agents that do nothing of a deed: who only tells of it, an account of it, and what only carries what is handed over."""

from __future__ import annotations

from dragoman.model.predication import Argument, Predication
from dragoman.world.concept import concepts, is_a

CARRIERS = ("CIVIL_SHIP", "CIVIL_AIRCRAFT", "TRANSPORT_VEHICLE")


def is_lent(argument: Argument) -> bool:
    """Whether an argument is only the subject of the verb that carries an event noun: who announces a coming, starts a sale."""
    return (argument.repaired or "").startswith("subject of the support verb")


def only_tells(argument: Argument, predication: Predication, frame: str) -> bool:
    """Whether an agent only tells of a deed whose own words say who does it: "Moscou annonce la venue de sapeurs coréens",
    "Seoul announced the delivery of shells by Pyongyang".
    """
    if not is_lent(argument):
        return False
    others = [one for one in (*predication.fillers("agent"), *predication.fillers("theme")) if not is_lent(one)]
    if frame in ("move", "leave") or is_a(predication.concept or "", "STATIONED"):
        return any(one.concept is not None and concepts()[one.concept].kind == "people" for one in others)
    return frame == "give" and any(one.role == "agent" and not is_account(one) for one in others)


def is_account(argument: Argument) -> bool:
    """Whether an agent is only an account of it: "by US estimates, 1,000 were killed" accuses nobody."""
    return argument.concept is not None and any(
        is_a(argument.concept, name) for name in ("BELIEVE", "STATEMENT", "REPORT")
    )


def only_carries(predication: Predication, argument: Argument, frame: str) -> bool:
    """Whether an agent only carries what is handed over: shells that Russian ships carried are not sent by Russia."""
    named = argument.concept or ""
    return frame == "give" and bool(predication.fillers("theme")) and any(is_a(named, carrier) for carrier in CARRIERS)
