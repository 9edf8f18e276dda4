"""`dragoman dossier`: a page, a summary, and a ledger in which what is added twice stands once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main

ROOT = Path(__file__).parents[2]
NOTES = [
    "examples/prk-rus/2025-01-13-pertes-nis.fr.md",
    "examples/prk-rus/2025-04-28-pyongyang-confirms.en.md",
]


@pytest.fixture(autouse=True)
def _in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def dossier(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["dossier", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def test_a_page_of_two_notes(tmp_path: Path) -> None:
    out = tmp_path / "new" / "page.html"
    result = dossier(*NOTES, "--between", "PRK", "RUS", "-o", str(out))
    assert result.exit_code == 0, result.output
    assert re.search(r"2 documents read, \d+ claims", result.output)
    counted = re.search(r"(\d+ facts?), \d+ statements?, \d+ judgements? .*, \d+ disagreements?(?:, and \d+ more .*)?; dossier written to ", result.output)
    assert counted
    assert f"<b>{counted[1]}</b>" in out.read_text(encoding="utf-8"), "the page counts as the summary does"
    assert str(out) in result.output
    page = out.read_text(encoding="utf-8")
    assert page.casefold().startswith("<!doctype html>")
    assert '<html lang="en"' in page
    assert "North Korea" in page
    assert "Russia" in page
    assert "300 soldats nord-coréens" in page  # a cell opens its sentence, in its own language
    assert not re.search(r"""(?:src|href)=["']https?://[^"']+\.(?:js|css|png|svg)""", page)  # self-contained


def test_states_by_name_and_by_code_are_one_page(tmp_path: Path) -> None:
    code, name = tmp_path / "a.html", tmp_path / "b.html"
    dossier(NOTES[0], "--between", "PRK", "RUS", "-o", str(code))
    dossier(NOTES[0], "--between", "North Korea", "Russia", "-o", str(name))
    assert code.read_bytes() == name.read_bytes()


def test_the_page_in_french(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = dossier(*NOTES, "--between", "PRK", "RUS", "--language", "fr", "-o", str(out))
    assert result.exit_code == 0, result.output
    page = out.read_text(encoding="utf-8")
    assert '<html lang="fr"' in page
    assert "Corée du Nord" in page


def test_the_order_of_inputs_changes_no_byte_of_the_page(tmp_path: Path) -> None:
    one, other = tmp_path / "a.html", tmp_path / "b.html"
    dossier(*NOTES, "-o", str(one))
    dossier(*reversed(NOTES), "-o", str(other))
    assert one.read_bytes() == other.read_bytes()


def test_a_ledger_added_to_twice_shows_the_same_page(tmp_path: Path) -> None:
    ledger, first, second, third = (tmp_path / name for name in ("book.db", "a.html", "b.html", "c.html"))
    options = ("--between", "PRK", "RUS", "--ledger", str(ledger))
    assert dossier(*NOTES, *options, "-o", str(first)).exit_code == 0
    assert dossier(*NOTES, *options, "-o", str(second)).exit_code == 0
    assert dossier(*options, "-o", str(third)).exit_code == 0  # nothing new: what the ledger holds
    assert first.read_bytes() == second.read_bytes() == third.read_bytes()


def test_a_ledger_filled_in_two_steps_shows_what_one_step_does(tmp_path: Path) -> None:
    once, steps = tmp_path / "once.html", tmp_path / "steps.html"
    dossier(*NOTES, "-o", str(once))
    ledger = ("--ledger", str(tmp_path / "book.db"))
    dossier(NOTES[1], *ledger, "-o", str(tmp_path / "half.html"))
    dossier(NOTES[0], *ledger, "-o", str(steps))
    assert steps.read_bytes() == once.read_bytes()


def test_a_file_that_is_no_ledger_is_wrong_usage(tmp_path: Path) -> None:
    wrong = tmp_path / "book.db"
    wrong.write_text("not a database, and long enough not to be taken for an empty one", encoding="utf-8")
    before = wrong.read_bytes()
    result = dossier(NOTES[0], "--ledger", str(wrong), "-o", str(tmp_path / "page.html"))
    assert result.exit_code == 2
    assert "book.db" in result.output
    assert wrong.read_bytes() == before
    assert not (tmp_path / "page.html").exists()


def test_a_rejected_input_is_on_the_page_and_in_the_summary(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    out = tmp_path / "page.html"
    result = dossier(NOTES[0], str(tmp_path / "empty.txt"), "-o", str(out))
    assert result.exit_code == 1
    assert "1 rejected" in result.output
    assert "empty.txt" in out.read_text(encoding="utf-8")
