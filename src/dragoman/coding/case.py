"""The case file of one document while it is coded: its reading, indexed, and what the document is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from dragoman.coding.carried import find_carried
from dragoman.coding.issuer import issuers_of
from dragoman.coding.unresolved import without_unresolved
from dragoman.coding.unsaid import without_unsaid
from dragoman.model.attribution import Attribution, AttributionLink
from dragoman.model.claim import FlowKind
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication
from dragoman.model.reading import Reading
from dragoman.model.span import Span
from dragoman.reading.dateline import dateline
from dragoman.reading.index import MentionIndex
from dragoman.reading.read import index_of
from dragoman.world.actor import actor_for_country, states
from dragoman.world.concept import concepts, is_a

_TELLING = (
    "STATEMENT",
    "PLACE_DEED",
    "COUNT",
    "ESTIMATE",
)  # "Seoul put losses at 4,000": it tells, nothing is done to it
_PAIR_SHARE = 0.7  # share of the mentions of states that two states need for the document to be about them


@dataclass(frozen=True, slots=True)
class Customs:
    """The sides of all transfers of a kind, where the text tells of that kind between the same two alone.

    asked: kinds that somebody asked for since it was emptied. Until the customs are known every predication is coded without
    them; coded again is only what asked for one that there is.
    """

    sides: Mapping[FlowKind, tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]]
    asked: set[FlowKind] = field(default_factory=set)

    def get(self, kind: FlowKind) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]] | None:
        """The two sides of a kind of transfer, None where the text has no such custom."""
        self.asked.add(kind)
        return self.sides.get(kind)

    def values(self) -> Collection[tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]]:
        """The two sides of every kind of transfer that has a custom."""
        self.asked.update(get_args(FlowKind))
        return self.sides.values()


@dataclass(frozen=True, slots=True)
class Case:
    """A reading and what coding asks of it again and again.

    pair: the two states that the document is about, the more named first, () if it is about no two. Where only the title
    names one, its quote is of the title: it stands in no claim.
    headings: for each paragraph, the index of the heading it stands under, None if none.
    sources: places in the text where somebody is named as the source of a report.
    title: the case of the title, None if the document has none.
    customs: between whom the text tells of each kind of transfer.
    dealing: whether the text tells of dealings between the two states that it is about.
    by_trigger: (sentence, token) to the predication triggered there.
    issuers: whom the document itself speaks for, outermost first (coding/issuer.py).
    said: who says what, with what the words of a report still reach (coding/carried.py).
    """

    reading: Reading
    index: MentionIndex
    pair: tuple[ActorMention, ...]
    headings: tuple[int | None, ...]
    by_trigger: dict[tuple[int, int], Predication]
    by_paragraph: dict[int, tuple[int, ...]]
    by_sentence: dict[int, tuple[Predication, ...]]
    sources: frozenset[int]
    said: tuple[Attribution, ...] = ()
    issuers: tuple[AttributionLink, ...] = ()
    title: Case | None = None
    customs: Customs = field(default_factory=lambda: Customs({}))
    dealing: bool = False

    def in_sentence(self, number: int) -> tuple[Predication, ...]:
        """Predications with a concept that stand in a sentence."""
        return self.by_sentence.get(number, ())

    def over(self, predication: Predication) -> Predication | None:
        """The predication whose word governs this one's in the tree, None if it has none with a concept."""
        token = self.reading.sentences[predication.sentence].tokens[predication.head]
        return self.by_trigger.get((predication.sentence, token.head))

    @property
    def text(self) -> str:
        """The document's text."""
        return self.reading.document.text


def open_case(reading: Reading) -> Case:
    """Index a reading for coding."""
    sources = _sources(reading)  # whoever is asked to speak is a teller too, and no party: "urged the court to say"
    reading = without_unsaid(without_unresolved(_undated(reading)))
    by_paragraph: dict[int, list[int]] = {}
    for number, sentence in enumerate(reading.sentences):
        by_paragraph.setdefault(sentence.paragraph, []).append(number)
    by_sentence: dict[int, list[Predication]] = {}
    for predication in reading.predications:
        if predication.concept:
            by_sentence.setdefault(predication.sentence, []).append(predication)
    return Case(
        reading,
        index_of(_without_words_of_names(_without_datelines(reading))),
        _pair(reading),
        _headings(reading),
        {(one.sentence, one.head): one for one in reading.predications if one.concept},
        {paragraph: tuple(numbers) for paragraph, numbers in by_paragraph.items()},
        {number: tuple(some) for number, some in by_sentence.items()},
        sources,
        (*reading.attributions, *find_carried(reading)),
        issuers_of(reading),
        open_case(reading.title) if reading.title else None,
    )


def _datelines(reading: Reading) -> list[Span]:
    text = reading.document.text
    lines = [Span(one.span.start, dateline(text, one.span.start)[0]) for one in reading.document.paragraphs]
    return [one for one in lines if one.end > one.start]


