"""Which of the places of one name a text means: what stands beside it, what else the document names, and size."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dragoman.model.mention import ActorMention
from dragoman.reading.places.candidate import Candidate
from dragoman.reading.places.context import SILENT, Context, Voice, share_out, voice_of
from dragoman.reading.places.pin import find_pins
from dragoman.reading.places.printing import UNKNOWN, Printing, printed_names
from dragoman.reading.places.prior import prior
from dragoman.world.place import Entry, Gazetteer

# How many orders of magnitude places nearby may add to a town; less where the name is a country's or a state's too, as a
# small "Oregon" stands near something anywhere in America.
_NEAR_MOST, _NEAR_SHY = 5.0, 1.5
# How many mentions a site's country or name weighs, and the town of a paper that is known.
_SITE_TIMES, _PAPER_TIMES = 2, 3
# For the towns of a name: a paper is called after it, "perunews.com"; it is a city's elsewhere in the document, "the city of Peru".
_BEARS, _CALLED = 2.0, 4.0
_ROUNDS = 3  # how often the names of a document are weighed against one another


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that a candidate means. pinned: the text itself says which one."""

    entry: Entry
    pinned: bool


_Ask = tuple[str | None, str | None]  # what kind of place the words around a name and its list call for


@dataclass(slots=True)
class _Name:
    """A name of a document. asks: how often each kind of place is called for; scores: what speaks for each of its places then,
    apart from the document. near: how much places nearby may add.

    times: how often it is printed where it may be a place. voice: what it said in the last round. printed: whether the paper
    itself bears it, which papers do from their towns.
    """

    entries: tuple[Entry, ...]
    asks: Counter[_Ask]
    near: float
    pinned: Entry | None
    scores: dict[_Ask, tuple[float, ...]] = field(default_factory=dict)
    times: int = 0
    voice: Voice = SILENT
    printed: bool = False

    def ask(self, ask: _Ask) -> None:
        """Count one printing of the name."""
        if ask not in self.asks:
            self.scores[ask] = tuple(_score(entry, self.entries, ask) for entry in self.entries)
        self.asks[ask] += 1


def choose_places(
    candidates: tuple[Candidate, ...],
    text: str,
    gazetteer: Gazetteer,
    actors: tuple[ActorMention, ...],
    printing: Printing = UNKNOWN,
) -> tuple[Choice, ...]:
    """The likeliest place of each candidate, in order. printing: where the document was printed."""
    pins = find_pins(candidates, text, gazetteer.language)
    pinned = {candidates[index].name: entry for index, entry in sorted(pins.items(), reverse=True)}
    kinds = _list_kinds(candidates)
    names: dict[str, _Name] = {}
    for index, one in enumerate(candidates):
        name = names.setdefault(one.name, _name(one.entries, pinned.get(one.name)))
        name.ask((one.wants, kinds.get(index)))
        name.times += one.support > -1
    _add_printed(names, printing, gazetteer)
    start = _first_context(_unplaced(actors, candidates), gazetteer)
    if printing.country:
        start.add(Voice({printing.country: _SITE_TIMES}, {}, {}))
    if printing.town is not None:
        start.add(voice_of(((printing.town, 1.0),), _PAPER_TIMES))
    context = start
    for _ in range(_ROUNDS):
        context = _weigh(names, context, start)
    chosen = {(key, ask): _choose(name, ask, context) for key, name in names.items() for ask in name.asks}
    return tuple(
        Choice(pins[index], True) if index in pins else chosen[one.name, (one.wants, kinds.get(index))]
        for index, one in enumerate(candidates)
    )


def _name(entries: tuple[Entry, ...], pinned: Entry | None) -> _Name:
    near = _NEAR_SHY if any(_is_great(entry) for entry in entries) else _NEAR_MOST
    return _Name(entries, Counter(), near, pinned)


def _add_printed(names: dict[str, _Name], printing: Printing, gazetteer: Gazetteer) -> None:
    """Let the names in the paper's address speak like names in its text."""
    for one in printed_names(printing, names, gazetteer):
        name = names.setdefault(one, _name(gazetteer.find(one), None))
        name.printed = True
        name.ask(("town", None))
        name.times += _SITE_TIMES


