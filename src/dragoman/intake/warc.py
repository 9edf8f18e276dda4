"""Web archives (WARC, as Common Crawl News gives them): each page answered with 200 a parcel, in one pass of constant memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.intake import broken
from dragoman.intake.options import IntakeOptions, UnreadableDocument
from dragoman.intake.parcel import DOCUMENTS, Parcel, kind_of
from dragoman.intake.refusal import rejected
from dragoman.intake.unpacked import Unpacked
from dragoman.model.document import Rejected

_PIECE = 65_536
_SHOWN_TYPES = 8
_UNPACKED = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})


def read_warc(stream: BinaryIO, parcel: Parcel, options: IntakeOptions) -> Iterator[Parcel | Rejected]:
    """The pages of a web archive in order, as ARCHIVE!ADDRESS. Requests and notes of the crawler are no documents.

    One row at the end counts the answers that were left aside: pictures, styles, redirects, errors, pages that had not changed.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    aside: Counter[str] = Counter()
    pages = 0
    try:
        for record in ArchiveIterator(stream):
            if record.format != "warc":
                raise ValueError("it is no WARC")
            if record.rec_type == "revisit":
                aside["unchanged since an earlier visit"] += 1
            if record.rec_type not in ("response", "resource", "conversion"):
                continue
            found = _page(record, parcel, options)
            if isinstance(found, str):
                aside[found] += 1
                continue
            pages += isinstance(found, Parcel)
            yield found
    except (ArchiveLoadFailed, *broken.WEB_ARCHIVE) as error:
        yield rejected(
            parcel.source_id,
            f"breaks off after {pages} pages ({str(error)[:120].strip() or type(error).__name__}); fetch it again",
        )
        return
    if aside:
        kinds = ", ".join(f"{count} {kind}" for kind, count in aside.most_common(_SHOWN_TYPES))
        yield rejected(
            parcel.source_id, f"{sum(aside.values())} records in it are no pages and were left aside: {kinds}"
        )
    elif not pages:
        yield rejected(parcel.source_id, "no page in it")


def _page(record: Any, parcel: Parcel, options: IntakeOptions) -> Parcel | Rejected | str:
    """The page of a record; in words, what it is if it is none."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    source_id = f"{parcel.source_id}!{url}"
    headers = record.http_headers
    if headers is not None and (status := headers.get_statuscode()) != "200":
        return f"answered {status[:3]}"
    told = (
        headers.get_header("Content-Type") if headers is not None else record.rec_headers.get_header("Content-Type")
    ) or ""
    content_type, _, parameters = told.partition(";")
    content_type = content_type.strip().lower()
    if content_type and not content_type.startswith(
        ("text/html", "text/plain", "application/xhtml", "application/pdf")
    ):
        return content_type[:60]
    try:
        data = _body(record, options.max_bytes)
    except UnreadableDocument as error:
        return rejected(source_id, str(error))
    kind = kind_of(data, content_type, url)
    if kind not in DOCUMENTS:
        return f"a {kind} within"
    charset = parameters.partition("charset=")[2].strip(" \"';") or None
    return Parcel(source_id, data, kind, url=url or None, charset=charset, depth=parcel.depth + 1)


def _body(record: Any, max_bytes: int) -> bytes:
    """The body of a record, its pieces put together and unpacked."""
    headers = record.http_headers
    packing = (headers.get_header("Content-Encoding") or "") if headers is not None else ""
    chunked = headers is not None and (headers.get_header("Transfer-Encoding") or "").lower() == "chunked"
    stream = record.content_stream() if chunked or packing else record.raw_stream
    unpacked = Unpacked("", max_bytes)  # content_stream unpacks by itself
    while piece := stream.read(_PIECE):
        unpacked.add(piece)
    data = unpacked.whole()
    if packing.lower().strip() not in _UNPACKED and not _is_words(data):
        raise UnreadableDocument(
            f"packed as {packing[:40]!r}, which is not unpacked here; fetch the page again without"
        )
    return data


def _is_words(data: bytes) -> bool:
    """Whether these are letters already: some archives keep a page unpacked under the header that it came with."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.lstrip()[:1] == b"<"
    return b"\x00" not in data
