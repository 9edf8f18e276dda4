"""`dragoman check`: warnings and claims at the terminal, as JSON, and as a page; a ledger that it reads and leaves alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.ledger.store import open_ledger

ROOT = Path(__file__).parents[2]
WIRE = "examples/prk-rus/2025-04-30-casualties-wire.en.md"
COPY = "examples/prk-rus/2025-05-01-casualties-copy.en.md"
LOSSES = "examples/prk-rus/2025-01-13-pertes-nis.fr.md"


@pytest.fixture(autouse=True)
def _in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, [*arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def test_a_copy_beside_its_wire(tmp_path: Path) -> None:
    page = tmp_path / "new" / "check.html"
    result = run("check", COPY, WIRE, "--page", str(page), "--language", "fr")
    assert result.exit_code == 0, result.output
    assert "shared_text" in result.stdout
    assert "cannot be judged" in result.stdout
    written = page.read_text(encoding="utf-8")
    assert written.casefold().startswith("<!doctype html>")
    assert '<html lang="fr"' in written
    assert "partage du texte" in written or "Avertissements" in written
    assert "<script" not in written


def test_json_has_spans_and_reviews_without_a_number(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    run("dossier", WIRE, "--ledger", str(ledger), "-o", str(tmp_path / "d.html"))
    before = ledger.read_bytes()
    result = run("check", LOSSES, "--ledger", str(ledger), "--json")
    assert ledger.read_bytes() == before
    (row,) = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    text = (ROOT / LOSSES).read_text(encoding="utf-8")
    assert row["document"]["source_id"] == LOSSES
    assert sum(row["judgement_counts"].values()) == len(row["claims"]) > 0
    for one in row["claims"]:
        review = one["review"]
        assert review["@type"] == "ClaimReview"
        assert "ratingValue" not in review["reviewRating"]
        assert review["claimReviewed"] in text
    assert sum(row["warning_counts"].values()) == len(row["warnings"])


def test_same_input_same_bytes() -> None:
    assert run("check", COPY, WIRE, "--json").stdout == run("check", COPY, WIRE, "--json").stdout


def test_a_ledger_that_is_not_one_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("no database", encoding="utf-8")
    result = run("check", COPY, "--ledger", str(wrong))
    assert result.exit_code == 2
    assert "is not a database; name a new file or one that dragoman made" in result.output


def test_a_newer_broken_or_missing_ledger_is_refused(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "ledger.db"
    assert "no such ledger" in run("check", COPY, "--ledger", str(path)).output
    open_ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    newer = run("check", COPY, "--ledger", str(path))
    assert (newer.exit_code, "install a newer" in " ".join(newer.output.split())) == (2, True)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(bytes(data))
    broken = run("check", COPY, "--ledger", str(path))
    assert (broken.exit_code, "restore a copy" in " ".join(broken.output.split())) == (2, True)


def test_what_cannot_be_read_is_counted(tmp_path: Path) -> None:
    result = run("check", str(tmp_path / "missing.txt"), COPY, "--json")
    assert result.exit_code == 1
    rows = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    assert [one["rejected"]["source_id"] for one in rows if "rejected" in one] == [str(tmp_path / "missing.txt")]


def test_a_page_names_what_was_rejected_and_fits_a_phone(tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    page = tmp_path / "check.html"
    assert run("check", WIRE, str(tmp_path / "empty.md"), "--page", str(page)).exit_code == 1
    written = page.read_text(encoding="utf-8")
    assert "Rejected inputs" in written
    assert "empty.md" in written
    assert '<table class="check cards">' in written
    assert 'data-label="Against it"' in written
