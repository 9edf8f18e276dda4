"""The commands on a ledger: what goes in, what a person decides, what comes out, in words and in JSON."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.coding import draft
from dragoman.ledger.store import open_ledger

ROOT = Path(__file__).parents[2]
NOTES = ["examples/prk-rus/2025-01-13-pertes-nis.fr.md", "examples/prk-rus/2025-04-28-pyongyang-confirms.en.md"]
WIRE = ["examples/prk-rus/2025-04-30-casualties-wire.en.md", "examples/prk-rus/2025-05-01-casualties-copy.en.md"]


@pytest.fixture(autouse=True)
def _in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with two notes, to copy from."""
    path = tmp_path_factory.mktemp("ledger") / "filled.db"
    result = CliRunner().invoke(main, ["add", *(str(ROOT / one) for one in NOTES), "--ledger", str(path)])
    assert result.exit_code == 0, result.output
    return path


@pytest.fixture
def ledger(filled: Path, tmp_path: Path) -> str:
    import sqlite3

    path = tmp_path / "ledger.db"
    with sqlite3.connect(filled) as old, sqlite3.connect(path) as new:
        old.backup(new)
    old.close()
    new.close()
    return str(path)


def run(*arguments: str, status: int = 0) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert result.exit_code == status, result.output
    return result


def told(*arguments: str) -> Any:
    return json.loads(run(*arguments, "--json").output)


def facts(ledger: str, *chosen: str) -> list[dict[str, Any]]:
    return told("facts", "--ledger", ledger, *chosen)


def toll(ledger: str) -> dict[str, Any]:
    return next(one for one in facts(ledger, "--kind", "killed") if "300" in (one["quantity"] or ""))


BY = ("--by", "editor", "--why", "read again")


def test_added_twice_is_there_once(ledger: str) -> None:
    rows = [json.loads(line) for line in run("add", *(str(ROOT / one) for one in NOTES), "--ledger", ledger, "--json").output.splitlines()]
    assert rows[-1]["summary"]["documents"] == 0
    assert rows[-1]["summary"]["known"] == 2
    assert rows[-1]["summary"]["facts_changed"] == 0


def test_each_document_is_said_when_it_is_kept(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_bytes(b"\x00\x01\x02\x03")
    said = run("add", NOTES[0], str(tmp_path / "bad.md"), "--ledger", str(tmp_path / "new.db"), status=1).output
    assert f"added {NOTES[0]}" in said
    assert "rejected" in said
    status = told("status", "--ledger", str(tmp_path / "new.db"))
    assert status["counts"]["documents"] == 1
    assert [one["source_id"] for one in status["rejected"]] == [str(tmp_path / "bad.md")]


def test_facts_can_be_chosen(ledger: str) -> None:
    everything = facts(ledger)
    assert len(everything) > 5
    killed = facts(ledger, "--party", "North Korea", "--kind", "killed")
    assert killed
    assert all("PRK" in one["actors"] + one["recipients"] and one["loss"] == "killed" for one in killed)
    assert facts(ledger, "--since", "1990", "--until", "1991") == []
    assert {one["id"] for one in facts(ledger, "--words", "soldats nord-cor")} < {one["id"] for one in everything}
    assert all(one["status"] == "reported" for one in facts(ledger, "--status", "reported"))
    assert all(one["grade"][1] == "3" for one in facts(ledger, "--grade", "3"))


def test_a_cell_opens_its_sentence(ledger: str) -> None:
    texts = {path: (ROOT / path).read_text(encoding="utf-8") for path in NOTES}
    for one in facts(ledger):
        assert any(one["sentence"] in text for text in texts.values()), one["sentence"]


def test_a_table_for_a_spreadsheet(ledger: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("facts", "--ledger", ledger, "--format", "csv").output)))
    assert [one["id"] for one in rows] == [one["id"] for one in facts(ledger)]


def test_why_shows_sentences_rules_and_sources(ledger: str) -> None:
    one = toll(ledger)
    row = told("why", one["id"], "--ledger", ledger)
    assert row["claims"][0]["rules"]
    assert row["claims"][0]["sentence"]
    assert row["originators"][0]["label"] in run("why", one["id"][5:15], "--ledger", ledger).output
    assert told("why", one["claims"][0], "--ledger", ledger)["fact"] == one["id"]


def test_a_claim_is_found_by_the_short_id_that_why_prints(ledger: str) -> None:
    one = toll(ledger)
    short = one["claims"][0].partition(":")[2][:10]
    assert short in run("why", one["id"], "--ledger", ledger).output
    assert told("why", short, "--ledger", ledger)["fact"] == told("why", f"claim:{short}", "--ledger", ledger)["fact"] == one["id"]


