"""Rows of facts: which claims they have, in which groups they meet others, what they disagree on, and how they were before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, select, update

from dragoman.ledger import schema
from dragoman.ledger.known import Known, hashed
from dragoman.ledger.rows import chunks, insert_all
from dragoman.model.fact import DisagreementKind, Verdict
from dragoman.model.identity import identify
from dragoman.weighing.dispute import disagreements_of, grouped
from dragoman.weighing.report import Report, report_of
from dragoman.weighing.weigh import fact_of

_ids = msgspec.json.Decoder(tuple[str, ...])


@dataclass(frozen=True, slots=True)
class Change:
    """What one weighing changes. made: new clusters by the id of their fact; met: facts that stay and are compared with them.

    joins: verdicts of the rule by claim; before: digests of the bodies of facts that were there; lost: kinds of disagreement that
    were taken from facts; keys: groups of reports to compare, None for all.
    """

    made: Mapping[str, Report]
    met: Mapping[str, Report]
    joins: Mapping[str, list[Verdict]]
    before: Mapping[str, bytes]
    lost: Mapping[str, Set[DisagreementKind]] = field(default_factory=dict)
    keys: frozenset[int] | None = None


def fact_id_of(claims: Iterable[str]) -> str:
    """The id of the fact of these claims."""
    return identify("fact", claims=sorted(claims))


def by_member(joins: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    """Verdicts of the rule by the claim that was joined."""
    found: dict[str, list[Verdict]] = {}
    for one in joins:
        found.setdefault(one.right or "", []).append(one)
    return found


def write_change(known: Known, change: Change, run: int) -> int:
    """Store new facts, what they disagree on, and the facts whose grade that changes. Returns how many facts changed."""
    connection = known.connection
    rows = _disputes(change)
    anew = _kinds(connection, rows, change)
    insert_all(connection, schema.disputes, rows)
    reports = {**reports_of(known, set(anew) - set(change.made) - set(change.met)), **change.met, **change.made}
    regraded = sorted(set(anew) - set(change.made))
    before = {**change.before, **read_digests(connection, regraded)}
    changed = 0
    for some in chunks(anew):  # bodies of a whole ledger at once are a hundred megabytes
        bench = known.bench
        bodies = {one: msgspec.json.encode(fact_of(reports[one].members, frozenset(anew[one]), bench)) for one in some}
        _rewrite(connection, {one: body for one, body in bodies.items() if one not in change.made})
        _insert_facts(connection, change, {one: body for one, body in bodies.items() if one in change.made})
        history = [
            {"run": run, "fact_id": one, "body": body}
            for one, body in bodies.items()
            if before.get(one) != digest_of(body)
        ]
        insert_all(connection, schema.history, history)
        changed += len(history)
    return changed


def note_gone(connection: Connection, gone: Iterable[str], run: int) -> int:
    """Note that facts are no more. Returns how many."""
    rows = [{"run": run, "fact_id": one, "body": None} for one in sorted(gone)]
    insert_all(connection, schema.history, rows)
    return len(rows)


def _disputes(change: Change) -> list[dict[str, Any]]:
    """Rows of what new facts disagree on with each other and with those they meet."""
    reports = {**change.made, **change.met}
    about = None if change.keys is None else frozenset(change.made.values())
    place = {claim: fact for fact, report in reports.items() for claim in report.ids}
    rows = []
    for key, group in sorted(grouped(reports.values()).items()):
        number = hashed(key)
        if change.keys is not None and number not in change.keys:
            continue
        for one in disagreements_of(key, group, about):
            left, right, body = place[one.left[0]], place[one.right[0]], msgspec.json.encode(one)
            rows.append({"key": number, "left_fact": left, "right_fact": right, "kind": one.kind, "body": body})
    return rows


def _kinds(connection: Connection, rows: list[dict[str, Any]], change: Change) -> dict[str, Set[DisagreementKind]]:
    """Facts to be graded anew, with the kinds of all their disagreements: those made, and those whose kinds are not what they were.

    Of some hundred facts that a new one meets, few gain a kind of disagreement that they did not have.
    """
    new: dict[str, set[DisagreementKind]] = {one: set() for one in (*change.made, *change.lost)}
    for row in rows:
        for one in (row["left_fact"], row["right_fact"]):
            new.setdefault(one, set()).add(row["kind"])
    kept = {} if change.keys is None else kinds_of(connection, new)
    found: dict[str, Set[DisagreementKind]] = {}
    for one, kinds in new.items():
        standing = kept.get(one, frozenset())
        after = standing | kinds
        if one in change.made or after != standing | change.lost.get(one, frozenset()):
            found[one] = after
    return found


def kinds_of(connection: Connection, facts: Iterable[str]) -> dict[str, Set[DisagreementKind]]:
    """The kinds of the stored disagreements of facts; facts without any are left out."""
    table, found = schema.disputes.c, dict[str, set[DisagreementKind]]()
    for some in chunks(facts):
        for column in (table.left_fact, table.right_fact):
            for one, kind in connection.execute(select(column, table.kind).where(column.in_(some)).distinct()):
                found.setdefault(one, set()).add(kind)
    return dict(found)


def reports_of(known: Known, facts: Iterable[str]) -> dict[str, Report]:
    """Stored facts as their disagreements are looked for, from their claims."""
    members = members_of(known.connection, facts)
    profiles = known.profiles(one for some in members.values() for one in some)
    return {fact: report_of(tuple(profiles[one] for one in some)) for fact, some in members.items()}


def _rewrite(connection: Connection, bodies: Mapping[str, bytes]) -> None:
    rows = [{"fact": one, "new": body} for one, body in bodies.items()]
    if rows:
        table = schema.facts
        connection.execute(update(table).where(table.c.id == bindparam("fact")).values(body=bindparam("new")), rows)


def _insert_facts(connection: Connection, change: Change, bodies: Mapping[str, bytes]) -> None:
    facts, claims, keys = [], [], []
    for one, body in bodies.items():
        report = change.made[one]
        joins = msgspec.json.encode([verdict for claim in report.ids for verdict in change.joins.get(claim, ())])
        facts.append({"id": one, "body": body, "joins": joins, "members": msgspec.json.encode(report.ids)})
        claims += [{"claim_id": claim, "fact_id": one} for claim in report.ids]
        keys += [{"key": hashed(key), "fact_id": one} for key in report.keys]
    for table, rows in ((schema.facts, facts), (schema.fact_claims, claims), (schema.fact_keys, keys)):
        insert_all(connection, table, rows)


def forget(connection: Connection, gone: Iterable[str], series: Iterable[int]) -> dict[str, Set[DisagreementKind]]:
    """Take out of what is computed facts that are no more, their disagreements and those of series.

    Returns the facts that stay and lost one, with the kinds of what they lost.
    """
    lost: dict[str, set[DisagreementKind]] = {}
    table, gone = schema.disputes, set(gone)
    which = [table.c.key.in_(some) for some in chunks(series)]
    which += [column.in_(some) for some in chunks(gone) for column in (table.c.left_fact, table.c.right_fact)]
    for some_rows in which:
        for left, right, kind in connection.execute(
            select(table.c.left_fact, table.c.right_fact, table.c.kind).where(some_rows)
        ):
            for one in {left, right} - gone:
                lost.setdefault(one, set()).add(kind)
        connection.execute(delete(table).where(some_rows))
    for some in chunks(gone):
        connection.execute(delete(schema.facts).where(schema.facts.c.id.in_(some)))
        connection.execute(delete(schema.fact_claims).where(schema.fact_claims.c.fact_id.in_(some)))
        connection.execute(delete(schema.fact_keys).where(schema.fact_keys.c.fact_id.in_(some)))
    return dict(lost)


def digest_of(body: bytes) -> bytes:
    """What tells whether a stored fact is still the same, in 16 bytes."""
    return blake2b(body, digest_size=16).digest()


def read_digests(connection: Connection, ids: Iterable[str] | None) -> dict[str, bytes]:
    """Digests of the stored bodies of facts by id, of all of them for None."""
    table = schema.facts.c
    wanted = select(table.id, table.body)
    asked = [wanted] if ids is None else [wanted.where(table.id.in_(some)) for some in chunks(ids)]
    return {one: digest_of(body) for some in asked for one, body in connection.execute(some)}


def members_of(connection: Connection, facts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Claims of facts, in the order of their cluster."""
    table, found = schema.facts.c, dict[str, tuple[str, ...]]()
    for some in chunks(facts):
        for one, members in connection.execute(select(table.id, table.members).where(table.id.in_(some))):
            found[one] = _ids.decode(members)
    return found


def facts_of_claims(connection: Connection, claims: Iterable[str]) -> set[str]:
    """Facts that have one of these claims."""
    table = schema.fact_claims.c
    asked = (select(table.fact_id).where(table.claim_id.in_(some)) for some in chunks(claims))
    return {one for some in asked for (one,) in connection.execute(some)}


def facts_with(connection: Connection, keys: Iterable[int]) -> set[str]:
    """Facts that meet others in one of these groups."""
    table = schema.fact_keys.c
    asked = (select(table.fact_id).where(table.key.in_(some)) for some in chunks(keys))
    return {one for some in asked for (one,) in connection.execute(some)}


def keys_of_facts(connection: Connection, facts: Iterable[str]) -> set[int]:
    """Groups in which facts meet others."""
    table = schema.fact_keys.c
    asked = (select(table.key).where(table.fact_id.in_(some)) for some in chunks(facts))
    return {one for some in asked for (one,) in connection.execute(some)}
