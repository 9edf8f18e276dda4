"""Files packed with gzip, as sitemaps come: what is in them is read, and a bomb is noticed before it has gone off."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dragoman.intake import IntakeOptions, Means, read_inputs
from dragoman.intake.door import Door, DoorLimits
from dragoman.intake.parcel import kind_of
from dragoman.model.document import Document, Rejected
from tests.intake import rows
from tests.intake.made import SENTENCES, page, zipped
from tests.intake.web import Web, send

SITEMAP = '<?xml version="1.0"?><{0} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><{1}><loc>{2}</loc></{1}></{0}>'


def read(*inputs: str, means: Means | None = None, max_bytes: int = 1_000_000) -> list[Document | Rejected]:
    return list(read_inputs(inputs, IntakeOptions(max_bytes=max_bytes), means))


def open_door() -> Means:
    return Means(Door(DoorLimits(pause_seconds=0.0, allowed=frozenset({"localhost"}))))


@pytest.mark.parametrize(("name", "data", "source_id"), [
    ("a.html.gz", page(), None), ("a.txt.gz", SENTENCES[0].encode(), None), ("a.gz", page(), None), ("a.csv.gz", rows.acled(rows.SKIRMISH), "ACLED:SOM90001"),
])  # fmt: skip
def test_files(name: str, data: bytes, source_id: str | None, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(data))
    (one,) = read(str(path))
    assert isinstance(one, Document), one
    assert one.source_id == (source_id or str(path))


def test_in_an_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.html.gz": gzip.compress(page())}))
    (one,) = read(str(tmp_path / "a.zip"))
    assert isinstance(one, Document)


@pytest.mark.parametrize(("data", "reason"), [
    (gzip.compress(b"a" * 2_000_000), "unpacks to more than the limit"), (gzip.compress(page())[:-20], "breaks off"), (b"\x1f\x8b\x08 not", "not packed"),
])  # fmt: skip
def test_bombs_and_broken_ones(data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(data)
    (row,) = read(str(tmp_path / "a.html.gz"))
    assert isinstance(row, Rejected)
    assert reason in row.reason


def test_packed_in_itself_it_ends(tmp_path: Path) -> None:
    data = page()
    for _ in range(9):
        data = gzip.compress(data)
    (tmp_path / "a.gz").write_bytes(data)
    (row,) = read(str(tmp_path / "a.gz"))
    assert isinstance(row, Rejected)
    assert "more than 3" in row.reason


def test_a_web_archive_is_none() -> None:
    assert kind_of(gzip.compress(b"WARC/1.0\r\n")) == ".warc.gz"
    assert kind_of(gzip.compress(b"<urlset>")) == ".gz"


def test_an_index_of_packed_sitemaps(web: Web) -> None:
    sitemap = gzip.compress(SITEMAP.format("urlset", "url", web.url("/story")).encode())
    web.pages |= {
        "/index.xml": send(200, SITEMAP.format("sitemapindex", "sitemap", web.url("/s.xml.gz")).encode(), {"Content-Type": "text/xml"}),
        "/s.xml.gz": send(200, sitemap, {"Content-Type": "application/x-gzip"}),
        "/story": send(200, page(), {"Content-Type": "text/html"}),
    }
    for path in ("/s.xml.gz", "/index.xml"):
        (one,) = read(web.url(path), means=open_door())
        assert isinstance(one, Document), one
        assert one.source_id == web.url("/story")
