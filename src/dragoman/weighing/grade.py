"""How much stands behind a fact: counts of independent originators, turned into the scales that analysts use."""

from __future__ import annotations

from dragoman.model.claim import Claim
from dragoman.model.fact import Agreement, Disagreement, Evidence, Grade
from dragoman.weighing.origin import Origin


def grade(claims: tuple[Claim, ...], origins: tuple[Origin, ...], against: tuple[Disagreement, ...]) -> Grade:
    """Grade one fact.

    Report credibility on the Admiralty scale (NATO AJP-2.1): 1 confirmed by three independent originators or more,
    2 by two, 3 one named originator, 4 one that hedges, 5 contradicted or denied and held by one alone, 6 cannot be
    judged (nobody is named). Evidence and agreement on the IPCC's scales (Mastrandrea et al. 2010): limited, medium,
    robust for 1, 2, 3 originators; low where another originator contradicts or denies, medium where one refines or
    updates, else high. Unnamed sources are not counted.
    """
    named = {one.key for one in origins if one.named}
    documents = len({claim.document_id for claim in claims})
    disputed = any(one.kind in ("contradiction", "denial") for one in against)
    agreement: Agreement = "low" if disputed else "medium" if against else "high"
    evidence: Evidence = "robust" if len(named) >= 3 else "medium" if len(named) == 2 else "limited"
    known = [claim for claim, one in zip(claims, origins, strict=True) if one.named]
    hedged = all(claim.factuality.certainty != "certain" or claim.factuality.status == "possible" for claim in known)
    report, why = _report(len(named), hedged, disputed)
    counts = f"{_plural(documents, 'document')}, {_plural(len(named), 'named originator')}"
    return Grade(report, evidence, agreement, documents, len(named), f"{counts}: {why}")


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
