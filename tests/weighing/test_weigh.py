"""Weighing: what becomes one fact, what stays two, what counts as a second source, what is a dispute."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from dragoman.model.attribution import AttributionLink
from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.fact import Verdict
from dragoman.weighing.descent import containment
from dragoman.weighing.weigh import weigh
from tests.factory import claim, document, speaker

A = document("North Korea sent 10,000 soldiers to Russia.", publisher="Gazette", published="2024-11-01")
B = document("Pyongyang has dispatched some troops, Seoul says.", publisher="Courier", published="2024-11-20")
WIRE = document(
    "The service put the dead at 600 among 4,700 casualties, two lawmakers said after a closed briefing in Seoul on Wednesday morning.",
    publisher="Wire",
    published="2025-04-30",
)
COPY = document(
    "The service put the dead at 600 among 4,700 casualties, two lawmakers said after a closed briefing in Seoul on Wednesday.",
    publisher="Copyist",
    published="2025-05-01",
)


@dataclass(frozen=True)
class Case:
    label: str
    why: str
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    facts: int
    disagreements: tuple[str, ...] = ()


TROOPS = ("troops", "delivered")
CASES = (
    Case("same shipment, two papers", "kind, parties and month agree", (A, B), (claim(A, flow=TROOPS, when="2024-10"), claim(B, flow=TROOPS, when="2024-10")), 1),
    Case("two shipments three weeks apart", "periods do not meet", (A, B), (claim(A, flow=TROOPS, when="2024-10-08"), claim(B, flow=TROOPS, when="2024-10-29")), 2),
    Case("other direction", "what came back is another flow", (A, B), (claim(A, flow=TROOPS, when="2024-10"), claim(B, flow=TROOPS, when="2024-10", between="RUS PRK")), 2),
    Case("pledged is not delivered", "a plan and a deed", (A, B), (
        claim(A, flow=TROOPS, when="2024-10"),
        claim(B, flow=("troops", "pledged"), when="2024-10", factuality=claim(A).factuality.__class__("planned", None, "positive", "certain", "future")),
    ), 2),
    Case("killed and killed or wounded", "never one fact, never added", (A, B), (
        claim(A, loss=("killed", None, 300, None), when="2025-01", who=("NIS",)),
        claim(B, loss=("killed_or_wounded", 4000, 4000, 4000), when="2025-01", who=("Zelensky",)),
    ), 2, ("scope",)),
    Case("two counts at one time", "different originators contradict", (A, B), (
        claim(A, loss=("killed", 300, 300, 300), when="2025-01-13", who=("NIS",)),
        claim(B, loss=("killed", 1000, 1000, 1000), when="2025-01", who=("HUR",)),
    ), 2, ("contradiction",)),
    Case("two counts on two days", "two attacks, not a quarrel", (A, B), (
        claim(A, loss=("killed", 9, 9, 9), when="2025-01-03", who=("NIS",)),
        claim(B, loss=("killed", 12, 12, 12), when="2025-01-15", who=("HUR",)),
    ), 2),
    Case("a bound and a number of another month", "neither is said to be the other", (A, B), (
        claim(A, loss=("killed", 300, None, None), when="2024-11", who=("NIS",)),
        claim(B, loss=("killed", 600, 600, 600), when="2024-12", who=("HUR",)),
    ), 2, ("refinement",)),
    Case("not yet, and planned", "no denial of a plan", (A, B), (
        claim(A, flow=("missiles", "pledged"), who=("NIS",), factuality=claim(A).factuality.__class__("planned", None, "positive", "certain", "future")),
        claim(B, flow=("missiles", "delivered"), who=("HUR",), factuality=claim(A).factuality.__class__("negated", None, "negative", "certain", "past")),
    ), 2),
    Case("a later, higher count by the same", "an update", (A, B), (
        claim(A, loss=("killed", 300, 300, 300), when="2024-11", who=("NIS",)),
        claim(B, loss=("killed", 600, 600, 600), when="2024-11-20", who=("NIS",)),
    ), 2, ("update",)),
    Case("inside the bounds of the other", "a refinement", (A, B), (
        claim(A, loss=("killed", 300, None, None), when="2024-11", who=("NIS",)),
        claim(B, loss=("killed", 600, 600, 600), when="2024-11", who=("HUR",)),
    ), 1, ("refinement",)),
    Case("said and denied", "both are kept", (A, B), (
        claim(A, flow=TROOPS, who=("NIS",)),
        claim(B, flow=TROOPS, who=("Peskov",), factuality=claim(A).factuality.__class__("denied", "Peskov", "negative", "certain", "past")),
    ), 2, ("denial",)),
    Case("vague claim that fits two", "joins neither", (A, B), (
        claim(A, flow=TROOPS, when="2024-10-08"), claim(A, flow=TROOPS, when="2024-10-29"), claim(B, flow=TROOPS, when="2024-10"),
    ), 3),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_identity_and_dispute(case: Case) -> None:
    found = weigh(case.documents, case.claims)
    assert len(found.facts) == case.facts, case.why
    assert tuple(one.kind for one in found.disagreements) == case.disagreements, case.why


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_order_is_irrelevant(case: Case) -> None:
    wanted = weigh(case.documents, case.claims)
    for documents in itertools.permutations(case.documents):
        for claims in itertools.permutations(case.claims):
            assert weigh(documents, claims) == wanted


def test_a_copy_is_no_second_source() -> None:
    claims = tuple(claim(one, loss=("killed", 600, 600, 600)) for one in (WIRE, COPY))
    found = weigh((WIRE, COPY), claims)
    assert [one.document_ids for one in found.descents] == [(WIRE.id, COPY.id)]
    assert len(found.facts) == 1
    grade = found.facts[0].grade
    assert (grade.documents, grade.originators, grade.report, grade.evidence) == (2, 1, 3, "limited")


def test_two_originators_are_two() -> None:
    claims = (claim(A, flow=TROOPS, when="2024-10", who=("NIS",)), claim(B, flow=TROOPS, when="2024-10", who=("HUR",)))
    grade = weigh((A, B), claims).facts[0].grade
    assert (grade.originators, grade.report, grade.evidence, grade.agreement) == (2, 2, "medium", "high")


def test_nameless_sources_cannot_be_judged() -> None:
    claims = (claim(A, flow=TROOPS, who=(speaker("sources", origin="unnamed"),)),)
    assert weigh((A,), claims).facts[0].grade.report == 6


def test_a_person_splits_and_rejects() -> None:
    one, other = claim(A, flow=TROOPS, when="2024-10"), claim(B, flow=TROOPS, when="2024-10")
    at = datetime(2025, 1, 1, tzinfo=UTC)
    split = Verdict(one.id, other.id, "different", "editor", at, "two contingents")
    assert len(weigh((A, B), (one, other), (split,)).facts) == 2
    gone = Verdict(other.id, None, "reject", "editor", at, "a misreading")
    assert [fact.claim_ids for fact in weigh((A, B), (one, other), (gone,)).facts] == [(one.id,)]


def test_independent_reports_share_little() -> None:
    assert containment(A.text, B.text) == 0.0
    assert containment(WIRE.text, COPY.text) > 0.8


def test_a_publisher_that_others_cite_is_one_originator() -> None:
    own = document("Our soldiers were sent to Russia, the agency reports.", publisher="KCNA", published="2024-11-01")
    cited = speaker("Korean Central News Agency", "PRK")
    cited = cited.__class__(cited.kind, None, "KCNA", cited.actor, cited.origin)
    claims = (claim(own, flow=TROOPS, when="2024-10"), claim(B, flow=TROOPS, when="2024-10", who=(cited,)))
    grade = weigh((own, B), claims).facts[0].grade
    assert (grade.documents, grade.originators) == (2, 1)


def test_officials_without_a_name_are_not_counted() -> None:
    nobody = AttributionLink("speaker", None, "a senior official", None, "official")
    grade = weigh((A,), (claim(A, flow=TROOPS, who=(nobody,)),)).facts[0].grade
    assert (grade.originators, grade.report) == (0, 6)


def test_the_same_words_from_two_mouths_are_two_statements() -> None:
    words = claim(A).evidence
    said = [claim(one, matter="statement", content=words, who=(who,)) for one, who in ((A, "Putin"), (B, "Zelensky"))]
    assert len(weigh((A, B), tuple(said)).facts) == 2


def test_a_brief_inside_a_long_text_is_its_copy() -> None:
    filler = " ".join(f"Paragraph {number} of the long report speaks of matter {number * 7} at length." for number in range(120))
    long = document(f"{filler} {WIRE.text} {filler[::-1]}", publisher="Digest", published="2025-05-02")
    assert [set(one.document_ids) for one in weigh((WIRE, long), ()).descents] == [{WIRE.id, long.id}]


def test_forty_prints_of_one_dispatch_are_one_line() -> None:
    prints = tuple(document(WIRE.text, publisher=f"Paper {number}", published="2025-05-01") for number in range(40))
    assert [len(one.document_ids) for one in weigh(prints, ()).descents] == [40]
