"""Places that a text names, put on the map, with how exact the words are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from math import log10

from dragoman.model.mention import ActorMention, PlaceMention
from dragoman.model.place import Place
from dragoman.model.span import quote
from dragoman.model.tree import Sentence
from dragoman.reading.places.acting import acts
from dragoman.reading.places.candidate import Candidate, find_candidates
from dragoman.reading.places.choice import Choice, choose_places
from dragoman.reading.places.phrase import Cues, gives_name
from dragoman.reading.places.printing import printing_of
from dragoman.world.place import Entry, Gazetteer, doubtful_names, load_gazetteer, place_cues

# A name is a place if what speaks for it adds up to this: 1 is a town of 100,000 in a plain sentence, or any village after
# "in". Chosen on 2026-11-22; lower finds more villages and more surnames.
_ENOUGH = 1.0
# For a name that is surely a place elsewhere in the document: it is one again in "the Laredo Youth Chorus" and in "Radio Laredo",
# unless more than the start of a longer name (3) speaks against it, as a first name before it does (4).
_SETTLED, _LOST = 3.0, -3.1
_ROW = 2.5  # for three and more in a row
_JOINED = 3.0  # what the hyphen took away


def find_places(
    sentences: tuple[Sentence, ...],
    text: str,
    language: str,
    actors: tuple[ActorMention, ...],
    url: str | None = None,
) -> tuple[PlaceMention, ...]:
    """Places named in a text, in text order; () if there are none.

    language: ISO 639-1 of the text. actors: mentions in the text; a place inside a longer name of theirs is none, and their
    countries help to tell homonyms apart. url: address of the page, which may tell where its paper is printed. A capital that
    acts for its government ("Moscow denied it") is no place.
    where_prec follows UCDP GED: 1 the place itself, 2 near it, 3 and 4 second- and first-level region, 5 a line or area
    (also "between A and B"), 6 country, 7 sea or "off the coast of".
    """
    gazetteer = load_gazetteer(language)
    cues = place_cues(gazetteer.language)
    candidates = find_candidates(sentences, text, gazetteer, actors)
    choices = choose_places(candidates, text, gazetteer, actors, printing_of(url, gazetteer))
    context = _context(candidates, choices)
    standing = {one.quote.span for one in actors}
    found: list[PlaceMention] = []
    acted: Candidate | None = None
    scores = _scores(candidates, choices, context)
    company = _in_company(candidates, choices)
    for index, (one, choice, score) in enumerate(zip(candidates, choices, scores, strict=True)):
        if score < _ENOUGH:
            continue
        tokens = sentences[one.sentence].tokens
        before = _before(text, one, sentences)
        near = _ends(before, cues["near"]) or choice.pinned
        if choice.entry.capital and not near and index not in company and acts(one, tokens, cues, acted, standing):
            acted = one
            continue
        place, why = _place(one, choice, gazetteer, before, cues)
        if one.cue in cues["between"] and place.where_prec < 6:
            place, why = replace(place, where_prec=5), f"{why}; between two places"
        found.append(PlaceMention(quote(one.span, text), place, why))
    return tuple(found)


def _context(candidates: tuple[Candidate, ...], choices: tuple[Choice, ...]) -> Counter[str]:
    """How often the document names each country and region, by alpha-3 or region key."""
    seen: Counter[str] = Counter()
    for one, choice in zip(candidates, choices, strict=True):
        if one.support > 0:
            if choice.entry.place.country:
                seen[choice.entry.place.country] += 1
            if choice.entry.region:
                seen[choice.entry.region] += 1
    return seen


def _in_company(candidates: tuple[Candidate, ...], choices: tuple[Choice, ...]) -> set[int]:
    """Indices of those listed with a town that is no capital: in "Ankara and Istanbul" both are towns."""
    found: set[int] = set()
    for index in range(1, len(candidates)):
        if candidates[index].listed:
            for one, other in ((index, index - 1), (index - 1, index)):
                entry = choices[other].entry
                if entry.kind == "city" and not entry.capital and entry.population > 0:
                    found.add(one)
    return found


def _scores(candidates: tuple[Candidate, ...], choices: tuple[Choice, ...], context: Counter[str]) -> list[float]:
    """What speaks for each candidate, with what the others say of it.

    A name that is surely a place once in a document, "in Lyme", "the city of Lyme", is so again, "a Lyme man"; two such that a hyphen
    joins are two places, "the Lyme-Deering schools"; and so are three or more in a row, "crews from Lyme, Deering and Weare".
    """
    scores = [_score(one, choice, context) for one, choice in zip(candidates, choices, strict=True)]
    settled = {
        one.name
        for one, choice, score in zip(candidates, choices, scores, strict=True)
        if score >= _ENOUGH
        and (one.wants == "city" or ((choice.pinned or one.strict) and not _may_be_word(one, choice)))
    }
    for index, one in enumerate(candidates):
        if one.name in settled and one.support > _LOST:
            scores[index] += _SETTLED
        after = candidates[index + 1] if index + 1 < len(candidates) else None
        if after is not None and after.span.start == one.span.end + 1 and {one.name, after.name} <= settled:
            scores[index] += _JOINED
            scores[index + 1] += _JOINED
    for first, end in _rows(candidates):
        sure = sum(one.name not in doubtful_names() for one in candidates[first:end])
        if end - first > 2 and sure * 2 >= end - first:
            scores[first:end] = [score + _ROW for score in scores[first:end]]
    return scores


def _may_be_word(one: Candidate, choice: Choice) -> bool:
    """Whether a name is a word's or a person's as often as the place's; a state's or a country's is first of all its own."""
    great = choice.entry.kind == "country" or choice.entry.level == 1
    return one.name in doubtful_names() and not (great and choice.entry.own_name)


