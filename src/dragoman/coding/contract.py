"""What a contract is for: "signed a contract with France to buy ten jets" orders them, of the one it is signed with."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.model.predication import Argument, Predication, Role
from dragoman.model.span import quote
from dragoman.model.tree import base
from dragoman.reading.reporting import Clause, noun_phrase
from dragoman.reading.slot import case_of
from dragoman.world.concept import concepts, is_a
from dragoman.world.speech import load_speech
from dragoman.world.syntax import cases

_SIGNING = ("SIGN", "NEGOTIATE_END", "REACH_AGREEMENT", "CONTRACT_AWARD", "CONTRACT_WIN")
_ENDING = ("CANCEL", "STOP_GROUP", "REJECT_GROUP", "WITHDRAW_FROM", "ANNUL_BAN")
_BUYING = ("BUY", "OBTAIN", "IMPORT")
_WITHIN = frozenset(("obl", "nmod", "advcl", "acl", "xcomp", "ccomp"))
_MAX_CLIMB = 2  # words between: "a contract worth millions for the purchase of"


def contract_over(case: Case, predication: Predication) -> Predication | None:
    """The signing of the contract that a purchase is the object of, or the having of it; None if it is of none."""
    if not any(is_a(predication.concept or "", name) for name in _BUYING):
        return None
    held = _held(case, predication)
    return held if held is not None else _signed(case, predication)


def is_called_off(case: Case, predication: Predication) -> bool:
    """Whether a purchase is only what a contract was for that is ended: "cancelled a contract to buy rifles" buys none."""
    over = _contract_of(case, predication)
    deed = case.by_trigger.get((predication.sentence, over)) if over is not None else None
    return deed is not None and any(is_a(deed.concept or "", name) for name in _ENDING)


def _contract_of(case: Case, predication: Predication) -> int | None:
    """The verb whose object is the contract that a purchase says more about; None if there is none."""
    tokens = case.reading.sentences[predication.sentence].tokens
    noun = tokens[predication.head].head
    if noun < 0 or base(tokens[predication.head].relation) not in ("acl", "nmod", "advcl"):
        return None
    named = case.index.concepts.at(predication.sentence, noun)
    if not any(is_a(one.concept, "AGREEMENT") for one in named) or base(tokens[noun].relation) not in ("obj", "nsubj"):
        return None
    return tokens[noun].head


def _held(case: Case, predication: Predication) -> Predication | None:
    """The contract that somebody has: "has a contract to buy 30 tanks" has ordered them."""
    verb = _contract_of(case, predication)
    sentence, speech = case.reading.sentences[predication.sentence], load_speech(case.reading.document.language)
    if verb is None or not speech.is_word(sentence.tokens[verb].lemma.lower(), "hold"):
        return None
    owners = [one for one in sentence.children[verb] if base(sentence.tokens[one].relation) == "nsubj"]
    over = next(
        (one for one in case.reading.predications if (one.sentence, one.head) == (predication.sentence, verb)), None
    )
    if over is None or not owners or over.factuality.polarity == "negative":
        return None
    words = noun_phrase(Clause(sentence, case.text, speech), owners[0])
    owner = Argument("agent", quote(words, case.text), predication.sentence, owners[0])
    return replace(over, concept="SIGN", arguments=(owner,))


def _signed(case: Case, predication: Predication) -> Predication | None:
    tokens = case.reading.sentences[predication.sentence].tokens
    node = predication.head
    for _ in range(_MAX_CLIMB):
        if tokens[node].head < 0 or base(tokens[node].relation) not in (
            _WITHIN if node == predication.head else ("obj", "nsubj")
        ):
            return None
        node = tokens[node].head
        over = case.by_trigger.get((predication.sentence, node))
        if over is not None and any(is_a(over.concept or "", name) for name in _SIGNING):
            return over if over.factuality.polarity != "negative" else None
    return None


def with_signatories(case: Case, predication: Predication) -> Predication:
    """A purchase with those who sign its contract where its own words name nobody: who signs buys, of the other party."""
    over = contract_over(case, predication)
    if over is None or frame_of(predication.concept or "") != "get":
        return predication
    goods = tuple(
        one for one in predication.arguments if one.role != "theme" or not is_a(one.concept or "", "AGREEMENT")
    )
    added: list[Argument] = []
    if not predication.fillers("recipient"):
        added += [replace(one, role="recipient", repaired="signs the contract") for one in over.fillers("agent")]
    if not predication.fillers("agent"):
        added += [
            replace(one, role="agent", repaired="the other party of the contract") for one in over.fillers("partner")
        ]
    return replace(predication, arguments=(*goods, *added))


def with_order(case: Case, predication: Predication) -> Predication:
    """An order of goods as the purchase that it is: "Oslo a commandé dix chars à Séoul" has Oslo receive and Séoul supply.

    What people are ordered to do, and goods ordered to a place ("ordered food to the coast"), stay orders.
    """
    goods = [one for one in predication.arguments if one.role in ("topic", "theme")]
    french = case.reading.document.language == "fr"
    if not is_a(predication.concept or "", "ORDER") or not goods or not all(_is_goods(case, one) for one in goods):
        return predication
    if predication.fillers("recipient") and not french:
        return predication
    arguments = tuple(replace(one, role=_in_purchase(case, one)) for one in predication.arguments)
    if not any(one.role == "agent" for one in arguments):
        return predication  # "ordered more missiles": of his own works, for all that is said
    return replace(predication, concept="PLACE_ORDER", arguments=arguments)


def _in_purchase(case: Case, argument: Argument) -> Role:
    """The role in a purchase of who orders, of whom, and what."""
    sentence, table = case.reading.sentences[argument.sentence], cases(case.reading.document.language)
    if argument.role == "agent":
        return "agent" if table.get(case_of(sentence, argument.head)) == "from" else "recipient"
    if argument.role in ("recipient", "origin"):
        return "agent"
    return "theme" if argument.role == "topic" else argument.role


def _is_goods(case: Case, argument: Argument) -> bool:
    """Whether it is things that are ordered, and not that something be done: "ordered missile production"."""
    concept = argument.concept or ""
    told = (argument.sentence, argument.head) in case.by_trigger
    return not told and is_a(concept, "TRANSFERABLE") and concepts()[concept].kind == "thing"
