"""Claims that say one thing become one cluster, in the same way whatever order they came in."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.fact import Descent, Verdict
from dragoman.weighing.compare import Comparison, block_key, can_agree, compare
from dragoman.weighing.origin import head_of

_SAME_SENTENCE = "said by copies of one text in the same words"


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions of persons on pairs of claims, and claims that a person rejected."""

    same: frozenset[frozenset[str]]
    different: frozenset[frozenset[str]]
    rejected: frozenset[str]


def decided(verdicts: tuple[Verdict, ...]) -> Decided:
    """What persons decided; the last decision on a pair or a claim holds."""
    pairs: dict[frozenset[str], str] = {}
    single: dict[str, str] = {}
    for verdict in verdicts:
        if verdict.right is None:
            single[verdict.left] = verdict.decision
        else:
            pairs[frozenset((verdict.left, verdict.right))] = verdict.decision
    return Decided(
        frozenset(pair for pair, decision in pairs.items() if decision == "same"),
        frozenset(pair for pair, decision in pairs.items() if decision == "different"),
        frozenset(claim for claim, decision in single.items() if decision == "reject"),
    )


def cluster(
    claims: tuple[Claim, ...], documents: dict[str, Document], descents: tuple[Descent, ...], persons: Decided
) -> tuple[tuple[tuple[Claim, ...], ...], tuple[Verdict, ...]]:
    """Clusters of claims, and the rule's verdict for each join. Rejected claims are in no cluster, and are not deleted.

    Claims that say most come first; one that says less joins only if it can agree with a single cluster: a vague
    claim that fits two shipments belongs to neither.
    """
    blocks: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        if claim.id not in persons.rejected:
            blocks.setdefault(block_key(claim), []).append(claim)
    clusters: list[tuple[Claim, ...]] = []
    verdicts: list[Verdict] = []
    for key in sorted(blocks):
        found, joins = _cluster_block(sorted(blocks[key], key=lambda one: _order(one, documents)), descents, persons)
        clusters += found
        verdicts += joins
    return tuple(clusters), tuple(verdicts)


def _order(claim: Claim, documents: dict[str, Document]) -> tuple[int, str, str, int, str]:
    says = sum(1 for one in (claim.period, claim.place, claim.quantities, claim.item) if one)
    document = documents.get(claim.document_id)
    published = document.published if document and document.published else "9999"
    return (-says, published, claim.document_id, claim.trigger.span.start, claim.id)


def _cluster_block(
    claims: list[Claim], descents: tuple[Descent, ...], persons: Decided
) -> tuple[list[tuple[Claim, ...]], list[Verdict]]:
    groups: list[list[Claim]] = []
    verdicts: list[Verdict] = []
    for claim in claims:
        fitting = [group for group in groups if _fits(claim, group, descents, persons)]
        forced = [group for group in groups if any(frozenset((claim.id, one.id)) in persons.same for one in group)]
        chosen = forced[0] if forced else fitting[0] if len(fitting) == 1 else None
        if chosen is None:
            groups.append([claim])
            continue
        if not forced:
            reason = _reason(compare(claim, chosen[0]))
            verdicts.append(Verdict(chosen[0].id, claim.id, "same", "rule:identity", None, reason))
        chosen.append(claim)
    return [tuple(group) for group in groups], verdicts


def _fits(claim: Claim, group: list[Claim], descents: tuple[Descent, ...], persons: Decided) -> bool:
    if any(frozenset((claim.id, one.id)) in persons.different for one in group):
        return False
    return all(can_agree(compare(claim, one), _same_words(claim, one, descents)) for one in group)


def _same_words(left: Claim, right: Claim, descents: tuple[Descent, ...]) -> bool:
    """Whether copies of one text, or two sentences to the letter, say it."""
    if left.evidence.text == right.evidence.text:
        return True
    copies = left.document_id != right.document_id and head_of(left.document_id, descents) == head_of(
        right.document_id, descents
    )
    return copies and left.trigger.text.casefold() == right.trigger.text.casefold()


def _reason(comparisons: tuple[Comparison, ...]) -> str:
    held = [
        f"{one.field} {one.left or '–'} and {one.right or '–'} {one.outcome}"
        for one in comparisons
        if one.left or one.right
    ]
    return "same kind and parties; " + ("; ".join(held) or _SAME_SENTENCE)
