"""Places that the words right beside a name say: "Paris, Texas", "London (Ontario)", "Ukraine's Kharkiv", "Gary, Ind."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.reading.places.candidate import Candidate
from dragoman.reading.places.prior import contains, is_beside, prior
from dragoman.world.place import Entry, place_cues, region_abbreviations

_LONGEST = 60  # characters of a joint
_NEVER = r"(?!)"  # French has no owner before a name


def find_pins(candidates: tuple[Candidate, ...], text: str, language: str) -> dict[int, Entry]:
    """The place of each candidate that its neighbours pin down, by the candidate's index."""
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
            _pin_pair(index, candidates, text[one.span.end : after.span.start], pins, language)
    return pins


@dataclass(frozen=True, slots=True)
class _Joints:
    """What stands between two names of which one lies in the other: `inside` in that order, `owned` in the other.

    suburb: between a town and a part of it or a place beside it, in the other order too.
    """

    inside: re.Pattern[str]
    owned: re.Pattern[str]
    suburb: re.Pattern[str]


@cache
def _joints(language: str) -> _Joints:
    """The joints of a language: "in", "in the east of", ", a town in"; "dans", "dans l'est de", ", une ville de".

    They are matched in small letters with plain apostrophes.
    """
    cues = place_cues(language)
    side, kind, area = (_any(cues[name]) for name in ("direction", "place", "region"))
    if language == "fr":
        of = "(?:de|du|des|d'|de la|de l')"
        within = f"(?:en|aux?|dans(?: les?| la| l')?|dans (?:le |la |l'){side} {of})"
        inside = f"[,(]|(?:, )?{within}|(?:, )?dans (?:le |la |l'){area}(?: \\w+)? {of}|, une? {kind} (?:{of}|{within})"
        return _Joints(re.compile(inside), re.compile(_NEVER), re.compile(_NEVER))
    within = f"in(?: the)?(?: {side})?|in the {side} of|in the (?:\\w+ )?{area} of"
    return _Joints(
        re.compile(f"[,(]|(?:, )?(?:{within})|, an? {kind} (?:{within})"),
        re.compile(f"'s(?: {side})?(?: {kind} of)?"),
        re.compile(f"(?:'s)?(?: {side})? {kind} of"),
    )


def _any(words: frozenset[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words)))})"


def _peers(one: Candidate, inner: Entry, outer: Entry) -> bool:
    """Whether "A, B" may be a list of two alike: two countries, or two states ("Indiana, Ohio"), and not a town in a state."""
    if outer.kind == "country":
        return inner.kind == "city" and any(e.kind == "country" for e in one.entries)
    return any(e.level == 1 and e.own_name and e.place.country == outer.place.country for e in one.entries)


def _pin_pair(
    index: int, candidates: tuple[Candidate, ...], between: str, pins: dict[int, Entry], language: str
) -> None:
    one, after = candidates[index], candidates[index + 1]
    joint = " ".join(between.lower().replace("’", "'").split())
    if len(joint) > _LONGEST:
        return
    if _joints(language).inside.fullmatch(joint):
        outers = (pins[index + 1],) if index + 1 in pins else after.entries
        pairs = [(inner, outer) for outer in outers for inner in one.entries if contains(outer, inner)]
        if joint == ",":
            pairs = [pair for pair in pairs if not _peers(one, *pair)]
        if pairs:
            inner, outer = max(pairs, key=lambda pair: prior(pair[0]) + 2 * prior(pair[1]))
            pins[index] = inner
            pins.setdefault(index + 1, outer)
        return
    joints = _joints(language)
    owned, suburb = joints.owned.fullmatch(joint), joints.suburb.fullmatch(joint)
    if not (owned or suburb) or index + 1 in pins:
        return
    pairs = [(e, o) for o in one.entries for e in after.entries if contains(o, e) or (suburb and is_beside(o, e))]
    if pairs:
        pins[index + 1], _ = max(pairs, key=lambda pair: prior(pair[0]) + 2 * prior(pair[1]))
