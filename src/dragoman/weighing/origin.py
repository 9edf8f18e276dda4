"""Who a claim comes from in the end: the originator, for whom copies and reprints count once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from dragoman.model.actor import Actor
from dragoman.model.attribution import AttributionLink
from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.fact import Descent
from dragoman.weighing.name import known_name
from dragoman.world.actor import actor_for_country, name_of, states
from dragoman.world.office import roles

_SERVICES = ("SPY", "MIL", "LEG", "COP")
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

    coded: it is a set of coded events, which knows from others' reports what it codes. state: whose body or person it is, ISO code,
    "" for nobody's; sector: PLOVER's, "" if not known. loose: it is the state as a whole, or a service of it without a name of its own.
    """

    key: str
    label: str
    named: bool
    coded: bool = False
    state: str = ""
    sector: str = ""
    loose: bool = False


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

    A publisher, an actor and a name in a text that are one are one originator, as are a state and its government. Whoever has no
    name of his own ("a senior official") is unnamed, and all such of one line of descent are one; but whoever speaks from papers
    without a name answers for them. A row of a set of coded events is the set's, whatever sources it names.
    """
    if claim.row is not None:
        return Origin(f"name:{known_name(claim.row.text)}", claim.row.text, True, True)
    head = head_of(claim.document_id, bench)
    speakers = [link for link in claim.attribution if link.kind != "publisher"]
    if speakers:
        last = _answering(speakers)
        if last.actor is not None and last.origin != "unnamed":
            return _of_actor(last.actor)
        if last.origin == "unnamed" or not any(letter.isupper() for letter in last.text[1:]):
            return Origin(f"unnamed:{head}", last.text or "unnamed", False)
        return Origin(f"name:{known_name(last.text)}", last.text, True)
    imprint = bench.imprints.get(head)
    publisher = imprint.publisher if imprint else None
    if publisher is None:
        return Origin(f"document:{head}", "the document itself", False)
    return Origin(f"name:{known_name(publisher)}", publisher, True)


def _answering(speakers: list[AttributionLink]) -> AttributionLink:
    """Who answers for a claim: the last of its chain, or the person or body that has it from papers nobody is named for.

    A paper that prints what such papers say answers for nothing: its sources are as nameless as before.
    """
    last, before = speakers[-1], speakers[-2] if len(speakers) > 1 else None
    bare = last.kind == "document" and last.actor is None and not any(letter.isupper() for letter in last.text[1:])
    if not bare or before is None or before.kind != "speaker" or before.actor is None or before.origin == "unnamed":
        return last
    return before


def _of_actor(actor: Actor) -> Origin:
    state, sector, name = actor.country or "", actor.sector or "", actor.name
    whole = bool(state) and name in (
        actor_for_country(state).name if state in states() else "",
        f"Government of {name_of(state)}",
    )
    if whole:
        name = f"Government of {name_of(state)}"  # "Norway" that says something is its government
    loose = whole or name in _services(state)
    return Origin(f"name:{known_name(name)}", actor.name, True, False, state, sector, loose)


@cache
def _services(state: str) -> frozenset[str]:
    """What the bodies of a state are called that have no name of their own: "Intelligence services of Norway", which may be any of them."""
    labels = (one.label for one in roles().values() if one.kind == "group" and one.sector in _SERVICES)
    return frozenset(label.format(name_of(state)) for label in labels)


def one_mouth(origins: Iterable[Origin]) -> dict[str, Origin]:
    """Origins of one fact by key, each loose one as a named body or person of its state that says it too, if there is one.

    "Oslo said so" and "the Norwegian minister said so" are not two who know it. A service may be any of its kind, a state anybody in it.
    """
    known = {one.key: one for one in sorted(origins, key=lambda one: one.key) if one.named and not one.coded}
    found = {}
    for one in known.values():
        others = [other for other in known.values() if one.loose and other is not one and _may_be(one, other)]
        if others:
            found[one.key] = others[0]
    return found


def _may_be(loose: Origin, other: Origin) -> bool:
    if loose.state != other.state or not loose.state:
        return False
    is_whole = loose.key == f"name:{known_name(f'Government of {name_of(loose.state)}')}"
    if other.loose:
        return is_whole  # the state is its service, and its service is no other
    return is_whole or loose.sector == other.sector
