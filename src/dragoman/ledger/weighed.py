"""Facts in the database: made anew where a document or a verdict touches them, and nowhere else.

What is computed here equals `weigh` of all claims and verdicts, byte for byte; a test holds the two together.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Connection, delete, func, insert, select, update

from dragoman.ledger import schema
from dragoman.ledger.fact_rows import (
    Change,
    by_member,
    fact_id_of,
    facts_of_claims,
    facts_with,
    forget,
    keys_of_facts,
    members_of,
    note_gone,
    read_digests,
    reports_of,
    write_change,
)
from dragoman.ledger.known import Known, hashed, is_series
from dragoman.ledger.rows import chunks, insert_all, read_verdicts
from dragoman.weighing.block import block_keys
from dragoman.weighing.cluster import cluster
from dragoman.weighing.compare import tie
from dragoman.weighing.profile import Profile
from dragoman.weighing.report import Report, report_of
from dragoman.weighing.weigh import WEIGHER

# More new claims than this, and all are weighed: one pass over everything is then cheaper than looking up each one's kin.
_MANY = 3000
_SHARE = 0.2  # of all claims, where they are more than a few
_FEW = 200
_LOT = 20_000  # claims weighed at once where all are: some 200 MB


def weigh_new(connection: Connection, run: int) -> int:
    """Bring the facts up to date with documents and verdicts that they do not have yet. Returns how many facts changed."""
    table = schema.documents.c
    new = [one for (one,) in connection.execute(select(table.id).where(table.weighed.is_(False)))]
    fresh = read_verdicts(connection, weighed=False)
    by_other_rules = is_by_other_rules(connection)
    if not new and not fresh and not by_other_rules:
        return 0
    known = Known(connection)
    everything = by_other_rules or _is_much(connection, new) or any(one.decision == "rate" for one in fresh)
    dirty = None if everything else known.touched(new, fresh)
    if by_other_rules:
        _note_rules(connection, run)
    changed = _everything(known, run) if dirty is None else _some(known, dirty, run)
    for some in chunks(new):
        connection.execute(update(schema.documents).where(table.id.in_(some)).values(weighed=True))
    connection.execute(update(schema.verdicts).where(schema.verdicts.c.weighed.is_(False)).values(weighed=True))
    return changed


def _is_much(connection: Connection, new: list[str]) -> bool:
    table = schema.claims.c
    asked = (select(func.count()).where(table.document_id.in_(some)) for some in chunks(new))
    fresh = sum(connection.execute(one).scalar() or 0 for one in asked)
    if fresh <= _FEW:
        return False
    total = connection.execute(select(func.count()).where(table.current.is_(True))).scalar() or 0
    return fresh > min(_MANY, _SHARE * total)


def is_by_other_rules(connection: Connection) -> bool:
    """Whether the facts are those of another version of the rules, and documents are there to weigh again."""
    table = schema.weighers.c
    last = connection.execute(select(table.weigher).order_by(table.number.desc()).limit(1)).scalar()
    return last != WEIGHER and connection.execute(select(schema.documents.c.number).limit(1)).first() is not None


def _note_rules(connection: Connection, run: int) -> None:
    connection.execute(insert(schema.weighers).values(weigher=WEIGHER, run=run))
    connection.execute(delete(schema.marks))  # what two texts may share is looked for by the rules too


def _everything(known: Known, run: int) -> int:
    connection = known.connection
    before = read_digests(connection, None)
    for table in (schema.claim_keys, schema.fact_claims, schema.fact_keys, schema.disputes, schema.facts):
        connection.execute(delete(table))
    changed, gone = 0, set(before)
    for ids in known.everything(_LOT):
        with _uncollected():
            _write_claim_keys(known, ids)
            found = cluster(known.profiles(ids).values(), known.ruling)
            made = _reports(found.groups)
            changed += write_change(known, Change(made, {}, by_member(found.joins), before), run)
        gone -= set(made)
        known.let_go()
    return changed + note_gone(connection, gone, run)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of garbage: claims are trees, in which it walks through a lot again and again and finds nothing.

    It took a third of the time of weighing 20,000 claims (benchmarks/weighing.py, 2026-11).
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _some(known: Known, dirty: set[str], run: int) -> int:
    """Weigh the claims that hang together with those that changed, and compare their facts with those that they meet."""
    connection = known.connection
    claims = _connected(known, dirty)
    gone = facts_of_claims(connection, claims)
    before = read_digests(connection, gone)
    found = cluster(known.profiles(claims).values(), known.ruling)
    made = _reports(found.groups)
    keys = {hashed(key) for report in made.values() for key in report.keys}
    keys -= _without_denial(connection, made, keys)
    keys |= {key for key in keys_of_facts(connection, gone) if is_series(key)}
    lost = forget(connection, gone, {key for key in keys if is_series(key)})
    met = reports_of(known, facts_with(connection, keys) - gone)
    changed = write_change(known, Change(made, met, by_member(found.joins), before, lost, frozenset(keys)), run)
    return changed + note_gone(connection, gone - set(made), run)


def _without_denial(connection: Connection, made: dict[str, Report], keys: set[int]) -> set[int]:
    """Groups in which only a denial could be met, and in which nobody denies: most of all groups."""
    asked = {
        hashed(("denied", *key[1:])): hashed(key)
        for report in made.values()
        for key in report.keys
        if key[0] == "denial"
    }
    table, found = schema.fact_keys.c, set[int]()
    for some in chunks(asked):
        found.update(key for (key,) in connection.execute(select(table.key).where(table.key.in_(some)).distinct()))
    return {group for denied, group in asked.items() if denied not in found and denied not in keys}


def _reports(groups: Iterable[tuple[Profile, ...]]) -> dict[str, Report]:
    return {fact_id_of(one.claim.id for one in group): report_of(group) for group in groups}


def _connected(known: Known, dirty: set[str]) -> set[str]:
    """All claims that ties lead to from those that changed, by what they were and by what they are now."""
    connection = known.connection
    former = known.former(dirty)
    old_keys = _stored_keys(connection, dirty)
    loose = {
        one: keys for one, keys in old_keys.items() if one in known.replaced
    }  # what they said is no longer in force
    _write_claim_keys(known, dirty)
    seen, frontier = set(dirty), set(dirty)
    while frontier:
        now = known.profiles(frontier)
        asked: dict[int, list[str]] = {}
        for one in frontier:
            keys = {hashed(key) for key in block_keys(now[one])} if one in now else set()
            for key in keys | old_keys.get(one, set()):
                asked.setdefault(key, []).append(one)
        met = _claims_with(connection, asked)
        others = known.profiles({one for some in met.values() for one in some} - seen)
        found = {
            other
            for key, some in met.items()
            for other in some
            if other in others
            and any(key in loose.get(one, ()) or _linked(one, others[other], now, former) for one in asked[key])
        }
        facts = facts_of_claims(connection, frontier)
        found |= {one for some in members_of(connection, facts).values() for one in some}
        found |= {other for one in frontier for other in (*known.ruling.same_as(one), *known.before.same_as(one))}
        frontier = found - seen
        seen |= frontier
    return seen


def _linked(one: str, other: Profile, now: Mapping[str, Profile], former: Mapping[str, Profile]) -> bool:
    versions = (some[one] for some in (now, former) if one in some)
    return any(version.block == other.block and tie(version, other) is not None for version in versions)


def _write_claim_keys(known: Known, ids: Iterable[str]) -> None:
    """Store under which keys claims are found. A rejected claim is found under none."""
    table, ids = schema.claim_keys, set(ids)
    for some in chunks(ids):
        known.connection.execute(delete(table).where(table.c.claim_id.in_(some)))
    profiles = known.profiles(ids)
    rows = ({"key": hashed(key), "claim_id": one} for one in sorted(profiles) for key in block_keys(profiles[one]))
    insert_all(known.connection, table, rows)


def _stored_keys(connection: Connection, ids: Iterable[str]) -> dict[str, set[int]]:
    table, found = schema.claim_keys.c, dict[str, set[int]]()
    for some in chunks(ids):
        for one, key in connection.execute(select(table.claim_id, table.key).where(table.claim_id.in_(some))):
            found.setdefault(one, set()).add(key)
    return found


def _claims_with(connection: Connection, keys: Iterable[int]) -> dict[int, list[str]]:
    table, found = schema.claim_keys.c, dict[int, list[str]]()
    for some in chunks(keys):
        for key, one in connection.execute(select(table.key, table.claim_id).where(table.key.in_(some))):
            found.setdefault(key, []).append(one)
    return found
