"""The store: what goes in comes out, once, in any order; a file that is no ledger is refused in words."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dragoman.ledger.store import NotALedger, open_ledger
from dragoman.model.document import DocumentWarning
from dragoman.model.entry import Entry
from dragoman.model.fact import Verdict
from tests.factory import claim, document

ONE = document("North Korea sent soldiers to Russia.")
TWO = document("La France a livré des canons à l’Ukraine.", language="fr")
ENTRIES = (
    Entry(
        ONE,
        (claim(ONE, flow=("troops", "delivered"), when="2024-10", who=("NIS",)),),
        (DocumentWarning("no_author", None, "none"),),
    ),
    Entry(TWO, (claim(TWO, flow=("artillery", "delivered"), between="FRA UKR"),), ()),
)


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        assert ledger.add(ENTRIES) == 2
    with open_ledger(path) as ledger:
        assert sorted(ledger.entries(), key=lambda e: e.document.language) == sorted(
            ENTRIES, key=lambda e: e.document.language
        )


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        ledger.add(ENTRIES)
        before = ledger.entries()
        assert ledger.add(ENTRIES) == 0
        assert ledger.entries() == before


def test_order_leaves_no_trace() -> None:
    with open_ledger() as one, open_ledger() as other:
        one.add(ENTRIES)
        other.add(reversed(ENTRIES))
        assert one.entries() == other.entries()


def test_verdicts_are_appended_once() -> None:
    verdict = Verdict("claim:a", "claim:b", "different", "editor", datetime(2025, 1, 1, tzinfo=UTC), "two contingents")
    with open_ledger() as ledger:
        assert ledger.add_verdicts((verdict, verdict)) == 1
        assert ledger.add_verdicts((verdict,)) == 0
        assert ledger.verdicts() == (verdict,)


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(
        "this is no database, it is a shopping list with more than a hundred characters in it, eggs and milk and so on\n"
        * 20
    )
    with pytest.raises(NotALedger, match=r"notes\.txt"):
        open_ledger(path)


def test_a_database_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "contacts.db"
    with sqlite3.connect(path) as other:
        other.execute("create table people (name text)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotALedger, match=r"contacts\.db"):
        open_ledger(path)
    assert path.read_bytes() == before


def test_an_odd_file_name_is_the_file_that_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "what?mode=x.db"
    with open_ledger(path) as ledger:
        ledger.add(ENTRIES)
    assert path.exists()
