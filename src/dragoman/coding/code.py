"""Coding: a reading becomes claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.coding.backing import backed
from dragoman.coding.build import claims_of
from dragoman.coding.case import Case, Customs, open_case
from dragoman.coding.dated_deal import find_dated_deals
from dragoman.coding.dealings import deal_together
from dragoman.coding.denied import find_denied
from dragoman.coding.interest import as_parties
from dragoman.coding.itself import find_asides
from dragoman.coding.listed import find_listed
from dragoman.coding.others import with_others
from dragoman.coding.recount import find_recounts
from dragoman.coding.same_cargo import without_doubles
from dragoman.coding.share import find_shares
from dragoman.coding.statement import find_predictions, find_statements
from dragoman.coding.valued import find_valued
from dragoman.model.claim import Claim, FlowKind
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication
from dragoman.model.reading import Reading
from dragoman.reading.ranker import EventRanker

Sides = tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]


def code(reading: Reading, ranker: EventRanker | None = None) -> tuple[Claim, ...]:
    """All claims of a reading, in the order of their triggers; each once.

    ranker: a model that backs the rules, None for the rules alone.
    """
    first = _case_without_customs(reading)
    coded = _coded(first)
    case = _with_customs(first, coded)
    found = [
        claim
        for one in coded
        for claim in (claims_of(case, one.told) if one.asked & case.customs.sides.keys() else one.claims)
    ]
    found = [one for one in found if not _is_said_below(one, found)]
    found = without_doubles(case, found)
    found.extend(find_listed(case, found))
    if ranker is not None:
        found = list(backed(case, found, ranker))
    found = list(with_others(case, tuple(found)))
    found.extend(find_shares(case, tuple(found)))
    found.extend(find_recounts(case, tuple(found)))
    found.extend(find_valued(case, tuple(found)))
    found.extend(find_dated_deals(case, tuple(found)))
    found.extend(find_denied(case, tuple(found)))
    found.extend(find_statements(case, tuple(found)))
    found.extend(find_predictions(case, tuple(found)))
    unique = {claim.id: as_parties(case, claim) for claim in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda one: (one.trigger.span.start, one.matter, one.id)))


def case_as_coded(reading: Reading) -> Case:
    """The case file that a reading is coded with: it knows between whom the text tells of each kind of transfer, and whether
    its two states deal with one another.
    """
    case = _case_without_customs(reading)
    return _with_customs(case, _coded(case))


@dataclass(frozen=True, slots=True)
class _Coded:
    """A predication with its claims, and the kinds of transfer whose customs they would follow."""

    told: Predication
    claims: tuple[Claim, ...]
    asked: frozenset[FlowKind]


def _case_without_customs(reading: Reading) -> Case:
    case = open_case(reading)
    return replace(case, dealing=deal_together(case))


def _coded(case: Case) -> list[_Coded]:
    found: list[_Coded] = []
    for predication in _told(case):
        case.customs.asked.clear()
        claims = tuple(claims_of(case, predication))
        found.append(_Coded(predication, claims, frozenset(case.customs.asked)))
    return found


def _with_customs(case: Case, coded: Sequence[_Coded]) -> Case:
    return replace(case, customs=Customs(_customs([claim for one in coded for claim in one.claims])))


def _told(case: Case) -> list[Predication]:
    """Predications with a concept, outside of what the text says of itself."""
    reading = case.reading
    about_itself = {aside.sentence for aside in find_asides(reading.sentences, case.text, reading.document.language)}
    return [one for one in reading.predications if one.concept and one.sentence not in about_itself]


def _customs(claims: Sequence[Claim]) -> dict[FlowKind, Sides]:
    """The two sides of each kind of transfer that the text tells of between the same two alone, as first named."""
    found: dict[FlowKind, dict[tuple[frozenset[str | None], ...], Sides]] = {}
    for one in claims:
        if one.flow is None or not (one.actors and one.recipients):
            continue
        countries = tuple(frozenset(who.actor.country for who in side) for side in (one.actors, one.recipients))
        found.setdefault(one.flow.kind, {}).setdefault(countries, (one.actors, one.recipients))
    return {kind: next(iter(some.values())) for kind, some in found.items() if len(some) == 1}


def _is_said_below(claim: Claim, others: list[Claim]) -> bool:
    """Whether an event is only the verb over a deed that is coded: "promised to deliver jets" is one pledge, not two."""
    return (
        claim.matter == "event"
        and claim.event_type is not None
        and any(
            (other.flow is not None or (other.factuality.status == "planned" and claim.flow is None))
            and other.event_type == claim.event_type
            and other.evidence == claim.evidence
            and other.trigger.span.start > claim.trigger.span.start
            and {one.actor.country for one in other.actors} & {one.actor.country for one in claim.actors}
            and (
                other.flow is not None
                or {one.actor.country for one in claim.recipients} <= {one.actor.country for one in other.recipients}
            )
            for other in others
        )
    )
