"""Rows of facts: which claims they have, in which groups they meet others, what they disagree on, and how they were before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from dragoman.ledger import schema
from dragoman.ledger.known import Known, hashed
from dragoman.ledger.rows import chunks
from dragoman.model.fact import Disagreement, Verdict
from dragoman.model.identity import identify
from dragoman.weighing.dispute import disagreements_of, grouped
from dragoman.weighing.report import Report
from dragoman.weighing.weigh import fact_of

_ids = msgspec.json.Decoder(tuple[str, ...])
_disagreement = msgspec.json.Decoder(Disagreement)


@dataclass(frozen=True, slots=True)
class Change:
    """What one weighing changes. made: new clusters by the id of their fact; met: facts that stay and are compared with them.

    joins: verdicts of the rule by claim; before: bodies of facts that were replaced; parted: facts that lost a
    disagreement; keys: groups of reports to compare, None for all.
    """

    made: Mapping[str, Report]
    met: Mapping[str, Report]
    joins: Mapping[str, list[Verdict]]
    before: Mapping[str, bytes]
    parted: frozenset[str] = frozenset()
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
    reports = {**change.made, **change.met}
    touched = _write_disputes(connection, reports, change) | (change.parted & set(reports))
    anew = {*change.made, *touched}
    against = _against(connection, anew)
    bench = known.bench
    facts = {one: fact_of(reports[one].members, tuple(against.get(one, ())), bench) for one in sorted(anew)}
    after = {one: msgspec.json.encode(fact) for one, fact in facts.items()}
    regraded = anew - set(change.made)
    before = {**change.before, **read_bodies(connection, regraded)}
    for one in sorted(regraded):
        connection.execute(update(schema.facts).where(schema.facts.c.id == one).values(body=after[one]))
    _insert_facts(connection, change, after)
    history = [{"run": run, "fact_id": one, "body": body} for one, body in after.items() if before.get(one) != body]
    history += [{"run": run, "fact_id": one, "body": None} for one in sorted(set(before) - set(after))]
    if history:
        connection.execute(insert(schema.history), history)
    return len(history)


def _write_disputes(connection: Connection, reports: Mapping[str, Report], change: Change) -> set[str]:
    """Store what new facts disagree on with each other and with those they meet. Returns the facts concerned."""
    about = None if change.keys is None else frozenset(change.made.values())
    place = {claim: fact for fact, report in reports.items() for claim in report.ids}
    rows, touched = [], set[str]()
    for key, group in sorted(grouped(reports.values()).items()):
        number = hashed(key)
        if change.keys is not None and number not in change.keys:
            continue
        for one in disagreements_of(key, group, about):
            left, right = place[one.left[0]], place[one.right[0]]
            rows.append({"key": number, "left_fact": left, "right_fact": right, "body": msgspec.json.encode(one)})
            touched |= {left, right}
    if rows:
        connection.execute(insert(schema.disputes), rows)
    return touched


def _against(connection: Connection, facts: Iterable[str]) -> dict[str, list[Disagreement]]:
    """All disagreements of facts, in an order of their own."""
    table, found, ids = schema.disputes.c, dict[str, list[Disagreement]](), set(facts)
    for some in chunks(ids):
        here = set(some)
        wanted = select(table.left_fact, table.right_fact, table.body).where(
            or_(table.left_fact.in_(some), table.right_fact.in_(some))
        )
        for left, right, body in connection.execute(wanted):
            disagreement = _disagreement.decode(body)
            for one in {left, right} & here:
                found.setdefault(one, []).append(disagreement)
    return found


def _insert_facts(connection: Connection, change: Change, bodies: Mapping[str, bytes]) -> None:
    facts, claims, keys = [], [], []
    for one, report in sorted(change.made.items()):
        joins = [verdict for claim in report.ids for verdict in change.joins.get(claim, ())]
        facts.append(
            {
                "id": one,
                "body": bodies[one],
                "joins": msgspec.json.encode(joins),
                "members": msgspec.json.encode(report.ids),
            }
        )
        claims += [{"claim_id": claim, "fact_id": one} for claim in report.ids]
        keys += [{"key": hashed(key), "fact_id": one} for key in report.keys]
    for table, rows in ((schema.facts, facts), (schema.fact_claims, claims), (schema.fact_keys, keys)):
        if rows:
            connection.execute(insert(table), rows)


def forget(connection: Connection, gone: Iterable[str], series: Iterable[int]) -> set[str]:
    """Take out of what is computed facts that are no more, their disagreements and those of series. Returns facts that lost one."""
    lost: set[str] = set()
    table, gone = schema.disputes, set(gone)
    which = [table.c.key.in_(some) for some in chunks(series)]
    which += [column.in_(some) for some in chunks(gone) for column in (table.c.left_fact, table.c.right_fact)]
    for some_rows in which:
        rows = connection.execute(select(table.c.left_fact, table.c.right_fact).where(some_rows))
        lost.update(one for row in rows for one in row)
        connection.execute(delete(table).where(some_rows))
    for some in chunks(gone):
        connection.execute(delete(schema.facts).where(schema.facts.c.id.in_(some)))
        connection.execute(delete(schema.fact_claims).where(schema.fact_claims.c.fact_id.in_(some)))
        connection.execute(delete(schema.fact_keys).where(schema.fact_keys.c.fact_id.in_(some)))
    return lost


def read_bodies(connection: Connection, ids: Iterable[str] | None) -> dict[str, bytes]:
    """Stored bodies of facts by id, all of them for None."""
    table = schema.facts.c
    wanted = select(table.id, table.body)
    asked = [wanted] if ids is None else [wanted.where(table.id.in_(some)) for some in chunks(ids)]
    return {one: body for some in asked for one, body in connection.execute(some)}


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
