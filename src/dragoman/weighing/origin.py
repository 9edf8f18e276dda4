"""Who a claim comes from in the end: the originator, for whom copies and reprints count once."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.fact import Descent


@dataclass(frozen=True, slots=True)
class Bench:
    """What every weighing of claims needs. aliases: names as printed, case-folded, to the name of the actor they mean."""

    documents: dict[str, Document]
    descents: tuple[Descent, ...]
    aliases: dict[str, str]

    def origins(self, claims: tuple[Claim, ...]) -> frozenset[str]:
        """Keys of the originators of claims."""
        return frozenset(origin_of(claim, self).key for claim in claims)

    def published(self, claims: tuple[Claim, ...]) -> str:
        """The first date on which one of the claims was printed, "" if unknown."""
        dates = [self.documents[c.document_id].published or "" for c in claims if c.document_id in self.documents]
        return min((one for one in dates if one), default="")


@dataclass(frozen=True, slots=True)
class Origin:
    """An originator. named: somebody answers for it by name; unnamed "sources" of one text are one, and weigh little."""

    key: str
    label: str
    named: bool


def head_of(document_id: str, descents: tuple[Descent, ...]) -> str:
    """The document at the head of a document's line of descent: itself if it has none."""
    return next((one.document_ids[0] for one in descents if document_id in one.document_ids), document_id)


def aliases_of(claims: tuple[Claim, ...]) -> dict[str, str]:
    """Words that some claim resolves to an actor, to the actor's name: "kcna" is the Korean Central News Agency."""
    links = (link for claim in claims for link in claim.attribution if link.actor is not None)
    return {name.casefold(): link.actor.name for link in links if link.actor for name in (link.text, link.actor.name)}


def origin_of(claim: Claim, bench: Bench) -> Origin:
    """The originator of a claim: the last of its chain; without a chain, the publisher at the head of its descent.

    A publisher, an actor and a name in a text that are one are one originator. Whoever has no name of his own ("a senior
    official") is unnamed, and all such of one line of descent are one.
    """
    head = head_of(claim.document_id, bench.descents)
    speakers = [link for link in claim.attribution if link.kind != "publisher"]
    if speakers:
        last = speakers[-1]
        if last.actor is not None and last.origin != "unnamed":
            return Origin(f"name:{last.actor.name.casefold()}", last.actor.name, True)
        if last.origin == "unnamed" or not any(letter.isupper() for letter in last.text[1:]):
            return Origin(f"unnamed:{head}", last.text or "unnamed", False)
        return Origin(f"name:{bench.aliases.get(last.text.casefold(), last.text).casefold()}", last.text, True)
    document = bench.documents.get(head)
    publisher = document.publisher if document else None
    if publisher is None:
        return Origin(f"document:{head}", "the document itself", False)
    return Origin(f"name:{bench.aliases.get(publisher.casefold(), publisher).casefold()}", publisher, True)
