"""Kept bytes taken in again by a newer intake: another text takes the old one's place, decisions with it, and nothing is lost or fetched."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.intake import page as pages
from dragoman.intake import single
from dragoman.ledger.store import open_ledger
from dragoman.model.document import Paragraph
from dragoman.model.span import Span
from dragoman.weighing.weigh import weigh

STORY = (
    "Norway delivered twelve tanks to Ukraine on 4 March 2024, the Norwegian government said.",
    "Sweden condemned Russia on 5 March 2024.",
)
MENU = "Finland delivered ninety buses to Latvia on 6 March 2024."
HTML = (
    "<!doctype html><html lang='en'><head><title>Tanks go east</title><meta property='article:published_time' content='2024-03-07'>"
    f"</head><body><nav><a href='/x'>{MENU}</a></nav><article><h1>Tanks go east</h1>{''.join(f'<p>{one}</p>' for one in STORY)}</article></body></html>"
)


def run(*arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == status, (result.output, result.exc_info)
    return result.output


def an_older_intake(lines: tuple[str, ...]) -> Callable[[str], Any]:
    """An intake that made of the page these lines, whatever stands in it."""

    def parse_page(html: str) -> Any:
        paragraphs, start = [], 0
        for one in lines:
            paragraphs.append(Paragraph(Span(start, start + len(one))))
            start += len(one) + 1
        return "\n".join(lines), tuple(paragraphs), pages.parse_page(html)[2]

    return parse_page


def taken_in(folder: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> str:
    """A ledger with one page, as an older intake took it in; the page itself is gone."""
    where, file = str(folder / "l.db"), folder / "a.html"
    file.write_text(HTML, encoding="utf-8")
    with monkeypatch.context() as older:
        older.setattr(single, "parse_page", an_older_intake(lines))
        run("add", str(file), "--ledger", where)
    file.unlink()
    return where


def facts(where: str) -> list[dict[str, Any]]:
    return list(json.loads(run("facts", "--ledger", where, "--json")))


def again(where: str, *more: str) -> dict[str, Any]:
    return dict(json.loads(run("reread", "--from-bytes", "--ledger", where, "--json", *more)))


def agrees_with_weighing_all(where: str) -> bool:
    with open_ledger(where) as ledger:
        entries = ledger.entries()
        claims = tuple(claim for one in entries for claim in one.claims)
        return ledger.weighing() == weigh(tuple(one.document for one in entries), claims, ledger.verdicts())


def test_what_a_newer_intake_leaves_out_is_said_no_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = taken_in(tmp_path, monkeypatch, MENU, *STORY)
    assert any("FIN" in one["actors"] for one in facts(where))
    row = again(where)
    (changed,) = row["from_bytes"]["changed"]
    assert (changed["what"], changed["kept"], changed["reopened"]) == ("text", 0, 0)
    assert changed["carried"] == len(facts(where))
    assert {tuple(one["actors"]) for one in facts(where)} == {("NOR",), ("SWE",)}
    assert agrees_with_weighing_all(where)
    with open_ledger(where) as ledger:
        (entry,) = ledger.entries()
        assert MENU not in entry.document.text
        assert all(one in entry.document.text for one in STORY)
    with sqlite3.connect(where) as raw:  # nothing is deleted
        assert raw.execute("SELECT count(*) FROM documents").fetchone() == (2,)
    raw.close()


def test_decisions_go_with_the_claim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = taken_in(tmp_path, monkeypatch, MENU, *STORY)
    tanks = next(one for one in facts(where) if "NOR" in one["actors"])
    words = [one["id"] for one in facts(where) if "SWE" in one["actors"]]
    run("verdict", "accept", tanks["id"], "--by", "Anne", "--why", "seen", "--ledger", where)
    for one in words:
        run("verdict", "reject", one, "--by", "Anne", "--why", "no", "--ledger", where)
    again(where)
    (left,) = facts(where)
    assert (left["actors"], left["decision"]) == (["NOR"], "accepted")
    assert agrees_with_weighing_all(where)


def test_what_a_person_accepted_stays_in_the_old_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = taken_in(tmp_path, monkeypatch, MENU, *STORY)
    buses = next(one for one in facts(where) if "FIN" in one["actors"])
    run("verdict", "accept", buses["id"], "--by", "Anne", "--why", "it is so", "--ledger", where)
    assert again(where)["from_bytes"]["changed"][0]["kept"] == 1
    assert {tuple(one["actors"]) for one in facts(where)} == {("NOR",), ("SWE",), ("FIN",)}
    assert all(one["documents"] == 1 for one in facts(where))
    assert agrees_with_weighing_all(where)


def test_another_meaning_opens_a_decision_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = taken_in(tmp_path, monkeypatch, STORY[0].replace("twelve", "eleven"), STORY[1])
    tanks = next(one for one in facts(where) if "NOR" in one["actors"])
    run("verdict", "accept", tanks["id"], "--by", "Anne", "--why", "seen", "--ledger", where)
    assert again(where)["from_bytes"]["changed"][0]["reopened"] == 1
    assert "11/11/11 → 12/12/12" in run("status", "--ledger", where)
    found = next(one for one in facts(where) if "NOR" in one["actors"])
    assert (found["quantity"], found["decision"]) == ("12/12/12", None)


def test_the_same_text_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    (tmp_path / "c.jsonl").write_text(json.dumps({"id": "r", "text": "Norway thanked Sweden."}), encoding="utf-8")
    where = str(tmp_path / "l.db")
    run("add", str(tmp_path / "a.html"), str(tmp_path / "c.jsonl"), "--ledger", where)
    before = facts(where)
    taken = again(where)["from_bytes"]
    assert (taken["same"], taken["beside"], taken["changed"], taken["without_bytes"]) == (1, 0, [], 1)
    assert facts(where) == before


def test_twice_is_once_and_back_is_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = taken_in(tmp_path, monkeypatch, MENU, *STORY)
    first = facts(where)
    again(where)
    second = facts(where)
    assert again(where)["from_bytes"]["changed"] == []
    assert facts(where) == second
    monkeypatch.setattr(single, "parse_page", an_older_intake((MENU, *STORY)))
    assert len(again(where)["from_bytes"]["changed"]) == 1
    assert [one["id"] for one in facts(where)] == [one["id"] for one in first]
    assert agrees_with_weighing_all(where)


def test_what_cannot_be_read_any_more_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.intake.options import UnreadableDocument

    def refusing(_html: str) -> Any:
        raise UnreadableDocument("a trap")

    where = taken_in(tmp_path, monkeypatch, *STORY)
    before = facts(where)
    monkeypatch.setattr(single, "parse_page", refusing)
    out = run("reread", "--from-bytes", "--ledger", where)
    assert "no longer read" in out
    assert "a trap" in out
    assert facts(where) == before


def test_bytes_of_an_older_ledger_are_what_their_name_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger of before kept the bytes and nothing of them."""
    where = taken_in(tmp_path, monkeypatch, MENU, *STORY)
    with sqlite3.connect(where) as raw:
        raw.execute("DELETE FROM receipts")
    raw.close()
    assert again(where)["from_bytes"]["changed"][0]["what"] == "text"


def test_nobody_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a line was opened")

    where = taken_in(tmp_path, monkeypatch, MENU, *STORY)
    monkeypatch.setattr("socket.socket.connect", forbidden)
    monkeypatch.setattr("socket.getaddrinfo", forbidden)
    assert len(again(where)["from_bytes"]["changed"]) == 1
