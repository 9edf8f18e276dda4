"""Names that are part of something else: of a region, a street, a sum of money, a compound word, another institution."""

from __future__ import annotations

from typing import Protocol

from dragoman.reading.actors.words import Words
from dragoman.world.actor_grammar import Grammar

_MONEY = "$€£¥"
_MAX_ROAD = 3  # digits: "U.S. 21" is a road, "the US 2024 budget" is not
_TO_COUNTED = 4  # words from a number to what it counts: "14 new armoured personnel carriers"
_IN_COUNTED = ("ADJ", "NOUN", "PROPN", "NUM", "VERB")  # "14 armoured", where a parser may see a verb
_ROAD_BACK = 3  # words that may stand between "rue" and the name it has


class Found(Protocol):
    """A name of the tables in the text, as `Hit` is."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def kind(self) -> str: ...


def is_part(words: Words, hit: Found, grammar: Grammar) -> bool:
    """Whether the words of a name mean something that only bears it: "Hauts-de-France", "US$5", "rue de Serbie"."""
    if hit.kind in ("state", "seat", "nationality"):
        return (
            _is_money(words, hit)
            or _is_road(words, hit, grammar)
            or _is_compound(words, hit, grammar)
            or (hit.kind != "nationality" and _is_region(words, hit))
        )
    return hit.kind == "organisation" and _is_prize(words, hit, grammar)


def _is_money(words: Words, hit: Found) -> bool:
    return words.text[words.ends[hit.last] : words.ends[hit.last] + 1] in tuple(_MONEY)


def _is_region(words: Words, hit: Found) -> bool:
    """ "Hauts-de-France": a hyphen ties the name to a capital before it, over a small word or none; "China-Russia" is two."""
    before = hit.first - 1
    if before < 1 or not words.hyphened(hit.first):
        return False
    small = words.form(before).islower() and len(words.form(before)) <= 3
    return small and words.hyphened(before) and words.capital(before - 1)


def _is_road(words: Words, hit: Found, grammar: Grammar) -> bool:
    """ "rue Anne de Norvège", "Moscow Road", "U.S. 21"."""
    after = hit.last + 1
    if after < len(words) and words.joined[after] and not words.hyphened(after):
        form = words.form(after)
        if grammar.has("road_after", words.folded[after]) and words.capital(after):
            return True
        if form.isdigit() and len(form) <= _MAX_ROAD and hit.kind == "state" and not _counts(words, after):
            return True
    place = hit.first
    for _ in range(_ROAD_BACK):
        if place == 0 or not words.joined[place] or words.sentence[place - 1] != words.sentence[hit.first]:
            return False
        place -= 1
        if grammar.has("road_before", words.folded[place]):
            return True
        if not (
            words.capital(place)
            or grammar.has("of", words.folded[place])
            or grammar.has("article", words.folded[place])
        ):
            return False
    return False


def _counts(words: Words, index: int) -> bool:
    """Whether a number counts a noun behind it: "the US 12 soldiers", "offered Moldova 14 armoured vehicles", "18 million euros"."""
    for after in range(index + 1, min(index + 1 + _TO_COUNTED, len(words))):
        token = words.token_of(after)
        if words.sentence[after] != words.sentence[index] or token.upos not in _IN_COUNTED:
            return False
        if token.upos == "NOUN" and token.has("Number=Plur"):
            return True
    return False


def _is_compound(words: Words, hit: Found, grammar: Grammar) -> bool:
    """ "Russian-flagged ships", "US-backed rebels", "Russian-speaking": how a thing is, not who acts."""
    after = hit.last + 1
    return after < len(words) and words.hyphened(after) and grammar.has("compound_after", words.folded[after])


def _is_prize(words: Words, hit: Found, grammar: Grammar) -> bool:
    """ "la Coupe BBC": a cup or a prize that bears the name of a firm."""
    before = hit.first - 1
    return before >= 0 and words.spaced(hit.first) and grammar.has("prize_before", words.folded[before])
