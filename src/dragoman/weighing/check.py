"""One article's claims beside a ledger's: who else says so, who says otherwise. No score, and no verdict on the author."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.entry import Entry
from dragoman.model.fact import Fact, Verdict
from dragoman.model.finding import Checked, Finding, Witness
from dragoman.weighing.beside import find_beside
from dragoman.weighing.name import known_name
from dragoman.weighing.origin import Bench, Origin, head_of, heads_of, imprints_of, origin_of
from dragoman.weighing.weigh import weigh

_OPEN = frozenset(("possible", "predicted", "conditional"))


def check(entry: Entry, others: tuple[Entry, ...], verdicts: tuple[Verdict, ...] = ()) -> Checked:
    """An article's warnings and claims beside other documents; the article itself, if it is among them, is no witness.

    entry: the article as read; others: a ledger's entries, or further articles; verdicts: of persons, oldest first.
    """
    rest = tuple(one for one in others if one.document.id != entry.document.id)
    documents = (entry.document, *(one.document for one in rest))
    claims = (*entry.claims, *(claim for one in rest for claim in one.claims))
    weighing = weigh(documents, claims, verdicts)
    bench = Bench(imprints_of(documents), heads_of(weighing.descents))
    printed = {one.id: one for one in documents}
    by_id = {claim.id: claim for claim in claims}
    facts = {key: fact for fact in weighing.facts for key in fact.claim_ids}
    against: dict[str, list[str]] = {}
    for one in weighing.disagreements:
        if one.kind in ("contradiction", "denial"):
            for side, other in ((one.left, one.right), (one.right, one.left)):
                for key in side:
                    against.setdefault(key, []).extend(other)
    findings = tuple(
        _finding(
            claim,
            [by_id[key] for key in (facts[claim.id].claim_ids if claim.id in facts else ())],
            _backing(facts.get(claim.id), by_id),
            [
                (by_id[key], _backing(facts.get(key), by_id).get(key))
                for key in against.get(claim.id, ())
                if key in by_id
            ],
            bench,
            printed,
        )
        for claim in sorted(entry.claims, key=lambda one: (one.trigger.span, one.id))
    )
    warnings = (*entry.warnings, *find_beside(entry, rest, weighing.descents, bench))
    return Checked(entry.document, tuple(dict.fromkeys(warnings)), findings)


def check_all(
    entries: tuple[Entry, ...], ledger: tuple[Entry, ...], verdicts: tuple[Verdict, ...]
) -> tuple[Checked, ...]:
    """Each article beside the ledger and the other articles given with it."""
    return tuple(check(one, (*ledger, *(two for two in entries if two is not one)), verdicts) for one in entries)


def _backing(fact: Fact | None, by_id: Mapping[str, Claim]) -> dict[str, Origin]:
    """Claims of a fact to the originator that the fact counts them with: a page that retells a speaker counts with him."""
    backing = fact.backing if fact else ()
    return {
        claim: Origin(str(number), one.label, one.named, by_id[claim].row is not None)
        for number, one in enumerate(backing)
        for claim in one.claim_ids
    }


def _finding(
    claim: Claim,
    same: list[Claim],
    backing: Mapping[str, Origin],
    against: list[tuple[Claim, Origin | None]],
    bench: Bench,
    printed: Mapping[str, Document],
) -> Finding:
    own = head_of(claim.document_id, bench)
    elsewhere = [one for one in same if head_of(one.document_id, bench) != own]
    others = [(one, backing[one.id]) for one in elsewhere]
    firm = [pair for pair in others if pair[0].factuality.status not in _OPEN]  # "may have died" supports no death
    mine = backing[claim.id].key if claim.id in backing else ""
    apart = (pair for pair in firm if pair[1].named and not pair[1].coded and pair[1].key != mine)
    support = _witnesses(apart, bench, printed)
    rivals = ((one, _spoken(one, how, bench)) for one, how in against if one.document_id != claim.document_id)
    contrary = _witnesses(rivals, bench, printed)
    if contrary:
        return Finding(claim, "contradicted", support, contrary, "another source says what cannot hold beside it")
    if support:
        return Finding(claim, "supported", support, (), "independent originators say it too")
    if any(origin.key == mine for _, origin in others):
        reason = "elsewhere from the same originator only: a repetition supports nothing"
        return Finding(claim, "cannot_be_judged", (), (), reason)
    if any(one.coded for _, one in firm) and all(one.coded or not one.named for _, one in firm):
        return Finding(
            claim,
            "cannot_be_judged",
            (),
            (),
            "coded elsewhere in a set of events, which may have it from this very report",
        )
    if any(not one.named for _, one in firm):
        return Finding(claim, "cannot_be_judged", (), (), "said elsewhere by nobody who is named")
    if not elsewhere and any(one.document_id != claim.document_id for one in same):
        return Finding(claim, "cannot_be_judged", (), (), "said elsewhere by copies of this text only")
    if claim.matter == "judgement" or claim.factuality.status in _OPEN:
        return Finding(claim, "cannot_be_judged", (), (), "a judgement, a possibility or a prediction")
    return Finding(claim, "new", (), (), "nobody else says it here")


def _spoken(claim: Claim, counted: Origin | None, bench: Bench) -> Origin:
    """Who says a claim, as its fact counts it: "Serbia denied it", in a paper's own voice, is Serbia's word where Serbia says so elsewhere."""
    return (
        replace(counted, key=f"name:{known_name(counted.label)}")
        if counted and counted.named
        else origin_of(claim, bench)
    )


def _witnesses(
    said: Iterable[tuple[Claim, Origin]], bench: Bench, printed: Mapping[str, Document]
) -> tuple[Witness, ...]:
    """One witness an originator, the earliest printed first: two prints of one agency are one."""
    found: dict[str, Witness] = {}

    def when(pair: tuple[Claim, Origin]) -> tuple[object, ...]:
        claim = pair[0]
        return (bench.published(claim.document_id) or "9999", claim.document_id, claim.trigger.span)

    for claim, origin in sorted(said, key=when):
        found.setdefault(origin.key, Witness(claim, printed[claim.document_id], origin.label, origin.named))
    return tuple(found.values())
