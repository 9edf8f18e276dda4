"""What one file was packed to with gzip: a sitemap, a page, a table. A web archive is no such file: it is read packed as it is."""

from __future__ import annotations

from dataclasses import replace

from dragoman.intake.parcel import GZIPPED, READ, Parcel, extension_of, kind_of
from dragoman.intake.unpacked import Unpacked


def unpacked(parcel: Parcel, max_bytes: int) -> Parcel:
    """What is in a packed parcel, under the same name, one deeper. Raises UnreadableDocument past the limit and for what breaks off."""
    stream = Unpacked("gzip", max_bytes)
    stream.add(parcel.data)
    data = stream.whole()
    named = extension_of(parcel.source_id.partition("?")[0].removesuffix(".gz"))
    kind = named if named in READ - GZIPPED - {""} else kind_of(data, "", "")
    return replace(parcel, data=data, kind=kind, depth=parcel.depth + 1)