def test_a_correction_stays_beside_what_was_read(ledger: str) -> None:
    claim = toll(ledger)["claims"][0]
    run("verdict", "correct", claim, "--field", "quantity", "--value", "301//", *BY, "--ledger", ledger)
    row = told("why", claim, "--ledger", ledger)
    assert next(cell["value"] for cell in row["cells"] if cell["name"] == "quantity") == "301//"
    (verdict,) = row["verdicts"]
    assert (verdict["machine"], verdict["value"], verdict["by"], verdict["reason"]) == ("/300/", "301//", "editor", "read again")
    assert "read as /300/" in run("why", claim, "--ledger", ledger).output
    run("verdict", "unsure", claim, "--field", "quantity", *BY, "--ledger", ledger)
    assert toll(ledger)["quantity"] == "/300/"


def test_rejected_is_withdrawn_and_not_deleted(ledger: str) -> None:
    before = told("status", "--ledger", ledger)
    one = toll(ledger)
    run("verdict", "reject", one["id"], *BY, "--ledger", ledger)
    assert one["id"] not in {fact["id"] for fact in facts(ledger)}
    changes = told("changes", "--since", str(before["runs"][-1]["number"]), "--ledger", ledger)["changes"]
    assert one["id"] in {change["before"]["id"] for change in changes if change["kind"] == "withdrawn"}
    assert told("status", "--ledger", ledger)["counts"]["claims"] == before["counts"]["claims"]
    run("verdict", "unsure", one["claims"][0], *BY, "--ledger", ledger)
    assert one["claims"][0] in {claim for fact in facts(ledger) for claim in fact["claims"]}


def test_merged_and_split_again(ledger: str) -> None:
    one, other = facts(ledger)[:2]
    run("merge", one["id"], other["id"], *BY, "--ledger", ledger)
    merged = next(fact for fact in facts(ledger) if {*one["claims"], *other["claims"]} <= set(fact["claims"]))
    run("split", merged["id"], *other["claims"], *BY, "--ledger", ledger)
    assert {one["id"], other["id"]} <= {fact["id"] for fact in facts(ledger)}


def test_a_source_is_rated_by_a_person(ledger: str) -> None:
    one = next(fact for fact in facts(ledger) if fact["originators"])
    assert one["grade"][0] == "F"
    run("verdict", "rate", one["originators"][0], "--value", "B", *BY, "--ledger", ledger)
    assert next(fact for fact in facts(ledger) if fact["id"] == one["id"])["grade"][0] == "B"
    assert "--value F" in run("verdict", "unsure", one["originators"][0], *BY, "--ledger", ledger, status=2).output
    run("verdict", "rate", one["originators"][0], "--value", "F", *BY, "--ledger", ledger)
    assert next(fact for fact in facts(ledger) if fact["id"] == one["id"])["grade"][0] == "F"


def test_what_changed_since(ledger: str) -> None:
    last = told("status", "--ledger", ledger)["runs"][-1]["number"]
    run("add", *(str(ROOT / one) for one in WIRE), "--ledger", ledger)
    changes = told("changes", "--since", str(last), "--ledger", ledger)["changes"]
    assert {one["kind"] for one in changes} >= {"added"}
    assert len(told("changes", "--since", "2000-01-01", "--ledger", ledger)["changes"]) == len(facts(ledger))
    assert "changes since run" in run("changes", "--since", str(last), "--ledger", ledger).output


