"""Those whom one word of loss strikes together: "six soldiers and one officer were killed" tells of seven dead.

The text has the sum in it and does not print it, so its words are all the numbers, and the claim says what was added.
"""

from __future__ import annotations

from itertools import pairwise

from dragoman.coding.actors_at import actors_on
from dragoman.coding.case import Case
from dragoman.coding.rule import loss_role
from dragoman.coding.tally import struck
from dragoman.model.mention import QuantityMention
from dragoman.model.predication import Argument, Predication
from dragoman.model.quantity import Quantity
from dragoman.model.span import hull, quote
from dragoman.model.tree import base
from dragoman.world.concept import is_a
from dragoman.world.quantity import quantity_words

_JOINS = frozenset((",", "et", "and", "&"))
_PEOPLE = "person"  # the unit of a sum of people of several kinds


def summed(
    case: Case, predication: Predication, numbers: tuple[QuantityMention, ...]
) -> tuple[tuple[QuantityMention, ...], tuple[str, ...]]:
    """The numbers of a loss with those that are struck together as one, and what was added; the same numbers if nothing was.

    Fighters and those they fight are never added: "12 rebels and four soldiers were killed" tells of two losses.
    """
    themes = sorted((one for one in struck(case, predication) if one.repaired is None), key=lambda one: one.head)
    parts = [part for one in themes if (part := _counted(case, one)) is not None]
    if len(parts) < 2 or len(parts) != len(themes) or not set(parts) & set(numbers):
        return numbers, ()
    if not _are_listed(case, predication, themes) or not _are_of_one_side(case, themes):
        return numbers, ()
    total = _total(case, parts)
    counts = [one.quantity.best for one in parts]
    whole = counts[0] == sum(one or 0 for one in counts[1:])
    if total is None or (whole and (parts[0].quantity.unit == _PEOPLE or _is_set_off(case, themes[-1]))):
        return numbers, ()  # "twelve people, two soldiers and ten civilians, were killed": the whole stands first
    added = " + ".join(repr(one.quote.text) for one in parts)
    return (total,), (f"struck together and added: {added}",)


def _counted(case: Case, argument: Argument) -> QuantityMention | None:
    """The one number on somebody's noun, or the one of "an officer"."""
    found = case.index.quantities.at(argument.sentence, argument.head)
    if found:
        return found[0] if len(found) == 1 else None
    sentence = case.reading.sentences[argument.sentence]
    articles = quantity_words(case.reading.document.language).jobs.get("article", frozenset())
    for child in sentence.children[argument.head]:
        if sentence.tokens[child].form.casefold() in articles and not sentence.tokens[argument.head].has("Number=Plur"):
            span = hull((sentence.tokens[child].span, sentence.tokens[argument.head].span))
            return QuantityMention(quote(span, case.text), Quantity(1, 1, 1, None))
    return None


def _are_listed(case: Case, predication: Predication, themes: list[Argument]) -> bool:
    """Whether nothing but commas and "and" parts them, with "and" before the last, and no other loss stands among them."""
    tokens = case.reading.sentences[predication.sentence].tokens
    for left, right in pairwise(themes):
        gap = [one for one in tokens if left.quote.span.end <= one.span.start < right.quote.span.start]
        if not gap or any(one.form.casefold() not in _JOINS for one in gap):
            return False
        if right is themes[-1] and gap[-1].upos != "CCONJ":
            return False
        if base(tokens[right.head].relation) != "conj":
            return False
    inside = range(themes[0].head, themes[-1].head + 1)
    return not any(
        other is not predication and other.head in inside and loss_role(other.concept or "") is not None
        for other in case.in_sentence(predication.sentence)
    )


def _is_set_off(case: Case, last: Argument) -> bool:
    """Whether a comma closes the list, as it closes an apposition."""
    behind = [one for one in case.reading.sentences[last.sentence].tokens if one.span.start >= last.quote.span.end]
    return bool(behind) and behind[0].form == ","


def _are_of_one_side(case: Case, themes: list[Argument]) -> bool:
    """Whether those struck are all fighters or none is, and of no two countries."""
    fighters = {is_a(one.concept or "PERSON", "FIGHTER") for one in themes}
    named = (actors_on(case, one.sentence, one.head) for one in themes)
    return len(fighters) == 1 and len({mention.actor.country for some in named for mention in some}) < 2


def _total(case: Case, parts: list[QuantityMention]) -> QuantityMention | None:
    """The sum of some numbers, each of its bounds only where every one of them has it; None where none is left."""
    every = [(one.quantity.low, one.quantity.best, one.quantity.high) for one in parts]
    low, best, high = (
        None if None in column else sum(one or 0 for one in column) for column in zip(*every, strict=True)
    )
    if low is None and best is None and high is None:
        return None
    units = {one.quantity.unit for one in parts}
    unit = units.pop() if len(units) == 1 else _PEOPLE
    span = hull(tuple(one.quote.span for one in parts))
    return QuantityMention(quote(span, case.text), Quantity(low, best, high, unit))
