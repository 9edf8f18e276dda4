"""One parcel to one document: plain text, Markdown, a page, a PDF, a letter or an office document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.intake.encoding import decode
from dragoman.intake.front_matter import split_front_matter
from dragoman.intake.imprint import Imprint, Received, document_of
from dragoman.intake.mail import parse_mail
from dragoman.intake.office import parse_docx
from dragoman.intake.options import IntakeOptions, UnreadableDocument
from dragoman.intake.page import parse_page
from dragoman.intake.paragraph import find_paragraphs
from dragoman.intake.parcel import MARKDOWN, PAGES, PLAIN, SNAPSHOTS, Parcel
from dragoman.intake.pdf import parse_pdf
from dragoman.intake.refusal import rejected, shown_path, too_long, unsupported
from dragoman.intake.snapshot import parse_snapshot
from dragoman.model.document import Document, Paragraph, Rejected
from dragoman.model.identity import sha256_of
from dragoman.model.span import Span

Parsed = tuple[str, tuple[Paragraph, ...], Imprint]
_BYTES: dict[str, Callable[[bytes, int], Parsed]] = {
    ".pdf": parse_pdf, ".docx": parse_docx, ".eml": parse_mail, **dict.fromkeys(SNAPSHOTS, parse_snapshot),
}  # fmt: skip


def read_single(parcel: Parcel, options: IntakeOptions) -> Document | Rejected:
    """The document in a parcel.

    The text of .txt is the file as decoded, that of .md what follows the front matter, both unchanged; that of the others is
    what their words are, one paragraph a line. What cannot be read is a Rejected row.
    """
    if len(parcel.data) > options.max_bytes:
        return rejected(parcel.source_id, too_long(len(parcel.data), options.max_bytes))
    try:
        text, paragraphs, imprint = _parsed(parcel, options)
        if not paragraphs:
            raise UnreadableDocument("no words in it: only marks or white space")
    except UnreadableDocument as error:
        return rejected(parcel.source_id, str(error))
    imprint = imprint.over(parcel.beside)
    imprint = replace(imprint, url=imprint.url or parcel.url, language=options.language or imprint.language)
    return document_of(text, paragraphs, imprint, Received(shown_path(parcel.source_id), sha256_of(parcel.data)))


def _parsed(parcel: Parcel, options: IntakeOptions) -> Parsed:
    if parcel.kind in _BYTES:
        return _BYTES[parcel.kind](parcel.data, options.max_bytes)
    if parcel.kind not in PLAIN | MARKDOWN | PAGES:
        raise UnreadableDocument(unsupported(parcel.kind))
    content = decode(parcel.data, parcel.kind in PAGES, parcel.charset)
    if parcel.kind in PAGES:
        return parse_page(content)
    text, imprint = split_front_matter(content) if parcel.kind in MARKDOWN else (content, Imprint())
    paragraphs = find_paragraphs(text)
    if parcel.kind in MARKDOWN and imprint.title is None and paragraphs:
        imprint = replace(imprint, title=_first_heading(text, paragraphs[0].span))
    return text, paragraphs, imprint


def _first_heading(text: str, first: Span) -> str | None:
    """The heading that a Markdown text opens with ("# Title"), None if it opens with none."""
    line = text[: first.start].splitlines()
    return first.of(text) if line and line[-1].strip() == "#" else None
