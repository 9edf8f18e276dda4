"""The network: who deals with whom, in which way, and how many facts say so."""

from __future__ import annotations

from dragoman.dossier.fact_rows import EdgeKind, FactRow, NetworkEdge
from dragoman.dossier.shown import Dealing, Direction, Party, Reference, Shown

Ends = tuple[Party, Party, bool]


def find_edges(rows: tuple[FactRow, ...]) -> tuple[NetworkEdge, ...]:
    """One edge for each ordered pair of sides, and one for what two do together. Denied or negated facts draw none.

    The denial of a transfer is no dealing between the two; it stands in the tables, marked as denied.
    """
    by_ends: dict[Ends, list[FactRow]] = {}
    for row in rows:
        if all(one.value in ("denied", "negated") for one in row.statuses):
            continue
        for ends in ends_of(row.direction.value):
            by_ends.setdefault(ends, []).append(row)
    edges = [_edge(ends, tuple(some)) for ends, some in by_ends.items()]
    return tuple(sorted(edges, key=lambda one: (-one.facts, one.sender, one.receiver, one.mutual)))


def ends_of(direction: Direction) -> tuple[Ends, ...]:
    """The ordered pairs of a direction. What is mutual gives each pair of its sides once."""
    if direction.mutual:
        sides = direction.senders
        return tuple((one, other, True) for i, one in enumerate(sides) for other in sides[i + 1 :])
    return tuple((one, other, False) for one in direction.senders for other in direction.receivers)


def _edge(ends: Ends, rows: tuple[FactRow, ...]) -> NetworkEdge:
    by_kind: dict[tuple[str, str], list[FactRow]] = {}
    for row in rows:
        dealing = row.dealing.value
        by_kind.setdefault((dealing.flow or "", "" if dealing.flow else dealing.event or dealing.concept), []).append(
            row
        )
    kinds = tuple(_kind(tuple(some)) for _, some in sorted(by_kind.items(), key=lambda one: (-len(one[1]), one[0])))
    sender, receiver, mutual = ends
    return NetworkEdge(sender, receiver, mutual, len(rows), quads_of(rows), kinds)


def _kind(rows: tuple[FactRow, ...]) -> EdgeKind:
    references: list[Reference] = [one for row in rows for one in row.dealing.references]
    dealing = rows[0].dealing.value
    kept = Dealing(dealing.flow, None if dealing.flow else dealing.event, None, dealing.concept)
    return EdgeKind(kept, Shown(len(rows), "what", tuple(references)))


# PLOVER's four quads, in the order of its manual; a flow without an event type is material cooperation.
QUADS: dict[str, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip


def quads_of(rows: tuple[FactRow, ...]) -> tuple[int, int, int, int]:
    """How many facts fall in each of PLOVER's quads, 1 to 4. A fact without a type that is no flow falls in none."""
    counts = [0, 0, 0, 0]
    for row in rows:
        event = row.dealing.value.event
        if event:
            counts[QUADS[event] - 1] += 1
        elif row.dealing.value.flow:
            counts[1] += 1
    return counts[0], counts[1], counts[2], counts[3]
