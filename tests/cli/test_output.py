"""What is printed and written: whole or not at all, in UTF-8, and refused in words where there is no room."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main

NOTE = "France delivered six trains to Ukraine on 3 March 2025, the ministry in Paris said. Zażółć → “naïve”.\n"
FULL = Path("/dev/full")


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "Dépêche n° 2 – naïve.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


def run(*arguments: str, **given: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "dragoman", *arguments], capture_output="stdout" not in given, check=False, **given)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("arguments", [("check", "--page"), ("read", "--json", "--out"), ("dossier", "-o")])
def test_a_file_that_cannot_be_written_is_refused(arguments: tuple[str, ...], note: Path) -> None:
    name, *options = arguments
    result = CliRunner().invoke(main, [name, str(note), *options, str(note / "below a file.html")])
    assert isinstance(result.exception, SystemExit)
    assert result.exit_code == 2
    assert f"{options[-1]} " in result.output
    assert "name a file that can be written" in result.output


def test_a_dossier_of_nothing_leaves_the_last_one(tmp_path: Path) -> None:
    out = tmp_path / "dossier.html"
    out.write_text("last week's", encoding="utf-8")
    result = CliRunner().invoke(main, ["dossier", str(tmp_path / "articels"), "-o", str(out)])
    assert result.exit_code == 2
    assert "no dossier written" in result.output
    assert out.read_text(encoding="utf-8") == "last week's"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
def test_a_full_disk_is_said_and_spoils_nothing(note: Path) -> None:
    with FULL.open("wb") as full:
        done = run("read", str(note), stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr.decode().count("Traceback")) == (2, 0)
    assert "No space left on device" in done.stderr.decode()
    result = CliRunner().invoke(main, ["dossier", str(note), "-o", str(FULL)])
    assert (result.exit_code, FULL.is_char_device()) == (2, True)
    assert "No space left on device" in result.output


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "ascii"])
def test_what_is_printed_is_utf_8_whatever_the_system_writes(encoding: str, note: Path, tmp_path: Path) -> None:
    told = {"env": {**os.environ, "PYTHONIOENCODING": encoding}}
    ledger = str(tmp_path / "ledger.db")
    added = run("add", str(note), "--ledger", ledger, **told)
    assert (added.returncode, added.stderr) == (0, b"")
    assert note.name in added.stdout.decode("utf-8")
    facts = run("facts", "--ledger", ledger, **told)
    assert "FRA → UKR" in facts.stdout.decode("utf-8")


def test_a_user_s_own_stop_is_said(tmp_path: Path) -> None:
    where = str(tmp_path / "watched.db")
    command = [sys.executable, "-m", "dragoman", "watch", "http://127.0.0.1:9/feed.xml", "--every", "60", "--ledger", where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        while b"run 1" not in process.stdout.readline():  # one round is over, and it waits for the next
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert process.returncode == 130
    assert said.decode().strip().endswith("stopped; whatever a ledger was given before is kept")


def test_a_pipe_that_is_closed_is_no_error_to_tell(note: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(3):
        (many / f"{number}.md").write_text(f"{number}. {NOTE}", encoding="utf-8")
    command = [sys.executable, "-m", "dragoman", "read", "--json", str(many)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() == 1
