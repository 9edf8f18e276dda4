"""What a contract is for: "signed a contract with France to buy ten jets" orders them, of the one it is signed with."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.model.predication import Argument, Predication
from dragoman.model.tree import base
from dragoman.world.concept import is_a

_SIGNING = ("SIGN", "NEGOTIATE_END", "REACH_AGREEMENT", "CONTRACT_AWARD")
_BUYING = ("BUY", "OBTAIN", "IMPORT")
_WITHIN = frozenset(("obl", "nmod", "advcl", "acl", "xcomp", "ccomp"))
_MAX_CLIMB = 2  # words between: "a contract worth millions for the purchase of"


def contract_over(case: Case, predication: Predication) -> Predication | None:
    """The signing of the contract that a purchase is the object of; None if it is of none."""
    if not any(is_a(predication.concept or "", name) for name in _BUYING):
        return None
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