def _rows(candidates: tuple[Candidate, ...]) -> Iterator[tuple[int, int]]:
    """First and past-last index of each row of candidates that nothing but a comma or "and" parts."""
    start = 0
    for index in range(1, len(candidates) + 1):
        if index == len(candidates) or not candidates[index].rowed:
            yield start, index
            start = index


def _score(one: Candidate, choice: Choice, context: Counter[str]) -> float:
    """What speaks for a candidate: its own size, the words around it and the rest of the document."""
    entry = choice.entry
    score = one.support + (4.0 if choice.pinned else 0.0)
    if entry.kind == "country":
        return score + 4.0
    if entry.kind == "area":
        return score + (3.5 if entry.own_name else 2.5)
    if entry.region and context[entry.region] > 1:
        score += 1.0
    if entry.place.country and context[entry.place.country] > 1:
        score += 0.5
    if entry.kind == "region":
        return score + (2.5 if entry.level == 1 else 0.5)
    return score + min(3.0, max(-1.5, log10(entry.population + 1) - 4.0)) - (0.0 if entry.own_name else 0.5)


def _before(text: str, one: Candidate, sentences: tuple[Sentence, ...]) -> str:
    start = max(sentences[one.sentence].span.start, one.span.start - 40)
    return " " + text[start : one.span.start].lower().replace("’", "'").rstrip().removesuffix(" the")


def _place(one: Candidate, choice: Choice, gazetteer: Gazetteer, before: str, cues: Cues) -> tuple[Place, str]:
    entry = choice.entry
    if one.wants in ("region", "district") and entry.kind == "city":
        region = gazetteer.region(entry.region or "")
        if region is not None and gives_name(entry, gazetteer):
            return region.place, f"region of {entry.place.name}"
        return replace(entry.place, where_prec=3), f"region named after {entry.place.name}"
    place, why = entry.place, _reason(entry, choice)
    if _ends(before, cues["coast"]):
        return replace(place, where_prec=7), f"{why}; off its coast"
    if place.where_prec == 1 and (one.wants == "area" or _ends(before, cues["near"])):
        return replace(place, where_prec=2), f"{why}; near it"
    return place, why


def _ends(before: str, cues: frozenset[str]) -> bool:
    return before.endswith(tuple(f" {cue}" for cue in cues))


def _reason(entry: Entry, choice: Choice) -> str:
    what = {"city": f"town of {entry.population}", "region": "region", "country": "country", "area": "area"}[entry.kind]
    return f"named; {what}" + ("; its region or country stands beside it" if choice.pinned else "")
