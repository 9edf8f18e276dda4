"""How much stands behind a fact: counts of independent originators, turned into the scales that analysts use."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import get_args

from dragoman.model.fact import Agreement, DisagreementKind, Evidence, Grade, Reliability
from dragoman.weighing.name import known_name
from dragoman.weighing.profile import Profile


def is_disputed(against: Set[DisagreementKind]) -> bool:
    """Whether another originator contradicts or denies. against: kinds of disagreement."""
    return bool(against & {"contradiction", "denial"})


def grade(members: tuple[Profile, ...], against: Set[DisagreementKind], ratings: Mapping[str, str]) -> Grade:
    """Grade one fact. against: the kinds of its disagreements.

    Report credibility on the Admiralty scale (NATO AJP-2.1): 1 confirmed by three independent originators or more,
    2 by two, 3 one named originator, 4 one that hedges, 5 contradicted or denied and held by one alone, 6 cannot be
    judged (nobody is named). Evidence and agreement on the IPCC's scales (Mastrandrea et al. 2010): limited, medium,
    robust for 1, 2, 3 originators; low where another originator contradicts or denies, medium where a print errs or
    another refines or updates, else high; a number of another scope is no disagreement. Unnamed sources are not counted.
    """
    named = {one.origin.key for one in members if one.origin.named}
    documents = len({one.claim.document_id for one in members})
    kinds, disputed = against - {"scope", "part"}, is_disputed(against)
    agreement: Agreement = "low" if disputed else "medium" if kinds else "high"
    evidence: Evidence = "robust" if len(named) >= 3 else "medium" if len(named) == 2 else "limited"
    known = [one.claim.factuality for one in members if one.origin.named]
    hedged = all(one.certainty != "certain" or one.status == "possible" for one in known)
    report, why = _report(len(named), hedged, disputed)
    counts = f"{_plural(documents, 'document')}, {_plural(len(named), 'named originator')}"
    return Grade(report, evidence, agreement, documents, len(named), f"{counts}: {why}", _source(members, ratings))


def _source(members: tuple[Profile, ...], ratings: Mapping[str, str]) -> Reliability:
    """The best letter that a person gave one of the originators; F where none has one."""
    letters = {ratings.get(known_name(one.origin.label)) for one in members if one.origin.named} if ratings else set()
    return next((one for one in get_args(Reliability) if one in letters), "F")


def _report(named: int, hedged: bool, disputed: bool) -> tuple[int, str]:
    if named == 0:
        return 6, "nobody is named for it, so it cannot be judged"
    if named == 1 and disputed:
        return 5, "one originator, contradicted or denied by another"
    if hedged:
        return 4, "said with a hedge"
    if named == 1:
        return 3, "one originator"
    return (2, "two independent originators") if named == 2 else (1, "three independent originators or more")


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
