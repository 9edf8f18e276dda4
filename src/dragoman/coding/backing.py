"""The model behind the rules: what it thinks of each coded event goes on record, and where the rules are silent it may speak.

It names a type and a share, no more: the parties, the trigger and the evidence are the rules' and the tree's. Every word it
adds says so in the claim's reasons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.coding.case import Case
from dragoman.model.claim import Claim
from dragoman.model.hint import Ranked
from dragoman.model.mention import ActorMention
from dragoman.model.span import Span
from dragoman.model.tree import Sentence
from dragoman.reading.ranker import EventRanker, Question

# How much of a claim's confidence the model's share of its type decides. At a share of 1 nothing is taken away.
_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class _Asked:
    """A claim and the question it puts."""

    claim: Claim
    question: Question


def backed(case: Case, claims: Sequence[Claim], ranker: EventRanker) -> tuple[Claim, ...]:
    """The claims, those of an event type with the model's share of it in their reasons and in their confidence."""
    asked = {one.id: question for one in claims if (question := _question(case, one)) is not None}
    answers = dict(zip(asked, ranker.rank(tuple(asked.values())), strict=True))
    return tuple(_weighed(one, answers[one.id], ranker.name) if one.id in answers else one for one in claims)


def _question(case: Case, claim: Claim) -> Question | None:
    """What the claim asks of the model: both sides must stand in the sentence of the trigger."""
    if claim.event_type is None:
        return None
    number = _sentence_at(case, claim.trigger.span)
    if number is None:
        return None
    sentence = case.reading.sentences[number]
    sides = [_tokens(sentence, some) for some in (claim.actors, claim.recipients)]
    if not sides[1] and len(claim.actors) > 1:  # mutual: one stands for each side
        sides = [_tokens(sentence, claim.actors[:1]), _tokens(sentence, claim.actors[1:])]
    if not sides[0] and not sides[1]:
        return None
    return Question(sentence, sides[0], sides[1], _covered(sentence, claim.trigger.span))


def _sentence_at(case: Case, span: Span) -> int | None:
    return next((i for i, one in enumerate(case.reading.sentences) if one.span.covers(span)), None)


def _tokens(sentence: Sentence, actors: Sequence[ActorMention]) -> tuple[int, ...]:
    return tuple(sorted({i for one in actors for i in _covered(sentence, one.quote.span)}))


def _covered(sentence: Sentence, span: Span) -> tuple[int, ...]:
    return tuple(i for i, token in enumerate(sentence.tokens) if token.span.overlaps(span))


def _weighed(claim: Claim, ranked: Sequence[Ranked], name: str) -> Claim:
    own = next((one.share for one in ranked if one.event_type == claim.event_type), 0.0)
    first = ranked[0]
    said = f"{name} gives {claim.event_type} a share of {own:.2f}"
    if first.event_type != claim.event_type:
        said += f", {first.event_type or 'no event'} {first.share:.2f}"
    confidence = round(claim.confidence * (1 - _WEIGHT * (1 - own)), 3)
    return replace(claim, confidence=confidence, reasons=(*claim.reasons, said))
