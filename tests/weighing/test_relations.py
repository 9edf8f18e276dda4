"""Measured on ../shared/articles/relations: which facts are one, which documents are of one line, what disagrees and how.

The facts are those coded by hand in the folder, so that weighing is measured and not reading; then claims as the program reads them,
so that both are. Labels are in things.tsv, lines.tsv and disagreements.tsv, and things_read.tsv. Skipped, saying so, where the folder is not on this machine.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from dragoman.model.fact import Weighing
from dragoman.weighing.profile import block_of
from dragoman.weighing.weigh import weigh
from tests.weighing.relation_claims import FOLDER, coded_facts, documents
from tests.weighing.relation_readings import named_claims, read_relations

HERE = Path(__file__).parent
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason=f"{FOLDER} is not on this machine")


def rows(name: str) -> list[list[str]]:
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [line.split("\t") for line in lines[1:]]


@cache
def weighed() -> Weighing:
    coded = coded_facts()
    return weigh(tuple({one.document.id: one.document for one in coded}.values()), tuple(one.claim for one in coded))


def f1(pairs: list[tuple[bool, bool]]) -> float:
    """F1 of (wanted, found)."""
    right = sum(wanted and found for wanted, found in pairs)
    return 2 * right / (sum(wanted for wanted, _ in pairs) + sum(found for _, found in pairs))


def test_pairs_of_claims() -> None:
    """Floor 0.85; measured 0.97 (649 pairs, 32 the same; 2026-11)."""
    fact_of = {claim: fact.id for fact in weighed().facts for claim in fact.claim_ids}
    claim_of = {one.key: one.claim.id for one in coded_facts()}
    pairs = [
        (one[2] == other[2], fact_of[claim_of[one[0]]] == fact_of[claim_of[other[0]]])
        for one, other in combinations(rows("things.tsv"), 2)
        if one[1] == other[1]
    ]
    assert len(pairs) >= 300
    assert f1(pairs) >= 0.85, f"{len(pairs)} pairs, F1 {f1(pairs):.3f}"


def test_lines_of_descent() -> None:
    """Floor 0.85 of F1; every pair of documents with a `lineage` is of one line only if its dispatch is one."""
    id_of = {name: one.id for name, one in documents().items()}
    lines = [set(one.document_ids) for one in weighed().descents]
    pairs = []
    for one, other in combinations(rows("lines.tsv"), 2):
        found = any({id_of[one[0]], id_of[other[0]]} <= line for line in lines)
        pairs.append((bool(set(one[1].split()) & set(other[1].split()) - {"-"}), found))
    assert len(pairs) >= 40
    assert f1(pairs) >= 0.85, f"{len(pairs)} pairs, F1 {f1(pairs):.3f}"


def kinds_wrong(found: Weighing, ids: dict[str, str], cases: list[list[str]]) -> list[str]:
    """Cases whose kind is not what was found, each in words. ids: of claims by the names in the cases."""
    wrong = []
    for left, right, kind in cases:
        pair = {ids[left], ids[right]}
        kinds = [one.kind for one in found.disagreements if _between(pair, set(one.left), set(one.right))]
        if (kinds[0] if kinds else "none") != kind:
            wrong.append(f"{left} | {right}: {kind}, found {kinds[0] if kinds else 'none'}")
    return wrong


def _between(pair: set[str], left: set[str], right: set[str]) -> bool:
    """Whether one of a pair is on each side of a disagreement."""
    return bool(pair & left and pair & right) and not pair <= left and not pair <= right


def test_kinds_of_disagreement() -> None:
    """Floor 0.80 of the cases right."""
    cases = rows("disagreements.tsv")
    wrong = kinds_wrong(weighed(), {one.key: one.claim.id for one in coded_facts()}, cases)
    assert len(cases) >= 25
    assert 1 - len(wrong) / len(cases) >= 0.80, "\n".join(wrong)


@cache
def weighed_as_read() -> tuple[Weighing, dict[str, str]]:
    """What the program reads in the folder, weighed; and the id of each claim by the name that labels are kept under."""
    entries = read_relations()
    found = weigh(tuple(one.document for one in entries), tuple(claim for one in entries for claim in one.claims))
    return found, {name: claim.id for name, claim in named_claims().items()}


def read_pairs() -> list[tuple[str, str, bool, bool]]:
    """Pairs of claims as read that are judged: both names, whether they are one, whether they are found to be."""
    found, ids = weighed_as_read()
    fact_of = {claim: fact.id for fact in found.facts for claim in fact.claim_ids}
    kept = [one for one in rows("things_read.tsv") if one[0] in ids]
    return [
        (one[0], other[0], one[2] == other[2], fact_of[ids[one[0]]] == fact_of[ids[other[0]]])
        for one, other in combinations(kept, 2)
        if one[1] == other[1]
    ]


def test_pairs_of_claims_as_read() -> None:
    """Floors 0.93 where both claims are of one block, 0.85 in all; measured 1.00 (22 right, 0 wrong, 0 missed) and 0.88 (23, 0, 6).

    2,453 pairs, 29 the same; 2026-11-26. The misses are claims whose sides, status or kind of thing were read otherwise.
    The floors leave room for a reading that moves: one pair is 0.02.
    """
    claims = named_claims()
    pairs = read_pairs()
    wrong = "\n".join(f"{'wrong' if found else 'missed'}: {one} | {other}" for one, other, same, found in pairs if same != found)
    candidates = [(same, found) for one, other, same, found in pairs if block_of(claims[one]) == block_of(claims[other])]
    assert len(pairs) >= 300
    assert len(candidates) >= 300
    assert f1(candidates) >= 0.93, f"{len(candidates)} pairs of one block, F1 {f1(candidates):.3f}\n{wrong}"
    everything = [(same, found) for *_, same, found in pairs]
    assert f1(everything) >= 0.85, f"{len(pairs)} pairs, F1 {f1(everything):.3f}\n{wrong}"


def test_labels_are_of_claims_that_are_read() -> None:
    """Nine of ten labelled claims are still read under their name; where reading changes, label the new ones."""
    labelled = [one[0] for one in rows("things_read.tsv")]
    gone = [one for one in labelled if one not in named_claims()]
    assert len(gone) <= 0.1 * len(labelled), gone


def test_kinds_of_disagreement_as_read() -> None:
    """Floor 0.84 of the cases right, 0.55 of those of a kind; measured 0.89 of 44, and 9 of the 14 of a kind (2026-11-26).

    No more pairs of a kind are among the claims that are read there. Four are missed in reading (who said it, of whom, or that it was a
    transfer), and one for its time: 11,000 first sent and 100,000 sent. stories.tsv has more kinds than these documents.
    """
    found, ids = weighed_as_read()
    cases = [one for one in rows("disagreements_read.tsv") if one[0] in ids and one[1] in ids]
    wrong = kinds_wrong(found, ids, cases)
    of_a_kind = [one for one in cases if one[2] != "none"]
    assert len(cases) >= 25
    assert 1 - len(wrong) / len(cases) >= 0.84, "\n".join(wrong)
    assert 1 - len(kinds_wrong(found, ids, of_a_kind)) / len(of_a_kind) >= 0.55, "\n".join(wrong)


@pytest.mark.xfail(strict=True, reason="of 5 pairs of one line in these languages 1 is found: what ties the rest is a message paraphrased in two languages")
def test_lines_of_descent_as_read() -> None:
    """Wanted 0.85 of F1 on the documents of lines.tsv that are read; measured 0.33 (1 right, 0 wrong, 4 missed; 2026-11-26)."""
    found, _ = weighed_as_read()
    id_of = {one.document.source_id: one.document.id for one in read_relations()}
    lines = [set(one.document_ids) for one in found.descents]
    pairs = []
    for one, other in combinations([row for row in rows("lines.tsv") if row[0] in id_of], 2):
        is_found = any({id_of[one[0]], id_of[other[0]]} <= line for line in lines)
        pairs.append((bool(set(one[1].split()) & set(other[1].split()) - {"-"}), is_found))
    assert f1(pairs) >= 0.85
