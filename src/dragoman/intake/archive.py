"""Zip archives: each member a parcel, in order. Nothing is unpacked to disk, so that no path in one can lead anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

from dragoman.intake import broken
from dragoman.intake.belongings import lies_in_belongings
from dragoman.intake.options import IntakeOptions, UnreadableDocument
from dragoman.intake.parcel import READ, Parcel, extension_of
from dragoman.intake.refusal import rejected, unsupported
from dragoman.model.document import Rejected

MAX_MEMBERS = 10_000
MAX_DEPTH = 3  # archives in one another
_MAX_RATIO = 200  # of sizes; text packs to a tenth, zeros to a thousandth
_RATIO_FREE_BYTES = 1_000_000  # a small member may be as regular as it likes


@contextmanager
def open_archive(stream: BinaryIO) -> Iterator[ZipFile]:
    """An archive, looked over: members counted, sizes added. Raises UnreadableDocument for what is none, or would never end."""
    try:
        with ZipFile(stream) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS:
                raise UnreadableDocument(f"an archive of {len(members)} members, more than {MAX_MEMBERS}; split it")
            for one in members:
                if one.file_size > max(_RATIO_FREE_BYTES, _MAX_RATIO * one.compress_size):
                    raise UnreadableDocument(
                        f"an archive with a member that unpacks to {one.file_size} bytes from {one.compress_size}, as a bomb does"
                    )
            yield archive
    except UnreadableDocument:
        raise
    except broken.ARCHIVE as error:
        raise UnreadableDocument(
            f"an archive that cannot be read: {str(error)[:120] or type(error).__name__}"
        ) from error


def member_bytes(archive: ZipFile, name: str, max_bytes: int) -> bytes | None:
    """The bytes of a member, None if it is not there. Raises UnreadableDocument for a locked, broken or endless one."""
    try:
        member = archive.getinfo(name)
    except KeyError:
        return None
    return _unpacked(archive, member, max_bytes)


def _unpacked(archive: ZipFile, member: ZipInfo, max_bytes: int) -> bytes:
    if member.flag_bits & 1:
        raise UnreadableDocument("locked with a password; unpack it and give what is in it")
    try:
        with archive.open(member) as opened:
            data = opened.read(max_bytes + 1)
    except broken.ARCHIVE as error:
        raise UnreadableDocument(f"broken in its archive: {str(error)[:120] or type(error).__name__}") from error
    if len(data) > max_bytes:
        raise UnreadableDocument(f"unpacks to more than the limit of {max_bytes} bytes (--max-bytes)")
    return data


def read_archive(stream: BinaryIO, parcel: Parcel, options: IntakeOptions) -> Iterator[Parcel | Rejected]:
    """The members of an archive by name, as ARCHIVE!MEMBER.

    Folders, hidden files and what a browser saved with a page are passed over; what is not read is a row.
    """
    if parcel.depth >= MAX_DEPTH:
        yield rejected(parcel.source_id, f"an archive inside {MAX_DEPTH} others; unpack it and give what is in it")
        return
    try:
        with open_archive(stream) as archive:
            names = {one.filename for one in archive.infolist()}
            for member in sorted(archive.infolist(), key=lambda one: one.filename):
                passed = _is_hidden(member.filename) or lies_in_belongings(member.filename, names)
                if not member.is_dir() and not passed:
                    yield _member(archive, member, parcel, options)
    except UnreadableDocument as error:
        yield rejected(parcel.source_id, str(error))


def _member(archive: ZipFile, member: ZipInfo, parcel: Parcel, options: IntakeOptions) -> Parcel | Rejected:
    source_id = f"{parcel.source_id}!{member.filename}"
    if (
        member.filename.startswith(("/", "\\"))
        or ":" in member.filename[:2]
        or ".." in member.filename.replace("\\", "/").split("/")
    ):
        return rejected(source_id, "its path leads out of the archive; it is not read")
    kind = extension_of(member.filename)
    if kind not in READ:
        return rejected(source_id, unsupported(kind))
    try:
        return Parcel(source_id, _unpacked(archive, member, options.max_bytes), kind, depth=parcel.depth + 1)
    except UnreadableDocument as error:
        return rejected(source_id, str(error))


def _is_hidden(name: str) -> bool:
    """Whether a member is one that a system puts there for itself (".DS_Store", "__MACOSX/")."""
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in name.split("/"))
