"""Whom a deed of supplying equips: "provided the army of Chad with lorries" hands the army over to nobody."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.rule import flow_kind
from dragoman.model.predication import Predication
from dragoman.world.concept import concepts, is_a

_WHY = "supplied with it"


def with_supplied(predication: Predication) -> Predication:
    """The predication with people who are supplied as its receivers, and what they are supplied with as its thing."""
    things = [one for one in predication.fillers("partner") if one.concept and flow_kind(one.concept) is not None]
    people = [one for one in predication.fillers("theme") if one.concept and concepts()[one.concept].kind != "thing"]
    all_people = len(people) == len(predication.fillers("theme"))
    if not is_a(predication.concept or "", "SUPPLY") or not things or not people or not all_people:
        return predication
    moved = tuple(
        replace(one, role="theme", repaired=_WHY)
        if one in things
        else replace(one, role="recipient", repaired="people are supplied with a thing")
        if one in people
        else one
        for one in predication.arguments
    )
    return replace(predication, arguments=moved)
