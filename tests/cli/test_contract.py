"""What `dragoman read --json` promises: the schema, every span in its text, the same bytes each time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.intake import IntakeOptions, read_inputs
from dragoman.model.document import Document

ROOT = Path(__file__).parents[2]
NOTES = [
    "examples/prk-rus/2024-06-19-treaty-signed.en.md",
    "examples/prk-rus/2025-01-13-pertes-nis.fr.md",
    "examples/prk-rus/2025-04-28-pyongyang-confirms.en.md",
    "examples/fra-ukr/2024-06-07-mirage-promis.fr.md",
]
Row = dict[str, Any]


def read(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["read", "--json", *arguments])
    assert result.exit_code == 0, (result.exception, result.stderr)
    return result.stdout


@pytest.fixture(scope="module", autouse=True)
def _in_the_repository() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield


@pytest.fixture(scope="module")
def output(_in_the_repository: None) -> str:
    return read(*NOTES)


@pytest.fixture(scope="module")
def rows(output: str) -> list[Row]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture(scope="module")
def texts(_in_the_repository: None) -> dict[str, str]:
    documents = [one for one in read_inputs(NOTES, IntakeOptions()) if isinstance(one, Document)]
    return {one.id: one.text for one in documents}


def quotes_in(value: object, path: str = "") -> Iterator[tuple[str, Row]]:
    """Every object that has a place in the text, with where it stands in the row."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield path, value
        for key, inner in value.items():
            yield from quotes_in(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from quotes_in(inner, f"{path}[{number}]")


def test_a_row_for_each_note_in_order(rows: list[Row]) -> None:
    assert [row["document"]["source_id"] for row in rows] == NOTES
    assert all(row["claims"] and row["mentions"] and row["predications"] for row in rows)


def test_every_row_validates(rows: list[Row]) -> None:
    schema = json.loads(files("dragoman.dossier").joinpath("contract.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for row in rows:
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(row)]
        assert not errors, errors[:5]


def test_every_place_holds_its_words(rows: list[Row], texts: dict[str, str]) -> None:
    checked = 0
    for row in rows:
        text = texts[row["document"]["id"]]
        for path, found in quotes_in(row):
            assert text[found["start"] : found["end"]] == found["text"], (path, found)
            checked += 1
    assert checked > 100


def test_evidence_covers_the_trigger(rows: list[Row]) -> None:
    for claim in (one for row in rows for one in row["claims"]):
        evidence, trigger = claim["evidence"], claim["trigger"]
        assert evidence["start"] <= trigger["start"] <= trigger["end"] <= evidence["end"], claim["id"]
        for party in (*claim["actors"], *claim["recipients"]):
            assert party["name"], claim["id"]
        assert 0 <= claim["confidence"] <= 1
        assert claim["reasons"], claim["id"]


def test_a_party_read_from_elsewhere_says_so(rows: list[Row]) -> None:
    for claim in (one for row in rows for one in row["claims"]):
        evidence = claim["evidence"]
        for party in (*claim["actors"], *claim["recipients"]):
            inside = evidence["start"] <= party["start"] and party["end"] <= evidence["end"]
            assert inside or party["reason"] != "named", (claim["id"], party)


def test_ids_are_unique_and_hold_the_document(rows: list[Row]) -> None:
    ids = [claim["id"] for row in rows for claim in row["claims"]]
    assert len(set(ids)) == len(ids)
    assert all(row["document"]["id"].startswith("sha256:") for row in rows)


def test_the_publisher_stands_first_in_the_chain(rows: list[Row]) -> None:
    for row in rows:
        for claim in row["claims"]:
            assert claim["attribution"][0] == {"kind": "publisher", "text": row["document"]["publisher"]}, claim["id"]


def test_types_keep_their_quad(rows: list[Row]) -> None:
    for claim in (one for row in rows for one in row["claims"]):
        assert (claim["event_type"] is None) == (claim["quad"] is None), claim["id"]
        assert claim["mode"] is None or claim["event_type"] is not None, claim["id"]


def test_twice_the_same_bytes(output: str) -> None:
    assert read(*NOTES) == output


def test_the_order_of_documents_is_irrelevant(output: str) -> None:
    lines = read(*reversed(NOTES)).splitlines()
    assert lines == list(reversed(output.splitlines()))


def test_a_document_alone_reads_as_among_others(output: str) -> None:
    assert read(NOTES[1]).splitlines() == [output.splitlines()[1]]


def test_out_equals_standard_output(output: str, tmp_path: Path) -> None:
    path = tmp_path / "reading.jsonl"
    assert read(*NOTES, "--out", str(path)) == ""
    assert path.read_bytes() == output.encode("utf-8")


def test_a_folder_reads_as_its_files(tmp_path: Path) -> None:
    for note in NOTES[:2]:
        (tmp_path / Path(note).name).write_bytes((ROOT / note).read_bytes())
    alone = [read(str(tmp_path / Path(note).name)) for note in NOTES[:2]]
    assert read(str(tmp_path)) == "".join(alone)


def test_a_corpus_row_keeps_its_text_and_its_id(tmp_path: Path) -> None:
    text = "  Pyongyang a livré 12\u202f000 obus à Moscou.\r\n\r\nMoscou n’a rien dit. \U0001f6a2 Fin.\n"
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"id": "r1", "text": text, "lang": "fr", "dct": "2025-02-03"}) + "\n", encoding="utf-8")
    (row,) = [json.loads(line) for line in read(str(path)).splitlines()]
    assert (row["document"]["source_id"], row["document"]["published"]) == ("r1", "2025-02-03")
    found = list(quotes_in(row))
    assert found
    assert all(text[one["start"] : one["end"]] == one["text"] for _, one in found)
