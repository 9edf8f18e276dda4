"""Several things that go between several sides by turns: "received jets from Oslo and drones from Riga", "sent jets to Kyiv and drones to Riga"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.context import frame_of
from dragoman.coding.party import Parties
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument, Predication


def by_turns(predication: Predication, theme: Argument | None, parties: Parties) -> Parties:
    """The sides of one thing of several, each with a giver or a receiver of its own right behind it; as they were elsewhere."""
    frame = frame_of(predication.concept or "")
    if theme is None or frame not in ("get", "give"):
        return parties
    getting = frame == "get"
    others = predication.fillers("agent" if getting else "recipient")
    sides = [one for one in others if one.head > predication.head]
    things = sorted(predication.fillers("theme"), key=lambda one: one.head)
    if len(things) < 2 or len(sides) != len(things) or theme not in things:
        return parties
    ordered = sorted((*things, *sides), key=lambda one: one.head)
    if any((one in things) != (place % 2 == 0) for place, one in enumerate(ordered)):
        return parties  # "sent jets and drones to Kyiv"
    own = sorted(sides, key=lambda one: one.head)[things.index(theme)]
    all_of_side = parties.actors if getting else parties.recipients
    kept = _named_by(own, all_of_side)
    if not kept:
        return parties
    return replace(parties, actors=kept) if getting else replace(parties, recipients=kept)


def _named_by(argument: Argument, mentions: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    return tuple(one for one in mentions if argument.quote.span.overlaps(one.quote.span))
