"""What persons decided, read from their verdicts: the last word on a claim, a pair, a field or a source holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model.fact import Verdict
from dragoman.weighing.name import known_name


@dataclass(frozen=True, slots=True)
class Ruling:
    """Decisions in force. same, different: claim id to the ids ruled one with it, or apart from it.

    rejected, accepted: ids of claims. corrected: claim id to the last verdict on each of its fields. ratings: names of
    sources to A-F.
    """

    same: dict[str, frozenset[str]]
    different: dict[str, frozenset[str]]
    rejected: frozenset[str]
    accepted: frozenset[str]
    corrected: dict[str, tuple[Verdict, ...]]
    ratings: dict[str, str]

    def same_as(self, claim: str) -> frozenset[str]:
        """Claims that a person ruled one with this one."""
        return self.same.get(claim, frozenset())

    def different_from(self, claim: str) -> frozenset[str]:
        """Claims that a person ruled apart from this one."""
        return self.different.get(claim, frozenset())


def ruling_of(verdicts: Iterable[Verdict]) -> Ruling:
    """Decisions in force. verdicts: oldest first; "unsure" takes a decision back and leaves the rule's own."""
    pairs: dict[frozenset[str], str] = {}
    single: dict[str, str] = {}
    fields: dict[str, dict[str, Verdict]] = {}
    ratings: dict[str, str] = {}
    for one in verdicts:
        if one.decision == "note":
            continue
        if one.decision == "rate":
            ratings[known_name(one.left)] = one.value or "F"
        elif one.right is not None:
            pairs[frozenset((one.left, one.right))] = one.decision
        elif one.decision == "correct":
            fields.setdefault(one.left, {})[one.field or ""] = one
        elif one.decision == "unsure" and one.field:  # takes back the correction of that field alone
            fields.get(one.left, {}).pop(one.field, None)
        else:
            single[one.left] = one.decision
    return Ruling(
        _by_claim(pair for pair, decision in pairs.items() if decision == "same"),
        _by_claim(pair for pair, decision in pairs.items() if decision == "different"),
        frozenset(claim for claim, decision in single.items() if decision == "reject"),
        frozenset(claim for claim, decision in single.items() if decision == "accept"),
        {claim: tuple(found[name] for name in sorted(found)) for claim, found in fields.items() if found},
        ratings,
    )


def _by_claim(pairs: Iterable[frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in pairs:
        for one in pair:
            found.setdefault(one, set()).update(pair - {one})
    return {one: frozenset(others) for one, others in found.items()}
