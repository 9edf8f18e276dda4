"""What the views look things up in: documents, claims and facts by id, and which claims of a fact are no report of a fact."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.entry import Entry
from dragoman.model.fact import CellName, Fact, Weighing

SUPPOSED = frozenset({"predicted", "possible"})


@dataclass(frozen=True, slots=True)
class Shelf:
    """Entries by id. documents: in the order given; claims: in order of document and of evidence."""

    documents: dict[str, Document]
    claims: dict[str, Claim]


@dataclass(frozen=True, slots=True)
class Reported:
    """A fact with some of its claims: those that report it, or those that only suppose it."""

    fact: Fact
    claims: tuple[Claim, ...]

    @property
    def head(self) -> Claim:
        """The claim shown first: the fact's own if it is among these."""
        return next((one for one in self.claims if one.id == self.fact.head), self.claims[0])

    def ordered(self, name: CellName) -> tuple[Claim, ...]:
        """The claims in the order in which a cell takes its value: those for it, the head, the rest."""
        behind = {one for cell in self.fact.cells if cell.name == name for one in cell.claims_for}
        against = {one for cell in self.fact.cells if cell.name == name for one in cell.claims_against}
        head = self.head.id
        return tuple(sorted(self.claims, key=lambda one: (one.id in against, one.id not in behind, one.id != head)))


def shelve(entries: tuple[Entry, ...]) -> Shelf:
    """Put entries in reach by id. A document given twice is there once."""
    documents = {one.document.id: one.document for one in entries}
    claims: dict[str, Claim] = {}
    for entry in entries:
        for claim in sorted(entry.claims, key=lambda one: (one.evidence.span, one.trigger.span, one.id)):
            claims.setdefault(claim.id, claim)
    return Shelf(documents, claims)


def is_supposed(claim: Claim) -> bool:
    """Whether a claim is what somebody thinks or expects, not a report that something is so.

    "North Korea may send more" and "analysts see a turning point" are; "will send, it announced" is a plan, which is a
    fact about an announcement and stays in the tables as planned.
    """
    return claim.matter == "judgement" or claim.factuality.status in SUPPOSED


def split(weighing: Weighing, shelf: Shelf) -> tuple[tuple[Reported, ...], tuple[Reported, ...], tuple[Reported, ...]]:
    """The facts' claims in three: reports, statements, suppositions. A fact with several sorts is in each.

    Facts whose claims are not on the shelf are left out: a ledger may hold more than this dossier was asked for.
    """
    reports: list[Reported] = []
    statements: list[Reported] = []
    supposed: list[Reported] = []
    for fact in weighing.facts:
        claims = tuple(shelf.claims[one] for one in fact.claim_ids if one in shelf.claims)
        thought = tuple(one for one in claims if is_supposed(one))
        said = tuple(one for one in claims if one.matter == "statement" and not is_supposed(one))
        told = tuple(one for one in claims if one.matter != "statement" and not is_supposed(one))
        for some, into in ((told, reports), (said, statements), (thought, supposed)):
            if some:
                into.append(Reported(fact, some))
    return tuple(reports), tuple(statements), tuple(supposed)
