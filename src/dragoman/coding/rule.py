"""The coding rules, which are data: from a concept and what fills its roles to a PLOVER type, a mode, a stage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from dragoman.model.claim import EVENT_TYPES, FLOW_KINDS, STAGES, EventType, FlowKind, Stage
from dragoman.model.quantity import QuantityRole
from dragoman.world.concept import ancestors
from dragoman.world.table import BadTable, read_table

_ROOM = "dragoman.coding"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of rules/events.tsv. event_type None: no event; stage None: nothing changes hands."""

    concept: str
    when: tuple[str, ...]
    event_type: EventType | None
    mode: str | None
    stage: Stage | None

    @property
    def name(self) -> str:
        """The rule as a reader is shown it."""
        conditions = " ".join(self.when)
        return f"{self.concept}({conditions})" if conditions else self.concept


@cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for row in read_table("rules/events.tsv", _ROOM):
        event_type, stage = row["event_type"], row["stage"]
        if event_type not in EVENT_TYPES | {"-", ""} or stage not in STAGES | {"-", ""}:
            raise BadTable(f"coding/rules/events.tsv: {row['concept']}: unknown type {event_type!r} or stage {stage!r}")
        rule = Rule(
            row["concept"],
            tuple(row["when"].split()),
            cast(EventType, event_type) if event_type in EVENT_TYPES else None,
            row["mode"] if row["mode"] not in ("", "-") else None,
            cast(Stage, stage) if stage in STAGES else None,
        )
        table.setdefault(rule.concept, []).append(rule)
    return {concept: tuple(rules) for concept, rules in table.items()}


@cache
def rules_for(concept: str) -> tuple[Rule, ...]:
    """Rules that may code a concept, in the order they are tried: its own, then its parents'."""
    return tuple(rule for name in ancestors(concept) for rule in _rules().get(name, ()))


@cache
def flow_kind(concept: str) -> FlowKind | None:
    """The kind of flow that a thing or people is, by its nearest ancestor in rules/flows.tsv; None if it is no flow."""
    table = {row["concept"]: row["flow_kind"] for row in read_table("rules/flows.tsv", _ROOM)}
    kind = next((table[name] for name in ancestors(concept) if name in table), None)
    if kind is not None and kind not in FLOW_KINDS | {"-"}:
        raise BadTable(f"coding/rules/flows.tsv: {kind!r} is no flow kind")
    if kind == "-":
        return None
    return cast(FlowKind, kind) if kind else None


@cache
def loss_role(concept: str) -> QuantityRole | None:
    """What a concept counts as a loss (killed, wounded, ...), by its nearest ancestor; None if it is no loss."""
    table = {row["concept"]: row["role"] for row in read_table("rules/losses.tsv", _ROOM)}
    role = next((table[name] for name in ancestors(concept) if name in table), None)
    return cast(QuantityRole, role) if role else None


@dataclass(frozen=True, slots=True)
class Turned:
    """What a deed is that has not been done: its type, mode and stage; a stage of None leaves the deed's own."""

    event_type: EventType | None
    mode: str | None
    stage: Stage | None


@cache
def _turned(path: str) -> dict[str, Turned]:
    return {
        row["event_type"]: Turned(
            cast(EventType, row["becomes"]) if row["becomes"] in EVENT_TYPES else None,
            row["mode"] if row["mode"] not in ("", "-") else None,
            cast(Stage, row["stage"]) if row["stage"] in STAGES else None,
        )
        for row in read_table(path, _ROOM)
    }


@cache
def sufferer_role(concept: str) -> str:
    """The role of those whose people a loss struck: "the North lost 300 men" names them as its agent."""
    table = {row["concept"]: row["sufferer"] for row in read_table("rules/losses.tsv", _ROOM)}
    return next((table[name] for name in ancestors(concept) if name in table), "theme")


def when_planned(event_type: EventType) -> Turned:
    """What a deed is while it is only planned: a planned visit is AGREE, planned aid is pledged."""
    return _turned("rules/when_planned.tsv")[event_type]


def when_refused(event_type: EventType) -> Turned:
    """What a deed is when its doer says that it will not be done: aid that will not be given is REJECT."""
    return _turned("rules/when_refused.tsv")[event_type]


@cache
def _noted(concept: str) -> dict[str, str] | None:
    rows = {row["concept"]: row for row in read_table("rules/noted.tsv", _ROOM)}
    return next((rows[name] for name in ancestors(concept) if name in rows), None)


def is_noted(concept: str) -> bool:
    """Whether a deed that PLOVER has no type for is kept as a claim all the same: production, tests, a rapprochement."""
    return _noted(concept) is not None


def borrows_topic(concept: str) -> bool:
    """Whether a noted deed without a subject may take its parties from what stands around it."""
    row = _noted(concept)
    return row is not None and row["topic"] == "yes"


@cache
def quad_of(event_type: EventType) -> int:
    """PLOVER's quad class of a type: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    return next(int(row["quad"]) for row in read_table("rules/quads.tsv", _ROOM) if row["event_type"] == event_type)


@cache
def contexts_by_concept() -> dict[str, str]:
    """Concept to the PLOVER context that its presence suggests."""
    table: dict[str, str] = {}
    for row in read_table("rules/contexts.tsv", _ROOM):
        for concept in row["concepts"].split():
            table.setdefault(concept, row["context"])
    return table
