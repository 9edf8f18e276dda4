"""Whom money is for that pays for a purchase: "will fund the purchase of two guns for Chad" gives Chad the money, and not the maker."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.case import Case, is_state
from dragoman.coding.context import frame_of
from dragoman.model.predication import Argument, Predication
from dragoman.reading.slot import case_of
from dragoman.world.concept import is_a
from dragoman.world.syntax import cases

_PAYING = ("FINANCE", "PAY")
_WHY = "whom the purchase that is paid for is for"


def with_beneficiary(case: Case, predication: Predication) -> Predication:
    """Money for a purchase with those whom its words say it is for in place of the purchase: whose make the goods are says nothing."""
    if not any(is_a(predication.concept or "", name) for name in _PAYING):
        return predication
    bought = tuple(
        one for one in predication.fillers("recipient") if _is_purchase(case, one) or _is_lent(case, predication, one)
    )
    if not bought:
        return predication
    kept = tuple(one for one in predication.arguments if one not in bought)
    return replace(predication, arguments=(*kept, *(who for one in bought for who in _served(case, one))))


def _is_lent(case: Case, predication: Predication, argument: Argument) -> bool:
    """Whether it is only the subject of what is paid for: "Rome a livré du carburant, financé par Doha" pays Rome nothing."""
    token = case.reading.sentences[predication.sentence].tokens[predication.head]
    lent = (argument.repaired or "").startswith("subject of the governing verb")
    return lent and token.has("VerbForm=Part") and bool(predication.fillers("agent"))


def is_own_purchase(case: Case, predication: Predication) -> bool:
    """Whether money pays for a purchase that is said to be for nobody: "a financé l'achat d'obus" gives no other state any."""
    return (
        any(is_a(predication.concept or "", name) for name in _PAYING)
        and any(_is_purchase(case, one) or _is_lent(case, predication, one) for one in predication.fillers("recipient"))
        and not with_beneficiary(case, predication).fillers("recipient")
    )


def _is_purchase(case: Case, argument: Argument) -> bool:
    deed = case.by_trigger.get((argument.sentence, argument.head))
    return deed is not None and frame_of(deed.concept or "") == "get"


def _served(case: Case, purchase: Argument) -> tuple[Argument, ...]:
    """The states behind "for" or "to" within the purchase."""
    if not _is_purchase(case, purchase):
        return ()
    sentence, table = case.reading.sentences[purchase.sentence], cases(case.reading.document.language)
    return tuple(
        replace(purchase, head=token, quote=who.quote, concept=None, repaired=_WHY)
        for token in sentence.subtree(purchase.head)
        if table.get(case_of(sentence, token)) in ("for", "to")
        for who in case.index.actors.at(purchase.sentence, token)[:1]
        if is_state(who)
    )
