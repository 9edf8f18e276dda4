"""Pages as a browser saves them in one file (.mhtml, .mht): the page within, with the address that it was saved from."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.policy import default

from dragoman.intake import broken
from dragoman.intake.encoding import decode
from dragoman.intake.imprint import Imprint
from dragoman.intake.options import UnreadableDocument
from dragoman.intake.page import parse_page
from dragoman.intake.target import is_url
from dragoman.model.document import Paragraph


def parse_snapshot(data: bytes, max_bytes: int) -> tuple[str, tuple[Paragraph, ...], Imprint]:
    """The article of a saved page. The day on which it was saved is no date of publication.

    Source: RFC 2557; Chromium adds Snapshot-Content-Location. Raises UnreadableDocument for one without a page in it.
    """
    try:
        message = message_from_bytes(data, policy=default)
        part = next(
            (one for one in message.walk() if one.get_content_type() in ("text/html", "application/xhtml+xml")), None
        )
        body = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(body, bytes):
            raise UnreadableDocument("a saved page without a page in it; save it as .html")
        addresses = (message.get("Snapshot-Content-Location"), part.get("Content-Location"))
        url = next((one for one in (str(each or "").strip() for each in addresses) if is_url(one)), None)
        html = decode(body, True, part.get_content_charset())
    except UnreadableDocument:
        raise
    except broken.MESSAGE as error:
        raise UnreadableDocument(
            f"a saved page that cannot be read ({type(error).__name__}); save it as .html"
        ) from error
    text, paragraphs, imprint = parse_page(html)
    return text, paragraphs, replace(imprint, url=imprint.url or url)
