"""Bytes that come packed, unpacked piece by piece under a limit: a bomb is noticed before it has gone off."""

from __future__ import annotations

import zlib

from dragoman.intake.options import UnreadableDocument

_GZIP_OR_ZLIB = 47  # zlib: window of 32 KiB, header of either kind
_RAW = -15


class TooMuch(UnreadableDocument):
    """More than the limit."""


class Unpacked:
    """What pieces of one stream unpack to. encoding: as HTTP names it ("gzip", "deflate", "")."""

    def __init__(self, encoding: str, max_bytes: int) -> None:
        self._name = encoding.strip().lower() or "identity"
        if self._name not in ("identity", "gzip", "x-gzip", "deflate"):
            raise UnreadableDocument(f"packed as {encoding[:40]!r}, which was not asked for")
        self._max_bytes = max_bytes
        self._stream = None if self._name == "identity" else zlib.decompressobj(_GZIP_OR_ZLIB)
        self._begun = False
        self._data = bytearray()

    def add(self, piece: bytes) -> None:
        """Unpack a piece. Raises UnreadableDocument past the limit, and for what is not packed as it says."""
        if self._stream is None:
            self._data += piece
        else:
            self._inflate(piece)
        if len(self._data) > self._max_bytes:
            raise TooMuch(f"unpacks to more than the limit of {self._max_bytes} bytes (--max-bytes)")

    def _inflate(self, piece: bytes) -> None:
        while piece and len(self._data) <= self._max_bytes and self._stream is not None:
            if self._stream.eof:  # gzip may hold several members, one after another, and zeros behind the last
                piece = piece.lstrip(b"\x00")
                self._stream = zlib.decompressobj(_GZIP_OR_ZLIB) if piece else self._stream
                continue
            piece = self._inflated(self._stream, piece)

    def _inflated(self, stream: zlib._Decompress, piece: bytes) -> bytes:
        """Add what a piece unpacks to. Returns what stands behind the end of the stream."""
        room = self._max_bytes + 1 - len(self._data)
        try:
            self._data += stream.decompress(piece, room)
        except zlib.error as error:
            if self._begun or self._name != "deflate":
                raise UnreadableDocument(f"not packed as it says: {error}") from error
            self._stream = zlib.decompressobj(_RAW)  # some servers send deflate without its header
            self._begun = True
            return piece
        self._begun = True
        return stream.unused_data

    def beginning(self) -> bytes:
        """What was unpacked up to the limit, whole or not."""
        return bytes(self._data[: self._max_bytes])

    def whole(self) -> bytes:
        """All of it. Raises UnreadableDocument if the packed stream breaks off."""
        if self._stream is not None and self._begun and not self._stream.eof:
            raise UnreadableDocument("packed, and breaks off; fetch or save it again")
        return bytes(self._data)
