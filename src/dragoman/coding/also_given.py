"""Transfers told beside another: what is given in return, and a giver and a number alone: "..., and Poland, 440"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.case import Case
from dragoman.coding.draft import Draft, Silence
from dragoman.coding.gapped import givers_left_out
from dragoman.coding.measure import role_of_item
from dragoman.coding.party import Parties
from dragoman.coding.rule import flow_kind
from dragoman.model.claim import ClaimQuantity, Flow, Item
from dragoman.model.predication import Argument, Predication


def also_given(case: Case, predication: Predication, flows: Sequence[Draft | Silence]) -> list[Draft | Silence]:
    """What others give as well, in clauses that leave the verb out: the same thing, another number."""
    first = next((one for one in flows if isinstance(one, Draft)), None)
    if first is None:
        return []
    return [
        replace(
            first,
            parties=parties,
            item=Item(number.quote, first.item.concept) if first.item else None,
            quantities=(ClaimQuantity(role_of_item(number), number),),
            reasons=(*first.reasons, parties.inferred[-1]),
        )
        for parties, number in givers_left_out(case, predication, first.parties)
    ]


def in_return(predication: Predication, flow: Draft, paid: Argument) -> Draft:
    """The other half of a barter: what is named "in exchange" goes the other way, at the same stage."""
    kind = flow_kind(paid.concept) if paid.concept else None
    assert flow.flow is not None  # of a transfer
    assert kind is not None
    assert paid.concept  # for something that can change hands
    back = Parties(flow.parties.recipients, flow.parties.actors, flow.parties.inferred)
    both = bool(back.actors and back.recipients)
    reasons = (f"{paid.quote.text!r} in exchange for what {predication.trigger.text!r} hands over", *flow.reasons)
    event_type = flow.event_type if both or flow.event_type == "AGREE" else None
    item = Item(paid.quote, paid.concept)
    return replace(
        flow,
        event_type=event_type,
        flow=Flow(kind, flow.flow.stage),
        item=item,
        quantities=(),
        parties=back,
        reasons=reasons,
    )
