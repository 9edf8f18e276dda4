"""What a row tells in our terms before it is tied to its document, and the claim that it becomes."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from dragoman.coding.datasets.row import BadRow, Row
from dragoman.coding.rule import quad_of
from dragoman.model.actor import Actor
from dragoman.model.attribution import AttributionLink
from dragoman.model.claim import EVENT_TYPES, Claim, ClaimQuantity, EventType, Matter
from dragoman.model.factuality import Certainty, Factuality
from dragoman.model.identity import identify
from dragoman.model.mention import ActorMention, PeriodMention, PlaceMention, QuantityMention
from dragoman.model.period import Period
from dragoman.model.place import Place
from dragoman.model.quantity import Quantity
from dragoman.model.span import Quote
from dragoman.world.dataset import Meaning

MAPPING = "2"  # of the tables and rules that say what a set's codes mean; raised when they change
_INFERRED = 0.8  # as where a rule infers a side (coding.draft)
_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Setting:
    """What all claims of one row share. sources: whom the set names for it; certainty, confidence: None where they are the set's."""

    period: PeriodMention
    place: PlaceMention | None
    sources: tuple[AttributionLink, ...]
    certainty: Certainty | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a row tells. trigger: the words that say what it is; inferred: what was added to the row, in words."""

    matter: Matter
    meaning: Meaning
    trigger: Quote
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    reasons: tuple[str, ...]
    quantities: tuple[ClaimQuantity, ...] = ()
    contexts: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()


def claim_of(row: Row, told: Told, setting: Setting) -> Claim:
    """The claim of what a row tells: the set's own, reported from the sources that it names."""
    meaning = told.meaning
    event_type = cast(EventType, meaning.event_type) if meaning.event_type in EVENT_TYPES else None
    chain = (AttributionLink("dataset", row.name, row.dataset.name), *setting.sources)
    confidence = (setting.confidence or row.dataset.confidence) * _INFERRED ** len(told.inferred)
    span = told.trigger.span
    return Claim(
        id=identify("claim", document=row.document.id, trigger=[span.start, span.end], concept=meaning.concept,
                    matter=told.matter, type=event_type, flow=None, item=None),
        document_id=row.document.id, matter=told.matter, concept=meaning.concept, event_type=event_type,
        mode=meaning.mode if event_type else None, quad=quad_of(event_type) if event_type else None, contexts=told.contexts,
        flow=None, actors=told.actors, recipients=told.recipients, item=None, quantities=told.quantities,
        period=setting.period, place=setting.place, attribution=chain,
        factuality=Factuality("reported", None, "positive", setting.certainty or row.dataset.certainty, "past"),
        trigger=told.trigger, evidence=row.whole, content=None, confidence=round(confidence, 3),
        reasons=(f"a row of {row.document.dataset}: its coding, not read in a text", *told.reasons, *told.inferred),
        coder=f"{row.document.dataset}, mapping {MAPPING}",
    )  # fmt: skip


def actor_of(words: Quote, country: str | None, sector: str | None, reason: str) -> ActorMention:
    """An actor under the name that the set gives it."""
    return ActorMention(words, Actor(words.text, country, sector), reason)


def source_of(words: Quote) -> AttributionLink:
    """A source that a set names: whose report it coded."""
    return AttributionLink("document", words, words.text)


def sources_of(names: tuple[Quote, ...]) -> tuple[AttributionLink, ...]:
    """The sources that a set names, each once: five reports of one agency are that agency's."""
    first = {one.text: one for one in reversed(names)}
    return tuple(source_of(one) for one in names if first[one.text] is one)


def toll(words: Quote, low: int | None, best: int | None, high: int | None) -> ClaimQuantity:
    """A number of dead. Raises BadRow for bounds out of order."""
    try:
        return ClaimQuantity("killed", QuantityMention(words, Quantity(low, best, high, "person")))
    except ValueError as error:
        raise BadRow(f"deaths: {error}") from error


def between(words: Quote, first: date, last: date, date_prec: int, anchor: str) -> PeriodMention:
    """A time from one day to another, or one day. Raises BadRow where it ends before it starts."""
    if last < first:
        raise BadRow(f"ends {last} before it starts {first}")
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return PeriodMention(words, Period(edtf, first, last, date_prec, "DATE", edtf), anchor)


def around(words: Quote, day: date, anchor: str) -> PeriodMention:
    """A week of which one day is given: any seven days that hold it."""
    return between(words, day - _WEEK, day + _WEEK, 3, anchor)


def about(words: Quote, day: date, days: int, date_prec: int, anchor: str) -> PeriodMention:
    """A day that stands for so many before and after it. days: how many on either side."""
    return between(words, day - timedelta(days), day + timedelta(days), date_prec, anchor)


def month_of(words: Quote, day: date, anchor: str) -> PeriodMention:
    """The month of a day."""
    edtf, last = f"{day:%Y-%m}", monthrange(day.year, day.month)[1]
    return PeriodMention(words, Period(edtf, day.replace(day=1), day.replace(day=last), 4, "DATE", edtf), anchor)


def place_of(words: Quote, place: Place, reason: str) -> PlaceMention:
    """A place under the name that the set gives it."""
    return PlaceMention(words, place, reason)


def point_of(row: Row, latitude: str, longitude: str) -> tuple[float | None, float | None]:
    """The point in two columns, (None, None) where they are empty. Raises BadRow for a point that is not on the globe."""
    lat, lon = row.number(latitude), row.number(longitude)
    if lat is None or lon is None:
        return None, None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise BadRow(f"{latitude} {row.says(latitude)}, {longitude} {row.says(longitude)}: no point on the globe")
    return lat, lon
