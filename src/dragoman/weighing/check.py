"""One article's claims beside a ledger's: who else says so, who says otherwise. No score, and no verdict on the author."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.entry import Entry
from dragoman.model.fact import Verdict
from dragoman.model.finding import Checked, Finding, Witness
from dragoman.weighing.beside import find_beside
from dragoman.weighing.origin import Bench, head_of, heads_of, imprints_of, origin_of
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
    same = {key: fact.claim_ids for fact in weighing.facts for key in fact.claim_ids}
    against: dict[str, list[str]] = {}
    for one in weighing.disagreements:
        if one.kind in ("contradiction", "denial"):
            for side, other in ((one.left, one.right), (one.right, one.left)):
                for key in side:
                    against.setdefault(key, []).extend(other)
    findings = tuple(
        _finding(
            claim,
            [by_id[key] for key in same.get(claim.id, ()) if key in by_id],
            [by_id[key] for key in against.get(claim.id, ()) if key in by_id],
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


def _finding(
    claim: Claim, same: list[Claim], against: list[Claim], bench: Bench, printed: Mapping[str, Document]
) -> Finding:
    own = head_of(claim.document_id, bench)
    elsewhere = [one for one in same if head_of(one.document_id, bench) != own]
    key = origin_of(claim, bench).key
    firm = (one for one in elsewhere if one.factuality.status not in _OPEN)  # "may have died" supports no death
    support = _witnesses((one for one in firm if origin_of(one, bench).key != key), bench, printed)
    contrary = _witnesses((one for one in against if one.document_id != claim.document_id), bench, printed)
    if contrary:
        return Finding(claim, "contradicted", support, contrary, "another source says what cannot hold beside it")
    if support:
        return Finding(claim, "supported", support, (), "independent originators say it too")
    if any(origin_of(one, bench).key == key for one in elsewhere):
        reason = "elsewhere from the same originator only: a repetition supports nothing"
        return Finding(claim, "cannot_be_judged", (), (), reason)
    if not elsewhere and any(one.document_id != claim.document_id for one in same):
        return Finding(claim, "cannot_be_judged", (), (), "said elsewhere by copies of this text only")
    if claim.matter == "judgement" or claim.factuality.status in _OPEN:
        return Finding(claim, "cannot_be_judged", (), (), "a judgement, a possibility or a prediction")
    return Finding(claim, "new", (), (), "nobody else says it here")


def _witnesses(claims: Iterable[Claim], bench: Bench, printed: Mapping[str, Document]) -> tuple[Witness, ...]:
    """One witness an originator, the earliest printed first: two prints of one agency are one."""
    found: dict[str, Witness] = {}
    for claim in sorted(
        claims, key=lambda one: (bench.published(one.document_id) or "9999", one.document_id, one.trigger.span)
    ):
        origin = origin_of(claim, bench)
        found.setdefault(origin.key, Witness(claim, printed[claim.document_id], origin.label, origin.named))
    return tuple(found.values())
