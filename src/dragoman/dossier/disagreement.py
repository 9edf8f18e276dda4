"""What the sources disagree on: two sides, each with its value, who says it and in which sentences."""

from __future__ import annotations

from dragoman.dossier.cell import (
    show_item,
    show_period,
    show_place,
    show_quantities,
    show_sources,
    show_stage,
    show_statuses,
)
from dragoman.dossier.row import ROW_ROLES
from dragoman.dossier.said_rows import DisagreementRow, Side
from dragoman.dossier.shelf import Reported, Shelf
from dragoman.dossier.shown import Shown
from dragoman.dossier.statement import sentences_of
from dragoman.model.claim import Claim
from dragoman.model.fact import CellName, Disagreement, Evidence, Fact, Grade, Weighing

KIND_ORDER = ("contradiction", "denial", "error", "update", "refinement", "part", "scope")


def find_disagreements(weighing: Weighing, shelf: Shelf, near: frozenset[str]) -> tuple[DisagreementRow, ...]:
    """One row a disagreement whose claims are at hand: those on the facts named first, contradictions first. near: ids of facts."""
    facts = {one: fact for fact in weighing.facts for one in fact.claim_ids}
    ordered = sorted(weighing.disagreements, key=lambda one: KIND_ORDER.index(one.kind))
    rows = [row for one in ordered if (row := _row(one, facts, shelf, near)) is not None]
    return tuple(sorted(rows, key=lambda one: not one.near))


def _row(
    disagreement: Disagreement, facts: dict[str, Fact], shelf: Shelf, near: frozenset[str]
) -> DisagreementRow | None:
    left = tuple(shelf.claims[one] for one in disagreement.left if one in shelf.claims)
    right = tuple(shelf.claims[one] for one in disagreement.right if one in shelf.claims)
    if not left or not right:
        return None
    sides = tuple(_side(some, facts.get(some[0].id), disagreement.cell, shelf) for some in (left, right))
    is_near = any(one in facts and facts[one].id in near for one in (*disagreement.left, *disagreement.right))
    return DisagreementRow(disagreement.kind, disagreement.cell, sides[0], sides[1], disagreement.reason, is_near)


def _side(claims: tuple[Claim, ...], fact: Fact | None, cell: CellName, shelf: Shelf) -> Side:
    alone = Reported(_fact_of(claims, fact), claims)
    return Side(_value(alone, cell, shelf), show_sources(claims, shelf), sentences_of(claims, shelf))


def _fact_of(claims: tuple[Claim, ...], fact: Fact | None) -> Fact:
    """One side taken for itself, so that its value is its own and not the whole fact's."""
    evidence: Evidence = "limited"
    grade = fact.grade if fact else Grade(6, evidence, "low", 0, 0, "")
    return Fact(fact.id if fact else "", claims[0].id, tuple(one.id for one in claims), (), grade, True)


def _value(alone: Reported, cell: CellName, shelf: Shelf) -> Shown[object] | None:
    if cell == "quantity":
        return next(iter(show_quantities(alone, shelf, ROW_ROLES)), None)
    if cell == "item":
        return show_item(alone, shelf)
    if cell == "period":
        return show_period(alone, shelf)
    if cell == "place":
        return show_place(alone)
    if cell == "stage":
        return show_stage(alone)
    return show_statuses(alone.claims)[0]
