"""Both sides of a deed, as its rules are put to them, and how sure the text is of it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.admission import with_admission
from dragoman.coding.awaited import awaited_by
from dragoman.coding.body import with_bodies
from dragoman.coding.case import Case
from dragoman.coding.chain import merge, tellers_of
from dragoman.coding.context import content_parties, customary, fill_parties, frame_of, other_state
from dragoman.coding.denier import denier_sends
from dragoman.coding.embedded import meant_by
from dragoman.coding.mere_source import mere_sources_left_out
from dragoman.coding.opposite_way import opposite_sides
from dragoman.coding.party import Parties, parties_of
from dragoman.coding.reciprocal import reciprocal_sides
from dragoman.coding.rule import flow_kind
from dragoman.coding.self_check import sentence_at
from dragoman.coding.still_ahead import foretold, still_ahead
from dragoman.coding.taken import without_foes
from dragoman.coding.thanked import thanked_sides
from dragoman.model.claim import FlowKind
from dragoman.model.factuality import Factuality
from dragoman.model.predication import Argument, Predication
from dragoman.world.concept import is_a

_ADDRESSED = ("THREATEN_GROUP", "REQUEST_GROUP", "ACCUSE_GROUP")  # said to whoever would suffer or do it
_TOLD = ("asserted", "reported", "acknowledged")  # what only may be lends itself no sides from elsewhere


def stance_of(case: Case, predication: Predication) -> Factuality:
    """How sure the text is of a deed, with what those who tell of it and a later admission add."""
    over = tellers_of(predication.trigger.span, case.said, predication.factuality.time)
    told = foretold(case, predication, merge(predication.factuality, over), over)
    return still_ahead(case, predication, with_admission(case, predication, told))


def sides_of(case: Case, predication: Predication) -> Parties:
    """Both sides of a deed, completed from its surroundings."""
    frame = frame_of(predication.concept or "")
    named = mere_sources_left_out(case, predication, parties_of(case, predication, frame))
    parties = fill_parties(case, predication, frame, named)
    if frame not in ("give", "move", "get"):
        return parties
    parties = replace(parties, recipients=without_foes(case, predication, parties.recipients))
    parties = thanked_sides(case, predication, reciprocal_sides(case, predication, parties))
    return denier_sends(case, predication, parties) if frame == "give" else parties


def handed_between(case: Case, predication: Predication, theme: Argument | None, parties: Parties) -> Parties:
    """Both sides of a transfer of one thing, as its rule is put to them. parties: of the deed, from `sides_of`."""
    kind = flow_kind((theme.concept if theme else predication.concept) or "")
    parties = opposite_sides(case, predication, awaited_by(case, predication, other_state(case, predication, parties)))
    if kind is None or theme is None:
        return parties
    status = stance_of(case, predication).status
    told = status in _TOLD or (status == "planned" and _follows(case, predication, kind))
    return customary(case, predication, kind, parties) if told else parties


def _follows(case: Case, predication: Predication, kind: FlowKind) -> bool:
    """Whether the sentence before tells between whom things of a kind go, so that a plan for more needs no sides:
    "Lomé denies sending troops to Mali. Paris had reported a decision to send 900 men".
    """
    custom = case.customs.get(kind)
    if custom is None:
        return False
    before = range(predication.sentence - 1, predication.sentence + 1)
    numbers = [sentence_at(case.reading, one.quote.span) for side in custom for one in side]
    return bool(numbers) and all(number in before for number in numbers)


def done_between(case: Case, predication: Predication, parties: Parties) -> Parties:
    """Both sides of an event, as its rule is put to them. parties: of the deed, from `sides_of`."""
    if not parties.recipients and any(is_a(predication.concept or "", name) for name in _ADDRESSED):
        inner = (one for one in case.in_sentence(predication.sentence) if meant_by(case, one) is predication)
        parties = content_parties(case, inner, parties)
    return with_bodies(case, predication, parties)
