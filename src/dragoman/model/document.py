"""A document: one text as one publisher printed it, and what came in beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.identity import sha256_of
from dragoman.model.span import Quote, Span

ParagraphKind = Literal["text", "heading", "list", "table", "quote"]
PublishedFrom = Literal["given", "page", "text"]
WarningCode = Literal[
    "no_author", "no_date", "no_place", "no_link", "vague_source", "unsourced_figure", "word_count_claim",
    "self_claim", "quotation_varies", "self_contradiction", "generator_note", "filler", "shared_text",
    "overclaim", "unread_language",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a document's text. `kind` says what it is on the page: a list has one paragraph an entry, a table one a row.

    language: ISO 639-1, where it is surely another than the document's: no parser of the document's language reads it.
    """

    span: Span
    kind: ParagraphKind = "text"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One printed text. Two papers that print one dispatch are two documents with one `text_sha256`.

    published: EDTF date of publication; published_from: the cue it came from ("given" beside the text, read off the
    "page", or inferred from the "text"); published_cue: that cue in words ("meta article:published_time"). updated: EDTF date
    that the page gives for its last change, with its cue. bytes_sha256: of the bytes received. source_id: the corpus row's id, or the
    path as the user gave it. authors: as printed beside the text; None is "not known", () is "looked, found none".
    dataset: name and version of the set of coded events whose row this is ("UCDP GED 25.1"); None for a text that somebody wrote.
    """

    id: str
    text: str
    text_sha256: str
    source_id: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    authors: tuple[str, ...] | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    bytes_sha256: str | None = None
    published_cue: str | None = None
    updated: str | None = None
    updated_cue: str | None = None
    dataset: str | None = None


def document_id(text: str, publisher: str | None, url: str | None, published: str | None) -> str:
    """The id of a document: hash of its text, publisher, address and date of publication."""
    parts = [text, publisher or "", url or "", published or ""]
    return sha256_of("\x1f".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Rejected:
    """A document that could not be read: where it stopped and why, in words for the user."""

    source_id: str
    stage: Literal["intake", "reading"]
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentWarning:
    """What is wrong with a document itself. `quote` is None where the warning is about the whole of it."""

    code: WarningCode
    quote: Quote | None
    detail: str
