"""Facts kept in the database are those that weighing everything gives, whatever was added and decided in which order."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from benchmarks.weighing import made_up
from dragoman.ledger import schema, weighed
from dragoman.ledger.store import Ledger, open_ledger
from dragoman.model.entry import Entry
from dragoman.model.fact import Verdict, Weighing
from dragoman.model.factuality import Factuality
from dragoman.weighing.block import family_of
from dragoman.weighing.weigh import weigh
from tests.factory import claim, document

AT = datetime(2025, 1, 1, tzinfo=UTC)
ENTRIES = made_up(400, seed=7)


def everything(ledger: Ledger) -> Weighing:
    """All that the ledger holds, weighed at once."""
    entries = ledger.entries()
    return weigh(tuple(e.document for e in entries), tuple(c for e in entries for c in e.claims), ledger.verdicts())


def add_and_weigh(ledger: Ledger, entries: list[Entry], lot: int) -> None:
    for start in range(0, len(entries), lot):
        ledger.add(entries[start : start + lot])
        ledger.weigh()


@pytest.mark.parametrize("lot", [1, 7])
@pytest.mark.parametrize("seed", [1, 2])
def test_one_by_one_is_all_at_once(lot: int, seed: int) -> None:
    entries = list(ENTRIES)
    random.Random(seed).shuffle(entries)
    with open_ledger() as ledger:
        add_and_weigh(ledger, entries, lot)
        assert ledger.weighing() == everything(ledger)


def test_verdicts_touch_what_they_are_about(store: str) -> None:
    chance = random.Random(3)
    with open_ledger(store) as ledger:
        add_and_weigh(ledger, ENTRIES[:12], 12)
        for round_ in range(12):
            facts = ledger.weighing().facts
            one, other = chance.sample(sorted(claim for fact in facts for claim in fact.claim_ids), 2)
            many = [fact for fact in facts if len(fact.claim_ids) > 1]
            if round_ % 3 == 0 and many:
                one, other = chance.choice(many).claim_ids[:2]
            decision = ("different", "same", "reject", "unsure")[round_ % 4]
            right = None if decision == "reject" else other
            ledger.add_verdicts((Verdict(one, right, decision, "editor", AT, f"round {round_}"),))  # type: ignore[arg-type]
            if round_ % 4 == 3:
                ledger.add(ENTRIES[12 + round_ // 4 : 13 + round_ // 4])
            ledger.weigh()
            assert ledger.weighing() == everything(ledger), (round_, decision)


def test_a_correction_moves_a_claim(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        add_and_weigh(ledger, ENTRIES[:10], 10)
        claim = next(c for e in ENTRIES[:10] for c in e.claims if c.quantities)
        ledger.add_verdicts((Verdict(claim.id, None, "correct", "editor", AT, "a nought too many", None, "quantity", "7"),))
        ledger.weigh()
        assert ledger.weighing() == everything(ledger)
        fact = next(one for one in ledger.weighing().facts if claim.id in one.claim_ids)
        assert next(cell.value for cell in fact.cells if cell.name == "quantity") == "7/7/7"


def test_nothing_new_changes_nothing(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(ENTRIES[:5])
        assert ledger.weigh() > 0
        assert ledger.weigh() == 0


def test_a_denial_is_met_whichever_comes_first(tmp_path: Path) -> None:
    said, no = document("North Korea sent soldiers to Russia.", published="2024-11-01"), document("Moscow calls it false.", published="2024-11-05")
    stance = Factuality("denied", "Peskov", "negative", "certain", "past")
    entries = [
        Entry(said, (claim(said, flow=("troops", "delivered"), who=("NIS",)),), ()),
        Entry(no, (claim(no, flow=("troops", "delivered"), who=("Peskov",), factuality=stance),), ()),
    ]
    for number, some in enumerate((entries, entries[::-1])):
        with open_ledger(tmp_path / f"{number}.db") as ledger:
            add_and_weigh(ledger, some, 1)
            assert ledger.weighing() == everything(ledger)
            assert [one.kind for one in ledger.weighing().disagreements] == ["denial"]
            ledger.add_verdicts((Verdict(entries[1].claims[0].id, None, "reject", "editor", AT, "not said"),))
            ledger.weigh()
            assert ledger.weighing() == everything(ledger)
            assert ledger.weighing().disagreements == ()


def test_in_lots_is_all_at_once(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full weighing goes lot by lot; what a person joined across two lots is one fact."""
    monkeypatch.setattr(weighed, "_LOT", 1)
    with open_ledger(store) as ledger:
        ledger.add(ENTRIES)
        ledger.weigh()
        assert ledger.weighing() == everything(ledger)
        facts = ledger.weighing().facts
        claims = ledger.claims()
        one = facts[0]
        other = next(f for f in facts if family_of(claims[f.head]) != family_of(claims[one.head]))
        ledger.add_verdicts((Verdict(one.head, other.head, "same", "editor", AT, "told twice"),
                             Verdict("Paper 1", None, "rate", "editor", AT, "known to be careful", None, None, "B")))  # fmt: skip
        ledger.weigh()
        assert ledger.weighing() == everything(ledger)
        assert any({one.head, other.head} <= set(fact.claim_ids) for fact in ledger.weighing().facts)


