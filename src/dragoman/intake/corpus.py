"""Corpora: JSON Lines, a document a row, its text used exactly as given."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from dragoman.intake.imprint import Imprint, Received, document_of
from dragoman.intake.language import language_code
from dragoman.intake.options import IntakeOptions, UnreadableDocument
from dragoman.intake.paragraph import find_paragraphs
from dragoman.intake.parcel import Parcel
from dragoman.intake.published import published_edtf
from dragoman.intake.refusal import rejected, shown_path
from dragoman.model.document import Document, Rejected
from dragoman.model.identity import sha256_of

_DATES = ("date", "dct", "published")  # dct: TimeML's date of creation, read as the same (contract.md)
_SKIP_BYTES = 1 << 20


def read_corpus(stream: BinaryIO, parcel: Parcel, options: IntakeOptions) -> Iterator[Document | Rejected]:
    """The documents of a .jsonl file in order; a row that cannot be read is a Rejected that names its line.

    Rows have `text` and may have id, lang, date (or dct, or published), title, publisher, url, author (or authors). source_id
    is the row's id, or "PATH:LINE" for a row without. max_bytes holds for a row, not for the file, which is read line by line.
    """
    path = parcel.source_id
    rows = 0
    try:
        for number, line in _numbered(stream, options.max_bytes):
            if line is not None and not line.strip():
                continue
            rows += 1
            yield _row(f"{path}:{number}", line, number, options)
    except OSError as error:
        yield rejected(path, f"cannot be read on: {error.strerror or error}")
        return
    if not rows:
        yield rejected(path, "empty: no row in it")


def _numbered(lines: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1; None for one that is longer than the limit, which is passed over unread."""
    number = 0
    while line := lines.readline(max_bytes + 2):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line.rstrip(b"\r\n")) <= max_bytes:
            yield number, line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = lines.readline(_SKIP_BYTES)
        yield number, None


def _row(place: str, line: bytes | None, number: int, options: IntakeOptions) -> Document | Rejected:
    if line is None:
        reason = f"line {number}: more than {options.max_bytes} bytes for one document; split it or raise the limit (--max-bytes)"
        return rejected(place, reason)
    try:
        row = _parsed(line)
    except UnreadableDocument as error:
        return rejected(place, f"line {number}: {error}")
    return document_in_row(row, place, f"line {number}", options, sha256_of(line))


def document_in_row(
    row: Mapping[str, object], place: str, where: str, options: IntakeOptions, sha256: str
) -> Document | Rejected:
    """The document of a row. place: its source_id where it has no id; where: the row in words, for reasons to refuse it."""
    try:
        text = _text(row)
    except UnreadableDocument as error:
        return rejected(place, f"{where}: {error}")
    source_id = _name(row) or place
    paragraphs = find_paragraphs(text)
    if not paragraphs:
        return rejected(source_id, f"{where}: no words in its text")
    published = next((edtf for key in _DATES if (edtf := published_edtf(row.get(key)))), None)
    imprint = Imprint(
        title=_string(row, "title"),
        publisher=_string(row, "publisher"),
        url=_string(row, "url"),
        authors=_authors(row),
        published=published,
        language=options.language or language_code(row.get("lang")),
    )
    return document_of(text, paragraphs, imprint, Received(shown_path(source_id), sha256))


def _parsed(line: bytes) -> dict[str, object]:
    """The object of a row. Raises UnreadableDocument for what is no UTF-8, no JSON, no object, or holds half a character."""
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableDocument(f"not UTF-8 at byte {error.start}; save the corpus as UTF-8") from error
    except json.JSONDecodeError as error:
        raise UnreadableDocument(f"not JSON: {error.msg} at character {error.pos}") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument("not JSON that can be held: a number or a nesting without end") from error
    if not isinstance(row, dict):
        raise UnreadableDocument(f"not a JSON object but {type(row).__name__}")
    for key, value in row.items():
        if any(_is_broken(one) for one in (key, *(value if isinstance(value, list) else (value,)))):
            raise UnreadableDocument(
                f"{shown_path(key)!r} holds half a character (a lone surrogate); export the corpus as UTF-8"
            )
    return row


def _is_broken(value: object) -> bool:
    return isinstance(value, str) and any("\ud800" <= one <= "\udfff" for one in value)


def _text(row: Mapping[str, object]) -> str:
    text = row.get("text")
    if not isinstance(text, str):
        raise UnreadableDocument("no text: the row needs a string under 'text'")
    if not text.strip():
        raise UnreadableDocument("empty: only white space under 'text'")
    if "\x00" in text:
        raise UnreadableDocument("its text holds NUL characters; take them out")
    return text


def _name(row: Mapping[str, object]) -> str | None:
    name = row.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int):
        return None
    return str(name) or None


def _string(row: Mapping[str, object], key: str) -> str | None:
    value = row.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _authors(row: Mapping[str, object]) -> tuple[str, ...]:
    """The authors of a row, () if it names none."""
    named = row.get("author", row.get("authors"))
    several = named if isinstance(named, list) else [named]
    return tuple(one.strip() for one in several if isinstance(one, str) and one.strip())
