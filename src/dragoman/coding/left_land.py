"""Whom troops leave, where a word beside them says where they were: "the soldiers deployed in Chad have left the country".

The leaving is what is told; that they were there, or had been sent there, only says which soldiers are meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.coding.case import Case, is_state
from dragoman.coding.context import frame_of
from dragoman.coding.party import parties_of_argument
from dragoman.model.predication import Argument, Predication
from dragoman.model.tree import base
from dragoman.world.concept import concepts, is_a
from dragoman.world.table import read_table

_AWAY = ("WITHDRAW", "RETURN_GOODS")
_TOLD = ("asserted", "reported", "acknowledged")  # those who only want to leave are still there
_NEAR = 4  # words from "présents" to the name of the land behind it
_WHY = "where those who leave were"


def with_left(case: Case, predication: Predication) -> Predication:
    """A withdrawal with the land that the people were in, where its own words name none: "ont quitté le pays"."""
    if not _is_leaving(predication):
        return predication
    lands = tuple(_lands(case, predication))
    kept = tuple(one for one in predication.arguments if one.head not in {land.head for land in lands})
    if not lands or any(one.role in ("origin", "recipient") and _names_a_state(case, one) for one in kept):
        return predication  # "the soldiers based in Chad left Niger"
    return replace(predication, arguments=(*kept, lands[0]))


def tells_who_leaves(case: Case, predication: Predication) -> bool:
    """Whether a sending is only told to say which people leave: "soldats déployés au Tchad" in front of "sont partis"."""
    return any(
        stay == predication.head
        for other in case.in_sentence(predication.sentence)
        if other is not predication and _is_leaving(other) and other.factuality.status in _TOLD
        if any(_lands(case, other))
        for stay in _stays(case, other)
    )


def tells_who_comes(case: Case, predication: Predication) -> bool:
    """Whether a sending is only told of those who are still to come: "les gendarmes envoyés au Tchad arriveront en mai"."""
    token = case.reading.sentences[predication.sentence].tokens[predication.head]
    if not token.has("VerbForm=Part") or base(token.relation) not in ("acl", "amod"):
        return False
    return any(
        is_a(other.concept or "", "ARRIVE")
        and (other.factuality.time == "future" or other.factuality.polarity == "negative")
        and any(one.head == token.head and _are_people(one) for one in other.fillers("agent"))
        for other in case.in_sentence(predication.sentence)
    )


def _is_leaving(predication: Predication) -> bool:
    concept = predication.concept or ""
    return frame_of(concept) == "leave" or any(is_a(concept, name) for name in _AWAY)


def _lands(case: Case, predication: Predication) -> Iterator[Argument]:
    """The places that a word of whereabouts beside the leavers names."""
    sentence = case.reading.sentences[predication.sentence]
    for stay in _stays(case, predication):
        # "les soldats présents au Tchad sont partis": a tree may hang the land on what follows
        last = min(stay + _NEAR, predication.head)
        behind = [one for one in sentence.children[predication.head] if stay < one < last]
        for child in (*sentence.children[stay], *behind):
            places = case.index.places.at(predication.sentence, child)
            if places and base(sentence.tokens[child].relation) in ("obl", "nmod"):
                yield Argument("origin", places[0].quote, predication.sentence, child, None, _WHY)


def _stays(case: Case, predication: Predication) -> Iterator[int]:
    """The words of whereabouts that stand on those who leave or are withdrawn."""
    sentence, words = case.reading.sentences[predication.sentence], _words(case.reading.document.language)
    goers = (one for one in predication.arguments if one.role in ("agent", "theme") and _are_people(one))
    for goer in goers:
        for child in sentence.children[goer.head]:
            form = sentence.tokens[child].form.casefold()
            plain = {form, form.removesuffix("s"), form.removesuffix("s").removesuffix("e")}
            beside = base(sentence.tokens[child].relation) in ("acl", "amod")
            if beside and plain & words and predication.head not in sentence.subtree(child):
                yield child


@cache
def _words(language: str) -> frozenset[str]:
    rows = read_table("rules/whereabouts.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language)


def _are_people(argument: Argument) -> bool:
    return argument.concept is not None and concepts()[argument.concept].kind == "people"


def _names_a_state(case: Case, argument: Argument) -> bool:
    named = any(is_state(one) for one in parties_of_argument(case, argument))
    return named or bool(case.index.places.at(argument.sentence, argument.head))