def test_facts_of_other_rules_are_weighed_anew(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(store) as ledger:
        ledger.add(ENTRIES[:10])
        assert not ledger.is_behind() or ledger.weigh() > 0
        assert not ledger.is_behind()
        assert ledger.weigh() == 0
        with monkeypatch.context() as before:
            before.setattr(weighed, "WEIGHER", "weighing-other")
            assert ledger.is_behind()
            assert ledger.weigh() == 0  # the same rules under another name find the same
            assert not ledger.is_behind()
        assert ledger.is_behind()
        with ledger.writing() as connection:  # as other rules would have left it
            connection.execute(delete(schema.facts).where(schema.facts.c.id == ledger.weighing().facts[0].id))
        assert ledger.weigh() == 1
        assert ledger.weighing() == everything(ledger)


STORY = (
    "Barges left the upper harbour at dawn, three of them under a new flag, and the pilots of the estuary were told to wait for the tide "
    "before the lighter craft could follow; by noon the quay was empty and the customs house had drawn its blinds. "
)
SAID = "\u201cwe have never once been asked to sail without any lights\u201d"
HELD = "\u201cthe papers before this court show neither a sender nor a receiver of it\u201d"
MORE = "A union of the river pilots, which has met every winter since the great flood, put it otherwise in a letter to the prefect, "
LETTER = (
    "Nobody in the ministry would speak of tariffs last week. An old boatman who mends nets below the bridge remembered how the clerk "
    "had come down the stairs with a folder under his arm, sat on the lowest step, and read to whoever stood by that "
)
# A report and a copy of it that holds a quotation; one who prints that quotation and another; and one who prints the other alone.
CHAIN = tuple(
    document(text, published=day, publisher=name)
    for name, day, text in (
        ("North", "2025-02-01", STORY), ("East", "2025-02-02", f"{STORY}The eldest pilot said {SAID}."),
        ("South", "2025-02-12", f"{MORE}and wrote {SAID}, where the judge had found that {HELD}."), ("Coast", "2025-02-20", f"{LETTER}{HELD}."),
    )
)  # fmt: skip


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (0, 3, 1, 2), (1, 3, 0, 2), (2, 0, 1, 3)])
def test_a_line_is_drawn_through_however_many_documents(order: tuple[int, ...]) -> None:
    with open_ledger() as ledger:
        for place in order:  # each tells a thing of its own, in its own voice or that of the one it copies
            kind = ("troops", "artillery", "missiles", "drones")[place]
            ledger.add((Entry(CHAIN[place], (claim(CHAIN[place], flow=(kind, "delivered")),), ()),))
            ledger.weigh()
            assert ledger.weighing() == everything(ledger), place
        lines = {one.kind: len(one.document_ids) for one in ledger.weighing().descents if one.kind != "origin"}
        assert lines == {"copy": 2, "quotation": 3}


def test_a_line_of_copies_is_kept_once() -> None:
    copies = [document(STORY, published="2025-02-01", publisher=f"Paper {number}") for number in range(9)]
    with open_ledger() as ledger:
        for lot in (copies[:4], copies[4:]):
            ledger.add(tuple(Entry(one, (claim(one, flow=("troops", "delivered")),), ()) for one in lot))
            ledger.weigh()
            assert ledger.weighing() == everything(ledger)
        with ledger.reading() as connection:
            bodies = [body for (body,) in connection.execute(select(schema.lines.c.body))]
    assert len(bodies) == len(copies)
    assert sum(map(bool, bodies)) == 1


def test_a_line_outlives_the_text_that_kept_it() -> None:
    copies = [document(STORY, published=f"2025-02-0{day}", publisher=f"Paper {day}") for day in (1, 2, 3)]
    another = document(LETTER, published="2025-02-01", publisher="Paper 1")
    with open_ledger() as ledger:
        ledger.add(tuple(Entry(one, (claim(one, flow=("troops", "delivered")),), ()) for one in copies))
        ledger.weigh()
        before = [one for one in ledger.weighing().descents if one.kind == "copy"]
        ledger.replace_text(copies[0].id, Entry(another, (), ()), 1, "test")
        assert [one for one in ledger.weighing().descents if one.kind == "copy"] == before != []
