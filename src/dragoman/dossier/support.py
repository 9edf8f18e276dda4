"""The support table: what flows from one side to another, one group a direction."""

from __future__ import annotations

from dragoman.dossier.fact_rows import FactRow, SupportGroup
from dragoman.dossier.row import side_of
from dragoman.dossier.shown import Direction
from dragoman.model.claim import FLOW_KINDS, FlowKind

KINDS: tuple[FlowKind, ...] = (
    "troops", "engineers", "advisers-training", "labour", "munitions", "artillery", "missiles", "air-defence", "drones",
    "vehicles-aircraft-ships", "technology", "intelligence", "money", "energy", "food-relief", "goods", "basing-access",
    "diplomatic-cover",
)  # fmt: skip
assert set(KINDS) == FLOW_KINDS, "a kind of flow has no place in the support table"


def find_support(rows: tuple[FactRow, ...], pair: tuple[str, str] | None) -> tuple[SupportGroup, ...]:
    """The rows that are flows, by direction: those of the pair first, then the fullest."""
    groups: dict[Direction, list[FactRow]] = {}
    for row in rows:
        if row.dealing.value.flow:
            groups.setdefault(row.direction.value, []).append(row)
    made = [
        SupportGroup(direction, side_of(direction, pair), tuple(sorted(some, key=_order)))
        for direction, some in groups.items()
    ]
    return tuple(
        sorted(made, key=lambda one: (one.side or 9, -len(one.rows), one.direction.senders, one.direction.receivers))
    )


def _order(row: FactRow) -> tuple[int, str, str]:
    kind = row.dealing.value.flow
    when = row.period.value.earliest or row.period.value.latest if row.period else None
    return (KINDS.index(kind) if kind else len(KINDS), when.isoformat() if when else "9999", row.fact_id)
