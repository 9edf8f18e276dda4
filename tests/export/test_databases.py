"""Parquet, SQLite and KML, read back by pyarrow, Datasette and GDAL."""

from __future__ import annotations

import asyncio
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pyogrio
import pytest

from dragoman.export.formats import find_format
from dragoman.export.heading import amount_of, heading_of, sureness_of
from dragoman.export.holding import Held, Holding, counted_claims, held_claims
from dragoman.export.rendered import Rendered, Style
from dragoman.export.table import TABLES, codebook, table_of
from tests import factory
from tests.export import stock

WHOLE, HOSTILE = stock.whole(), stock.hostile()


def render(name: str, holding: Holding = WHOLE, **style: Any) -> Rendered:
    found = find_format(name)
    assert found is not None
    return found.render(holding, Style(**style))


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("holding", [WHOLE, HOSTILE], ids=["whole", "hostile"])
def test_parquet_gives_back_every_cell(name: Any, holding: Holding) -> None:
    read = pyarrow.parquet.read_table(io.BytesIO(render("parquet", holding, table=name).data))
    table = table_of(holding, name)
    plain = [{key: list(one) if isinstance(one, tuple) else one for key, one in row.items()} for row in table.rows]
    assert read.to_pylist() == plain
    assert [one.metadata[b"meaning"].decode() for one in read.schema] == [one.meaning for one in table.columns]


async def browse(file: Path, metadata: dict[str, Any], path: str) -> Any:
    from datasette.app import Datasette

    answer = await Datasette([str(file)], metadata=metadata).client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json() if path.partition("?")[0].endswith(".json") else answer.text


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    done = render("sqlite", stem="news")
    file = tmp_path_factory.mktemp("datasette") / "news.db"
    file.write_bytes(done.data)
    return file, json.loads(done.beside[".metadata.json"])


@pytest.mark.parametrize("name", TABLES)
def test_datasette_shows_each_table_with_its_facets_and_meanings(name: Any, shown: tuple[Path, dict[str, Any]]) -> None:
    told = asyncio.run(browse(*shown, f"/news/{name}.json?_shape=objects&_size=max"))
    columns = [one for one in codebook() if one.table == name]
    assert len(told["rows"]) == len(table_of(WHOLE, name).rows)
    assert set(told["columns"]) - {"text", "rowid"} == {one.name for one in columns}
    assert len(told["facet_results"]) == len(shown[1]["databases"]["news"]["tables"][name]["facets"])
    page = asyncio.run(browse(*shown, f"/news/{name}"))
    assert columns[-1].name in page


def test_datasette_finds_words_and_follows_links(shown: tuple[Path, dict[str, Any]]) -> None:
    told = asyncio.run(browse(*shown, "/news/claims.json?_search=soldiers&_shape=objects"))
    assert told["rows"]
    assert all("soldiers" in f"{row['quotation']} {row['title']}".casefold() for row in told["rows"])
    links = asyncio.run(browse(*shown, "/news/claims.json?_labels=on&_shape=objects&_size=1"))["rows"][0]
    assert links["document_id"]["label"]
    assert links["fact_id"]["label"]


def test_a_database_is_whole_and_its_quotations_are_in_its_texts() -> None:
    for holding in (WHOLE, HOSTILE):
        connection = sqlite3.connect(":memory:")
        connection.deserialize(render("sqlite", holding).data)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = connection.execute("SELECT text, start, \"end\", quotation FROM claims JOIN documents USING (document_id)").fetchall()
        assert len(rows) == len(list(held_claims(holding)))
        assert all(text[start:end] == quotation for text, start, end, quotation in rows)
        connection.close()


def test_kml_has_a_folder_for_each_precision(tmp_path: Path) -> None:
    done = render("kml")
    path = tmp_path / "k.kml"
    path.write_bytes(done.data)
    found: dict[str, int] = {}
    for name, _ in pyogrio.list_layers(path):
        meta, _, shapes, columns = pyogrio.raw.read(path, layer=name)
        cells = {field: list(columns[at]) for at, field in enumerate(meta["fields"])}
        assert all(one is not None for one in shapes)
        assert {f"where_prec {one}" in name for one in cells["where_prec"]} == {True}
        statuses = {str(row["claim_id"]): row["status"] for row in table_of(WHOLE, "claims").rows}
        assert all(title.startswith(str(statuses[claim])) for title, claim in zip(cells["Name"], cells["claim_id"], strict=True))
        found[name] = len(shapes)
    placed = [one.claim.place.place.where_prec for one in counted_claims(WHOLE) if one.claim.place]
    assert sum(found.values()) == done.counts["placemarks"] == len(placed)
    assert len(found) == len(set(placed)) > 1


# --- the line that names a claim


def held(**given: Any) -> Held:
    document = factory.document("North Korea sent troops to Russia.")
    return Held(factory.claim(document, **given), document, None, None, None)


@pytest.mark.parametrize(("bounds", "words"), [
    ((9, None, None), "at least 9 soldiers"), ((None, None, 9), "up to 9 soldiers"), ((9, 9, 9), "9 soldiers"), ((None, 9, None), "about 9 soldiers"),
    ((5, None, 9), "5 to 9 soldiers"), ((None, 9, 9), "nearly 9 soldiers"), ((5, 7, 9), "about 7, at least 5, up to 9 soldiers"),
])  # fmt: skip
def test_a_bound_is_said_as_a_bound(bounds: tuple[float | None, ...], words: str) -> None:
    assert amount_of(held(loss=("killed", *bounds))) == words


@pytest.mark.parametrize(("stance", "words"), [
    (("reported", "positive", "certain"), "reported"), (("planned", "positive", "certain"), "planned"),
    (("denied", "negative", "certain"), "denied"), (("reported", "negative", "probable"), "reported, not so, probable"),
    (("possible", "positive", "possible"), "possible"), (("asserted", "positive", "unknown"), "asserted, certainty unknown"),
])  # fmt: skip
def test_a_claim_is_named_with_its_status_first(stance: tuple[Any, Any, Any], words: str) -> None:
    from dragoman.model.factuality import Factuality

    status, polarity, certainty = stance
    one = held(factuality=Factuality(status, None, polarity, certainty, "past"))
    assert sureness_of(one) == words
    assert heading_of(one) == f"{words} · PRK → RUS · meet"
