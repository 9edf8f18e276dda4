"""Reading again with a newer coder: the old reading stays, decisions stay, and the new claims take the old ones' places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, insert, select, update

from dragoman.ledger import schema
from dragoman.ledger.known import passed_on, read_heirs
from dragoman.ledger.revision import CARRIED, REOPENED, differences
from dragoman.ledger.rows import add_reading, add_verdict, read_claims_of, read_verdicts
from dragoman.model.claim import Claim
from dragoman.model.entry import Entry
from dragoman.model.fact import Verdict
from dragoman.weighing.ruling import ruling_of

_AGAIN = "#"  # behind a coder's name: for which time it reads a document, from the second on


@dataclass(frozen=True, slots=True)
class Reread:
    """What a new reading of one document changed. kept: claims that a person decided on and that stay as they were."""

    new: bool
    same: int = 0
    changed: int = 0
    kept: int = 0


def readings_of(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Documents to the coders that have read them, the last one last; not those whose text a newer intake replaced."""
    found: dict[str, list[str]] = {}
    table, documents = schema.readings.c, schema.documents.c
    wanted = select(table.document_id, table.coder).join(schema.documents, documents.id == table.document_id)
    for document_id, coder in connection.execute(wanted.where(documents.replaced_by.is_(None)).order_by(table.number)):
        found.setdefault(document_id, []).append(coder.partition(_AGAIN)[0])
    return {one: tuple(some) for one, some in found.items()}


def add_new_reading(connection: Connection, entry: Entry, coder: str, run: int) -> Reread:
    """Add another coder's reading of a document that is there.

    A claim that a person accepted or corrected stays in force, and the new reading of the same words is kept beside it. Every
    other claim gives way to the new one on the same words, or to none. What a person rejected is open again where it is now
    read otherwise, and rejected again where it is read again as it was. Raises nothing; the coder that read it last is nothing
    new, one that read it before another did takes its place back.
    """
    document = entry.document.id
    coders = readings_of(connection).get(document, ())
    if coders[-1:] == (coder,):
        return Reread(False)
    old = read_claims_of(connection, (document,))
    verdicts = read_verdicts(connection)
    ruling = ruling_of(passed_on(verdicts, read_heirs(connection)))
    decided = {one.id for one in old if one.id in ruling.accepted or one.id in ruling.corrected}
    heirs = heirs_of(old, entry.claims)
    beside = {heirs[one] for one in decided if one in heirs}
    now = frozenset(one.id for one in entry.claims) - beside - decided
    table = schema.claims
    going = [one.id for one in old if one.id not in decided]
    if going:
        connection.execute(
            update(table).where(table.c.document_id == document, table.c.id.in_(going)).values(current=False)
        )
    new = {one.id: one for one in entry.claims if one.id in now}
    gone = [one for one in old if one.id in ruling.rejected and one.id not in decided]
    made = [*_reopened(gone, heirs, new, coder), *_again(connection, ruling_of(verdicts).rejected, old, new, coder)]
    times = coders.count(coder)
    add_reading(connection, entry, run, f"{coder}{_AGAIN}{times + 1}" if times else coder, now)
    for verdict in made:
        add_verdict(connection, verdict, run)
    changed = [(one, other) for one, other in heirs.items() if one != other and one not in decided]
    if changed:
        connection.execute(insert(schema.heirs), [{"old": one, "new": other, "run": run} for one, other in changed])
    connection.execute(update(schema.documents).where(schema.documents.c.id == document).values(weighed=False))
    before = {one.id: one for one in old}
    same = sum(1 for one in entry.claims if one.id in before and _says(one) == _says(before[one.id]))
    return Reread(True, same, len(entry.claims) - same, len(decided))


def _reopened(
    gone: Iterable[Claim], heirs: Mapping[str, str], new: Mapping[str, Claim], coder: str
) -> Iterator[Verdict]:
    """A row for each rejected claim that is now read otherwise."""
    for one in gone:
        heir = new.get(heirs.get(one.id, ""))
        changed = differences(one, heir) if heir else ()
        if heir and changed:
            reason = f"{coder} reads it otherwise: {'; '.join(changed)}; rejected before on {one.id}"
            yield Verdict(heir.id, None, "unsure", REOPENED, None, reason)


def _again(
    connection: Connection, rejected: frozenset[str], old: Iterable[Claim], new: Mapping[str, Claim], coder: str
) -> Iterator[Verdict]:
    """A row for each claim that a person rejected, that a reading since had otherwise, and that is read again as it was."""
    back = (rejected & set(new)) - {one.id for one in old}
    table = schema.claims.c
    for key in sorted(back):
        bodies = connection.execute(select(table.body).where(table.id == key).order_by(table.number.desc()).limit(1))
        for (body,) in bodies:
            if not differences(msgspec.json.decode(body, type=Claim), new[key]):
                yield Verdict(key, None, "reject", CARRIED, None, f"rejected before; {coder} reads it so again")


def heirs_of(old: Iterable[Claim], new: Iterable[Claim]) -> dict[str, str]:
    """Claims to those of another reading of the same text that are about the same words and matter.

    The id itself where the other reading has it; else the claim on the same trigger; else the one whose trigger lies in the
    same sentence, where each reading has only one of that matter there.
    """
    fresh = tuple(new)
    ids = {one.id for one in fresh}
    found = {}
    for claim in old:
        same = [one for one in fresh if one.trigger.span == claim.trigger.span and one.matter == claim.matter]
        near = [one for one in fresh if one.evidence.span == claim.evidence.span and one.matter == claim.matter]
        for some in ([claim.id] if claim.id in ids else [], [one.id for one in same], [one.id for one in near]):
            if len(some) == 1:
                found[claim.id] = some[0]
                break
    return found


def _says(claim: Claim) -> tuple[object, ...]:
    return (
        claim.event_type, claim.flow, claim.actors, claim.recipients, claim.item, claim.quantities, claim.period, claim.place,
        claim.attribution, claim.factuality,
    )  # fmt: skip


def error_rates(connection: Connection) -> Mapping[str, Mapping[str, int]]:
    """How often persons accepted, rejected and corrected what each coder read: decisions in force, by coder."""
    ruling = ruling_of(one for one in read_verdicts(connection) if not one.by.startswith("rule:"))
    table = schema.claims.c
    rows = connection.execute(select(table.id, table.coder).order_by(table.current, table.number))
    coders = {one.id: one.coder for one in rows}
    found: dict[str, dict[str, int]] = {}
    for name, claims in (
        ("accepted", ruling.accepted),
        ("rejected", ruling.rejected),
        ("corrected", frozenset(ruling.corrected)),
    ):
        for claim in claims:
            count = found.setdefault(coders.get(claim, "?"), {"accepted": 0, "rejected": 0, "corrected": 0})
            count[name] += 1
    return {coder: found[coder] for coder in sorted(found)}
