"""Sets of coded events beside what was read: kept as theirs, compared with it, and never a second witness."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from tests.intake import rows

NEWS = "On 11 June 2025 French ministers visited Ukraine, the French foreign ministry said.\n"


def run(*arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == status, result.output
    return result.output


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger with a note, and a visit and two skirmishes as two sets coded them."""
    folder = tmp_path_factory.mktemp("sets")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    (folder / "x.export.csv").write_bytes(rows.gdelt(rows.VISIT))
    (folder / "acled.csv").write_bytes(rows.acled(rows.SKIRMISH, {**rows.SKIRMISH, "event_id_cnty": "SOM90002"}, {**rows.SKIRMISH, "event_date": "soon"}))
    where = str(folder / "l.db")
    out = run("add", *(str(folder / name) for name in ("news.txt", "x.export.csv", "acled.csv")), "--ledger", where, "--json", status=1)
    assert json.loads(out.splitlines()[-1])["summary"]["rejected"] == 1
    return where


def facts(ledger: str, *chosen: str) -> list[dict[str, Any]]:
    return list(json.loads(run("facts", "--ledger", ledger, "--json", *chosen)))


def test_a_set_is_compared_and_does_not_count_beside_a_named_source(ledger: str) -> None:
    (visit,) = facts(ledger, "--party", "FRA")
    assert visit["documents"] == 2
    assert visit["sentence"] == NEWS.strip()  # the words of a text before the row
    assert visit["originators"] == ["Ministry of Foreign Affairs of France", "GDELT 2.0"]
    assert (visit["counted"], visit["evidence"], visit["grade"]) == (1, "limited", "F3")
    assert "GDELT 2.0 (it codes what others report: not counted)" in run("why", visit["id"], "--ledger", ledger)


def test_a_set_alone_answers_for_what_it_coded(ledger: str) -> None:
    found = facts(ledger, "--originator", "acled")
    assert {(one["originators"][0], one["counted"]) for one in found} == {("ACLED", 1)}


def test_two_rows_are_two_events(ledger: str) -> None:
    """Alike in everything but the id: the set holds them for two."""
    assert [(one["type"], one["loss"]) for one in facts(ledger, "--party", "SOM")].count(("ASSAULT", None)) == 2
    assert not facts(ledger, "--party", "SOM", "--disputed")


def test_the_page_shows_whose_it_is(ledger: str, tmp_path: Path) -> None:
    run("dossier", "--ledger", ledger, "-o", str(tmp_path / "d.html"))
    page = (tmp_path / "d.html").read_text(encoding="utf-8")
    assert "Row SOM90001 of ACLED, as coded there" in page
    assert "coded by <b>ACLED</b>" in page


def test_read_again_by_no_grammar(ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.coding import draft

    copy = tmp_path / "l.db"
    copy.write_bytes(Path(ledger).read_bytes())
    before = facts(str(copy))
    monkeypatch.setattr(draft, "CODER", "rules-9.9")
    assert json.loads(run("reread", "--ledger", str(copy), "--json"))["documents"] == 4
    assert [one["id"] for one in facts(str(copy))] == [one["id"] for one in before]


def test_the_reading_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(rows.acled(rows.SKIRMISH))
    row = json.loads(run("read", str(tmp_path / "a.csv"), "--json").splitlines()[0])
    assert (row["document"]["dataset"], row["document"]["publisher"], row["mentions"]) == ("ACLED", "ACLED", [])
    first = row["claims"][0]["attribution"][0]
    assert (first["kind"], first["text"]) == ("dataset", "ACLED event SOM90001")
    assert not row["warnings"]


def test_a_set_supports_no_article(ledger: str, tmp_path: Path) -> None:
    """It may have coded this very article."""
    (tmp_path / "a.csv").write_bytes(rows.gdelt(rows.VISIT))
    (tmp_path / "n.txt").write_text(NEWS, encoding="utf-8")
    run("add", str(tmp_path / "a.csv"), "--ledger", str(tmp_path / "l.db"))
    found = json.loads(run("check", str(tmp_path / "n.txt"), "--ledger", str(tmp_path / "l.db"), "--json").splitlines()[0])
    assert [one["judgement"] for one in found["claims"]] == ["cannot_be_judged"]
    assert "coded elsewhere" in found["claims"][0]["reason"]


def test_explain_says_that_there_is_nothing_to_parse(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(rows.acled(rows.SKIRMISH))
    assert "a row of ACLED, coded there" in run("explain", str(tmp_path / "a.csv"), "--at", "1", status=2)


def test_a_newer_row_is_the_same_event(tmp_path: Path) -> None:
    """A set that mends a row: the decision on the old one is opened again, both stay, and the change is an update."""
    where = str(tmp_path / "l.db")
    (tmp_path / "a.csv").write_bytes(rows.acled(rows.SKIRMISH))
    run("add", str(tmp_path / "a.csv"), "--ledger", where)
    (loss,) = facts(where, "--kind", "killed")
    run("verdict", "accept", loss["id"], "--by", "Anne", "--why", "seen", "--ledger", where)
    (tmp_path / "a.csv").write_bytes(rows.acled({**rows.SKIRMISH, "fatalities": "19", "timestamp": "1722000000"}))
    run("add", str(tmp_path / "a.csv"), "--ledger", where)
    assert "quantity /7/ → /19/" in run("status", "--ledger", where)
    assert {one["quantity"] for one in facts(where, "--kind", "killed")} == {"/7/", "/19/"}
    (event,) = facts(where, "--kind", "event")
    assert (event["documents"], event["counted"]) == (2, 1)


def test_adding_step_by_step_is_adding_at_once(tmp_path: Path) -> None:
    """Rows, revised rows and texts in any order give the facts that weighing all of them gives."""
    from tests.cli.test_reread_from_bytes import agrees_with_weighing_all

    where = str(tmp_path / "l.db")
    again = {**rows.SKIRMISH, "fatalities": "9", "timestamp": "1722000000"}
    others = [{**rows.SKIRMISH, "event_id_cnty": f"SOM{number}", "location": f"Town {number % 3}"} for number in range(8)]
    steps: list[tuple[str, bytes]] = [
        ("a.csv", rows.acled(rows.SKIRMISH, *others[:4])), ("b.csv", rows.gdelt(rows.VISIT)), ("c.txt", NEWS.encode()), ("d.csv", rows.acled(again)),
        ("e.csv", rows.ucdp(rows.PASS)), ("f.csv", rows.acled(*others[4:])),
        ("g.txt", b"Seven people were killed in Luuq on 12 March 2024, Somalia's defence ministry said.\n"),
    ]  # fmt: skip
    for name, data in steps:
        (tmp_path / name).write_bytes(data)
        run("add", str(tmp_path / name), "--ledger", where)
        assert agrees_with_weighing_all(where), name
