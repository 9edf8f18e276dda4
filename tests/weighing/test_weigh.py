"""Weighing: what becomes one fact, what stays two, what counts as a second source, what is a dispute."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from dragoman.model.attribution import AttributionLink
from dragoman.model.claim import Claim, ClaimQuantity
from dragoman.model.document import Document
from dragoman.model.entry import Entry
from dragoman.model.fact import Verdict
from dragoman.weighing.change import find_changes
from dragoman.weighing.check import check
from dragoman.weighing.descent import containment
from dragoman.weighing.weigh import weigh
from tests.factory import amount, claim, document, speaker

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

WEEK = document("Seoul says that soldiers of the North went to Russia.", publisher="Weekly", published="2024-11-05")
PART = document("Of 12,000 soldiers, of whom 1,500 are in Russia, nothing is known.", published="2024-11-01")


def counted(of: Document, number: float) -> ClaimQuantity:
    return ClaimQuantity("item", amount(number, number, number, "soldier", claim(of).evidence))


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
    Case("dead of nobody in particular", "two accidents in two papers", (A, B), (
        claim(A, loss=("killed", 5, 5, 5), between=""), claim(B, loss=("killed", 5, 5, 5), between=""),
    ), 2),
    Case("a share of the other", "the sentence says so", (PART,), (
        claim(PART, flow=TROOPS, quantities=(counted(PART, 12000),), who=("NIS",)),
        claim(PART, flow=TROOPS, quantities=(counted(PART, 1500),), who=("NIS",)),
    ), 2, ("part",)),
    Case("dead made of casualties", "one number of one source, counted as two things", (A, B), (
        claim(A, loss=("killed", 6000, 6000, 6000), when="2024-11", who=("NIS",)),
        claim(B, loss=("killed_or_wounded", 6000, 6000, 6000), when="2024-11", who=("NIS",)),
    ), 2, ("error",)),
    Case("troops, and troops and workers", "one number for two scopes", (A, B), (
        claim(A, flow=TROOPS, quantities=(counted(A, 6000),), who=("NIS",)),
        claim(B, flow=("labour", "delivered"), quantities=(counted(B, 6000),), who=("NIS",)),
    ), 2, ("scope",)),
    Case("a second package", "money beside money is more money", (A, B), (
        claim(A, flow=("money", "pledged"), quantities=(counted(A, 275),), who=("Washington Desk",)),
        claim(B, flow=("money", "pledged"), quantities=(counted(B, 625),), who=("Washington Desk",)),
    ), 2),
    Case("a stock counted again", "more of it later, by one source", (A, B), (
        claim(A, flow=("munitions", "delivered"), quantities=(counted(A, 7000),), who=("Staff Office",)),
        claim(B, flow=("munitions", "delivered"), quantities=(counted(B, 13000),), who=("Staff Office",)),
    ), 2, ("update",)),
    Case("one number in one document, twice", "and another one: two moments", (A,), (
        claim(A, loss=("killed", 3001, None, None), who=("NIS",), reasons=("a",)), claim(A, loss=("killed", 4000, 4000, 4000), who=("NIS",)),
    ), 2),
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


def test_a_print_that_credits_the_other_of_its_day_is_the_copy() -> None:
    wire = document(WIRE.text, publisher="Northern Wire", published="2025-04-30")
    for credit in ("(Northern Wire) ", "By Northern Wire staff. "):
        paper = document(credit + WIRE.text, publisher="Gazette", published="2025-04-30")
        assert [one.document_ids for one in weigh((wire, paper), ()).descents] == [(wire.id, paper.id)]
    longer = document(f"Northern Wires burn. {WIRE.text}", publisher="Gazette", published="2025-04-30")
    assert weigh((wire, longer), ()).descents[0].document_ids[0] == longer.id


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


def test_a_page_that_follows_one_speaker_is_not_beside_him() -> None:
    after = document("North Korea has sent soldiers to Russia.", publisher="Follower", published="2024-11-02")
    cited, own = claim(A, flow=TROOPS, when="2024-10", who=("NIS",)), claim(after, flow=TROOPS, when="2024-10")
    (fact,) = weigh((A, after), (cited, own)).facts
    assert (fact.grade.documents, fact.grade.originators) == (2, 1)
    assert [(one.label, len(one.documents)) for one in fact.backing] == [("NIS", 2)]


@pytest.mark.parametrize(("names", "countries", "originators"), [
    (("Government of Afghanistan", "Ministry of Defence of Afghanistan"), ("AFG", "AFG"), 1),  # "selon Kaboul", "the Afghan defence ministry said"
    (("Afghanistan", "Ministry of Defence of Afghanistan"), ("AFG", "AFG"), 1),
    (("Government of Pakistan", "Ministry of Defence of Afghanistan"), ("PAK", "AFG"), 2),
    (("Ministry of Foreign Affairs of Afghanistan", "Ministry of Defence of Afghanistan"), ("AFG", "AFG"), 2),
])  # fmt: skip
def test_a_state_is_no_second_source_beside_its_own_ministry(names: tuple[str, str], countries: tuple[str, str], originators: int) -> None:
    said = tuple(
        claim(of, flow=TROOPS, when="2024-10", who=(speaker(name, country),))
        for of, name, country in zip((A, B), names, countries, strict=True)
    )
    (fact,) = weigh((A, B), said).facts
    assert (fact.grade.documents, fact.grade.originators) == (2, originators)
    assert (fact.grade.report == 2) == (originators == 2)
    assert (check(Entry(A, said[:1], ()), (Entry(B, said[1:], ()),)).findings[0].judgement == "supported") == (originators == 2)


def test_prints_of_one_source_are_a_line() -> None:
    claims = tuple(claim(one, flow=TROOPS, when="2024-10", who=("NIS",)) for one in (A, WEEK))
    (line,) = weigh((A, WEEK), claims).descents
    assert (line.kind, set(line.document_ids)) == ("origin", {A.id, WEEK.id})


def test_a_translation_of_one_dispatch_is_its_rewrite() -> None:
    english = document("Of 15,000 soldiers, 4,700 fell; 600 died, 2,000 came back, and 310 are missing.", published="2025-04-30")
    french = document("Sur 15 000 soldats, 4 700 sont tombés ; 600 sont morts, 2 000 sont rentrés et 310 manquent.", published="2025-05-01", language="fr")
    (line,) = weigh((english, french), ()).descents
    assert (line.kind, line.document_ids) == ("rewrite", (english.id, french.id))


def test_a_long_quotation_makes_a_line_and_no_copy() -> None:
    words = "“We shall stand by our brothers until the last of their fields is free,” he said"
    one = document(f"In the north, {words}. The hall rose for him twice that day.", published="2025-04-30")
    other = document(f"Rain kept many away, but {words}; then the guests went home by train.", publisher="Courier", published="2025-05-09")
    (line,) = weigh((one, other), ()).descents
    assert line.kind in ("quotation", "copy")


def test_what_changed() -> None:
    one, other = claim(A, flow=TROOPS, when="2024-10"), claim(B, flow=TROOPS, when="2024-10", who=("HUR",))
    before, after = weigh((A,), (one,)).facts, weigh((A, B), (one, other)).facts
    (added,) = find_changes((), before)
    assert added.kind == "added"
    (revised,) = find_changes(before, after)
    assert revised.kind == "revised"
    assert "1 claim more" in revised.what
    (gone,) = find_changes(before, ())
    assert gone.kind == "withdrawn"
    assert find_changes(after, after) == ()
