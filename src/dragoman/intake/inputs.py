"""The door of the house: what the user names, in the order named, as documents."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from dragoman.intake.archive import MAX_DEPTH, read_archive
from dragoman.intake.corpus import read_corpus
from dragoman.intake.dataset import is_table_of_events
from dragoman.intake.file import read_parcel, refusal_of, words_of
from dragoman.intake.folder import find_files
from dragoman.intake.gzipped import unpacked
from dragoman.intake.options import IntakeOptions, UnreadableDocument
from dragoman.intake.parcel import (
    ARCHIVES,
    CONTAINERS,
    CORPORA,
    FEEDS,
    GZIPPED,
    PLAIN,
    SHEETS,
    TABLES,
    WARCS,
    Means,
    Parcel,
    extension_of,
    kind_of,
)
from dragoman.intake.refusal import rejected, too_long
from dragoman.intake.single import read_single
from dragoman.intake.table import read_csv, read_sheet
from dragoman.intake.target import is_url
from dragoman.intake.warc import read_warc
from dragoman.intake.web import read_address, read_feed
from dragoman.model.document import Document, Rejected

Unpack = Callable[[BinaryIO, Parcel, IntakeOptions], Iterator[Parcel | Document | Rejected]]
_UNPACK: dict[str, Unpack] = {
    **dict.fromkeys(CORPORA, read_corpus), **dict.fromkeys(TABLES, read_csv), **dict.fromkeys(SHEETS, read_sheet),
    **dict.fromkeys(ARCHIVES, read_archive), **dict.fromkeys(WARCS, read_warc),
}  # fmt: skip
STDIN = "-"
_TABLE = ".tsv"
_HEAD = 8000  # bytes that hold the longest header, or first row, of a set of coded events


def read_inputs(
    inputs: Sequence[str], options: IntakeOptions, means: Means | None = None
) -> Iterator[Document | Rejected]:
    """The documents of some inputs, one by one, in order of input.

    inputs: paths of documents (text, Markdown, pages, saved pages, PDF, .docx, .eml), of what holds many (.jsonl, .csv, .xlsx, .zip, .warc,
    feeds) and of folders of these; addresses (http, https), if `means` has a door; "-" for standard input. An input, or a part
    of one, that cannot be read is a Rejected row in its place, and the rest goes on.
    """
    means = means or Means()
    for one in inputs:
        if is_url(one):
            yield from _opened(read_address(one, means), options, means)
        elif one == STDIN:
            yield from _opened([_standard_input(options, means)], options, means)
        elif _is_folder(one):
            for found in find_files(one):
                yield from [found] if isinstance(found, Rejected) else _path(found, options, means)
        else:
            yield from _path(one, options, means)


def read_parcels(
    parcels: Iterator[Parcel | Document | Rejected], options: IntakeOptions, means: Means
) -> Iterator[Document | Rejected]:
    """The documents in some parcels, those of archives in archives too."""
    yield from _opened(parcels, options, means)


def _path(path: str, options: IntakeOptions, means: Means) -> Iterator[Document | Rejected]:
    kind = _kind_at(path)
    if kind not in CONTAINERS - FEEDS:
        yield from _opened([read_parcel(path, options.max_bytes)], options, means)
        return
    if refusal := refusal_of(path, None):
        yield rejected(path, refusal)
        return
    try:
        stream = open(path, "rb")  # noqa: SIM115 - what goes wrong later is not in the opening
    except OSError as error:
        yield rejected(path, f"cannot be opened: {words_of(error)}")
        return
    with stream:  # it may be larger than memory
        yield from _opened(_UNPACK[kind](stream, Parcel(path, b"", kind), options), options, means)


def _kind_at(path: str) -> str:
    """The kind of a file: its extension, but that of a table for a plain text that is a table of coded events."""
    kind = extension_of(path)
    if kind in PLAIN and refusal_of(path, None) is None:
        with suppress(OSError), open(path, "rb") as stream:  # what cannot be opened is told where it is read
            return _TABLE if is_table_of_events(stream.read(_HEAD)) else kind
    return kind


def _opened(
    parcels: Iterator[Parcel | Document | Rejected] | Sequence[Parcel | Rejected], options: IntakeOptions, means: Means
) -> Iterator[Document | Rejected]:
    for one in parcels:
        if isinstance(one, Parcel) and one.kind in PLAIN and is_table_of_events(one.data[:_HEAD]):
            one = replace(one, kind=_TABLE)
        if not isinstance(one, Parcel):
            yield one
        elif one.kind in GZIPPED and one.depth <= MAX_DEPTH:
            yield from _opened([_unpacked(one, options)], options, means)
        elif one.kind in FEEDS:
            yield from _opened(read_feed(one, means), options, means)
        elif one.kind in {*_UNPACK, *GZIPPED} and one.depth > MAX_DEPTH:
            yield rejected(one.source_id, f"behind more than {MAX_DEPTH} archives or feeds; give it by itself")
        elif one.kind in _UNPACK:
            yield from _opened(_UNPACK[one.kind](BytesIO(one.data), one, options), options, means)
        else:
            found = read_single(one, options)
            if isinstance(found, Document) and found.bytes_sha256 is not None:
                means.keep(found.bytes_sha256, one)
            yield found


def _unpacked(parcel: Parcel, options: IntakeOptions) -> Parcel | Rejected:
    try:
        return unpacked(parcel, options.max_bytes)
    except UnreadableDocument as error:
        return rejected(parcel.source_id, str(error))


def _standard_input(options: IntakeOptions, means: Means) -> Parcel | Rejected:
    if means.stdin is None:
        return rejected(STDIN, "standard input is not read here; give a file")
    data = means.stdin.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        return rejected(STDIN, too_long(len(data), options.max_bytes))
    kind = kind_of(data)
    return Parcel(STDIN, data, ".csv" if kind in PLAIN and options.columns else kind)  # who names columns gives a table


def _is_folder(path: str) -> bool:
    try:
        return os.path.isdir(path)
    except ValueError:  # a NUL in the path: read_parcel says so
        return False
