"""Inputs that cannot be read, among one that can: each is a row with a reason, the run goes on, the exit code says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main

GOOD = "# Trains\n\nFrance delivered six trains to Ukraine in March 2025, the ministry in Paris said.\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
GERMAN = (
    "Die Bundesregierung hat der Ukraine am Montag weitere Züge für den Transport von Getreide geliefert. "
    "Das teilte das Ministerium in Berlin mit, ohne eine genaue Zahl zu nennen.\n"
)
JAPANESE = "北朝鮮は昨年秋、ロシアに部隊を派遣したと韓国の情報機関が明らかにした。政府は確認していないという。\n"
CORPUS = "\n".join(
    [
        json.dumps({"id": "row-1", "text": "Poland delivered four ships to Ukraine in 2024.", "lang": "en"}),
        json.dumps({"id": "row-2", "title": "No text here"}),
        "{this is not JSON",
    ]
)

# label, name, content, what the reason must say
BAD = [
    ("empty file", "empty.txt", b"", "empty"),
    ("only white space", "blank.md", b" \n\t\n", "empty"),
    ("picture", "picture.txt", PNG, "PNG"),
    ("cut off UTF-16", "half.txt", b"\xff\xfea\x00b\x00\xd8", "utf-16"),
    ("bytes of no text", "noise.txt", bytes(range(1, 32)) * 20, "not a text"),
    ("page without article", "page.html", b"<html><head><title>Menu</title></head><body></body></html>", "no article"),
    ("kind that is not read", "sheet.ods", b"PK\x03\x04", "unsupported"),
]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def written(folder: Path, name: str, content: bytes | str) -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, list[dict[str, Any]], dict[str, str]]:
    """One run over everything bad, with a good document in the midst of it."""
    folder = tmp_path_factory.mktemp("mixed")
    paths = {label: written(folder, name, content) for label, name, content, _ in BAD[:4]}
    paths["good"] = written(folder, "good.md", GOOD)
    paths |= {label: written(folder, name, content) for label, name, content, _ in BAD[4:]}
    paths["missing"] = str(folder / "nowhere.txt")
    paths["corpus"] = written(folder, "rows.jsonl", CORPUS)
    paths["german"] = written(folder, "german.txt", GERMAN)
    paths["japanese"] = written(folder, "japanese.txt", JAPANESE)
    result = run("read", "--json", *paths.values())
    return result, rows(result), paths


Mixed = tuple[Result, list[dict[str, Any]], dict[str, str]]


def source_of(row: dict[str, Any]) -> str:
    return str((row.get("rejected") or row["document"])["source_id"])


def test_the_run_goes_on_and_exits_with_one(mixed: Mixed) -> None:
    result, _, _ = mixed
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1


def test_there_is_a_row_for_every_input_in_order(mixed: Mixed) -> None:
    _, found, paths = mixed
    corpus = ["row-1", "row-2", f"{paths['corpus']}:3"]
    expected = [one for label, path in paths.items() for one in (corpus if label == "corpus" else [path])]
    assert [source_of(row) for row in found] in (
        expected,
        [one.replace("row-2", f"{paths['corpus']}:2") for one in expected],
    )


@pytest.mark.parametrize(
    ("label", "words"), [(label, words) for label, _, _, words in BAD], ids=[one[0] for one in BAD]
)
def test_a_bad_file_is_a_rejected_row_with_its_reason(mixed: Mixed, label: str, words: str) -> None:
    result, found, paths = mixed
    (row,) = [one["rejected"] for one in found if source_of(one) == paths[label]]
    assert row["stage"] == "intake"
    assert words.casefold() in row["reason"].casefold(), row
    assert f"{paths[label]}: {row['reason']}" in result.stderr


def test_a_missing_path_says_so(mixed: Mixed) -> None:
    result, found, paths = mixed
    (row,) = [one["rejected"] for one in found if source_of(one) == paths["missing"]]
    assert "no such file" in row["reason"]
    assert "nowhere.txt" in result.stderr


def test_bad_rows_of_a_corpus_name_their_line(mixed: Mixed) -> None:
    result, found, _ = mixed
    reasons = [one["rejected"]["reason"] for one in found if "rejected" in one and "line " in one["rejected"]["reason"]]
    assert [reason.partition(":")[0] for reason in reasons] == ["line 2", "line 3"]
    assert "text" in reasons[0]
    assert "JSON" in reasons[1]
    assert all(reason in result.stderr for reason in reasons)


@pytest.mark.parametrize(("label", "language"), [("german", "de"), ("japanese", "ja")])
def test_a_language_without_a_parser_is_kept_unread(mixed: Mixed, label: str, language: str) -> None:
    result, found, paths = mixed
    (row,) = [one for one in found if source_of(one) == paths[label]]
    assert row["document"]["lang"] == language
    assert (row["claims"], row["mentions"], row["predications"], row["attributions"]) == ([], [], [], [])
    assert [one["code"] for one in row["warnings"]] == ["unread_language"]
    assert repr(language) in result.stderr


def test_the_good_documents_are_read(mixed: Mixed) -> None:
    result, found, paths = mixed
    read = [row for row in found if "document" in row and row["document"]["lang"] == "en"]
    assert [row["document"]["source_id"] for row in read] == [paths["good"], "row-1"]
    assert all(row["claims"] for row in read)
    assert "2 documents read" in result.stderr


def test_the_summary_counts_the_rejected(mixed: Mixed) -> None:
    result, found, _ = mixed
    assert f"{sum('rejected' in row for row in found)} rejected" in result.stderr


def test_rows_validate(mixed: Mixed) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    from importlib.resources import files

    schema = json.loads(files("dragoman.dossier").joinpath("contract.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for row in mixed[1]:
        assert not [error.message for error in validator.iter_errors(row)], row


def test_without_json_the_eye_sees_each_rejection(tmp_path: Path) -> None:
    result = run("read", written(tmp_path, "a.md", GOOD), written(tmp_path, "b.txt", PNG))
    assert result.exit_code == 1
    assert f"rejected {tmp_path / 'b.txt'}: " in result.stdout
    assert "PNG" in result.stdout


def test_a_text_over_the_limit_is_rejected(tmp_path: Path) -> None:
    result = run("read", "--json", "--max-bytes", "200", written(tmp_path, "a.md", GOOD), written(tmp_path, "b.txt", GOOD * 10))
    assert result.exit_code == 1
    (row,) = [one["rejected"] for one in rows(result) if "rejected" in one]
    assert row["source_id"].endswith("b.txt")
    assert "more than the limit of 200" in row["reason"]


def test_all_read_exits_with_nought(tmp_path: Path) -> None:
    result = run("read", "--json", written(tmp_path, "a.md", GOOD))
    assert (result.exit_code, len(rows(result))) == (0, 1)
    assert "rejected" not in result.stderr


@pytest.mark.parametrize("content", [b"", PNG, GERMAN.encode()], ids=["empty", "picture", "no parser"])
def test_nothing_read_exits_with_two(tmp_path: Path, content: bytes) -> None:
    result = run("read", "--json", written(tmp_path, "a.txt", content))
    assert result.exit_code == 2
    assert len(rows(result)) == 1


# label, arguments, words that the message must hold
USAGE = [
    ("no input", ["read"], ["INPUTS"]),
    ("no such option", ["read", "--jsn", "a.txt"], ["--jsn"]),
    ("no such command", ["raed"], ["raed"]),
    ("dossier of nothing", ["dossier"], ["input", "ledger"]),
    ("no such state", ["dossier", "a.txt", "--between", "PRK", "XXX"], ["--between", "'XXX'", "PRK"]),
    ("one state twice", ["dossier", "a.txt", "--between", "PRK", "North Korea"], ["--between", "different"]),
    ("one state only", ["dossier", "--between", "PRK"], ["--between"]),
    ("no such page language", ["dossier", "a.txt", "--language", "de"], ["--language", "en", "fr"]),
]


@pytest.mark.parametrize(("label", "arguments", "words"), USAGE, ids=[one[0] for one in USAGE])
def test_wrong_usage_exits_with_two_and_says_what_to_do(
    label: str, arguments: list[str], words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2, label
    assert all(word in result.stderr for word in words), result.stderr
    assert "Traceback" not in result.output
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["read", "dossier"])
def test_an_unknown_parser_is_said_at_once(command: str, tmp_path: Path) -> None:
    arguments = [command, written(tmp_path, "a.md", GOOD), "--parser", "no_such_pipeline"]
    result = run(*arguments, *(["-o", str(tmp_path / "page.html")] if command == "dossier" else []))
    assert result.exit_code == 2
    assert "no_such_pipeline" in result.stderr


def test_output_to_a_folder_that_is_not_there(tmp_path: Path) -> None:
    result = run("read", "--json", written(tmp_path, "a.md", GOOD), "--out", str(tmp_path / "none" / "out.jsonl"))
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "none" / "out.jsonl").read_text(encoding="utf-8").startswith('{"document"')


def test_a_bug_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("dragoman.cli.reader.code", broken)
    result = run("read", "--json", written(tmp_path, "a.md", GOOD), written(tmp_path, "b.md", GOOD))
    assert isinstance(result.exception, ZeroDivisionError)
