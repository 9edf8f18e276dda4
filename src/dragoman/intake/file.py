"""One file to one document: plain text, Markdown or a web page."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

from dragoman.intake.encoding import decode
from dragoman.intake.front_matter import split_front_matter
from dragoman.intake.imprint import Imprint, Received, document_of
from dragoman.intake.options import IntakeOptions, UnreadableDocument
from dragoman.intake.page import parse_page
from dragoman.intake.paragraph import find_paragraphs
from dragoman.model.document import Document, Rejected
from dragoman.model.identity import sha256_of
from dragoman.model.span import Span

PLAIN = frozenset({".txt", ""})
MARKDOWN = frozenset({".md"})
PAGES = frozenset({".html", ".htm"})
CORPORA = frozenset({".jsonl"})
READ_IN_FOLDERS = (PLAIN | MARKDOWN | PAGES | CORPORA) - {""}


def shown_path(path: str) -> str:
    """A path as a source id: bytes that are no text in it are written out, so that every output can hold it."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def rejected(source_id: str, reason: str) -> Rejected:
    """The row of an input that cannot be read."""
    return Rejected(shown_path(source_id), "intake", reason)


def refusal_of(path: str, max_bytes: int | None) -> str | None:
    """Why a path cannot be read, None if it can: missing, no regular file, or more than `max_bytes` (None: any size)."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return "no such file; check the path"
    except (OSError, ValueError) as error:
        return f"cannot be opened: {_words(error)}"
    if not stat.S_ISREG(found.st_mode):
        return "not a regular file"
    if max_bytes is not None and found.st_size > max_bytes:
        return (
            f"{found.st_size} bytes, more than the limit of {max_bytes} for one document; split it, make it a .jsonl "
            "corpus, or raise the limit (--max-bytes)"
        )
    return None


def read_file(path: str, options: IntakeOptions) -> Document | Rejected:
    """The document in a file, told by its extension; source_id is the path as given.

    The text of .txt is the file as decoded, that of .md what follows the front matter, both unchanged; that of a page is
    its article, one paragraph a line. A file that cannot be read is a Rejected row.
    """
    extension = Path(path).suffix.lower()
    if extension not in PLAIN | MARKDOWN | PAGES:
        return rejected(path, unsupported(extension))
    if refusal := refusal_of(path, options.max_bytes):
        return rejected(path, refusal)
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return rejected(path, f"cannot be opened: {_words(error)}")
    try:
        return _document(path, data, extension, options)
    except UnreadableDocument as error:
        return rejected(path, str(error))


def unsupported(extension: str) -> str:
    """The reason to refuse a kind of file, with what to try."""
    if extension == ".pdf":
        return "unsupported: .pdf; save its text as .txt (pdftotext FILE)"
    what = extension or "no extension"
    return f"unsupported: {what}; read are .txt, .md, .html, .htm and .jsonl: rename or save it as one of these"


def _document(path: str, data: bytes, extension: str, options: IntakeOptions) -> Document:
    content = decode(data, extension in PAGES)
    imprint = Imprint()
    if extension in PAGES:
        text, paragraphs, imprint = parse_page(content)
    else:
        text, imprint = split_front_matter(content) if extension in MARKDOWN else (content, imprint)
        paragraphs = find_paragraphs(text)
    if not paragraphs:
        raise UnreadableDocument("no words in it: only marks or white space")
    if extension in MARKDOWN and imprint.title is None:
        imprint = replace(imprint, title=_first_heading(text, paragraphs[0].span))
    if options.language is not None:
        imprint = replace(imprint, language=options.language)
    return document_of(text, paragraphs, imprint, Received(shown_path(path), sha256_of(data)))


def _first_heading(text: str, first: Span) -> str | None:
    """The heading that a Markdown text opens with ("# Title"), None if it opens with none."""
    line = text[: first.start].splitlines()
    return first.of(text) if line and line[-1].strip() == "#" else None


def _words(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
