"""The row of an input that cannot be read, and the reasons that several readers share."""

from __future__ import annotations

from contextlib import suppress

from dragoman.intake.parcel import READ
from dragoman.model.document import Rejected


def shown_path(path: str) -> str:
    """A path as a source id: bytes that are no text in it are written out, so that every output can hold it.

    A system whose names are ASCII hands out others byte by byte; the source id of a file is the same there as elsewhere.

    >>> shown_path("d\\udcc3\\udca9p\\udcc3\\udcaache.md"), shown_path("\\udcff.md")
    ('dépêche.md', '\\\\udcff.md')
    """
    with suppress(UnicodeError):
        return path.encode("utf-8", "surrogateescape").decode("utf-8")
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def rejected(source_id: str, reason: str) -> Rejected:
    """The row of an input that cannot be read."""
    return Rejected(shown_path(source_id), "intake", shown_path(reason))


def unsupported(extension: str) -> str:
    """The reason to refuse a kind of file, with what to try."""
    kinds = ", ".join(sorted(READ - {""}))
    return f"unsupported: {extension or 'no extension'}; read are {kinds}: rename or save it as one of these"


def too_long(size: int, max_bytes: int) -> str:
    """The reason to refuse what is larger than a document may be."""
    return (
        f"{size} bytes, more than the limit of {max_bytes} for one document; split it, make it a .jsonl corpus, or raise the "
        "limit (--max-bytes)"
    )
