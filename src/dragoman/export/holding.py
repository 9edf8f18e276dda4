"""What is to be given out: the documents, claims, decisions and facts of a ledger, all of them or those that a reader chose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.dossier.fact_line import FactLine
from dragoman.model.claim import Claim
from dragoman.model.document import Document, Rejected
from dragoman.model.entry import Entry
from dragoman.model.fact import Fact, Verdict, Weighing


@dataclass(frozen=True, slots=True)
class Holding:
    """What a ledger held at one moment.

    entries: by id of document, their claims in order of the text and as persons corrected them; as_read: claims as the program
    read them; coders: document to what read it last; lines: one for each fact; decided: claim to "accepted", "corrected" or
    "rejected". chosen: the filter in words, None for the whole.
    """

    entries: tuple[Entry, ...]
    as_read: Mapping[str, Claim]
    coders: Mapping[str, str]
    weighing: Weighing
    lines: tuple[FactLine, ...]
    decided: Mapping[str, str]
    verdicts: tuple[Verdict, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    chosen: str | None = None

    @property
    def datasets(self) -> tuple[str, ...]:
        """Sets of coded events whose rows are among the documents, with their versions: others' data, under their licences."""
        return tuple(sorted({one.document.dataset for one in self.entries if one.document.dataset}))


@dataclass(frozen=True, slots=True)
class Held:
    """A claim with what stands around it. fact, line: None for a claim that is in no fact (a person rejected it)."""

    claim: Claim
    document: Document
    fact: Fact | None
    line: FactLine | None
    decision: str | None

    @property
    def original(self) -> str:
        """Who says it, as the text names him: the last of the chain; "" if nobody is named and there is no publisher."""
        link = self.claim.originator
        return "" if link is None else link.actor.name if link.actor else link.text


def held_claims(holding: Holding) -> Iterator[Held]:
    """All claims in order of document and place in it."""
    facts = {claim: fact for fact in holding.weighing.facts for claim in fact.claim_ids}
    lines = {line.id: line for line in holding.lines}
    for entry in holding.entries:
        for claim in entry.claims:
            fact = facts.get(claim.id)
            line = lines[fact.id] if fact else None
            yield Held(claim, entry.document, fact, line, holding.decided.get(claim.id))


def counted_claims(holding: Holding) -> tuple[Held, ...]:
    """The claims that are in a fact: all but those that a person rejected."""
    return tuple(one for one in held_claims(holding) if one.fact is not None)


def narrowed(holding: Holding, lines: tuple[FactLine, ...], chosen: str) -> Holding:
    """Only these facts with their claims, the documents of those, and the decisions on them. chosen: the filter in words.

    A disagreement stays where one side of it is chosen, a line of descent where one of its documents is.
    """
    facts = {one.id for one in lines}
    claims = {claim for one in lines for claim in one.claims}
    kept = (replace(one, claims=tuple(c for c in one.claims if c.id in claims)) for one in holding.entries)
    entries = tuple(one for one in kept if one.claims)
    documents = {one.document.id for one in entries}
    found = holding.weighing
    weighing = Weighing(
        tuple(one for one in found.facts if one.id in facts),
        tuple(one for one in found.disagreements if claims & {*one.left, *one.right}),
        tuple(one for one in found.descents if documents & set(one.document_ids)),
        tuple(one for one in found.verdicts if {one.left, one.right} <= claims),
    )
    verdicts = tuple(one for one in holding.verdicts if one.decision == "rate" or {one.left, one.right} & claims)
    as_read = {key: one for key, one in holding.as_read.items() if key in claims}
    return replace(
        holding, entries=entries, as_read=as_read, weighing=weighing, lines=lines, verdicts=verdicts, rejected=(), chosen=chosen,
        coders={key: one for key, one in holding.coders.items() if key in documents},
        decided={key: one for key, one in holding.decided.items() if key in claims},
    )  # fmt: skip
