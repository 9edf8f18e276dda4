"""What a ship, a lorry or an aircraft carries is what is handed over: "sent two tankers carrying fuel" sends fuel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.coding.rule import flow_kind
from dragoman.coding.whence import is_whence
from dragoman.model.predication import Argument, Predication, Role
from dragoman.model.span import hull, quote
from dragoman.model.tree import base
from dragoman.world.concept import concepts, is_a
from dragoman.world.table import read_table

_CARRIERS = ("CIVIL_SHIP", "CIVIL_AIRCRAFT", "TRANSPORT_VEHICLE", "FLEET", "WARSHIP", "WARPLANE", "CONTAINER")
_HANDED = ("SELL", "DONATE", "LEND")  # "sold two tankers carrying fuel" sells the tankers
_ABOARD_WITHIN = 6  # tokens between "aboard" and the thing: "avec à son bord 20 tonnes de", "blankets and tents aboard"
_WHY = "what the carrier named before it carries"


def with_cargo(case: Case, predication: Predication) -> Predication:
    """The predication with the cargo in place of a carrier that is only sent, comes, goes or is loaded; as it was, if none is."""
    concept = predication.concept or ""
    frame = frame_of(concept)
    if frame not in ("give", "move", "leave") or any(is_a(concept, name) for name in _HANDED):
        return predication
    role: Role = "theme" if frame == "give" else "agent"
    arguments: list[Argument] = []
    for one in predication.arguments:
        held = list(_held(case, predication, one)) if one.role == role and is_carrier(one) else []
        arguments += [replace(thing, role=role, repaired=_WHY) for thing in held] or [one]
        arguments += _whence(case, predication, one) if held else []
    return (
        predication
        if len(arguments) == len(predication.arguments) and tuple(arguments) == predication.arguments
        else (replace(predication, arguments=tuple(arguments)))
    )


def _whence(case: Case, predication: Predication, carrier: Argument) -> Iterator[Argument]:
    """From where the cargo comes, by the deed of carrying: "a ship carrying grain from Kenya docked in Mogadishu"."""
    if predication.fillers("origin"):
        return
    for other in case.in_sentence(carrier.sentence):
        if other is predication or not is_a(other.concept or "", "SHIP"):
            continue
        if not any(one.head == carrier.head for one in other.fillers("agent")):
            continue
        for one in other.arguments:
            if one.role in ("place", "agent", "origin") and one.head != carrier.head and is_whence(case, one):
                yield replace(one, role="origin", repaired="whence the cargo comes")


def is_carrier(argument: Argument) -> bool:
    """Whether something only carries what is sent."""
    return argument.concept is not None and any(is_a(argument.concept, name) for name in _CARRIERS)


def is_only_carried(case: Case, predication: Predication) -> bool:
    """Whether what carries is itself sent, comes or goes by another word of the sentence, which tells the transfer."""
    if not is_a(predication.concept or "", "SHIP"):
        return False
    sentence = case.reading.sentences[predication.sentence]
    carrying = (*predication.fillers("agent"), *predication.fillers("theme"))  # "that is being loaded leaves for Chad"
    carriers = {one.head for one in carrying if is_carrier(one)}
    return any(
        is_carrier(one) and carriers & set(sentence.subtree(one.head))
        for other in case.in_sentence(predication.sentence)
        if other is not predication and with_cargo(case, other) is not other
        for one in (*other.fillers("theme"), *other.fillers("agent"))
    )


def _held(case: Case, predication: Predication, carrier: Argument) -> Iterator[Argument]:
    """What a carrier is said to carry: by a deed of carrying, by a word of cargo behind it, or loaded "with" it."""
    within = case.reading.sentences[carrier.sentence].subtree(carrier.head)  # "a fleet of tankers carrying fuel"
    for other in case.in_sentence(carrier.sentence):
        carrying = other is not predication and is_a(other.concept or "", "SHIP")
        if carrying and any(one.head in within for one in other.fillers("agent")):
            yield from (one for one in other.fillers("theme") if _is_goods(one))
            return
    if is_a(predication.concept or "", "SHIP"):
        loaded = [one for one in predication.fillers("partner") if _is_goods(one) and not is_carrier(one)]
        if loaded:
            yield from loaded
            return
    aboard = _aboard(case, carrier)
    if aboard:
        yield from aboard
        return
    yield from _behind(case, carrier)


def _aboard(case: Case, carrier: Argument) -> tuple[Argument, ...]:
    """What is said to be aboard a carrier named before: "envoyé un avion avec à son bord des vivres", "with 20 tons of rice aboard".

    Read off the words: a tree may hang such a phrase on the carrier, on the verb, or on its own "bord".
    """
    sentence, words = case.reading.sentences[carrier.sentence], _words(case.reading.document.language, "aboard")
    for index in range(carrier.head + 1, len(sentence.tokens)):
        if sentence.tokens[index].form.casefold() not in words:
            continue
        near = range(max(carrier.head + 1, index - _ABOARD_WITHIN), min(len(sentence.tokens), index + _ABOARD_WITHIN))
        found = (
            Argument(carrier.role, mention.quote, carrier.sentence, one, mention.concept)
            for one in near
            for mention in case.index.concepts.at(carrier.sentence, one)
            if mention.head == one
        )
        return tuple(one for one in found if _is_goods(one) and not is_carrier(one))[:1]
    return ()


def _behind(case: Case, carrier: Argument) -> Iterator[Argument]:
    sentence = case.reading.sentences[carrier.sentence]
    words = _words(case.reading.document.language, "carrying")
    for child in sentence.children[carrier.head]:
        token = sentence.tokens[child]
        form = token.form.casefold()
        if child < carrier.head or not any(
            form == word or form.removesuffix("s").removesuffix("e") == word for word in words
        ):
            continue
        for index in sentence.subtree(child):
            for mention in case.index.concepts.at(carrier.sentence, index):
                over = sentence.tokens[index]
                near = over.head == child or (over.head >= 0 and base(over.relation) in ("nmod", "conj"))
                thing = Argument("theme", mention.quote, carrier.sentence, index, mention.concept)
                if near and mention.head == index and _is_goods(thing):
                    counted = [one.quote.span for one in case.index.quantities.at(carrier.sentence, index)]
                    yield replace(thing, quote=quote(hull((mention.quote.span, *counted)), case.text))


def _is_goods(argument: Argument) -> bool:
    named = argument.concept
    return named is not None and concepts()[named].kind == "thing" and flow_kind(named) is not None


@cache
def _words(language: str, kind: str) -> frozenset[str]:
    rows = read_table("rules/cargo_words.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language and row["kind"] == kind)