def _undated(reading: Reading) -> Reading:
    """A reading in which nothing of a dateline takes part in a deed: "OSLO, May 3 (NTB) - An accord was signed" is not signed by Oslo."""
    lines = _datelines(reading)
    if not lines:
        return reading
    told = tuple(
        replace(one, arguments=kept)
        if len(kept := tuple(a for a in one.arguments if not any(line.covers(a.quote.span) for line in lines)))
        < len(one.arguments)
        else one
        for one in reading.predications
    )
    return replace(reading, predications=told)


def _without_datelines(reading: Reading) -> Reading:
    """A reading without what its datelines name: "LONDON, England (AFP) -" is where and for whom it was written, and no party."""
    lines = _datelines(reading)
    if not lines:
        return reading
    places = tuple(one for one in reading.places if not any(line.covers(one.quote.span) for line in lines))
    periods = tuple(one for one in reading.periods if not any(line.covers(one.quote.span) for line in lines))
    actors = tuple(one for one in reading.actors if not any(line.covers(one.quote.span) for line in lines))
    return replace(reading, places=places, periods=periods, actors=actors)


def _without_words_of_names(reading: Reading) -> Reading:
    """A reading without places that are only a word of a longer name of people: the "Coast" of "Coast Guard" is no town."""
    people = [one.quote.span for one in reading.concepts if concepts()[one.concept].kind == "people"]
    kept = tuple(
        one
        for one in reading.places
        if not any(
            span.covers(one.quote.span) and span.start == one.quote.span.start and span != one.quote.span
            for span in people
        )
    )
    return reading if len(kept) == len(reading.places) else replace(reading, places=kept)


def is_state(mention: ActorMention) -> bool:
    """Whether a mention stands for a state: an ISO 3166-1 country, not PLOVER's "IGO" or "NGO".

    A state's press and its institutes are not the state: "selon KCNA" says who reports, not who acts.
    """
    country = mention.actor.country
    return (
        bool(country)
        and len(country or "") == 3
        and country not in ("IGO", "NGO", "MNC", "NMC")
        and mention.actor.sector not in ("JRN", "EDU")
    )


def is_whole_state(mention: ActorMention) -> bool:
    """Whether a mention names a country and nobody in it: "France", which may be its team."""
    country = mention.actor.country
    return country in states() and mention.actor.name == actor_for_country(country or "").name


def is_party(mention: ActorMention, sources: frozenset[int]) -> bool:
    """Whether a state is told about and does not only tell: in "Séoul estime que Pyongyang livre des obus", Seoul tells."""
    telling = mention.quote.span.start in sources or mention.actor.sector in ("SPY", "JRN")
    return is_state(mention) and not telling


def _sources(reading: Reading) -> frozenset[int]:
    """Characters of whoever says something: sources of attributions, and subjects of verbs of saying and estimating."""
    spans = [one.source.span for one in reading.attributions if one.source]
    spans += (
        argument.quote.span
        for predication in reading.predications
        if predication.concept and any(is_a(predication.concept, name) for name in _TELLING if name in concepts())
        for argument in predication.fillers("agent")
        if argument.repaired is None  # "neuf soldats sont morts, annonce KCNA" lends the soldiers to "annonce"
    )
    return frozenset(place for span in spans for place in range(span.start, span.end))


def _pair(reading: Reading) -> tuple[ActorMention, ...]:
    """The two states most told about, where hardly any other is; a town counts for its state."""
    counts: Counter[str] = Counter()
    first: dict[str, ActorMention] = {}
    for mention in (*_parties_named(reading), *(_parties_named(reading.title) if reading.title else ())):
        country = mention.actor.country or ""
        counts[country] += 1
        first.setdefault(country, mention)
    for place in reading.places:
        if place.place.country in counts and place.place.where_prec <= 5:
            counts[place.place.country or ""] += 1
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    total = sum(counts.values())
    if len(ranked) < 2 or ranked[0][1] + ranked[1][1] < _PAIR_SHARE * total:
        return ()
    if ranked[1][1] < 2 and len(ranked) > 2:
        return ()
    return tuple(replace(first[country], actor=actor_for_country(country)) for country, _ in ranked[:2])


def _parties_named(reading: Reading) -> tuple[ActorMention, ...]:
    """States told about, once for each time they are named; "the two countries" names none anew."""
    sources = _sources(reading)
    words = Counter(mention.quote.span for mention in reading.actors)
    return tuple(
        one for one in reading.actors if one.actor.country and is_party(one, sources) and words[one.quote.span] == 1
    )


def _headings(reading: Reading) -> tuple[int | None, ...]:
    under: list[int | None] = []
    current: int | None = None
    for number, paragraph in enumerate(reading.document.paragraphs):
        under.append(current if paragraph.kind != "heading" else None)
        if paragraph.kind == "heading":
            current = number
    return tuple(under)


def is_striking(case: Case, number: int, head: int) -> bool:
    """Whether people of a sentence attack in it: "3 were wounded in attacks by militants" counts no militants."""
    return any(
        argument.head == head
        for one in case.in_sentence(number)
        if is_a(one.concept or "", "ASSAULT_GROUP")
        for argument in one.fillers("agent")
    )
