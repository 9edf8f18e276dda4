"""Bytes that are kept, and taken in again by a newer intake as if they had just come: with what was said of them then, and no network."""

from __future__ import annotations

import msgspec

from dragoman.intake.imprint import Imprint
from dragoman.intake.options import MAX_BYTES, IntakeOptions
from dragoman.intake.parcel import DOCUMENTS, Parcel, extension_of, kind_of
from dragoman.intake.single import read_single
from dragoman.model.document import Document, Rejected
from dragoman.model.receipt import Receipt


def receipt_of(parcel: Parcel) -> Receipt:
    """What to keep of a parcel."""
    beside = msgspec.json.encode(parcel.beside).decode("utf-8") if parcel.beside is not None else None
    return Receipt(parcel.data, parcel.kind, parcel.url, parcel.charset, beside)


def take_in_again(receipt: Receipt, before: Document) -> Document | Rejected:
    """The document that this version's intake makes of kept bytes. before: the one that an earlier version made of them."""
    parcel = parcel_of(receipt, before)
    return read_single(parcel, IntakeOptions(max_bytes=max(MAX_BYTES, len(parcel.data))))


def parcel_of(receipt: Receipt, before: Document) -> Parcel:
    """The parcel that bytes came in.

    Where nothing but the bytes was kept, they are what their name and first bytes show, and what the document says of itself stands beside
    them, so that only what they themselves say may change.
    """
    if receipt.kind is not None:
        beside = msgspec.json.decode(receipt.beside, type=Imprint) if receipt.beside else None
        return Parcel(before.source_id, receipt.data, receipt.kind, receipt.url, receipt.charset, beside)
    named = extension_of(before.source_id)
    kind = named if named in DOCUMENTS - {""} else kind_of(receipt.data, "", before.source_id.partition("?")[0])
    beside = Imprint(
        title=before.title, publisher=before.publisher, url=before.url, authors=before.authors, published=before.published,
        published_from=before.published_from or "given", published_cue=before.published_cue, updated=before.updated,
        updated_cue=before.updated_cue,
    )  # fmt: skip
    return Parcel(before.source_id, receipt.data, kind, before.url, None, beside)
