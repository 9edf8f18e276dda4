"""Who a claim comes from in the end: the originator, for whom copies and reprints count once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.fact import Descent
from dragoman.weighing.name import known_name

COPYING = ("copy", "rewrite")  # kinds of descent in which what nobody is named for is the head's


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who printed a document and when (EDTF), None if not known."""

    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Bench:
    """What every weighing of claims needs. heads: document id to the head of its line of copies. ratings: sources by name to A-F."""

    imprints: Mapping[str, Imprint]
    heads: Mapping[str, str]
    ratings: Mapping[str, str] = field(default_factory=dict)

    def published(self, document_id: str) -> str | None:
        """When a document was printed, None if that or the document is not known."""
        found = self.imprints.get(document_id)
        return found.published if found else None


@dataclass(frozen=True, slots=True)
class Origin:
    """An originator. named: somebody answers for it by name; unnamed "sources" of one text are one, and weigh little.

    coded: it is a set of coded events, which knows from others' reports what it codes.
    """

    key: str
    label: str
    named: bool
    coded: bool = False


def heads_of(descents: tuple[Descent, ...]) -> dict[str, str]:
    """Each document of a line of copies or rewrites to its likely head."""
    return {one: line.document_ids[0] for line in descents if line.kind in COPYING for one in line.document_ids}


def imprints_of(documents: Iterable[Document]) -> dict[str, Imprint]:
    """The imprint of each document by its id."""
    return {one.id: Imprint(one.publisher, one.published) for one in documents}


def head_of(document_id: str, bench: Bench) -> str:
    """The document at the head of a document's line of descent: itself if it has none."""
    return bench.heads.get(document_id, document_id)


def origin_of(claim: Claim, bench: Bench) -> Origin:
    """The originator of a claim: the last of its chain; without a chain, the publisher at the head of its descent.

    A publisher, an actor and a name in a text that are one are one originator. Whoever has no name of his own ("a senior
    official") is unnamed, and all such of one line of descent are one. A row of a set of coded events is the set's, whatever
    sources it names.
    """
    if claim.row is not None:
        return Origin(f"name:{known_name(claim.row.text)}", claim.row.text, True, True)
    head = head_of(claim.document_id, bench)
    speakers = [link for link in claim.attribution if link.kind != "publisher"]
    if speakers:
        last = speakers[-1]
        if last.actor is not None and last.origin != "unnamed":
            return Origin(f"name:{known_name(last.actor.name)}", last.actor.name, True)
        if last.origin == "unnamed" or not any(letter.isupper() for letter in last.text[1:]):
            return Origin(f"unnamed:{head}", last.text or "unnamed", False)
        return Origin(f"name:{known_name(last.text)}", last.text, True)
    imprint = bench.imprints.get(head)
    publisher = imprint.publisher if imprint else None
    if publisher is None:
        return Origin(f"document:{head}", "the document itself", False)
    return Origin(f"name:{known_name(publisher)}", publisher, True)
