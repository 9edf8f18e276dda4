"""Places that the words right beside a name say: "Paris, Texas", "London (Ontario)", "Ukraine's Kharkiv", "Gary, Ind."."""

from __future__ import annotations

from dragoman.reading.places.candidate import Candidate
from dragoman.reading.places.prior import contains, prior
from dragoman.world.place import Entry, region_abbreviations


def find_pins(candidates: tuple[Candidate, ...], text: str) -> dict[int, Entry]:
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
    return any(e.level == 1 and e.own_name and e.place.country == outer.place.country for e in one.entries)


def _pin_pair(index: int, candidates: tuple[Candidate, ...], between: str, pins: dict[int, Entry]) -> None:
    one, after = candidates[index], candidates[index + 1]
    joint = " ".join(between.lower().split())
    if joint in _INSIDE:
        outers = (pins[index + 1],) if index + 1 in pins else after.entries
        pairs = [(inner, outer) for outer in outers for inner in one.entries if contains(outer, inner)]
        if joint == ",":
            pairs = [pair for pair in pairs if not _peers(one, *pair)]
        if pairs:
            inner, outer = max(pairs, key=lambda pair: prior(pair[0]) + 2 * prior(pair[1]))
            pins[index] = inner
            pins.setdefault(index + 1, outer)
    elif joint in ("'s", "’s", "'s eastern", "’s eastern", "'s southern", "'s northern", "'s western", "'s city of"):
        inside = [(e, o) for o in one.entries for e in after.entries if contains(o, e)]
        if inside and index + 1 not in pins:
            pins[index + 1] = max((e for e, _ in inside), key=prior)
