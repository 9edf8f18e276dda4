"""Rows of sets of coded events are documents of their own columns; what does not fit is a row that says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.intake import IntakeOptions, read_inputs
from dragoman.model.document import Document, Rejected
from dragoman.world.dataset import datasets
from tests.intake import made, rows

FILES = {
    "acled.csv": (rows.acled(rows.SKIRMISH), "ACLED", "ACLED:SOM90001", "2024-04-01"),
    "GEDEvent_v25_1.csv": (rows.ucdp(rows.PASS), "UCDP GED 25.1", "UCDP GED:990001", None),
    "20250612001500.export.CSV": (rows.gdelt(rows.VISIT), "GDELT 2.0", "GDELT 2.0:7700001", "2025-06-12"),
    "events.2015.20180710092545.tab": (rows.icews(rows.INTENT), "ICEWS 20180710", "ICEWS:8800001 2015-03-04", None),
    "week.txt": (rows.polecat(rows.TALK), "POLECAT NGEC-1.2", "POLECAT:EV1", "2024-02-04"),
}


def read(path: Path, **options: object) -> list[Document | Rejected]:
    return list(read_inputs([str(path)], IntakeOptions(**options)))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", FILES)
def test_known_by_its_columns(name: str, tmp_path: Path) -> None:
    data, dataset, source_id, published = FILES[name]
    (tmp_path / name).write_bytes(data)
    (one,) = read(tmp_path / name)
    assert isinstance(one, Document)
    assert (one.dataset, one.source_id, one.published) == (dataset, source_id, published)
    assert one.publisher is not None
    assert dataset.startswith(one.publisher)
    assert (
        one.url is None
    )  # the address of an article is not the address of the row: a feed would pass the article over
    assert [p.span.of(one.text) for p in one.paragraphs] == one.text.split("\n")


@pytest.mark.parametrize("name", FILES)
def test_the_text_is_the_row(name: str, tmp_path: Path) -> None:
    """Every cell that holds something is in the text under its column, and nothing else but the name of the row."""
    data, *_ = FILES[name]
    (tmp_path / name).write_bytes(data)
    (one,) = read(tmp_path / name)
    assert isinstance(one, Document)
    given = {
        "acled.csv": rows.SKIRMISH,
        "GEDEvent_v25_1.csv": rows.PASS,
        "20250612001500.export.CSV": rows.VISIT,
        "events.2015.20180710092545.tab": rows.INTENT,
        "week.txt": rows.TALK,
    }[name]
    lines = one.text.split("\n")
    assert sorted(lines[1:]) == sorted(f"{column}: {' '.join(value.split())}" for column, value in given.items())


def test_in_an_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(
        made.zipped({"20250612001500.export.CSV": rows.gdelt(rows.VISIT), "week.txt": rows.polecat(rows.TALK)})
    )
    assert [one.source_id for one in read(tmp_path / "a.zip")] == ["GDELT 2.0:7700001", "POLECAT:EV1"]


def test_a_mark_is_a_mark_in_gdelt(tmp_path: Path) -> None:
    """A quotation mark that opens a cell does not swallow the rows behind it."""
    (tmp_path / "x.csv").write_bytes(rows.gdelt(rows.VISIT, {**rows.VISIT, "GLOBALEVENTID": "7700002"}))
    assert [one.source_id for one in read(tmp_path / "x.csv")] == ["GDELT 2.0:7700001", "GDELT 2.0:7700002"]


def test_a_mark_is_a_mark_between_tabs(tmp_path: Path) -> None:
    """Also under a header; and marks around a whole cell, as an archive puts them there, are none of it."""
    header, row = rows.icews(rows.INTENT).decode().splitlines()
    quoted = "\t".join(f'"{cell}"' if cell[:1].isalpha() else cell for cell in row.split("\t"))
    (tmp_path / "a.tab").write_text(
        "\n".join((header, row.replace("Evening Ledger", '"Evening Ledger').replace("8800001", "8800002"), quoted)),
        encoding="utf-8",
    )
    first, second = read(tmp_path / "a.tab")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert 'Publisher: "Evening Ledger\n' in first.text
    assert '"' not in second.text


def test_who_names_columns_reads_texts(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(rows.acled(rows.SKIRMISH))
    (one,) = read(tmp_path / "a.csv", columns=(("text", "notes"),))
    assert isinstance(one, Document)
    assert one.dataset is None
    assert one.text == rows.SKIRMISH["notes"]


def test_a_table_of_texts_stays_one(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"title,text\nPorts,The port of Oslo is open again.\n")
    (one,) = read(tmp_path / "a.csv")
    assert isinstance(one, Document)
    assert one.dataset is None


@pytest.mark.parametrize(("data", "why"), [
    (rows.acled({**rows.SKIRMISH, "event_id_cnty": ""}), "row 2: no event_id_cnty, which names a row of ACLED"),
    (rows.gdelt(rows.VISIT) + b"7700002\t20250611\tFRA\n", "row 2: 3 cells under 61 columns of GDELT 2.0"),
    (rows.polecat({**rows.TALK, "Version": "dragoman 0.1.0"}), "row 2: written by dragoman itself, and not by POLECAT; take in its ledger (jsonl)"),
    (rows.acled({**rows.SKIRMISH, "notes": "a\x00b"}), "not a text: it holds NUL bytes; if it is UTF-16 without a mark, save it as UTF-8"),
])  # fmt: skip
def test_wrong_rows_say_why(data: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    refused = [one for one in read(tmp_path / "a.csv") if isinstance(one, Rejected)]
    assert [one.reason for one in refused] == [why]


def test_empty_columns_behind_the_last_are_no_columns(tmp_path: Path) -> None:
    lines = rows.polecat(rows.TALK).decode().splitlines()
    (tmp_path / "a.tsv").write_text("\n".join(line + "\t\t" for line in lines), encoding="utf-8")
    assert [one.source_id for one in read(tmp_path / "a.tsv")] == ["POLECAT:EV1"]


def test_hxl_tags_are_a_second_header(tmp_path: Path) -> None:
    """Tables for humanitarian work have a row of tags under their header: it is no event, and no rejected one."""
    tags = {"date_start": "#date+start", "best": "#affected+killed"}
    (tmp_path / "a.csv").write_bytes(rows.ucdp(tags, rows.PASS))  # type: ignore[arg-type]
    assert [one.source_id for one in read(tmp_path / "a.csv")] == ["UCDP GED:990001"]


@pytest.mark.parametrize("mark", [",", "\t"])
def test_gdelt_with_a_header(mark: str, tmp_path: Path) -> None:
    """As other programs give it out, with columns of their own between."""
    columns = [*datasets()["GDELT 2.0"].all]
    columns.insert(27, "CAMEOCodeDescription")
    (tmp_path / "a.csv").write_bytes(
        rows.table(columns, {**rows.VISIT, "CAMEOCodeDescription": "Make a visit"}, delimiter=mark)
    )
    (one,) = read(tmp_path / "a.csv")
    assert isinstance(one, Document)
    assert (one.dataset, one.source_id) == ("GDELT 2.0", "GDELT 2.0:7700001")
    assert "EventCode: 042\n" in one.text
    assert "CAMEOCodeDescription: Make a visit" in one.text


def test_a_column_without_a_name_has_its_number(tmp_path: Path) -> None:
    """pandas writes the number of a row under no name."""
    header, row = rows.acled(rows.SKIRMISH).decode().split("\n", 1)
    (tmp_path / "a.csv").write_text(f",{header}\n0,{row}", encoding="utf-8")
    (one,) = read(tmp_path / "a.csv")
    assert isinstance(one, Document)
    assert "column 1: 0" in one.text.split("\n")


def test_polecat_with_more_names_than_cells(tmp_path: Path) -> None:
    """Some weeks have names in their header that no row has a cell for: the rows are in the set's own order."""
    header, row = rows.polecat(rows.TALK).decode().splitlines()
    longer = header.replace("Event Type", "Headline\tEvent Type")
    (tmp_path / "a.txt").write_text(f"{longer}\n{row}\n", encoding="utf-8")
    (one,) = read(tmp_path / "a.txt")
    assert isinstance(one, Document)
    assert "Event Type: CONSULT" in one.text.split("\n")
    assert "Version: NGEC-1.2" in one.text.split("\n")
