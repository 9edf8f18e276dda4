"""What stands beside a text, and a text with it made a document."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.intake.language import find_other_languages, main_language
from dragoman.model.document import Document, Paragraph, PublishedFrom, document_id
from dragoman.model.identity import sha256_of


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands beside a text.

    authors: None for a text that cannot carry any, () where none was found. published, updated: EDTF; published_from: where it
    stood; published_cue, updated_cue: what gave it, in words.
    language: of the text, if given; hint: a page's own tag, believed for a short text only.
    """

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    authors: tuple[str, ...] | None = None
    published: str | None = None
    language: str | None = None
    hint: str | None = None
    published_from: PublishedFrom = "given"
    published_cue: str | None = None
    updated: str | None = None
    updated_cue: str | None = None

    def over(self, beside: Imprint | None) -> Imprint:
        """This imprint, and of another what this one does not say: a page speaks for itself before the feed that names it."""
        if beside is None:
            return self
        dated, changed = (self if self.published else beside), (self if self.updated else beside)
        return Imprint(
            self.title or beside.title, self.publisher or beside.publisher, self.url or beside.url, self.authors or beside.authors,
            dated.published, self.language or beside.language, self.hint or beside.hint, dated.published_from,
            dated.published_cue, changed.updated, changed.updated_cue,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Received:
    """Where a document came from: its name for the user, and the SHA-256 of the bytes received."""

    source_id: str
    bytes_sha256: str


def document_of(text: str, paragraphs: tuple[Paragraph, ...], imprint: Imprint, received: Received) -> Document:
    """The document of a text and what stands beside it; its language is found where none is given."""
    language = imprint.language or main_language(text, paragraphs, imprint.hint)
    return Document(
        id=document_id(text, imprint.publisher, imprint.url, imprint.published),
        text=text,
        text_sha256=sha256_of(text.encode("utf-8")),
        source_id=received.source_id,
        language=language,
        paragraphs=find_other_languages(text, paragraphs, language),
        title=imprint.title,
        publisher=imprint.publisher,
        url=imprint.url,
        authors=imprint.authors,
        published=imprint.published,
        published_from=imprint.published_from if imprint.published else None,
        bytes_sha256=received.bytes_sha256,
        published_cue=imprint.published_cue if imprint.published else None,
        updated=imprint.updated,
        updated_cue=imprint.updated_cue if imprint.updated else None,
    )
