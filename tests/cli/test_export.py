"""`dragoman export` and `dragoman restore`: what goes out, and the same ledger made of it again."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.export.formats import FORMATS

ROOT = Path(__file__).parents[2]
NOTES = [ROOT / "examples/prk-rus" / one for one in (
    "2025-01-13-pertes-nis.fr.md", "2025-04-28-pyongyang-confirms.en.md", "2025-04-30-casualties-wire.en.md", "2025-05-01-casualties-copy.en.md",
)]  # fmt: skip


def run(*arguments: object, status: int = 0) -> Result:
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert result.exit_code == status, result.output
    return result


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which persons decided: accepted, rejected, corrected, rated, merged with a note; and an input that was rejected."""
    path = tmp_path_factory.mktemp("ledger") / "l.db"
    bad = path.with_name("bad.md")
    bad.write_bytes(b"\x00\x01\x02\x03")
    run("add", *NOTES, bad, "--ledger", path, status=1)
    facts = json.loads(run("facts", "--ledger", path, "--json").output)
    by = ("--by", "editor", "--why", "read again", "--ledger", path)
    toll = next(one for one in facts if one["loss"] == "killed" and one["quantity"])
    run("verdict", "correct", toll["claims"][0], "--field", "quantity", "--value", "9//", *by)
    others = [one["id"] for one in facts if one["id"] != toll["id"]]
    run("verdict", "accept", others[0], *by)
    run("verdict", "reject", others[1], *by)
    run("verdict", "rate", "KCNA", "--value", "D", *by)
    return path


def export(ledger: Path, form: str, out: Path, *more: object) -> dict[str, object]:
    run("export", "--ledger", ledger, "--format", form, "-o", out, *more)
    manifest: dict[str, object] = json.loads(out.with_name(out.name + ".manifest.json").read_text(encoding="utf-8"))
    return manifest


def test_a_ledger_made_again_gives_the_same_bytes_in_every_format(ledger: Path, tmp_path: Path) -> None:
    export(ledger, "jsonl", tmp_path / "first.jsonl")
    run("restore", tmp_path / "first.jsonl", "--ledger", tmp_path / "again.db")
    for one in FORMATS:
        first, again = tmp_path / "a", tmp_path / "b"
        export(ledger, one.name, first)
        manifest = export(tmp_path / "again.db", one.name, again)
        assert first.read_bytes() == again.read_bytes(), one.name
        assert manifest["in_the_ledger"]["rejected_documents"] == 1  # type: ignore[index]
    facts = [json.loads(run("facts", "--ledger", one, "--json").output) for one in (ledger, tmp_path / "again.db")]
    assert facts[0] == facts[1] != []


def test_what_persons_decided_goes_along(ledger: Path, tmp_path: Path) -> None:
    export(ledger, "csv", tmp_path / "c.csv")
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert {"accepted", "corrected", "rejected"} <= {one["decision"] for one in rows}
    corrected = next(one for one in rows if one["decision"] == "corrected")
    assert (corrected["low"], corrected["best"]) == ("9", "")
    assert {one["fact_id"] for one in rows if one["decision"] == "rejected"} == {""}


def test_a_filter_is_that_of_facts(ledger: Path, tmp_path: Path) -> None:
    wanted = ("--kind", "killed", "--party", "PRK", "--since", "2024")
    facts = json.loads(run("facts", "--ledger", ledger, "--json", *wanted).output)
    manifest = export(ledger, "csv", tmp_path / "f.csv", "--table", "facts", *wanted)
    with (tmp_path / "f.csv").open(encoding="utf-8", newline="") as lines:
        assert [one["fact_id"] for one in csv.DictReader(lines)] == [one["id"] for one in facts] != []
    assert manifest["chosen"] == "--party PRK --kind killed --since 2024"
    export(ledger, "jsonl", tmp_path / "part.jsonl", *wanted)
    refused = run("restore", tmp_path / "part.jsonl", "--ledger", tmp_path / "new.db", status=2)
    assert "a part of a ledger" in " ".join(refused.stderr.split())


def test_inputs_are_read_and_given_out_without_a_ledger(tmp_path: Path) -> None:
    run("export", NOTES[0], "--format", "csv", "-o", tmp_path / "out.csv")
    run("add", NOTES[0], "--ledger", tmp_path / "l.db")
    export(tmp_path / "l.db", "csv", tmp_path / "same.csv")
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "same.csv").read_bytes()


def test_inputs_that_are_not_read_give_the_status_of_read(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_bytes(b"\x00\x01\x02\x03")
    run("export", NOTES[0], tmp_path / "bad.md", "--format", "csv", "-o", tmp_path / "some.csv", status=1)
    run("export", tmp_path / "bad.md", "--format", "csv", "-o", tmp_path / "none.csv", status=2)
    assert (tmp_path / "some.csv").exists()


@pytest.mark.parametrize("more", [(), ("--ledger", "no-such.db"), ("--ledger", "no-such.db", "in.md")], ids=["neither", "no ledger", "both"])
def test_wrong_usage_writes_nothing(more: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("export", "--format", "csv", "-o", "x.csv", *more, status=2)
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_that_holds_something_is_not_written_over(ledger: Path, tmp_path: Path) -> None:
    export(ledger, "jsonl", tmp_path / "e.jsonl")
    before = run("status", "--ledger", ledger).output
    assert "holds something already" in " ".join(run("restore", tmp_path / "e.jsonl", "--ledger", ledger, status=2).stderr.split())
    (tmp_path / "bad.jsonl").write_bytes((tmp_path / "e.jsonl").read_bytes()[:-20])
    run("restore", tmp_path / "bad.jsonl", "--ledger", tmp_path / "bad.db", status=2)
    assert run("status", "--ledger", ledger).output == before
