"""Which of the places of one name a text means: what stands beside it, what else the document names, and size."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from math import log2, log10

from dragoman.model.mention import ActorMention
from dragoman.reading.places.candidate import Candidate
from dragoman.world.place import Entry, Gazetteer, region_abbreviations

_PRIOR = {"country": 9.0, "area": 6.8, "region": 6.0, "city": 0.0}
# What each sign adds to a place, in orders of magnitude of population; a document's own country weighs as much as a city
# 300 times larger abroad, its own region (a local paper) as much again. Chosen by hand on 2026-11-22.
_COUNTRY_MOST, _REGION_MOST, _NEAR_MOST = 2.5, 4.0, 1.5


@dataclass(slots=True)
class Context:
    """What a document names: mentions of countries, of first-level regions, and of cells of two degrees.

    beside: countries that border those named.
    """

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    cells: Counter[tuple[int, int]] = field(default_factory=Counter)
    beside: set[str] = field(default_factory=set)

    def add(self, entry: Entry, weight: int = 1) -> None:
        """Count one place."""
        if entry.place.country:
            self.countries[entry.place.country] += weight
        if entry.region:
            self.regions[entry.region] += weight
        if entry.kind == "city":
            self.cells[_cell(entry)] += weight

    def favour(self, entry: Entry) -> float:
        """How much the rest of the document speaks for a place."""
        country = self.countries.get(entry.place.country or "", 0)
        if not country and entry.place.country in self.beside:
            return 0.7
        region = self.regions.get(entry.region or "", 0)
        score = min(_COUNTRY_MOST, 1.0 + 0.5 * log2(country)) if country else 0.0
        score += min(_REGION_MOST, 1.0 + 0.8 * log2(region)) if region and entry.kind != "country" else 0.0
        if entry.kind == "city" and self.cells:
            row, column = _cell(entry)
            near = sum(self.cells.get((row + y, column + x), 0) for y in (-1, 0, 1) for x in (-1, 0, 1))
            score += min(_NEAR_MOST, 0.5 * log2(1 + near))
        return score


def _cell(entry: Entry) -> tuple[int, int]:
    return int((entry.place.latitude or 0) // 2), int((entry.place.longitude or 0) // 2)


def prior(entry: Entry) -> float:
    """How likely a bare name means a place, without the text: log10 of population for a city, more for fame."""
    if entry.kind != "city":
        score = _PRIOR[entry.kind] - (4.0 if entry.level == 2 else 0.0)
        return score if entry.own_name else score - 0.5
    score = log10(entry.population + 10)
    score += 1.0 if entry.capital else 0.0
    score += 1.0 if entry.population > 1_000_000 else 0.0
    return score if entry.own_name else score - (0.3 if entry.capital or entry.population > 300_000 else 1.5)


def _wanted(entry: Entry, wants: str | None) -> float:
    if wants == "region":
        return 6.0 if entry.kind == "region" and entry.level == 1 else 3.0 if entry.kind in ("region", "area") else 0.0
    if wants == "district":
        return 6.0 if entry.kind == "region" and entry.level == 2 else 1.0 if entry.kind == "region" else 0.0
    if wants == "wide":
        return 2.5 if entry.kind != "city" else 0.0
    if wants in ("town", "city"):
        return (2.5 if wants == "town" else 7.0) if entry.kind == "city" else 0.0
    return 0.0


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether a country or region holds a place.

    A place is not in itself; a region without a first-level key holds nothing.
    """
    if outer.kind == "country":
        return inner.kind != "country" and inner.place.country == outer.place.country
    if outer.kind == "region" and outer.level == 1:
        return inner.region == outer.region and (inner.kind == "city" or inner.level == 2)
    return False


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that a candidate means. score: above the next one by `lead`; pinned: the text itself says which one."""

    entry: Entry
    score: float
    lead: float
    pinned: bool


def choose_places(
    candidates: tuple[Candidate, ...], text: str, gazetteer: Gazetteer, actors: tuple[ActorMention, ...]
) -> tuple[Choice, ...]:
    """The likeliest place of each candidate, in order."""
    pins = _pins(candidates, text, gazetteer)
    context = Context()
    for actor in actors:
        if actor.actor.country and len(actor.actor.country) == 3:
            context.countries[actor.actor.country] += 1
    for one in candidates:
        sure = _sure(one)
        if sure is not None and one.support > -1:
            context.add(sure)
    for entry in pins.values():
        context.add(entry, 2)
    by_name = {candidates[index].name: entry for index, entry in sorted(pins.items(), reverse=True)}
    for country in context.countries:
        context.beside |= gazetteer.neighbours.get(country, frozenset())
    first = _choose_all(candidates, pins, by_name, context)
    for one, choice in zip(candidates, first, strict=True):
        if choice.lead > 1.0 and one.support > -1 and _sure(one) is None:
            context.add(choice.entry)
    return _choose_all(candidates, pins, by_name, context)


def _sure(one: Candidate) -> Entry | None:
    """The entry of a name with one bearer, None for any other."""
    return one.entries[0] if len(one.entries) == 1 else None


def _choose_all(
    candidates: tuple[Candidate, ...], pins: dict[int, Entry], by_name: dict[str, Entry], context: Context
) -> tuple[Choice, ...]:
    memory: dict[tuple[str, str | None, str | None], Choice] = {}
    found: list[Choice] = []
    kinds = _list_kinds(candidates)
    for index, one in enumerate(candidates):
        if index in pins:
            found.append(Choice(pins[index], 10.0, 5.0, True))
            continue
        key = (one.name, one.wants, kinds.get(index))
        if key not in memory:
            memory[key] = _choose(one, by_name.get(one.name), context, kinds.get(index))
        found.append(memory[key])
    return tuple(found)


def _list_kinds(candidates: tuple[Candidate, ...]) -> dict[int, str]:
    """What the sure members of a list are, for its members by index: in "Ohio, New York and Indiana" all are states."""
    found: dict[int, str] = {}
    start = 0
    for index in range(1, len(candidates) + 1):
        if index < len(candidates) and candidates[index].listed:
            continue
        if index - start > 1:
            firsts = [one.entries[0] for one in candidates[start:index] if one.entries[0].own_name]
            kinds = Counter(entry.kind for entry in firsts if entry.kind != "region" or entry.level == 1)
            kind, count = min(kinds.items(), key=lambda item: (-item[1], item[0])) if kinds else ("", 0)
            if count * 2 > index - start:
                found.update(dict.fromkeys(range(start, index), kind))
        start = index
    return found


def _score(entry: Entry, one: Candidate, context: Context, kind: str | None) -> float:
    score = prior(entry) + _wanted(entry, one.wants) + context.favour(entry)
    if entry.kind == kind and entry.level < 2:
        score += 2.5
    return score - (3.0 if one.wants != "region" and _named_after_town(entry, one.entries) else 0.0)


def _named_after_town(region: Entry, entries: tuple[Entry, ...]) -> bool:
    """Whether a region bears the name of a town that holds a good part of it: Belgorod, but not Quebec."""
    return region.kind == "region" and any(
        e.kind == "city"
        and (e.region == region.region or _close(e, region))
        and (e.population * 6 > region.population or not region.own_name)
        for e in entries
    )


def _close(one: Entry, other: Entry) -> bool:
    """Whether two places lie within half a degree, in one country: a town and the governorate of its name."""
    if one.place.latitude is None or other.place.latitude is None or one.place.country != other.place.country:
        return False
    apart = abs((one.place.longitude or 0) - (other.place.longitude or 0))
    return abs(one.place.latitude - other.place.latitude) < 0.5 and apart < 0.5


def _choose(one: Candidate, named: Entry | None, context: Context, kind: str | None) -> Choice:
    scores = sorted(
        ((_score(e, one, context, kind) + (5.0 if e == named else 0.0), -i) for i, e in enumerate(one.entries)),
        reverse=True,
    )
    best, position = scores[0]
    lead = best - scores[1][0] if len(scores) > 1 else 5.0
    return Choice(one.entries[-position], best, lead, named == one.entries[-position])


def _pins(candidates: tuple[Candidate, ...], text: str, gazetteer: Gazetteer) -> dict[int, Entry]:
    """Places that the words right beside say: "Paris, Texas", "London (Ontario)", "Ukraine's Kharkiv", "Gary, Ind."."""
    pins: dict[int, Entry] = {}
    short = region_abbreviations()
    for index in range(len(candidates) - 1, -1, -1):
        one = candidates[index]
        tail = text[one.span.end : one.span.end + 12]
        after = (
            candidates[index + 1]
            if index + 1 < len(candidates) and candidates[index + 1].sentence == one.sentence
            else None
        )
        if tail[:2] == ", ":
            key = short.get(tail[2:].split(" ")[0].rstrip(",;:)")) or short.get(tail[2:].split(",")[0])
            inside = [e for e in one.entries if key and e.region == key and e.kind != "country" and e.level != 1]
            if inside:
                pins[index] = max(inside, key=prior)
                continue
        if after is not None:
            _pin_pair(index, candidates, text[one.span.end : after.span.start], pins)
    return pins


_INSIDE = (",", "(", "in", "en", "au", "aux", "dans", "in the", "dans le", "dans la", "in eastern", "in western",
           "in southern", "in northern", "dans l’", "dans l'", "in central", ", in", ", en", ", au", ", dans le", ", dans la",
           ", dans l'", ", dans l’", ", aux", "in the us state of", ", in the", ", a city in", "dans l'est de l'",
           "dans l’est de l’")  # fmt: skip


def _peers(one: Candidate, inner: Entry, outer: Entry) -> bool:
    """Whether "A, B" may be a list of two alike: two countries, or two states ("Indiana, Ohio"), and not a town in a state."""
    if outer.kind == "country":
        return inner.kind == "city" and any(e.kind == "country" for e in one.entries)
    return any(e.kind == "region" and e.level == 1 and e.own_name for e in one.entries)


def _pin_pair(index: int, candidates: tuple[Candidate, ...], between: str, pins: dict[int, Entry]) -> None:
    one, after = candidates[index], candidates[index + 1]
    joint = " ".join(between.lower().split())
    if joint in _INSIDE:
        outers = (pins[index + 1],) if index + 1 in pins else after.entries
        pairs = [(inner, outer) for outer in outers for inner in one.entries if contains(outer, inner)]
        if joint == "," and after.listed:
            pairs = [pair for pair in pairs if not _peers(one, *pair)]
        if pairs:
            inner, outer = max(pairs, key=lambda pair: prior(pair[0]) + 2 * prior(pair[1]))
            pins[index] = inner
            pins.setdefault(index + 1, outer)
    elif joint in ("'s", "’s", "'s eastern", "’s eastern", "'s southern", "'s northern", "'s western", "'s city of"):
        inside = [(e, o) for o in one.entries for e in after.entries if contains(o, e)]
        if inside and index + 1 not in pins:
            pins[index + 1] = max((e for e, _ in inside), key=prior)
