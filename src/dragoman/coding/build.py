"""Claims from predications: what becomes of one predication, its loss, its transfers, or its event; and why nothing, where nothing."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.also_given import also_given, in_return
from dragoman.coding.anybody import is_of_anybody
from dragoman.coding.awaited import without_tellers
from dragoman.coding.captives import with_captives
from dragoman.coding.cargo import is_only_carried, with_cargo
from dragoman.coding.case import Case
from dragoman.coding.chain import merge, tellers_of
from dragoman.coding.contract import contract_over, with_order, with_signatories
from dragoman.coding.draft import Draft, Silence, claim_of
from dragoman.coding.elided import with_counted
from dragoman.coding.event import event_of
from dragoman.coding.financed import is_own_purchase, with_beneficiary
from dragoman.coding.freed_place import with_territory
from dragoman.coding.gapped import without_gaps
from dragoman.coding.items import is_told_below, returns_of, transfers_of
from dragoman.coding.left_land import tells_who_comes, tells_who_leaves, with_left
from dragoman.coding.loss import UNHURT, loss_of
from dragoman.coding.mere_source import without_sources
from dragoman.coding.named_among import with_named
from dragoman.coding.only_named import is_named_so, is_only_named
from dragoman.coding.priced import without_prices
from dragoman.coding.question import is_questioned
from dragoman.coding.received import with_sender
from dragoman.coding.sides import sides_of, stance_of
from dragoman.coding.standing import serves_another
from dragoman.coding.supplied import with_supplied
from dragoman.coding.toll import is_counted_before, role_of
from dragoman.coding.transfer import transfer_of
from dragoman.coding.valued import is_valuing
from dragoman.coding.waited_for import is_waited_for
from dragoman.model.attribution import Attribution
from dragoman.model.claim import Claim
from dragoman.model.factuality import Factuality
from dragoman.model.predication import Predication
from dragoman.world.concept import is_a


def claims_of(case: Case, predication: Predication) -> Iterator[Claim]:
    """Claims of one predication: one for each thing transferred, else one for the event or the loss; none if no rule holds."""
    return (one for one in outcomes_of(case, predication) if isinstance(one, Claim))


def outcomes_of(case: Case, predication: Predication) -> Iterator[Claim | Silence]:
    """What becomes of one predication: its claims, and for all that was asked and said nothing, why."""
    predication = with_territory(case, with_left(case, with_order(case, predication)))
    ordered = contract_over(case, predication)
    if why := _why_nothing(case, predication, ordered):
        yield Silence(why)
        return
    predication = without_sources(case, predication)
    over = tellers_of(predication.trigger.span, case.said, predication.factuality.time)
    stance = stance_of(case, ordered or predication)
    role = role_of(case, predication)
    loss = loss_of(case, predication, role, stance) if role is not None else None
    if loss is not None:
        yield _told(case, predication, loss, stance, over)
        if loss is UNHURT and role in ("killed", "wounded", "killed_or_wounded"):
            return  # "ces propos ont blessé sa fierté"; a town that is captured can suffer no loss and is an event
        if isinstance(loss, Draft) and loss.event_type is None:
            return
    predication = with_captives(case, with_beneficiary(case, with_sender(case, predication)))
    gapped = predication
    predication = without_prices(case, with_supplied(with_named(case, without_gaps(case, predication))))
    predication = without_tellers(case, with_signatories(case, with_cargo(case, with_counted(case, predication))))
    parties = sides_of(case, predication)
    things = transfers_of(case, predication, role)
    below = [one for one in things if one is not None and is_told_below(case, predication, one)]
    flows = [transfer_of(case, predication, theme, parties, stance) for theme in things if theme not in below]
    flows += [
        in_return(predication, one, paid)
        for one in flows[:1]
        if isinstance(one, Draft)
        for paid in returns_of(case, predication)
    ]
    flows += also_given(case, gapped, flows)
    for flow in flows:
        yield _told(case, predication, flow, stance, over)
    if not any(isinstance(one, Draft) for one in (*flows, loss)) and not below:
        yield _told(case, predication, event_of(case, predication, parties, stance), stance, over)


def _why_nothing(case: Case, predication: Predication, ordered: Predication | None) -> str | None:
    """Why a predication tells nothing by itself, whatever its rules are; None if it may. ordered: the contract it is told under."""
    if ordered is None and (serves_another(case, predication) or is_only_named(case, predication)):
        return "it only says what another deed is for"
    if _is_half_a_word(case, predication):
        return "it only says what befell the noun behind it"
    if is_only_carried(case, predication):
        return "what carries it is told to be sent, to come or to go"
    if tells_who_leaves(case, predication) or tells_who_comes(case, predication):
        return "it only says which of them leave, or are still to come"
    if is_own_purchase(case, predication):
        return "it pays for a purchase, and nobody says for whom"
    if is_of_anybody(case, predication):
        return "it is told of whoever may do it"
    if is_questioned(case, predication):
        return "it is only asked whether it is so"
    if is_waited_for(case, predication):
        return "it is only waited for"
    if is_named_so(case, predication):
        return "it is only what something is called"
    if is_valuing(case, predication):
        return "it only puts a number to something"
    if is_counted_before(case, predication):
        return "its number is counted by a word before it"
    return None


def _is_half_a_word(case: Case, predication: Predication) -> bool:
    """Whether a blow is the second half of a word: "to help flood-hit Laos" strikes nobody, whatever the tree says."""
    start = predication.trigger.span.start
    token = case.reading.sentences[predication.sentence].tokens[predication.head]
    if token.relation not in ("xcomp", "amod", "acl"):
        return False  # "test-fired a missile"
    return start > 1 and case.text[start - 1] == "-" and is_a(predication.concept or "", "ASSAULT_GROUP")


def _told(
    case: Case, predication: Predication, draft: Draft | Silence, stance: Factuality, over: tuple[Attribution, ...]
) -> Claim | Silence:
    if isinstance(draft, Silence):
        return draft
    if draft.stance is not None:
        stance = merge(draft.stance, over)
    return claim_of(case, predication, draft, stance, over)
