"""Who a claim comes from in the end: the originator, for whom copies and reprints count once."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.fact import Descent


@dataclass(frozen=True, slots=True)
class Origin:
    """An originator. named: somebody answers for it by name; unnamed "sources" of one text are one, and weigh little."""

    key: str
    label: str
    named: bool


def head_of(document_id: str, descents: tuple[Descent, ...]) -> str:
    """The document at the head of a document's line of descent: itself if it has none."""
    return next((one.document_ids[0] for one in descents if document_id in one.document_ids), document_id)


def origin_of(claim: Claim, documents: dict[str, Document], descents: tuple[Descent, ...]) -> Origin:
    """The originator of a claim: the last of its chain; without a chain, the publisher at the head of its descent."""
    head = head_of(claim.document_id, descents)
    speakers = [link for link in claim.attribution if link.kind != "publisher"]
    if speakers:
        last = speakers[-1]
        if last.origin == "unnamed" or (last.actor is None and not last.text):
            return Origin(f"unnamed:{head}", last.text or "unnamed", False)
        if last.actor is not None:
            return Origin(f"actor:{last.actor.name}:{last.actor.country}", last.actor.name, True)
        return Origin(f"text:{last.text.casefold()}", last.text, True)
    document = documents.get(head)
    publisher = document.publisher if document else None
    return Origin(f"publisher:{publisher or head}", publisher or "the document itself", publisher is not None)
