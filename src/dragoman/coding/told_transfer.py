"""Whether a deed that hands something over is told as a transfer between states, and not as a payment or a march at home.

The last question put to a flow before it becomes a claim: who stands on its two sides, and how that is known.
"""

from __future__ import annotations

from dragoman.coding.case import Case, is_state
from dragoman.coding.context import frame_of
from dragoman.coding.contract import contract_over
from dragoman.coding.draft import is_verb
from dragoman.coding.party import Parties
from dragoman.coding.standing import stands_alone
from dragoman.coding.taken import Side, is_taken
from dragoman.coding.thanked import thanks_for
from dragoman.coding.unmeant import unmeant
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument, Predication
from dragoman.world.concept import is_a

# Deeds between states by their nature, of things that hardly stay at home: one side that is named is enough.
_ACROSS = ("BUY", "SELL", "EXPORT", "IMPORT", "RECEIVE_GROUP", "OBTAIN", "REQUEST_GROUP", "OFFER", "RETURN_GOODS")
_FOREIGN = ("WEAPON", "ENERGY_PRODUCT", "TROOPS", "PRISONER", "REMAINS")


def untold_transfer(case: Case, predication: Predication, theme: Argument | None, parties: Parties) -> str | None:
    """Why a deed that hands something over is no transfer of the ledger; None if it is one."""
    named = {one.actor.country for one in (*parties.actors, *parties.recipients) if is_state(one)}
    if not named:
        return "no state in it"
    if why := unmeant(case, predication, theme, parties):
        return why
    if theme is None and parties.inferred and len(named) < 2:  # "fought for Moscow" names both by its own words
        return "neither the thing nor both sides are named"
    mutual = frame_of(predication.concept or "") == "with" and not parties.inferred
    both = len(named) >= 2 and (mutual or bool(parties.actors and parties.recipients))
    if not both and not _has_body(parties):
        known: Side = "recipients" if any(is_state(one) for one in parties.actors) else "actors"
        if parties.inferred or is_taken(case, predication, known):
            return "one state alone, and somebody else on the other side"
        if not _goes_abroad(predication, theme) or all(one.actor.sector in _NO_STATE for one in _states(parties)):
            return "one state alone, and nothing says that it leaves it"
    told = is_verb(case, predication) or contract_over(case, predication) or thanks_for(case, predication)
    if not told and (len(parties.inferred) >= 2 or not stands_alone(case, predication)):
        return "a noun that is only mentioned"
    return None


_NO_STATE = ("PTY", "LEG", "JUD", "CVL", "OPP", "BUS", "LAB", "SOC")  # of a land, and not the state that buys and sells


def _states(parties: Parties) -> tuple[ActorMention, ...]:
    return tuple(one for one in (*parties.actors, *parties.recipients) if is_state(one))


def _has_body(parties: Parties) -> bool:
    """Whether a body of states stands on one side and a state on the other: "the Union froze its aid to Chad"."""
    bodies = [{one.actor.country == "IGO" for one in side} for side in (parties.actors, parties.recipients)]
    return {True} in bodies and all(bodies)


def _goes_abroad(predication: Predication, theme: Argument | None) -> bool:
    deed, thing = predication.concept or "", (theme.concept if theme else None) or ""
    return any(is_a(deed, name) for name in _ACROSS) and any(is_a(thing, name) for name in _FOREIGN)
