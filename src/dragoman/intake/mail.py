"""Letters and newsletters (.eml): the words of one message, with who sent it and when."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from dragoman.intake import broken
from dragoman.intake.encoding import decode
from dragoman.intake.imprint import Imprint
from dragoman.intake.options import UnreadableDocument
from dragoman.intake.page import parse_page
from dragoman.intake.paragraph import find_paragraphs
from dragoman.intake.published import published_edtf
from dragoman.model.document import Paragraph

_MAX_PARTS = 500
_FEW_WORDS = 8  # of a message that passes another on: as of a page (intake.page)


def parse_mail(data: bytes, max_bytes: int) -> tuple[str, tuple[Paragraph, ...], Imprint]:
    """The words of a message: its page if it has one that reads as an article, else its plain text. Attachments are not read.

    The sender's name is the publisher, the day of its Date header the day of publication. A message that only passes another one
    on ("see attached") is that other one, with its sender and day. Raises UnreadableDocument for a message without words.
    """
    try:
        message = message_from_bytes(data, policy=default)
        found = _parsed(message)
        if found is None or sum(len(one.span.of(found[0]).split()) for one in found[1]) < _FEW_WORDS:
            found = next(filter(None, map(_parsed, _passed_on(message))), found)
    except UnreadableDocument:
        raise
    except broken.MESSAGE as error:
        raise UnreadableDocument(
            f"a message that cannot be read ({type(error).__name__}); save its text as .txt"
        ) from error
    if found is None:
        raise UnreadableDocument("a message without words that can be read; save what it says as .txt")
    return found


def _parsed(message: EmailMessage) -> tuple[str, tuple[Paragraph, ...], Imprint] | None:
    """The words of a message with its imprint, None if it has none."""
    imprint = _imprint(message)
    pages, plain = _bodies(message)
    for page in pages:
        try:
            text, paragraphs, _ = parse_page(page, is_whole=True)
        except UnreadableDocument:
            continue
        return text, paragraphs, imprint
    for text in plain:
        if paragraphs := find_paragraphs(text):
            return text, paragraphs, imprint
    return None


def _own_parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a message and the messages that it passes on, without what stands in those."""
    stack, seen = [message], 0
    while stack:
        part = stack.pop()
        seen += 1
        if seen > _MAX_PARTS:
            raise UnreadableDocument(f"a message of more than {_MAX_PARTS} parts")
        yield part
        if part.get_content_maintype() == "multipart":
            stack.extend(reversed([one for one in part.iter_parts() if isinstance(one, EmailMessage)]))


def _passed_on(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in _own_parts(message):
        inner = part.get_payload() if part.get_content_type() == "message/rfc822" else None
        yield from (one for one in (inner if isinstance(inner, list) else ()) if isinstance(one, EmailMessage))


def _bodies(message: EmailMessage) -> tuple[list[str], list[str]]:
    """Pages and plain texts of a message, without the parts that cannot be read."""
    pages: list[str] = []
    plain: list[str] = []
    for part in _own_parts(message):
        kind = part.get_content_type()
        if kind not in ("text/html", "text/plain") or part.is_attachment():
            continue
        try:
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and body.strip():
                words = decode(body, kind == "text/html", part.get_content_charset())
                (pages if kind == "text/html" else plain).append(words)
        except (UnreadableDocument, *broken.MESSAGE):  # the other parts may say it
            continue
    return pages, plain


def _imprint(message: EmailMessage) -> Imprint:
    name, address = parseaddr(_header(message, "From") or "")
    published = published_edtf(_header(message, "Date"))
    return Imprint(
        title=_header(message, "Subject"), publisher=name or address or None, authors=(), published=published,
        published_cue="Date of the message" if published else None,
    )  # fmt: skip


def _header(message: EmailMessage, name: str) -> str | None:
    value = str(message.get(name) or "").encode("utf-8", "replace").decode("utf-8")
    return " ".join(value.split()) or None
