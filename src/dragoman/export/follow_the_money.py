"""FollowTheMoney: an Event for each claim, who is in it, the Article that it stands in, and a link from each actor to each recipient.

Lines of JSON, an entity each, as the package of that name reads and writes them. Source of schemata and properties: followthemoney
3.8 and 4.11, in whose models all that is used here is the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.export.address import web_address
from dragoman.export.heading import heading_of, support_of, sureness_of
from dragoman.export.holding import Held, Holding, counted_claims
from dragoman.export.rendered import Rendered, Style, lost
from dragoman.export.xml_text import one_line
from dragoman.model.actor import Actor
from dragoman.model.entry import Entry
from dragoman.model.identity import identify
from dragoman.model.mention import PeriodMention
from dragoman.weighing.profile import stance_of
from dragoman.world.actor import states
from dragoman.world.office import persons

Entity = dict[str, Any]
_PUBLIC = frozenset(("GOV", "MIL", "SPY", "LEG", "JUD", "COP"))  # sectors that are organs of a state
_DATE = re.compile(
    r"\d{4}(?:-\d{2}){0,2}"
)  # a prefix of an ISO date, which is how FollowTheMoney keeps what is not exact
_SEASONS = range(21, 42)  # EDTF's months that are none
_MATTERS = ("event", "flow", "loss")
# FollowTheMoney has codes of languages with three letters.
_LANGUAGES = {"en": "eng", "fr": "fra", "de": "deu", "es": "spa", "ru": "rus", "uk": "ukr", "ko": "kor", "el": "ell", "it": "ita", "pt": "por"}  # fmt: skip


def render_ftm(holding: Holding, style: Style) -> Rendered:
    """An entity a line, sorted by its id: actors, documents, claims that are in a fact, and links between their sides."""
    held = counted_claims(holding)
    entities = {one["id"]: one for one in _entities(holding.entries, held)}
    ordered = [entities[key] for key in sorted(entities)]
    counts: dict[str, int] = {}
    for one in ordered:
        counts[one["schema"]] = counts.get(one["schema"], 0) + 1
    vague = sum(
        bool(one.claim.period and one.claim.period.period.edtf and not _dates(one.claim.period)) for one in held
    )
    denied = sum(bool(one.claim.recipients) and stance_of(one.claim) == "denied" for one in held)
    not_held = (
        "who says so, status, certainty, bounds of numbers and grade as properties: they are in the words of description and name, which "
        "the status begins",
        "which side is which in an Event: it has `involved` alone; the direction is that of the UnknownLink beside it",
        "points and precision of places; sectors; disagreements",
        *lost(vague, "times that no prefix of an ISO date can say (seasons and the like): they are in the description"),
        *lost(denied, "denials: no link is made of what is denied"),
    )
    data = "".join(json.dumps(one, ensure_ascii=False, sort_keys=True) + "\n" for one in ordered)
    return Rendered(data.encode("utf-8"), counts, not_held)


def _entities(entries: Iterable[Entry], held: Iterable[Held]) -> Iterator[Entity]:
    yield from (_document(one) for one in entries)
    for one in held:
        claim = one.claim
        yield from (_actor(mention.actor) for mention in (*claim.actors, *claim.recipients))
        yield _event(one)
        if claim.matter in _MATTERS and stance_of(claim) == "said":
            pairs = {(a.actor, r.actor): None for a in claim.actors for r in claim.recipients if a.actor != r.actor}
            yield from (_link(one, actor, recipient) for actor, recipient in pairs)


def _entity(schema: str, about: str, **properties: Iterable[str | None]) -> Entity:
    """An entity with the properties that have a value. about: what makes its id."""
    known = {name: sorted({one_line(value) for value in values if value}) for name, values in properties.items()}
    return {
        "id": name_of(about),
        "schema": schema,
        "properties": {name: values for name, values in known.items() if values},
    }


def name_of(about: str) -> str:
    """One of our ids as FollowTheMoney takes one: its ids have no colon. The properties `recordId` have ours as they are.

    >>> name_of("claim:0a1b")
    'claim-0a1b'
    """
    return about.replace(":", "-")


def _actor(actor: Actor) -> Entity:
    schema = "LegalEntity"
    if actor.name in persons():
        schema = "Person"
    elif actor.sector in _PUBLIC:
        schema = "PublicBody"
    about = identify("actor", name=actor.name, country=actor.country, sector=actor.sector)
    told = [f"sector {actor.sector}" if actor.sector else None]
    return _entity(
        schema,
        about,
        name=[actor.name],
        country=[_country(actor.country)],
        wikidataId=[actor.wikidata_id],
        description=told,
    )


def _document(entry: Entry) -> Entity:
    document = entry.document
    return _entity(
        "Document" if document.dataset else "Article", document.id, title=[document.title or document.source_id], publisher=[document.publisher],
        author=document.authors or (), publishedAt=[_date(document.published)], modifiedAt=[_date(document.updated)],
        language=[_LANGUAGES.get(document.language)], sourceUrl=[web_address(document.url)], fileName=[document.source_id],
        description=[f"row of {document.dataset}" if document.dataset else None],
    )  # fmt: skip


def _event(held: Held) -> Entity:
    claim, place = held.claim, held.claim.place.place if held.claim.place else None
    involved = [_actor(one.actor)["id"] for one in (*claim.actors, *claim.recipients)]
    return _entity(
        "Event", claim.id, name=[heading_of(held)], involved=involved, proof=[name_of(claim.document_id)], recordId=[claim.id],
        summary=[claim.evidence.text], description=[support_of(held), _when(claim.period)], keywords=[claim.event_type, *claim.contexts],
        location=[place.name if place else None], country=[_country(place.country) if place else None], publisher=[held.document.publisher],
        sourceUrl=[web_address(held.document.url)], **_dates(claim.period),
    )  # fmt: skip


def _link(held: Held, actor: Actor, recipient: Actor) -> Entity:
    """From an actor to a recipient. role: how sure it is and what it is; summary: the words."""
    claim = held.claim
    ends = [_actor(one)["id"] for one in (actor, recipient)]
    return _entity(
        "UnknownLink", identify("link", claim=claim.id, subject=ends[0], object=ends[1]), subject=ends[:1], object=ends[1:],
        role=[heading_of(held)], status=[sureness_of(held)], summary=[claim.evidence.text], recordId=[claim.id],
        publisher=[held.document.publisher], sourceUrl=[web_address(held.document.url)], **_dates(claim.period),
    )  # fmt: skip


def _country(iso3: str | None) -> str | None:
    """FollowTheMoney's code of a country: alpha-2 in small letters; None for what is no state."""
    state = states().get(iso3 or "")
    return state.iso2.lower() if state else None


def _when(period: PeriodMention | None) -> str | None:
    return f"when: {period.period.edtf} ({period.quote.text})" if period is not None and period.period.edtf else None


def _dates(period: PeriodMention | None) -> dict[str, list[str | None]]:
    """A time as `date`, or as `startDate` and `endDate`, each no more exact than it is; nothing where no prefix of a date says it."""
    edtf = (period.period.edtf if period is not None else None) or ""
    first, mark, last = edtf.partition("/")
    if not mark:
        return {"date": [_date(first)]} if _date(first) else {}
    ends = {"startDate": first, "endDate": last}
    return {name: [_date(end)] for name, end in ends.items() if _date(end)}


def _date(edtf: str | None) -> str | None:
    """A year, a month or a day as it is; None for anything that is less exact, or a season."""
    if not edtf or not _DATE.fullmatch(edtf) or (len(edtf) == 7 and int(edtf[5:]) in _SEASONS):
        return None
    return edtf
