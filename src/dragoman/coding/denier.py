"""Who denies that something was sent to another state is whom it is said of: "Lomé called reports of soldiers sent to Mali baseless"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.case import Case, is_state
from dragoman.coding.chain import attributions_of
from dragoman.coding.party import Parties
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication


def denier_sends(case: Case, predication: Predication, parties: Parties) -> Parties:
    """The parties of a gift with the state that denies it as its giver, where nobody else is said to give and another gets it."""
    if parties.actors or not parties.recipients or predication.fillers("agent"):
        return parties
    deniers = [one for one in attributions_of(predication.trigger.span, case.said) if one.speech == "deny"]
    if not deniers or deniers[-1].speaker is None or deniers[-1].source is None:
        return parties
    source, speaker = deniers[-1].source, deniers[-1].speaker
    mention = ActorMention(source, speaker, "denies that it was sent")
    if not is_state(mention) or speaker.country in {one.actor.country for one in parties.recipients}:
        return parties
    why = f"{source.text!r} denies it, and nobody else is said to have sent it"
    return replace(parties, actors=(mention,), inferred=(*parties.inferred, why))
