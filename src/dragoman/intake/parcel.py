"""Bytes received under a name: what a file, a member of an archive, an answer of the network and standard input have in common."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZipFile

from dragoman.intake import broken
from dragoman.intake.door import Door
from dragoman.intake.imprint import Imprint

PLAIN = frozenset({".txt", ""})
MARKDOWN = frozenset({".md"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
CORPORA = frozenset({".jsonl", ".ndjson"})
TABLES = frozenset({".csv", ".tsv", ".tab"})
SHEETS = frozenset({".xlsx"})
FEEDS = frozenset({".rss", ".atom", ".xml"})
ARCHIVES = frozenset({".zip"})
WARCS = frozenset({".warc", ".warc.gz"})
GZIPPED = frozenset({".gz"})
MAIL = frozenset({".eml"})
SNAPSHOTS = frozenset({".mhtml", ".mht"})
PDF = frozenset({".pdf"})
OFFICE = frozenset({".docx"})
CONTAINERS = CORPORA | TABLES | SHEETS | FEEDS | ARCHIVES | WARCS
DOCUMENTS = PLAIN | MARKDOWN | PAGES | MAIL | SNAPSHOTS | PDF | OFFICE
READ = CONTAINERS | DOCUMENTS | GZIPPED

_TYPES: dict[str, str] = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md", "application/pdf": ".pdf",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom", "application/xml": ".xml", "text/xml": ".xml",
    "application/zip": ".zip", "text/csv": ".csv", "application/x-ndjson": ".jsonl", "application/jsonl": ".jsonl",
    "message/rfc822": ".eml", "multipart/related": ".mhtml", "application/warc": ".warc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}  # fmt: skip
_HEAD = 1000  # bytes that show what a stream is
# Fields of a message's header. Source: RFC 5322, RFC 2045.
_FIELDS = frozenset(
    {
        b"from",
        b"to",
        b"subject",
        b"date",
        b"message-id",
        b"mime-version",
        b"received",
        b"return-path",
        b"delivered-to",
        b"content-type",
    }
)
_MIN_FIELDS = 3
_GZIP = 31  # zlib: window of 32 KiB, header of gzip


@dataclass(frozen=True, slots=True)
class Parcel:
    """What was received. kind: an extension of READ, or one that is not read; url, charset, beside: as what brought it says.

    depth: in how many archives, and behind how many feeds, it lay.
    """

    source_id: str
    data: bytes
    kind: str
    url: str | None = None
    charset: str | None = None
    beside: Imprint | None = None
    depth: int = 0


def keep_nothing(_sha256: str, _parcel: Parcel) -> None:
    """Let what was received go."""


@dataclass(frozen=True, slots=True)
class Means:
    """What intake may use. door: None where the network is off. keep: is given the parcel of each document, under the hash of its bytes, before it is yielded.

    stdin: what "-" names, None where it may not be read. is_known: addresses that need not be fetched again.
    """

    door: Door | None = None
    keep: Callable[[str, Parcel], None] = keep_nothing
    stdin: BinaryIO | None = None
    is_known: Callable[[str], bool] = field(default=lambda _url: False)


def extension_of(name: str) -> str:
    """The extension of a name in small letters, with both parts of ".warc.gz".

    >>> extension_of("a/B.HTML"), extension_of("CC-NEWS.warc.gz"), extension_of("README")
    ('.html', '.warc.gz', '')
    """
    path = PurePosixPath(name)
    if path.name.lower().endswith(".warc.gz"):
        return ".warc.gz"
    return path.suffix.lower()


def kind_of(data: bytes, content_type: str = "", name: str = "") -> str:
    """The kind of bytes that come without an extension one may trust: as their first bytes show, then their type, then their name."""
    head = _beginning(data).lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        named = _TYPES.get(content_type) or extension_of(name)
        return named if named in (".docx", ".xlsx") else _kind_within(data)
    if head.startswith(b"WARC/"):
        return ".warc"
    if head.startswith(b"\x1f\x8b"):
        return ".warc.gz" if _begins_packed(data, b"WARC/") else ".gz"
    low = head.lower()
    if low.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if any(mark in low for mark in (b"<rss", b"<feed", b"<rdf:rdf", b"<urlset", b"<sitemapindex")) and low.startswith(
        b"<"
    ):
        return ".xml"
    told = _TYPES.get(content_type)
    if told is not None and told != ".xml":
        return told
    if content_type.startswith(("image/", "audio/", "video/", "font/")):
        return f".{content_type.partition('/')[2]}"
    if message := _kind_of_message(head):
        return message
    if head.startswith(b"{") and b'"text"' in data:
        return ".jsonl"
    if low.startswith(b"<") and (b"<html" in low or b"<body" in low or b"<p" in low):
        return ".html"
    named = extension_of(name)
    return named if named in READ - {""} else ".txt"


def _beginning(data: bytes) -> bytes:
    """The first bytes, as UTF-8 where a mark says that they are UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[: 2 * _HEAD].decode("utf-16", "ignore").encode("utf-8", "ignore")
    return data[:_HEAD]


def _kind_of_message(head: bytes) -> str | None:
    """The kind of what opens with the header of a message, None for what does not: three of its usual fields, each at the head of a line."""
    fields = {
        line.partition(b":")[0].lower()
        for line in head.partition(b"\n\n")[0].replace(b"\r", b"").split(b"\n")
        if b":" in line
    }
    if len(fields & _FIELDS) < _MIN_FIELDS:
        return None
    return ".mhtml" if b"snapshot-content-location" in fields or b"multipart/related" in head.lower() else ".eml"


def _begins_packed(data: bytes, mark: bytes) -> bool:
    """Whether what gzip packed begins so; False for what is no gzip."""
    try:
        return zlib.decompressobj(_GZIP).decompress(data[:_HEAD], len(mark)).startswith(mark)
    except zlib.error:
        return False


def _kind_within(data: bytes) -> str:
    """What an archive is by the names of its members: a Word document, a workbook, or an archive of anything."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except broken.ARCHIVE:
        return ".zip"  # read_archive says what is wrong
    return ".docx" if "word/document.xml" in names else ".xlsx" if "xl/workbook.xml" in names else ".zip"
