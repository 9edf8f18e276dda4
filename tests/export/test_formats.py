"""Each format read back by a program that is not ours, and held to what the manifest says of it."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import io
import json
import re
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import jsonschema
import networkx
import openpyxl
import pyogrio
import pytest

from dragoman.export import comma, geojson, workbook
from dragoman.export.formats import FORMATS, find_format
from dragoman.export.holding import Holding, counted_claims, held_claims, narrowed
from dragoman.export.ledger_lines import NotAnExport, parse_lines
from dragoman.export.paper import find_blocks
from dragoman.export.polecat import COLUMNS
from dragoman.export.rendered import Rendered, Style, render_manifest
from dragoman.export.table import TABLES, codebook, table_of
from dragoman.model.entry import Entry
from dragoman.model.fact import Descent
from dragoman.model.mention import PlaceMention
from dragoman.model.place import Place
from tests import factory
from tests.dossier import pile
from tests.export import stock

WHOLE, HOSTILE = stock.whole(), stock.hostile()
EMPTY = stock.holding_of(())
NAMES = [one.name for one in FORMATS]


def render(name: str, holding: Holding = WHOLE, **style: Any) -> Rendered:
    found = find_format(name)
    assert found is not None
    return found.render(holding, Style(**style))


def claim_ids(holding: Holding) -> set[str]:
    return {one.claim.id for one in held_claims(holding)}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("holding", [WHOLE, HOSTILE, EMPTY], ids=["whole", "hostile", "empty"])
def test_same_holding_same_bytes_and_a_manifest_that_holds(name: str, holding: Holding) -> None:
    first, second = render(name, holding), render(name, holding)
    assert first == second
    body = json.loads(render_manifest(name, "x", first, holding, Style(version="1.2")))
    assert body["sha256"] == hashlib.sha256(first.data).hexdigest()
    assert body["bytes"] == len(first.data)
    assert body["in_the_ledger"]["claims"] == len(claim_ids(holding))
    assert body["written"] == dict(first.counts)
    assert body["not_held"] == list(first.not_held) != []


def test_the_codebook_has_each_column_and_no_other() -> None:
    for name in TABLES:
        table = table_of(WHOLE, name)
        assert table.rows
        assert all(list(row) == [one.name for one in table.columns] for row in table.rows)
        kinds = {"text": str, "list": tuple, "integer": int, "number": (int, float), "boolean": bool}
        for row in table.rows:
            for column in table.columns:
                value = row[column.name]
                assert value is None or isinstance(value, kinds[column.kind]), (name, column.name, value)
    assert all(one.meaning.endswith((".", "…")) for one in codebook())


def test_each_row_of_a_claim_opens_its_sentence() -> None:
    texts = {one.document.id: one.document.text for one in WHOLE.entries}
    for row in table_of(WHOLE, "claims").rows:
        assert texts[str(row["document_id"])][row["start"] : row["end"]] == row["quotation"]  # type: ignore[misc]
        assert row["status"]
        assert row["certainty"]
        assert row["grade"]


def test_a_lower_bound_has_no_best_number() -> None:
    rows = [row for row in table_of(WHOLE, "claims").rows if row["low"] is not None and row["best"] is None]
    assert rows
    (read, *_) = [one for one in csv.DictReader(io.StringIO(render("csv").data.decode())) if one["claim_id"] == rows[0]["claim_id"]]
    assert float(read["low"]) == rows[0]["low"]
    assert read["best"] == ""


# --- JSON Lines


def test_jsonl_lines_hold_to_their_schema_and_come_back_as_they_were() -> None:
    for holding in (WHOLE, HOSTILE):
        done = render("jsonl", holding)
        schema = json.loads(done.beside[".schema.json"])
        jsonschema.Draft202012Validator.check_schema(schema)
        check = jsonschema.Draft202012Validator(schema)
        for line in done.data.splitlines():
            check.validate(json.loads(line))
        rows = list(parse_lines(done.data.splitlines()))
        assert sum(done.counts.values()) == len(rows)
        assert [one.document for one in rows if type(one).__name__ == "DocumentRow"] == [one.document for one in holding.entries]
        assert {one.claim.id: one.claim for one in rows if type(one).__name__ == "ClaimRow"} == dict(holding.as_read)
        assert not check.is_valid({**json.loads(done.data.splitlines()[1]), "document": None})


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b'{"row":"claim"}', b'{"row":"ledger","schema":99,"version":"9","chosen":null}',
                                  b'{"row":"ledger","schema":1,"version":"1","chosen":"--kind troops"}'])  # fmt: skip
def test_what_is_no_whole_export_is_refused(line: bytes) -> None:
    with pytest.raises(NotAnExport, match="line 1"):
        list(parse_lines([line]))


def test_an_empty_file_is_no_export() -> None:
    with pytest.raises(NotAnExport, match="empty"):
        list(parse_lines([]))


# --- tables


def test_csv_runs_nothing_unless_verbatim() -> None:
    for table in TABLES:
        safe = list(csv.reader(io.StringIO(render("csv", HOSTILE, table=table).data.decode())))
        assert not any(cell.startswith(comma.RUN) for row in safe for cell in row)
    plain = list(csv.DictReader(io.StringIO(render("csv", HOSTILE, verbatim=True).data.decode(), newline="")))
    assert {one["title"] for one in plain} == set(stock.HOSTILE)
    assert any("apostrophe" in one for one in render("csv", HOSTILE).not_held)
    assert not any("apostrophe" in one for one in render("csv", HOSTILE, verbatim=True).not_held)


def test_a_lone_carriage_return_ends_no_row() -> None:
    claims = table_of(WHOLE, "claims")
    row = {**claims.rows[0], "title": "one\rtwo", "quotation": "three\r\nfour\nfive"}
    data = comma.write_csv(replace(claims, rows=(row, row)), verbatim=True)
    read = list(csv.DictReader(io.StringIO(data, newline="")))
    assert [(one["title"], one["quotation"]) for one in read] == [("one\rtwo", "three\r\nfour\nfive")] * 2
    assert "\r\n" not in data.replace("three\r\nfour", "")


def test_only_a_copy_comes_from_another() -> None:
    first, second, third, *_ = (one.document.id for one in WHOLE.entries)
    lines = (Descent((first, second), "share text", "rewrite"), Descent((first, third), "quote one speech", "quotation"))
    holding = replace(WHOLE, weighing=replace(WHOLE.weighing, descents=lines))
    rows = {str(row["document_id"]): (row["comes_from"], row["descent"]) for row in table_of(holding, "documents").rows}
    assert (rows[first], rows[second], rows[third]) == ((None, "quotation"), (first, "rewrite"), (None, "quotation"))
    paper = {one.text.split("; ")[5]: one.text for one in find_blocks(holding) if one.kind == "entry" and "sha256:" in one.text}
    assert f"rewrite of {first}: share text" in paper[second]
    assert " of sha256:" not in paper[third] + paper[first]
    assert f"beside {first}: quote one speech" in paper[third]
    assert f"beside {third}: quote one speech" in paper[first]


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "b"}  # words, numbers, booleans: "f" is a formula
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


@pytest.mark.parametrize("verbatim", [False, True])
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(verbatim: bool) -> None:
    data = render("xlsx", HOSTILE, verbatim=verbatim).data
    found = sheets(data)
    titles = {row[found["claims"][0].index("title")] for row in found["claims"][1:]}
    assert {"-2+3", "@SUM(A1)", stock.HOSTILE[0]} <= titles
    parts = ZipFile(io.BytesIO(data))
    pages = [parts.read(one) for one in parts.namelist() if "worksheets/" in one]
    assert not any(b"<f>" in one or b"<f " in one or b"hyperlink" in one.lower() for one in pages)
    assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    quoted = [cell.quotePrefix for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row
              if isinstance(cell.value, str) and cell.value.startswith("=")]  # fmt: skip
    assert quoted
    assert set(quoted) == {not verbatim}


def test_a_workbook_holds_every_table_and_its_codebook() -> None:
    found = sheets(render("xlsx").data)
    assert list(found) == [*TABLES, "codebook"]
    for name in TABLES:
        table = table_of(WHOLE, name)
        assert found[name][0] == [one.name for one in table.columns]
        assert len(found[name]) == len(table.rows) + 1
    assert [row[1] for row in found["codebook"][1:]] == [one.name for one in codebook()]
    low, best = (found["claims"][0].index(one) for one in ("low", "best"))
    assert {(row[low], row[best]) for row in found["claims"][1:]} == {(row["low"], row["best"]) for row in table_of(WHOLE, "claims").rows}


def test_a_cell_that_is_too_long_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_CHARACTERS", 40)
    assert any("cut off" in one for one in render("xlsx").not_held)


# --- maps


def test_geojson_points_say_what_they_stand_for() -> None:
    done = render("geojson")
    meta, _, shapes, columns = pyogrio.raw.read(io.BytesIO(done.data))
    names = list(meta["fields"])
    assert len(shapes) == done.counts["features"] == len(counted_claims(WHOLE))
    assert sum(one is not None for one in shapes) == done.counts["points"] > 0
    precise = dict(zip(columns[names.index("claim_id")], columns[names.index("point_stands_for")], strict=True))
    for one in counted_claims(WHOLE):
        place = one.claim.place.place if one.claim.place else None
        point = geojson.point_of(one)
        assert precise[one.claim.id] == (geojson.STANDS_FOR[place.where_prec] if place and point else None)
    country = [one for one in counted_claims(WHOLE) if one.claim.place and one.claim.place.place.where_prec == 6]
    assert all(precise[one.claim.id] == "somewhere in the country" for one in country)


# --- networks


@pytest.mark.parametrize("holding", [WHOLE, HOSTILE], ids=["whole", "hostile"])
def test_graphml_has_an_edge_for_each_pair_with_its_evidence(holding: Holding) -> None:
    done = render("graphml", holding)
    graph = networkx.parse_graphml(done.data.decode("utf-8"), force_multigraph=True)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (done.counts["nodes"], done.counts["edges"])
    rows = {str(row["claim_id"]): row for row in table_of(holding, "claims").rows}
    for _, _, edge in graph.edges(data=True):
        row = rows[edge["claim_id"]]
        assert edge["status"] == row["status"]
        assert edge["label"].startswith(f"{edge['status']}")
        assert edge["certainty"] in ("certain", edge["status"]) or edge["certainty"] in edge["label"].split(" · ")[0]
        assert edge["grade"] == row["grade"]
        assert edge.get("low") == row["low"]
        assert edge.get("best") == row["best"]
        if holding is WHOLE:
            assert edge["quotation"] == row["quotation"]


# --- event records


def test_polecat_holds_what_is_told_as_done_and_nothing_else() -> None:
    done = render("polecat")
    rows = list(csv.DictReader(io.StringIO(done.data.decode()), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(COLUMNS) == 40
    assert list(csv.reader([done.data.decode().split("\n")[0]], delimiter="\t")) == [list(COLUMNS)]
    typed = {one.claim.id: one for one in counted_claims(WHOLE) if one.claim.event_type}
    assert {one["Event ID"] for one in rows} < set(typed)
    for one in rows:
        claim = typed[one["Event ID"]].claim
        assert claim.factuality.status in ("asserted", "reported", "acknowledged")
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", one["Event Date"]) if claim.period and claim.period.period.date_prec == 1 else not one["Event Date"]
    kept = {one.claim.factuality.status for one in typed.values()} - {"asserted", "reported", "acknowledged"}
    assert kept
    assert any("a row here reads as done" in one for one in done.not_held)
    evidence = list(csv.DictReader(io.StringIO(done.beside[".evidence.tsv"].decode()), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [one["Event ID"] for one in evidence] == [one["Event ID"] for one in rows]
    assert all(one["Quotation"] and one["Grade"] for one in evidence)


@pytest.mark.parametrize("verbatim", [False, True])
def test_polecat_runs_nothing_unless_verbatim(verbatim: bool) -> None:
    text = "-9 tonnes: North Korea met Russia."
    plain = factory.document(text, publisher='=HYPERLINK("http://evil.example")', published="2025-01-01")
    document = replace(plain, url="@SUM(A1)")
    who, west = "+1+cmd|' /C calc'!A0", Place("Madrid", "ESP", None, 40.4, -3.7, None, 1)
    place = PlaceMention(factory.words(text, "Russia"), west, "made by a test")
    claim = factory.claim(document, evidence=text, who=[who], event_type="CONSULT", place=place)
    done = render("polecat", stock.holding_of((Entry(document, (claim,), ()),)), verbatim=verbatim)
    cells = [
        cell for data in (done.data, done.beside[".evidence.tsv"]) for line in data.decode().splitlines()[1:] for cell in line.split("\t")
    ]
    assert done.counts["events"] == 1
    assert {one for one in cells if one.startswith(comma.RUN)} - {"-3.7"} == (
        {text, plain.publisher, document.url, who} if verbatim else set()
    )
    assert "-3.7" in cells
    assert any("apostrophe" in one for one in done.not_held) == (not verbatim)


@pytest.mark.parametrize("name", ["geojson", "kml", "graphml"])
def test_the_mark_of_a_dispute_stands_for_disputes_alone(name: str) -> None:
    """A disagreement of another kind leaves `disputed` false, and the manifest may not say that it shows there."""
    (denial,) = WHOLE.weighing.disagreements
    others = (replace(denial, kind="update"), replace(denial, kind="scope"))
    both = replace(WHOLE, weighing=replace(WHOLE.weighing, disagreements=(denial, *others)))
    told = [one for one in render(name, both).not_held if "disagreement" in one]
    assert [one.split()[0] for one in told] == ["1", "2"]
    assert "disputed" in told[0]
    assert "disputed" not in told[1]
    assert [one for one in render(name).not_held if "disagreement" in one] == told[:1]


# --- parts


def test_a_part_keeps_its_claims_documents_and_the_other_side_of_a_disagreement() -> None:
    lines = tuple(one for one in WHOLE.lines if one.loss == "killed")
    assert 0 < len(lines) < len(WHOLE.lines)
    part = narrowed(WHOLE, lines, "--kind killed")
    assert claim_ids(part) == {claim for one in lines for claim in one.claims}
    assert {one.document.id for one in part.entries} == {one.claim.document_id for one in held_claims(part)}
    for one in WHOLE.weighing.disagreements:
        assert (one in part.weighing.disagreements) == bool({*one.left, *one.right} & claim_ids(part))
    for name in NAMES:
        assert render(name, part).data


def test_what_a_person_rejected_is_told() -> None:
    first = next(iter(WHOLE.entries[0].claims))
    facts = tuple(one for one in WHOLE.weighing.facts if first.id not in one.claim_ids)
    without = stock.holding_of(pile.ENTRIES, _weighing(facts), decided={first.id: "rejected"})
    row = next(one for one in table_of(without, "claims").rows if one["claim_id"] == first.id)
    assert (row["decision"], row["fact_id"], row["grade"]) == ("rejected", None, None)
    told = [one for one in render("geojson", without).not_held if "a person rejected" in one]
    assert told
    for name in ("ris", "bibtex"):
        done = render(name, without)
        assert "1 claims that a person rejected" in done.not_held
        assert first.id not in done.data.decode()


def _weighing(facts: Any) -> Any:
    from dragoman.model.fact import Weighing

    return Weighing(facts, (), (), ())


def test_no_format_wants_more_than_is_installed_by_default() -> None:
    assert importlib.util.find_spec("xlsxwriter")
