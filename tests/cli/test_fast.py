"""`--fast`: our spaCy pipelines in place of the encoder; and nothing heavy is opened before a parser is asked for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import dragoman.pipelines
from dragoman.cli import main

TEXT = "# Trains\n\nFrance delivered six trains to Ukraine in March 2025, the ministry in Paris said.\n"
HEAVY = ("spacy", "onnxruntime", "tokenizers", "numpy", "sqlalchemy")


@pytest.fixture
def note(tmp_path: Path) -> str:
    path = tmp_path / "note.md"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def run(command: str, *arguments: str) -> Result:
    out = Path(arguments[0]).with_name("out")
    return CliRunner().invoke(main, [command, *arguments, "--out", str(out)])


class Opened(Exception):
    """The encoder was asked for."""


@pytest.fixture
def _no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(language: str) -> None:
        raise Opened(language)

    for name in ("_encoder", "_ranker"):
        monkeypatch.setattr(dragoman.pipelines, name, opened)


@pytest.mark.usefixtures("_no_encoder")
@pytest.mark.parametrize("command", ["read", "dossier"])
def test_fast_opens_no_encoder(command: str, note: str) -> None:
    assert run(command, note, "--fast").exit_code == 0
    assert isinstance(run(command, note).exception, Opened)


def test_both_read_the_plain_sentence(note: str, tmp_path: Path) -> None:
    for extra in ((), ("--fast",)):
        assert run("read", note, "--json", *extra).exit_code == 0
        (row,) = map(json.loads, (tmp_path / "out").read_text(encoding="utf-8").splitlines())
        assert [claim["evidence"]["text"] for claim in row["claims"]][:1] == [TEXT.split("\n")[2]], extra


@pytest.mark.parametrize("command", ["read", "dossier"])
def test_fast_and_a_named_parser_are_two_choices(command: str, note: str, tmp_path: Path) -> None:
    result = run(command, note, "--fast", "--parser", "fr_core_news_md")
    assert result.exit_code == 2
    assert "--fast" in result.stderr
    assert "--parser" in result.stderr
    assert "give one of them" in " ".join(result.stderr.split())
    assert not (tmp_path / "out").exists()


def test_rules_alone_leave_the_model_out_and_keep_its_trees(note: str, tmp_path: Path) -> None:
    rows = {}
    for options in ((), ("--rules-alone",)):
        assert run("read", note, "--json", *options).exit_code == 0
        rows[options] = json.loads((tmp_path / "out").read_text(encoding="utf-8"))
    judged, alone = rows[()], rows[("--rules-alone",)]
    assert all(one["model"] is not None for one in judged["predications"])
    assert all(one["model"] is None for one in alone["predications"])
    assert all(one["model_share"] is None for one in alone["attributions"])
    assert any("gives AID a share of" in reason for one in judged["claims"] for reason in one["reasons"])
    assert not any("a share of" in reason for one in alone["claims"] for reason in one["reasons"])
    assert [one["trigger"] for one in judged["predications"]] == [one["trigger"] for one in alone["predications"]]


def test_help_opens_nothing_heavy() -> None:
    code = (
        "import sys; from dragoman.cli import main; main(['--help'], standalone_mode=False); "
        f"sys.exit(','.join(name for name in {HEAVY!r} if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
    assert "--help" in done.stdout
