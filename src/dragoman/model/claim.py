"""A claim: one report of one thing by one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.model.attribution import AttributionLink
from dragoman.model.factuality import Factuality
from dragoman.model.mention import ActorMention, PeriodMention, PlaceMention, QuantityMention
from dragoman.model.quantity import QuantityRole
from dragoman.model.span import Quote

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
FlowKind = Literal[
    "troops", "engineers", "advisers-training", "labour", "munitions", "missiles", "air-defence", "artillery",
    "drones", "vehicles-aircraft-ships", "technology", "intelligence", "money", "energy", "food-relief", "goods",
    "basing-access", "diplomatic-cover",
]  # fmt: skip
Stage = Literal[
    "requested", "offered", "pledged", "agreed", "allocated", "shipped", "delivered", "in-use", "completed",
    "returned", "cancelled", "refused",
]  # fmt: skip
Matter = Literal["event", "flow", "loss", "statement", "judgement"]

EVENT_TYPES: frozenset[str] = frozenset(get_args(EventType))
FLOW_KINDS: frozenset[str] = frozenset(get_args(FlowKind))
STAGES: frozenset[str] = frozenset(get_args(Stage))


@dataclass(frozen=True, slots=True)
class Flow:
    """A transfer from the actors to the recipients. Ordered is not delivered."""

    kind: FlowKind
    stage: Stage


@dataclass(frozen=True, slots=True)
class Item:
    """What is transferred. concept: its name in the lexicon, "ARTILLERY_SHELL"."""

    quote: Quote
    concept: str


@dataclass(frozen=True, slots=True)
class ClaimQuantity:
    """A number and what it measures of this claim."""

    role: QuantityRole
    mention: QuantityMention


@dataclass(frozen=True, slots=True)
class Claim:
    """One report of one thing by one document.

    matter: what kind of thing; a "statement" or "judgement" holds its words in `content` and is no event.
    event_type: PLOVER's, None for a flow or loss alone. quad: 1 to 4, None without a type. concept: the lexicon's.
    attribution: outermost first. evidence: the sentence, or the two that say it together. confidence: 0 to 1.
    coder: version of the rules that made it. reasons: what was read and which rules fired, in order.
    """

    id: str
    document_id: str
    matter: Matter
    concept: str
    event_type: EventType | None
    mode: str | None
    quad: int | None
    contexts: tuple[str, ...]
    flow: Flow | None
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    item: Item | None
    quantities: tuple[ClaimQuantity, ...]
    period: PeriodMention | None
    place: PlaceMention | None
    attribution: tuple[AttributionLink, ...]
    factuality: Factuality
    trigger: Quote
    evidence: Quote
    content: Quote | None
    confidence: float
    reasons: tuple[str, ...]
    coder: str

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} is not between 0 and 1")
        if self.matter == "flow" and self.flow is None:
            raise ValueError("a claim of a flow has a flow")

    @property
    def counted(self) -> tuple[ClaimQuantity, ...]:
        """The quantities that the text gives, without those that only say what was lost: "some died" counts nobody."""
        return tuple(one for one in self.quantities if one.mention.quantity.state != "not_mentioned")

    @property
    def originator(self) -> AttributionLink | None:
        """Who says it: the innermost link, or the set of coded events whose row it is; None if the chain is empty."""
        return self.row or (self.attribution[-1] if self.attribution else None)

    @property
    def row(self) -> AttributionLink | None:
        """The link that names the row of a set of coded events, None for what was read in a text."""
        first = self.attribution[0] if self.attribution else None
        return first if first is not None and first.kind == "dataset" else None