def test_reading_again_keeps_what_was_decided(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one = toll(ledger)
    claim = one["claims"][0]
    run("verdict", "accept", claim, *BY, "--ledger", ledger)
    before = facts(ledger)
    assert told("reread", "--ledger", ledger)["documents"] == 0  # this version has read them

    first = draft.CODER
    monkeypatch.setattr(draft, "CODER", "rules-next")
    done = told("reread", "--ledger", ledger)
    assert (done["documents"], done["kept"], done["coder"]) == (2, 1, "rules-next")
    after = facts(ledger)
    assert [(fact["sentence"], fact["quantity"]) for fact in after] == [(fact["sentence"], fact["quantity"]) for fact in before]
    assert next(fact for fact in after if claim in fact["claims"])["decision"] == "accepted"
    assert told("status", "--ledger", ledger)["coders"][first]["accepted"] == 1


@pytest.mark.parametrize("arguments", [
    ("facts",), ("status",), ("why", "fact:0"), ("changes", "--since", "1"),
])  # fmt: skip
def test_a_ledger_that_is_not_there_is_said(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = run(*arguments, "--ledger", str(tmp_path / "none.db"), status=2)
    assert "no such ledger" in result.output
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(("arguments", "words"), [
    (("facts", "--party", "Atlantis"), "no state"), (("facts", "--since", "soon"), "--since"),
    (("facts", "--kind", "tropps"), "troops"), (("facts", "--type", "AIDE"), "AID"), (("facts", "--status", "maybe"), "possible"),
    (("facts", "--grade", "Z9"), "B2"), (("facts", "--since", "2025-02-30"), "'2025-02-30'"), (("why", ""), "begins with"),
    (("why", "fact:zzzz"), "no fact"), (("changes", "--since", "99"), "no run"), (("changes", "--since", "soon"), "neither"),
    (("verdict", "correct", "claim:zzz", *BY), "no claims"), (("verdict", "rate", "KCNA", "--value", "Z", *BY), "letter"),
    (("verdict", "accept", "claim:zzz", "--field", "quantity", *BY), "no --field"), (("changes", "--since", "2025-13-40"), "neither"),
    (("verdict", "reject", "claim:zzz", "--value", "9", *BY), "no --value"), (("verdict", "unsure", "claim:zzz", "--field", "x", *BY), "no field"),
])  # fmt: skip
def test_wrong_usage_is_said(arguments: tuple[str, ...], words: str, ledger: str) -> None:
    assert words in run(*arguments, "--ledger", ledger, status=2).output


@pytest.mark.parametrize(("field", "value", "words"), [
    ("quantity", "many", "LOW/BEST/HIGH"), ("quantity", "-5", "0 or more"), ("quantity", "nan", "0 or more"), ("quantity", "9/8/7", "out of order"),
    ("item", "soldiers", "has no item"), ("period", "tomorrow", "EDTF"), ("status", "sure", "asserted"),
])  # fmt: skip
def test_a_correction_that_no_claim_can_take_is_refused(field: str, value: str, words: str, ledger: str) -> None:
    claim = toll(ledger)["claims"][0]
    result = run("verdict", "correct", claim, "--field", field, "--value", value, *BY, "--ledger", ledger, status=2)
    assert words in result.output


def test_a_concept_that_is_none_is_answered_with_near_ones(ledger: str) -> None:
    claim = next(one for one in facts(ledger) if one["item"])["claims"][0]
    result = run("verdict", "correct", claim, "--field", "item", "--value", "artillery shells", *BY, "--ledger", ledger, status=2)
    assert "ARTILLERY_SHELL" in result.output


def test_codes_may_be_typed_large_or_small(ledger: str) -> None:
    assert facts(ledger, "--kind", "KILLED") == facts(ledger, "--kind", "killed") != []
    assert facts(ledger, "--type", "assault") == facts(ledger, "--type", "ASSAULT") != []


def test_what_one_document_says(ledger: str) -> None:
    path = str(ROOT / NOTES[0])
    said = facts(ledger, "--document", path)
    assert 0 < len(said) < len(facts(ledger))
    (document,) = {one["document"] for one in said if one["documents"] == 1}
    assert facts(ledger, "--document", document[:20]) == said
    assert facts(ledger, "--document", path, "--words", "no such words in it") == []
    assert "no document" in run("facts", "--document", "none.md", "--ledger", ledger, status=2).output
    assert f"facts --document {path}" in run("why", path, "--ledger", ledger, status=2).output


@pytest.mark.parametrize("command", [("facts",), ("status",), ("why", "fact:0")])
def test_an_empty_file_is_no_ledger_without_facts(command: tuple[str, ...], tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()
    assert "an empty file, and no ledger" in run(*command, "--ledger", str(empty), status=2).output
    assert empty.stat().st_size == 0
    assert "a folder" in run(*command, "--ledger", str(tmp_path), status=2).output


def test_all_documents_without_a_parser_are_counted_unread(tmp_path: Path) -> None:
    (tmp_path / "dated.md").write_text("19 марта 2026 года Россия поставила Сирии пятьдесят тысяч тонн пшеницы, сообщило министерство.\n", encoding="utf-8")
    (tmp_path / "undated.md").write_text("북한이 러시아에 병력 3천 명을 추가로 파견했다고 국가정보원이 밝혔다.\n", encoding="utf-8")
    where = str(tmp_path / "new.db")
    said = run("add", str(tmp_path / "dated.md"), str(tmp_path / "undated.md"), "--ledger", where, status=1).output
    assert said.count("kept unread: no parser for language") == 2
    assert "2 kept unread" in said
    assert "2 documents added" in said
    assert told("status", "--ledger", where)["unread"] == {"ko": 1, "ru": 1}
    assert "1 kept unread: no parser for language 'ko'" in run("status", "--ledger", where).output


def test_a_reading_with_the_smaller_parser_is_taken_back(ledger: str) -> None:
    before = facts(ledger)
    assert told("reread", "--fast", "--ledger", ledger)["documents"] == 2
    assert told("reread", "--ledger", ledger)["documents"] == 2
    assert told("reread", "--ledger", ledger)["documents"] == 0
    assert facts(ledger) == before
    status = told("status", "--ledger", ledger)["counts"]
    assert status["earlier_claims"] > status["claims"] > 0
    assert "more of earlier readings" in run("status", "--ledger", ledger).output


def test_a_dossier_marks_what_changed(ledger: str, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    last = told("status", "--ledger", ledger)["runs"][-1]["number"]
    run("dossier", "--ledger", ledger, "--since", str(last), "-o", str(out))
    assert "Nothing changed." in out.read_text(encoding="utf-8")
    run("verdict", "reject", toll(ledger)["id"], *BY, "--ledger", ledger)
    run("dossier", *WIRE, "--ledger", ledger, "--since", str(last), "-o", str(out), "--language", "fr")
    page = out.read_text(encoding="utf-8")
    assert "Ce qui a changé depuis le dernier dossier" in page
    assert "retiré" in page
    assert "ajouté" in page
    run("dossier", *WIRE, "--since", "1", "-o", str(out), status=2)
    run("dossier", "--ledger", ledger, "-o", str(out))
    assert 'id="changes"' not in out.read_text(encoding="utf-8")


def test_a_dossier_keeps_what_add_keeps(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_bytes(b"\x00\x01\x02\x03")
    inputs = (NOTES[0], str(tmp_path / "bad.md"))
    held = {}
    for name, arguments in (("added", ("add",)), ("shown", ("dossier", "-o", str(tmp_path / "page.html")))):
        where = str(tmp_path / f"{name}.db")
        run(*arguments, *inputs, "--ledger", where, status=1)
        status = told("status", "--ledger", where)
        with open_ledger(where) as ledger:
            kept = [ledger.received(one.document.bytes_sha256 or "") for one in ledger.entries()]
        held[name] = (status["counts"], status["rejected"], kept)
    assert held["added"] == held["shown"]
    assert held["added"][2] == [(ROOT / NOTES[0]).read_bytes()]
    page = tmp_path / "later.html"
    run("dossier", "--ledger", str(tmp_path / "added.db"), "-o", str(page))
    assert "bad.md" in page.read_text(encoding="utf-8")


def test_a_table_is_for_a_person(ledger: str) -> None:
    said = run("facts", "--ledger", ledger, "--kind", "killed").output
    assert "killed · about 300 soldiers" in said
    assert "1 document, 1 originator" in said
    assert "1 documents" not in said


def test_what_was_rejected_is_taken_back_by_the_id_that_was_rejected(ledger: str) -> None:
    one = toll(ledger)
    short = one["id"].partition(":")[2][:10]
    run("verdict", "reject", short, *BY, "--ledger", ledger)
    row = told("why", short, "--ledger", ledger)
    assert (row["fact"], row["withdrawn"]) == (one["id"], True)
    assert {claim["decision"] for claim in row["claims"]} == {"rejected"}
    said = run("why", short, "--ledger", ledger).output
    assert f"`dragoman verdict unsure {short}` takes that back" in said
    claim = one["claims"][0].partition(":")[2][:10]
    assert f"verdict unsure {claim}" in run("why", claim, "--ledger", ledger, status=2).output
    run("verdict", "unsure", short, *BY, "--ledger", ledger)
    assert toll(ledger)["id"] == one["id"]
    assert told("why", short, "--ledger", ledger)["withdrawn"] is False


def test_a_beginning_that_a_fact_and_a_claim_have_names_neither(ledger: str) -> None:
    facts_ids = {one["id"].partition(":")[2][0] for one in facts(ledger)}
    claim_ids = {claim.partition(":")[2][0] for one in facts(ledger) for claim in one["claims"]}
    word = min(facts_ids & claim_ids)
    assert "begins with" in run("verdict", "accept", word, *BY, "--ledger", ledger, status=2).output


def test_a_fact_that_is_no_more_says_what_became_of_it(ledger: str) -> None:
    one, other = facts(ledger)[:2]
    run("merge", one["id"], other["id"], *BY, "--ledger", ledger)
    merged = next(fact for fact in facts(ledger) if {*one["claims"], *other["claims"]} <= set(fact["claims"]))
    said = run("why", one["id"], "--ledger", ledger, status=2).output
    assert "its claims are now in" in said
    assert merged["id"].partition(":")[2][:10] in said
    run("verdict", "reject", merged["id"], *BY, "--ledger", ledger)
    assert "all its claims are rejected" in run("why", merged["id"], "--ledger", ledger).output


def test_a_source_that_nobody_cites_is_said(ledger: str) -> None:
    assert "nobody here is called" in run("verdict", "rate", "Nobody Ever", "--value", "b", *BY, "--ledger", ledger).output
    name = next(fact for fact in facts(ledger) if fact["originators"])["originators"][0]
    assert "nobody" not in run("verdict", "rate", name, "--value", "b", *BY, "--ledger", ledger).output