def _unplaced(actors: tuple[ActorMention, ...], candidates: tuple[Candidate, ...]) -> list[ActorMention]:
    """Actors whose words name none of the places to be chosen: "Paris police" must not say that Paris is in France."""
    spans = sorted((one.span.start, one.span.end) for one in candidates)
    found, index = [], 0
    for actor in sorted(actors, key=lambda one: one.quote.span):
        while index < len(spans) and spans[index][1] <= actor.quote.span.start:
            index += 1
        if index == len(spans) or spans[index][0] >= actor.quote.span.end:
            found.append(actor)
    return found


def _first_context(actors: list[ActorMention], gazetteer: Gazetteer) -> Context:
    named = Counter(one.actor.country for one in actors if one.actor.country and len(one.actor.country) == 3)
    beside = frozenset[str]().union(*(gazetteer.neighbours.get(one, frozenset()) for one in sorted(named)))
    return Context({country: float(times) for country, times in named.items()}, beside=beside)


def _weigh(names: dict[str, _Name], before: Context, start: Context) -> Context:
    """Share each name out over its places as the rest of the document would have it; the context that this makes."""
    after = Context(dict(start.countries), dict(start.regions), dict(start.cells), start.beside)
    for name in names.values():
        shares = ((name.pinned, 1.0),) if name.pinned is not None else share_out(_judged(name, name.asks, before))
        name.voice = voice_of(shares, name.times) if name.times else SILENT
    for name in names.values():
        after.add(name.voice)
    return after


def _judged(name: _Name, asks: Counter[_Ask], context: Context) -> list[tuple[Entry, float]]:
    """The places of a name, each with what speaks for it where these kinds of place are called for."""
    times = sum(asks.values())
    weighted = [(count / times, name.scores[ask]) for ask, count in asks.items()]
    return [
        (entry, sum(share * scores[index] for share, scores in weighted) + context.favour(entry, name.voice, name.near))
        for index, entry in enumerate(name.entries)
    ]


def _choose(name: _Name, ask: _Ask, context: Context) -> Choice:
    judged = _judged(name, Counter((ask,)), context)
    town = (_BEARS if name.printed else 0.0) + (_CALLED if any(wants == "city" for wants, _ in name.asks) else 0.0)

    def likely(one: tuple[Entry, float]) -> float:
        entry, score = one
        return score + (5.0 if entry == name.pinned else 0.0) + (town if entry.kind == "city" else 0.0)

    entry, _ = max(judged, key=likely)
    return Choice(entry, name.pinned == entry)


def _is_great(entry: Entry) -> bool:
    return entry.kind == "country" or (entry.kind == "region" and entry.level == 1 and entry.own_name)


def _score(entry: Entry, entries: tuple[Entry, ...], ask: _Ask) -> float:
    wants, kind = ask
    score = prior(entry) + _wanted(entry, wants)
    if entry.kind == kind and entry.level < 2:
        score += 2.5
    if entry.kind == "city" and any(e.kind == "country" and e.place.country == entry.place.country for e in entries):
        score -= 3.0  # Singapore, Luxembourg, Panama: the state, unless the words ask for the town
    return score - (3.0 if wants != "region" and _named_after_town(entry, entries) else 0.0)


def _wanted(entry: Entry, wants: str | None) -> float:
    if wants == "region":
        return 4.0 if entry.kind == "region" and entry.level == 1 else 3.0 if entry.kind in ("region", "area") else 0.0
    if wants == "district":
        return 6.0 if entry.kind == "region" and entry.level == 2 else 1.0 if entry.kind == "region" else 0.0
    if wants == "wide":
        return 3.0 if entry.kind != "city" else 0.0
    if wants in ("town", "city"):
        return (2.5 if wants == "town" else 7.0) if entry.kind == "city" else 0.0
    return 0.0


def _list_kinds(candidates: tuple[Candidate, ...]) -> dict[int, str]:
    """What the sure members of a list are, for its members by index: in "Ohio, New York and Indiana" all are states."""
    found: dict[int, str] = {}
    start = 0
    for index in range(1, len(candidates) + 1):
        if index < len(candidates) and candidates[index].listed:
            continue
        if index - start > 1:
            likeliest = (max(one.entries, key=prior) for one in candidates[start:index])
            firsts = [entry for entry in likeliest if entry.own_name]
            kinds = Counter(entry.kind for entry in firsts if entry.kind != "region" or entry.level == 1)
            kind, count = min(kinds.items(), key=lambda item: (-item[1], item[0])) if kinds else ("", 0)
            if count * 2 > index - start:
                found.update(dict.fromkeys(range(start, index), kind))
        start = index
    return found


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
