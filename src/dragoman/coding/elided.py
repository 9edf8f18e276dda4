"""Numbers that leave out what they count: "3,000 were moved", "500 hommes envoyés en mars", after the soldiers have been named.

So does "more men have come", without a number.

Only people who are sent or who go are taken up so: the soldiers, workers or advisers last named shortly before.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.rule import flow_kind
from dragoman.model.predication import Argument, Predication
from dragoman.world.concept import concepts, is_a
from dragoman.world.quantity import people_units
from dragoman.world.table import read_table

_BACK = 2  # sentences before in which the people must have been named
_OTHERS = frozenset(("autre", "other", "others"))
_CARRIED = ("give", "move", "leave")


def with_counted(case: Case, predication: Predication) -> Predication:
    """The predication with the people that its bare numbers count; as it was, if it has none or nobody was named before."""
    if not predication.concept or concepts()[predication.concept].frame not in _CARRIED:
        return predication
    arguments = tuple(
        _taken_up(case, one, is_a(predication.concept or "", "TRANSFER") or is_a(predication.concept or "", "DEPLOY"))
        if one.role in ("theme", "agent")
        else one
        for one in predication.arguments
    )
    return predication if arguments == predication.arguments else replace(predication, arguments=arguments)


def _taken_up(case: Case, argument: Argument, sent: bool) -> Argument:
    more = _are_more(case, argument)
    if case.index.actors.at(argument.sentence, argument.head) or not (more or _is_bare_count(case, argument)):
        return argument
    back = 1 if more else _BACK
    for number in range(argument.sentence, max(-1, argument.sentence - back - 1), -1):
        for mention in reversed(case.index.concepts.inside(number)):
            if mention.quote.span.end > argument.quote.span.start or concepts()[mention.concept].kind != "people":
                continue
            if flow_kind(mention.concept):
                why = f"{'more' if more else 'a number'} of {mention.quote.text!r}, named before it"
                return replace(argument, concept=mention.concept, repaired=why, head=_numeral(case, argument))
    if sent and argument.role == "theme" and argument.concept == "PERSON" and _are_men(case, argument):
        return replace(argument, concept="TROOPS", repaired="men whom a state sends are soldiers")
    return argument


def _are_more(case: Case, argument: Argument) -> bool:
    """Whether only "more men" are told of, who must be of those before; "more men than women" are of nobody."""
    if argument.concept != "PERSON":
        return False
    tokens, language = case.reading.sentences[argument.sentence].tokens, case.reading.document.language
    if tokens[argument.head].lemma.casefold() not in _words(language, "people"):
        return False
    behind = tokens[argument.head + 1].form if argument.head + 1 < len(tokens) else ""
    below = (tokens[child] for child in case.reading.sentences[argument.sentence].children[argument.head])
    more = any(one.lemma.casefold() in _words(language, "more") and one.upos in ("ADJ", "DET", "ADV") for one in below)
    return more and behind.casefold() not in _words(language, "than")


@cache
def _words(language: str, job: str) -> frozenset[str]:
    rows = read_table("rules/more_people.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language and row["job"] == job)


def _numeral(case: Case, argument: Argument) -> int:
    """The token of the number that counts them: of "25 autres" the 25."""
    if case.index.quantities.at(argument.sentence, argument.head):
        return argument.head
    children = case.reading.sentences[argument.sentence].children[argument.head]
    return next((at for at in children if case.index.quantities.at(argument.sentence, at)), argument.head)


def _are_men(case: Case, argument: Argument) -> bool:
    """Whether a number counts men: "send 2,000 men to Chad", "un contingent de 300 hommes"; people and persons are no soldiers."""
    counted = case.index.quantities.at(argument.sentence, argument.head)
    return any(one.quantity.unit == "man" for one in counted)


def _is_bare_count(case: Case, argument: Argument) -> bool:
    """Whether a number stands alone, or beside "men": whoever they are was said before."""
    if argument.concept not in (None, "PERSON"):
        return False
    token = case.reading.sentences[argument.sentence].tokens[argument.head]
    counted = case.index.quantities.at(argument.sentence, argument.head)
    others = token.lemma.casefold() in _OTHERS  # "au moins 25 autres seront envoyés"
    if others and argument.concept is None:
        children = case.reading.sentences[argument.sentence].children[argument.head]
        counted = (*counted, *(one for at in children for one in case.index.quantities.at(argument.sentence, at)))
    if argument.concept == "PERSON":
        return any(one.quantity.unit in people_units() or one.quantity.unit is None for one in counted)
    return (token.upos in ("NUM", "PRON", "DET") or others) and any(one.quantity.unit is None for one in counted)
