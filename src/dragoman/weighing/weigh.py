"""Weighing: claims become facts, with what stands for and against each cell."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.fact import Cell, CellName, Disagreement, Fact, Verdict, Weighing
from dragoman.model.identity import identify
from dragoman.weighing.cluster import cluster, decided
from dragoman.weighing.compare import bounds_text, quantity_of
from dragoman.weighing.descent import find_descents
from dragoman.weighing.dispute import find_disagreements
from dragoman.weighing.grade import grade
from dragoman.weighing.origin import Bench, aliases_of, origin_of


def weigh(documents: tuple[Document, ...], claims: tuple[Claim, ...], verdicts: tuple[Verdict, ...] = ()) -> Weighing:
    """Facts of a set of claims. Pure, and blind to order: the same claims and verdicts give the same bytes.

    documents: those that the claims come from; verdicts: of persons, oldest first.
    """
    by_id = {one.id: one for one in documents}
    descents = find_descents(documents)
    ordered = tuple(sorted(claims, key=lambda one: one.id))
    clusters, joins = cluster(ordered, by_id, descents, decided(verdicts))
    bench = Bench(by_id, descents, aliases_of(ordered))
    disagreements = find_disagreements(clusters, bench)
    facts = tuple(_fact(one, bench, disagreements) for one in clusters)
    return Weighing(tuple(sorted(facts, key=lambda one: _when(one, ordered))), disagreements, descents, joins)


def _when(fact: Fact, claims: tuple[Claim, ...]) -> tuple[str, str]:
    period = next((cell.value for cell in fact.cells if cell.name == "period"), "")
    return (period.replace("../", "") or "9999", fact.id)


def _fact(claims: tuple[Claim, ...], bench: Bench, disagreements: tuple[Disagreement, ...]) -> Fact:
    ids = {one.id for one in claims}
    against = tuple(one for one in disagreements if ids & set(one.left) or ids & set(one.right))
    origins = tuple(origin_of(claim, bench) for claim in claims)
    shown = tuple(sorted(claims, key=lambda one: (_date(one, bench), one.document_id, one.trigger.span.start, one.id)))
    return Fact(
        identify("fact", claims=sorted(ids)),
        claims[0].id,
        tuple(one.id for one in shown),
        tuple(_cells(claims, bench)),
        grade(claims, origins, against),
        any(one.kind in ("contradiction", "denial") for one in against),
    )


def _date(claim: Claim, bench: Bench) -> str:
    document = bench.documents.get(claim.document_id)
    return (document.published if document else None) or "9999"


def _cells(claims: tuple[Claim, ...], bench: Bench) -> Iterator[Cell]:
    """One cell for each field that a claim of the cluster says: the first claim's value, then who says otherwise."""
    names: tuple[CellName, ...] = ("item", "quantity", "period", "place", "stage", "status", "source")
    for name in names:
        values = {one.id: _value(one, name, bench) for one in claims}
        said = [one for one in claims if values[one.id][0]]
        if not said:
            continue
        value, label = values[said[0].id]
        same = tuple(one.id for one in said if values[one.id][0] == value)
        other = tuple(one.id for one in said if values[one.id][0] != value)
        yield Cell(name, value, label, same, other)


def _value(claim: Claim, name: CellName, bench: Bench) -> tuple[str, str]:
    """A claim's value of a cell, and the words that a reader sees for it; "" where it does not say."""
    quantity = quantity_of(claim)
    period = claim.period.period if claim.period else None
    origin = origin_of(claim, bench)
    values: dict[CellName, tuple[str, str]] = {
        "item": (claim.item.concept, claim.item.quote.text) if claim.item else ("", ""),
        "quantity": (bounds_text(quantity), bounds_text(quantity)),
        "period": ((period.edtf or period.timex_value or ""), claim.period.quote.text if claim.period else "")
        if period
        else ("", ""),
        "place": (claim.place.place.name, claim.place.quote.text) if claim.place else ("", ""),
        "stage": (claim.flow.stage, claim.flow.stage) if claim.flow else ("", ""),
        "status": (claim.factuality.status, claim.factuality.status),
        "source": (origin.key, origin.label),
    }
    return values[name]
