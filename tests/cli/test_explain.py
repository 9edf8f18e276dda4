"""`dragoman explain`: a line or a claim comes back with its tree, its predications, and the rules that spoke or kept silent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main

TEXT = (
    "# Trains and troops\n\n"
    "France delivered six trains to Ukraine in March 2025, the ministry in Paris said.\n\n"
    "The attack was mentioned by Kyiv. Poland sold trains.\n"
)


@pytest.fixture
def note(tmp_path: Path) -> str:
    path = tmp_path / "note.md"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_a_line_is_explained(note: str) -> None:
    told = run("explain", note, "--at", "3")
    assert told.exit_code == 0
    for words in ("== ", "line 3", "delivered", "VERB", "root", "DELIVER by 'delivered': reported", "recipient 'Ukraine'",
                  "sides: France [FRA GOV] > Ukraine [UKR GOV]", "fired", "claim claim:"):  # fmt: skip
        assert words in told.output, words
    assert "Poland" not in told.output


def test_what_is_silent_says_why(note: str) -> None:
    told = run("explain", note, "--at", "5")
    assert "silent: " in told.output
    assert "nearly" in told.output
    assert "nearly for TRANSPORT_VEHICLE: SELL(theme:TRANSFERABLE foreign): COOPERATE flow delivered, but not foreign" in told.output


def test_a_claim_is_explained_by_its_id(note: str) -> None:
    read = json.loads(run("read", note, "--json").stdout.splitlines()[0])
    claim = next(one for one in read["claims"] if one["event_type"] == "AID")
    told = run("explain", note, "--claim", claim["id"])
    assert told.exit_code == 0
    assert claim["id"] in told.output
    assert claim["reasons"][0] in told.output
    assert run("explain", note, "--claim", claim["id"][:14]).output == told.output


@pytest.mark.parametrize(("arguments", "status"), [(("--at", "400"), 1), (("--claim", "claim:none"), 1), ((), 2)])
def test_nothing_there_is_said(note: str, arguments: tuple[str, ...], status: int) -> None:
    assert run("explain", note, *arguments).exit_code == status


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    told = run("explain", str(tmp_path / "none.txt"), "--at", "1")
    assert told.exit_code == 2
    assert "not read" in told.output


def test_a_line_without_a_sentence_says_where_there_are_some(note: str) -> None:
    assert "has sentences on lines 1, 3, 5" in run("explain", note, "--at", "400").output


def test_a_language_without_a_parser_is_said(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("19 марта 2026 года Россия поставила Сирии пятьдесят тысяч тонн пшеницы, сообщило министерство.\n", encoding="utf-8")
    told = run("explain", str(path), "--at", "1")
    assert told.exit_code == 2
    assert "no parser for language 'ru'" in told.output


def test_amounts_are_in_words(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("Norway sent more than 1,700 drones to Ukraine.\n\nNorway gave Ukraine 250 million euros.\n", encoding="utf-8")
    told = run("read", str(path)).stdout
    assert "item: more than 1,700 drones" in told
    assert "money: 250,000,000 EUR" in told
