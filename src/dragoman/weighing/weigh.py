"""Weighing: claims become facts, with what stands for and against each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.fact import (
    Backing,
    Cell,
    CellName,
    Descent,
    Disagreement,
    DisagreementKind,
    Fact,
    Verdict,
    Weighing,
)
from dragoman.model.identity import identify
from dragoman.weighing.cluster import cluster
from dragoman.weighing.correct import correct
from dragoman.weighing.descent import find_descents
from dragoman.weighing.dispute import find_disagreements
from dragoman.weighing.grade import grade, is_disputed
from dragoman.weighing.origin import Bench, heads_of, imprints_of
from dragoman.weighing.profile import Profile, bounds_text, profile_of, with_first_sources
from dragoman.weighing.report import report_of
from dragoman.weighing.ruling import Ruling, ruling_of
from dragoman.weighing.source_line import find_source_lines

WEIGHER = (
    "weighing-0.5"  # raised with every change of a rule in this room: a ledger weighed by another one is weighed anew
)


def weigh(documents: tuple[Document, ...], claims: tuple[Claim, ...], verdicts: tuple[Verdict, ...] = ()) -> Weighing:
    """Facts of a set of claims. Pure, and blind to order: the same claims and verdicts give the same bytes.

    documents: those that the claims come from; verdicts: of persons, oldest first.
    """
    ruling = ruling_of(verdicts)
    copies = find_descents(documents)
    bench = Bench(imprints_of(documents), heads_of(copies), ruling.ratings)
    found = cluster(profiles_of(claims, bench, ruling), ruling)
    disagreements = find_disagreements(report_of(group) for group in found.groups)
    facts = facts_of(found.groups, disagreements, bench)
    return weighing_of(facts, disagreements, copies, found.joins, bench)


def weighing_of(
    facts: Iterable[Fact],
    disagreements: Iterable[Disagreement],
    copies: Iterable[Descent],
    joins: Iterable[Verdict],
    bench: Bench,
) -> Weighing:
    """All that was found, in an order that depends on nothing but what was found."""
    ordered = tuple(sorted(facts, key=_when))
    return Weighing(
        ordered,
        tuple(sorted(set(disagreements), key=lambda one: (one.kind, one.left, one.right, one.cell))),
        (*sorted(copies, key=lambda one: (one.kind, one.document_ids)), *find_source_lines(ordered, bench)),
        tuple(sorted(joins, key=lambda one: (one.left, one.right or ""))),
    )


def profiles_of(claims: Iterable[Claim], bench: Bench, ruling: Ruling) -> Iterator[Profile]:
    """Each claim, as a person corrected it, with what it is compared by."""
    for one in claims:
        fixes = ruling.corrected.get(one.id, ())
        yield profile_of(correct(one, fixes) if fixes else one, bench)


def facts_of(
    groups: Iterable[tuple[Profile, ...]], disagreements: tuple[Disagreement, ...], bench: Bench
) -> tuple[Fact, ...]:
    """A fact for each cluster, graded by its originators and by what stands against it."""
    against: dict[str, set[DisagreementKind]] = {}
    for one in disagreements:
        for claim in (*one.left, *one.right):
            against.setdefault(claim, set()).add(one.kind)
    return tuple(fact_of(group, against.get(group[0].claim.id, frozenset()), bench) for group in groups)


def _when(fact: Fact) -> tuple[str, str]:
    period = next((cell.value for cell in fact.cells if cell.name == "period"), "")
    return (period.replace("../", "") or "9999", fact.id)


def fact_of(members: tuple[Profile, ...], against: Set[DisagreementKind], bench: Bench) -> Fact:
    """One cluster as a reader sees it. against: the kinds of its disagreements with others, and inside it."""
    members = with_first_sources(members)
    ids = [one.claim.id for one in members]
    shown = sorted(
        members, key=lambda one: (_date(one, bench), one.claim.document_id, one.claim.trigger.span, one.claim.id)
    )
    return Fact(
        identify("fact", claims=sorted(ids)),
        ids[0],
        tuple(one.claim.id for one in shown),
        tuple(_cells(members)),
        grade(members, against, bench.ratings),
        is_disputed(against),
        tuple(_backing(shown)),
    )


def _date(one: Profile, bench: Bench) -> str:
    return bench.published(one.claim.document_id) or "9999"


def _backing(shown: list[Profile]) -> Iterator[Backing]:
    """The originators of a fact, those in most documents first."""
    by_key: dict[str, list[Profile]] = {}
    for one in shown:
        by_key.setdefault(one.origin.key, []).append(one)
    made = []
    for key, some in by_key.items():
        documents = tuple(dict.fromkeys(one.claim.document_id for one in some))
        backing = Backing(some[0].origin.label, some[0].origin.named, tuple(one.claim.id for one in some), documents)
        made.append((-len(documents), not some[0].origin.named, key, backing))
    yield from (one[-1] for one in sorted(made, key=lambda one: one[:-1]))


def _cells(members: tuple[Profile, ...]) -> Iterator[Cell]:
    """One cell for each field that a claim of the cluster says: the first claim's value, then who says otherwise."""
    names: tuple[CellName, ...] = ("item", "quantity", "period", "place", "stage", "status", "source")
    for name in names:
        values = [(one.claim.id, *_value(one, name)) for one in members]
        said = [one for one in values if one[1]]
        if not said:
            continue
        _, value, label = said[0]
        same = tuple(one[0] for one in said if one[1] == value)
        other = tuple(one[0] for one in said if one[1] != value)
        yield Cell(name, value, label, same, other)


def _value(one: Profile, name: CellName) -> tuple[str, str]:
    """A claim's value of a cell, and the words that a reader sees for it; "" where it does not say."""
    claim = one.claim
    if name == "item":
        return (claim.item.concept, claim.item.quote.text) if claim.item else ("", "")
    if name == "quantity":
        return bounds_text(one.quantity), bounds_text(one.quantity)
    if name == "period":
        period = claim.period
        return ((period.period.edtf or period.period.timex_value or ""), period.quote.text) if period else ("", "")
    if name == "place":
        return (claim.place.place.name, claim.place.quote.text) if claim.place else ("", "")
    if name == "stage":
        return (claim.flow.stage, claim.flow.stage) if claim.flow else ("", "")
    if name == "status":
        return claim.factuality.status, claim.factuality.status
    return one.origin.key, one.origin.label
