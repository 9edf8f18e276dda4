"""What is asked whether it changes hands: the things of a deed, each once, and by the word that tells of it."""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.coding.rule import flow_kind
from dragoman.model.predication import Argument, Predication
from dragoman.model.quantity import QuantityRole
from dragoman.model.tree import base
from dragoman.reading.slot import case_of
from dragoman.world.concept import is_a

_ON = ("on", "à", "sur")  # "buses on credit", "des bus à crédit"
_GENERAL = ("FOOD_RELIEF", "HUMANITARIAN_AID", "MILITARY_AID")
_TELLING = ("ANNOUNCE", "ORDER")  # over a noun of transfer, whose own word tells it


def items_of(predication: Predication) -> list[Argument | None]:
    """Things that may change hands, each a claim of its own. "Un soutien : obus, missiles" is the shells and the missiles.

    "Medicines and blankets" that one quantity counts are one cargo.
    """
    frame = frame_of(predication.concept or "")
    roles = {"say": ("theme", "topic"), "move": ("agent",), "leave": ("agent",)}.get(
        frame, ("theme",)
    )  # troops that arrive are the item
    themes = [one for one in predication.arguments if one.role in roles and one.concept and flow_kind(one.concept)]
    spelled = [one for one in themes if one.repaired and one.repaired.startswith(("spells out", "listed"))]
    kept = [one for one in themes if one in spelled or not (spelled and _is_general(one))]
    taken = {(one.head + 1, flow_kind(one.concept or "")) for one in kept}
    begun = {one.quote.span.start - 1 for one in kept}
    return [
        one
        for one in kept
        if (one.head, flow_kind(one.concept or "")) not in taken  # "les jets Gripen" are one thing
        and not (flow_kind(one.concept or "") == "money" and one.quote.span.end in begun)  # "a $3 million arms package"
        and not any(_holds(other, one) for other in kept)
    ]


def _is_general(thing: Argument) -> bool:
    """Whether a thing is only aid, whose kind those that spell it out say."""
    return is_a(thing.concept or "", "AID_GENERIC") or thing.concept in _GENERAL


def _holds(whole: Argument, part: Argument) -> bool:
    """Whether a thing stands inside the words of another of its kind: the "blankets" of "12 tons of medicine and blankets"."""
    kinds = {flow_kind(one.concept or "") for one in (whole, part)}
    inside = whole.quote.span.covers(part.quote.span) and whole.quote.span.end == part.quote.span.end
    return whole is not part and whole.quote.span != part.quote.span and inside and len(kinds) == 1


def without_repeats(case: Case, themes: list[Argument | None]) -> list[Argument | None]:
    """The things of a deed, each once: "a humanitarian cargo - 12 tons of medicine" is named twice and is one cargo.

    The naming that counts it is kept, else the second, which says what it is.
    """
    tokens = case.reading.sentences
    found = list(themes)
    for one in themes:
        if one is None or base(tokens[one.sentence].tokens[one.head].relation) != "appos":
            continue
        over = tokens[one.sentence].tokens[one.head].head
        for other in themes:
            if other is None or other.head != over or flow_kind(other.concept or "") != flow_kind(one.concept or ""):
                continue
            told = one if _is_counted(other) and not _is_counted(one) else other
            found = [thing for thing in found if thing is not told]
            break
    return found


def _is_counted(argument: Argument) -> bool:
    return any(letter.isdigit() for letter in argument.quote.text)


def transfers_of(case: Case, predication: Predication, role: QuantityRole | None) -> list[Argument | None]:
    """What is asked whether it changes hands: things, else None for what the verb implies. role: of the loss that it counts."""
    return without_repeats(case, items_of(predication)) or (
        [None] if role is None and flow_kind(predication.concept or "") else []
    )


def is_told_below(case: Case, predication: Predication, theme: Argument) -> bool:
    """Whether what is announced or ordered is itself a transfer of things: "announced the delivery of shells" is one transfer."""
    below = case.by_trigger.get((theme.sentence, theme.head))
    if below is None or below is predication or not any(is_a(predication.concept or "", name) for name in _TELLING):
        return False
    return frame_of(below.concept or "") == "give" and any(one for one in items_of(below))


def returns_of(case: Case, predication: Predication) -> tuple[Argument, ...]:
    """What is given back for what a deed hands over: "in exchange for oil". "On credit" only says how it is paid."""
    tokens = case.reading.sentences
    return tuple(
        one
        for one in predication.fillers("exchange")
        if one.concept and flow_kind(one.concept) and case_of(tokens[one.sentence], one.head) not in _ON
    )
