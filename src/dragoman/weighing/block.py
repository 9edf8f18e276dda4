"""Which claims are worth comparing: two claims that can be one fact share a key, and few others do."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.claim import Claim
from dragoman.weighing.admission import is_admission
from dragoman.weighing.compare import NEAR_DAYS, ONE_NEWS_DAYS, is_telling
from dragoman.weighing.profile import Profile, block_of, level_of, sides_of

Key = tuple[str, ...]


def block_keys(one: Profile) -> tuple[Key, ...]:
    """Keys of a claim. Whatever `tie` holds together has one in common: words, copies, number, place, source, or a month."""
    return tuple(dict.fromkeys((*key, *one.block) for key in _keys(one)))


def family_of(claim: Claim) -> Key:
    """What claims share that can meet at all: claims of two families are never one fact, and never disagree.

    For statements and judgements whose they are, for all else the states on their sides.
    """
    if claim.matter in ("statement", "judgement"):
        return block_of(claim)
    return ("between", *sides_of(claim))


def _keys(one: Profile) -> Iterator[Key]:
    yield ("words", one.words)
    if one.content:
        yield ("content", one.content)
        if is_admission(one) and one.window is not None:
            yield from (("admitted", month) for month in one.window.months())
        return
    if one.copied:
        yield ("copy", one.head, one.trigger)
    near = tuple(_stretches(one, NEAR_DAYS))
    if one.quantity is not None and one.quantity.state == "value":
        level = level_of(one.quantity)
        value = f"{level:.15g}"
        if is_telling(level):
            yield ("number", value)
        yield from (("number", value, stretch) for stretch in near)
        if one.origin.named:
            yield ("number", value, one.origin.key)
    if one.place is not None:
        names = (one.place.name, one.place.admin1, str(one.place.geonames_id))
        yield from (("place", name, stretch) for name in names if name for stretch in near)
    if one.window is not None:
        yield from (("month", month) for month in one.window.months())
    if one.origin.named:
        yield from (("source", one.origin.key, stretch) for stretch in _stretches(one, ONE_NEWS_DAYS))


def _stretches(one: Profile, days: int) -> Iterator[str]:
    """Numbered stretches of so many days in which it was printed, and the one after: two printings that close share one."""
    if one.printed is not None:
        first, last = (day // days for day in one.printed)
        yield from (str(number) for number in range(first, last + 2))
