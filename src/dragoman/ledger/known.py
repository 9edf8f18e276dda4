"""What a weighing needs to know of what is in the database, looked up once and only where it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b

import msgspec
from sqlalchemy import Connection, delete, func, select

from dragoman.ledger import schema
from dragoman.ledger.rows import (
    chunks,
    each_claim,
    insert_all,
    read_claims,
    read_claims_of,
    read_documents,
    read_imprints,
    read_verdicts,
)
from dragoman.model.claim import Claim
from dragoman.model.fact import Descent, Verdict
from dragoman.model.identity import identify
from dragoman.weighing.block import Key, family_of
from dragoman.weighing.correct import correct
from dragoman.weighing.descent import COMMON, find_descents
from dragoman.weighing.origin import Bench, Imprint, heads_of, imprints_of
from dragoman.weighing.print_mark import Traits, traits_of
from dragoman.weighing.profile import Profile, profile_of
from dragoman.weighing.ruling import Ruling, ruling_of
from dragoman.weighing.union import Union

_descent = msgspec.json.Decoder(Descent)


def hashed(key: Key) -> int:
    """A key as the number it is stored under, the same on any machine. The number of a series is odd, every other one even."""
    digest = blake2b("\x1f".join(key).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    number = int.from_bytes(digest, "big", signed=True)
    return number | 1 if key[0] == "series" else number & ~1


def is_series(number: int) -> bool:
    """Whether a stored key is that of a series, whose reports are compared each with the next."""
    return number % 2 == 1


def passed_on(verdicts: Iterable[Verdict], heirs: dict[str, str]) -> tuple[Verdict, ...]:
    """Verdicts about the claims that are in force: one on a claim that a newer reading replaced is on its heir."""

    def last(one: str) -> str:
        seen = {one}
        while heirs.get(one, one) not in seen:
            one = heirs[one]
            seen.add(one)
        return one

    return tuple(replace(one, left=last(one.left), right=last(one.right) if one.right else None) for one in verdicts)


def read_heirs(connection: Connection) -> dict[str, str]:
    """Claim to the claim of a newer reading that took its place; a claim that is in force again has none."""
    table, claims = schema.heirs.c, schema.claims.c
    current = select(claims.number).where(claims.id == table.old, claims.current.is_(True)).exists()
    rows = connection.execute(select(table.old, table.new).where(~current).order_by(table.number))
    return {one.old: one.new for one in rows}


class Known:
    """Claims, imprints, lines of descent and rulings at hand.

    ruling: all verdicts; before: those that the facts have. replaced: claims of documents read again.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        heirs = read_heirs(connection)
        self.heirs = heirs
        self.ruling = ruling_of(passed_on(read_verdicts(connection), heirs))
        self.before = ruling_of(passed_on(read_verdicts(connection, weighed=True), heirs))
        self.old_heads: dict[str, str] = {}
        self.replaced: set[str] = set()
        self._imprints: dict[str, Imprint] = {}
        self._heads: dict[str, str] = {}
        self._placed: set[str] = set()  # documents of which it is known whether they have a head
        self._claims: dict[str, Claim] = {}
        self._profiles: dict[str, Profile] = {}
        self._asked: set[str] = set()

    @property
    def bench(self) -> Bench:
        """The bench of what was looked up so far."""
        return Bench(self._imprints, self._heads, self.ruling.ratings)

    def profiles(self, ids: Iterable[str]) -> dict[str, Profile]:
        """Profiles of claims that are in force and not rejected, as they now are."""
        wanted = set(ids)
        self._load(wanted - self._asked)
        for one in wanted - set(self._profiles):
            if one in self._claims and one not in self.ruling.rejected:
                self._profiles[one] = self._profile(self._claims[one], self.ruling, self.bench)
        return {one: self._profiles[one] for one in wanted if one in self._profiles}

    def former(self, ids: Iterable[str]) -> dict[str, Profile]:
        """Profiles of claims as the stored facts have them: before the new lines of descent and the new verdicts."""
        self._load(set(ids) - self._asked)
        bench = Bench(self._imprints, {**self._heads, **self.old_heads}, self.before.ratings)
        kept = {one: self._claims[one] for one in ids if one in self._claims and one not in self.before.rejected}
        return {one: self._profile(claim, self.before, bench) for one, claim in kept.items()}

    @staticmethod
    def _profile(claim: Claim, ruling: Ruling, bench: Bench) -> Profile:
        fixes = ruling.corrected.get(claim.id, ())
        return profile_of(correct(claim, fixes) if fixes else claim, bench)

    def _load(self, ids: set[str]) -> None:
        self._asked |= ids
        self._keep(read_claims(self.connection, ids))

    def _keep(self, claims: Iterable[Claim]) -> None:
        found = tuple(claims)
        self._claims.update((one.id, one) for one in found)
        documents = {one.document_id for one in found}
        strangers = documents - self._placed
        self._heads.update(self._stored_heads(strangers))
        self._placed |= strangers
        heads = {self._heads.get(one, one) for one in documents}
        self._imprints.update(read_imprints(self.connection, (documents | heads) - set(self._imprints)))

    def _stored_heads(self, documents: Iterable[str]) -> dict[str, str]:
        """Heads of the stored lines of copies that documents are in, by document."""
        found: dict[str, str] = {}
        table = schema.lines.c
        for some in chunks(documents):
            lines = select(table.line).where(table.document_id.in_(some))
            asked = select(table.body).where(table.line.in_(lines), table.body != b"").distinct()
            rows = self.connection.execute(asked)
            found.update(heads_of(tuple(_descent.decode(body) for (body,) in rows)))
        return found

    def everything(self, lot: int) -> tuple[frozenset[str], ...]:
        """Draw all lines of descent anew. Returns the ids of all claims, in lots that can be weighed one without the other.

        lot: claims from which a lot is closed; what may meet is in one, however large.
        """
        documents = read_documents(self.connection, standing=True)
        traits = {one.id: traits_of(one) for one in documents}
        self._mark(traits)
        self.connection.execute(delete(schema.lines))
        descents = find_descents(documents, traits)
        self._draw(descents)
        self._heads, self._placed = heads_of(descents), {one.id for one in documents}
        self._imprints = imprints_of(documents)
        return tuple(self._lots(lot))

    def _lots(self, lot: int) -> Iterator[frozenset[str]]:
        """Ids of all claims by the families they are of; families that a person's ruling joins stay together."""
        place: dict[str, Key] = {}
        for claim in each_claim(self.connection):
            fixes = self.ruling.corrected.get(claim.id, ())
            place[claim.id] = family_of(correct(claim, fixes) if fixes else claim)
        union: Union[Key] = Union(sorted(set(place.values())))
        for claim_id, others in self.ruling.same.items():
            for other in others:
                if claim_id in place and other in place:
                    union.join(place[claim_id], place[other])
        members: dict[Key, list[str]] = {}
        for one, family in place.items():
            members.setdefault(union.find(family), []).append(one)
        some: list[str] = []
        for family in sorted(members):
            some += members[family]
            if len(some) >= lot:
                yield frozenset(some)
                some = []
        if some:
            yield frozenset(some)

    def let_go(self) -> None:
        """Forget claims that were looked up: those of the next lot need the room."""
        self._claims.clear()
        self._profiles.clear()
        self._asked.clear()

    def touched(self, new: list[str], fresh: tuple[Verdict, ...]) -> set[str] | None:
        """Draw the lines of descent of new documents. Returns ids of claims that are new or no longer what they were.

        None where a new document shares words with so many that all lines must be drawn anew.
        """
        traits = {one.id: traits_of(one) for one in read_documents(self.connection, new, standing=True)}
        self._mark(traits)
        kin = self._kin(new)
        if kin is None:
            return None
        former = self._stored_heads(kin)
        self.old_heads = {one: former.get(one, one) for one in kin}
        for some in chunks(kin):
            self.connection.execute(delete(schema.lines).where(schema.lines.c.document_id.in_(some)))
        descents = find_descents(read_documents(self.connection, kin, standing=True), traits)
        self._draw(descents)
        heads = heads_of(descents)
        self._heads.update(heads)
        self._placed |= kin
        moved = {one for one in kin if heads.get(one) != former.get(one)} | set(new)
        claims = {one.id for one in read_claims_of(self.connection, moved)}
        named = {one for verdict in passed_on(fresh, self.heirs) for one in (verdict.left, verdict.right) if one}
        self.replaced = self._ever(new)
        return claims | named | self.replaced

    def _ever(self, documents: list[str]) -> set[str]:
        """Claims of documents by any reading: the facts may still have those that a newer one replaced."""
        table, found = schema.claims.c, set[str]()
        for some in chunks(documents):
            found.update(one for (one,) in self.connection.execute(select(table.id).where(table.document_id.in_(some))))
        return found

    def _kin(self, new: list[str]) -> set[str] | None:
        """Documents that share a mark with new ones, and all that lines of descent lead to from them, through however many.

        The lines of all of these are drawn anew: one that is left out would lose those it has in common with the others.
        """
        table, kin = schema.marks.c, set(new)
        mine: set[str] = set()
        for some in chunks(new):
            mine.update(
                one for (one,) in self.connection.execute(select(table.mark).where(table.document_id.in_(some)))
            )
        for some in chunks(mine):
            counts = select(func.count()).where(table.mark.in_(some)).group_by(table.mark)
            if any(count > COMMON for (count,) in self.connection.execute(counts)):
                return None
            kin.update(one for (one,) in self.connection.execute(select(table.document_id).where(table.mark.in_(some))))
        seen, frontier = set(kin), set(kin)
        while frontier:
            frontier = self._in_lines_with(frontier) - seen
            seen |= frontier
        return seen

    def _in_lines_with(self, documents: Iterable[str]) -> set[str]:
        """All documents of the lines of descent that some are in."""
        table, found = schema.lines.c, set[str]()
        for some in chunks(documents):
            lines = select(table.line).where(table.document_id.in_(some))
            asked = select(table.document_id).where(table.line.in_(lines)).distinct()
            found.update(one for (one,) in self.connection.execute(asked))
        return found

    def _mark(self, traits: Mapping[str, Traits]) -> None:
        """Store the marks of documents that have none stored."""
        table = schema.marks
        asked = (select(table.c.document_id).where(table.c.document_id.in_(some)) for some in chunks(traits))
        marked = {one for some in asked for (one,) in self.connection.execute(some.distinct())}
        insert_all(
            self.connection,
            table,
            (
                {"mark": mark, "document_id": one}
                for one in sorted(set(traits) - marked)
                for mark in sorted(traits[one].marks)
            ),
        )

    def _draw(self, descents: tuple[Descent, ...]) -> None:
        made = ((one, identify("line", documents=list(one.document_ids), of=one.kind)) for one in descents)
        rows = (
            {"document_id": document, "line": line, "body": b"" if number else msgspec.json.encode(one)}
            for one, line in made
            for number, document in enumerate(one.document_ids)
        )
        insert_all(self.connection, schema.lines, rows)
