"""Names that share one word of kind: in "Dale, Grady and Noble counties" and "the counties of Dale and Grady" each is a county's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dragoman.model.tree import Token
from dragoman.reading.places.phrase import Cues, Hit, word_of
from dragoman.world.place import Gazetteer

Ending = Callable[[int], Hit | None]  # the name completed by the word of kind that ends at a token

_LONGEST = 4  # words of one name: "St. John the Baptist"


def shared_hits(tokens: tuple[Token, ...], text: str, gazetteer: Gazetteer, cues: Cues) -> dict[int, Hit]:
    """Names of a list completed by the word after or before it, by their first token; a list ends at what is no such name."""
    kinds = dict(one.split("=") for one in sorted(cues.get("shared", ())))
    found: dict[int, Hit] = {}
    for index, token in enumerate(tokens):
        kind = kinds.get(token.form.lower())
        if kind is None:
            continue
        ending = partial(_completed, tokens=tokens, text=text, gazetteer=gazetteer, kind=kind)
        some = _listed_before(index, tokens, cues, ending)
        if len(some) < 2:
            some = _listed_after(index, tokens, cues, ending)
        if len(some) > 1:
            found.update({hit.first: hit for hit in some})
    return found


def _listed_before(index: int, tokens: tuple[Token, ...], cues: Cues, ending: Ending) -> list[Hit]:
    """The names of a list that a word of kind closes: "Dale, Grady and Noble counties"."""
    last = index - 1
    some: list[Hit] = []
    while last >= 0:
        hit = ending(last)
        if hit is None:
            break
        some.append(hit)
        last = hit.first - 1
        while last >= 0 and word_of(tokens[last]) in cues["join"]:
            last -= 1
    return some


def _listed_after(index: int, tokens: tuple[Token, ...], cues: Cues, ending: Ending) -> list[Hit]:
    """The names of a list that a word of kind opens: "the counties of Dale and Grady", "three counties: Dale and Grady"."""
    first = index + 1
    while first < len(tokens) and first <= index + 2 and word_of(tokens[first]) in cues["opens_list"]:
        first += 1
    some: list[Hit] = []
    while index + 1 < first < len(tokens):
        ends = range(min(first + _LONGEST, len(tokens)) - 1, first - 1, -1)
        hit = next((one for one in map(ending, ends) if one is not None and one.first == first), None)
        if hit is None:
            break
        some.append(hit)
        first = hit.last + 1
        while first < len(tokens) and word_of(tokens[first]) in cues["join"]:
            first += 1
    return some


def _completed(last: int, tokens: tuple[Token, ...], text: str, gazetteer: Gazetteer, kind: str) -> Hit | None:
    """The longest name that ends at a token and is a region's with the word of kind."""
    for first in range(max(0, last - _LONGEST + 1), last + 1):
        if not all(token.form[0].isupper() or token.form == "." for token in tokens[first : last + 1]):
            continue
        name = text[tokens[first].span.start : tokens[last].span.end]
        both = (*gazetteer.find(f"{name} {kind}"), *gazetteer.find(name))
        entries = tuple(one for one in dict.fromkeys(both) if one.kind == "region")
        if entries:
            return Hit(first, last, f"{name} {kind}", entries)
    return None
