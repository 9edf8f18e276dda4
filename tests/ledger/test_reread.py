"""Another coder's reading: claims give way to their heirs, decisions stay, and the facts are those of what is in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dragoman.ledger.reread import heirs_of
from dragoman.ledger.store import Ledger, open_ledger
from dragoman.model.claim import Claim
from dragoman.model.entry import Entry
from dragoman.model.fact import Verdict
from dragoman.weighing.weigh import weigh
from tests.factory import claim, document

AT = datetime(2025, 1, 1, tzinfo=UTC)
ONE = document("North Korea sent 10,000 soldiers to Russia.", publisher="Gazette", published="2024-11-01")
TWO = document("Some 10,000 soldiers went from Pyongyang to Russia, Seoul says.", publisher="Courier", published="2024-11-02")
TROOPS = ("troops", "delivered")


def old_claims() -> tuple[Claim, Claim]:
    return (
        claim(ONE, flow=TROOPS, when="2024-10", coder="one"),
        claim(TWO, flow=TROOPS, when="2024-10", who=("NIS",), coder="one"),
    )


def filled(store: str) -> Ledger:
    ledger = open_ledger(store)
    for of, one in zip((ONE, TWO), old_claims(), strict=True):
        ledger.add_one(Entry(of, (one,), ()), 1)
    ledger.weigh(1)
    return ledger


def check(ledger: Ledger) -> None:
    entries = ledger.entries()
    assert ledger.weighing() == weigh(
        tuple(e.document for e in entries), tuple(c for e in entries for c in e.claims), ledger.verdicts()
    )


def newer(old: Claim, **changed: object) -> Claim:
    return replace(old, coder="two", **changed)  # type: ignore[arg-type]


def test_a_new_reading_takes_the_place_of_the_old(store: str) -> None:
    first, _ = old_claims()
    with filled(store) as ledger:
        assert len(ledger.weighing().facts) == 1
        later = claim(ONE, flow=TROOPS, when="2024-12", coder="two")
        assert ledger.reread(Entry(ONE, (later,), ()), 2, "two").changed == 1
        ledger.weigh(2)
        check(ledger)
        assert len(ledger.weighing().facts) == 2
        assert later.id in ledger.claims()
        assert first.id not in ledger.claims()
        assert (ledger.counts()["claims"], ledger.counts()["earlier_claims"]) == (2, 1)  # nothing is deleted


def test_the_same_coder_twice_is_nothing_new(store: str) -> None:
    first, _ = old_claims()
    with filled(store) as ledger:
        assert not ledger.reread(Entry(ONE, (first,), ()), 2, "one").new


def test_a_coder_takes_its_place_back(store: str) -> None:
    first, _ = old_claims()
    later = claim(ONE, flow=TROOPS, when="2024-12", coder="two")
    with filled(store) as ledger:
        before = ledger.weighing()
        ledger.reread(Entry(ONE, (later,), ()), 2, "two")
        ledger.weigh(2)
        assert ledger.reread(Entry(ONE, (first,), ()), 3, "one").new
        assert not ledger.reread(Entry(ONE, (first,), ()), 4, "one").new
        ledger.weigh(3)
        check(ledger)
        assert ledger.weighing() == before
        assert ledger.readings()[ONE.id] == ("one", "two", "one")
        assert ledger.reread(Entry(ONE, (later,), ()), 5, "two").new
        assert ledger.readings()[ONE.id] == ("one", "two", "one", "two")


def test_what_was_accepted_stays_whatever_is_read_now(store: str) -> None:
    first, _ = old_claims()
    with filled(store) as ledger:
        ledger.add_verdicts((Verdict(first.id, None, "accept", "editor", AT, "right"),))
        done = ledger.reread(Entry(ONE, (newer(first, period=None),), ()), 2, "two")
        assert done.kept == 1
        ledger.weigh(2)
        check(ledger)
        assert ledger.claims()[first.id].period == first.period


def test_what_was_ruled_apart_stays_apart(store: str) -> None:
    first, second = old_claims()
    with filled(store) as ledger:
        ledger.add_verdicts((Verdict(first.id, second.id, "different", "editor", AT, "two contingents"),))
        heir = replace(claim(ONE, flow=TROOPS, when="2024-10", coder="two", confidence=0.8), trigger=first.trigger)
        assert heir.id != first.id
        ledger.reread(Entry(ONE, (heir,), ()), 2, "two")
        ledger.weigh(2)
        check(ledger)
        assert {one.claim_ids for one in ledger.weighing().facts} == {(heir.id,), (second.id,)}


def test_a_claim_that_is_read_no_more_is_withdrawn(store: str) -> None:
    first, second = old_claims()
    with filled(store) as ledger:
        ledger.reread(Entry(ONE, (), ()), 2, "two")
        ledger.weigh(2)
        check(ledger)
        assert [one.claim_ids for one in ledger.weighing().facts] == [(second.id,)]
        assert {one for fact in ledger.facts_after(1) for one in fact.claim_ids} == {first.id, second.id}


def rejecting(ledger: Ledger, one: Claim) -> None:
    ledger.add_verdicts((Verdict(one.id, None, "reject", "editor", AT, "misread"),))


def test_what_was_rejected_is_open_where_it_is_read_otherwise(store: str) -> None:
    first, second = old_claims()
    with filled(store) as ledger:
        rejecting(ledger, first)
        right = claim(ONE, flow=TROOPS, when="2024-12", coder="two")
        ledger.reread(Entry(ONE, (right,), ()), 2, "two")
        ledger.weigh(2)
        check(ledger)
        assert {one.claim_ids for one in ledger.weighing().facts} == {(right.id,), (second.id,)}
        (again,) = ledger.reopened()
        assert "period 2024-10 → 2024-12" in again.reason


def test_what_was_rejected_stays_so_where_it_is_read_alike(store: str) -> None:
    first, second = old_claims()
    with filled(store) as ledger:
        rejecting(ledger, first)
        ledger.reread(Entry(ONE, (claim(ONE, flow=TROOPS, when="2024-10", coder="two", confidence=0.8),), ()), 2, "two")
        ledger.weigh(2)
        check(ledger)
        assert [one.claim_ids for one in ledger.weighing().facts] == [(second.id,)]


def test_a_claim_that_comes_back_has_the_verdict_it_had(store: str) -> None:
    first, second = old_claims()
    other = claim(ONE, flow=TROOPS, when="2024-12", coder="two")
    with filled(store) as ledger:
        rejecting(ledger, first)
        for run, coder, read in ((2, "two", other), (3, "three", replace(first, coder="three"))):
            ledger.reread(Entry(ONE, (read,), ()), run, coder)
            ledger.weigh(run)
            check(ledger)
        assert [one.claim_ids for one in ledger.weighing().facts] == [(second.id,)]


def test_a_claim_in_force_again_is_its_own_last(store: str) -> None:
    first, second = old_claims()
    other = claim(ONE, flow=TROOPS, when="2024-10", coder="two", confidence=0.8)
    with filled(store) as ledger:
        ledger.add_verdicts((Verdict(first.id, second.id, "different", "editor", AT, "two contingents"),))
        for run, coder, read in ((2, "two", other), (3, "three", replace(first, coder="three"))):
            ledger.reread(Entry(ONE, (read,), ()), run, coder)
            ledger.weigh(run)
            check(ledger)
        assert {one.left for one in ledger.verdicts()} == {first.id}
        assert {one.claim_ids for one in ledger.weighing().facts} == {(first.id,), (second.id,)}


def test_heirs_are_on_the_same_words() -> None:
    first, second = old_claims()
    assert heirs_of((first, second), (newer(first), newer(second))) == {first.id: first.id, second.id: second.id}
    moved = replace(newer(first), id="claim:other")
    assert heirs_of((first,), (moved,)) == {first.id: "claim:other"}
    assert heirs_of((first,), (replace(moved, matter="loss"),)) == {}
