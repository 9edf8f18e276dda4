"""The model behind the rules: its share of each coded event's type goes on record and into the claim's confidence.

Where it gives the rule's type hardly any share and another most of it, the other is taken, and both are among the reasons: of such
claims in five folds of the pairs (26 November 2026) the model's type was right in 21, the rule's in 4, neither in 7. A rule with
conditions stands, and where the model is less often right (French) it only lowers confidence. What it takes for no event stays what
the rule made of it. Where the rules are silent it is not asked: of 17 claims that it made of 2,000 news sentences at a share of
0.7 and more, 6 were right (its type was the sentence's, not the deed's).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import cast

from dragoman.coding.case import Case
from dragoman.coding.draft import TWO_SIDED, with_type
from dragoman.coding.rule import when_planned
from dragoman.model.claim import Claim, EventType
from dragoman.model.hint import Ranked
from dragoman.model.mention import ActorMention
from dragoman.model.span import Span
from dragoman.model.tree import Sentence
from dragoman.reading.index import covered
from dragoman.reading.ranker import EventRanker, Question

# How much of a claim's confidence the model's share of its type decides. At a share of 1 nothing is taken away.
_WEIGHT = 0.3
# A rule's type with a share below the first gives way to one with at least the second.
_TORN, _TAKEN = 0.05, 0.7


def backed(case: Case, claims: Sequence[Claim], ranker: EventRanker) -> tuple[Claim, ...]:
    """The claims, those of an event type with the model's share of it in their reasons and in their confidence."""
    asked = {one.id: question for one in claims if (question := _question(case, one)) is not None}
    once = {_key(question): question for question in asked.values()}
    answers_of = dict(zip(once, ranker.rank(tuple(once.values())), strict=True))
    answers = {claim: answers_of[_key(question)] for claim, question in asked.items()}
    told = {(one.evidence.span.start, one.event_type) for one in claims}
    return tuple(_weighed(one, answers[one.id], ranker, told) if one.id in answers else one for one in claims)


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
    deed = tuple(covered(sentence, claim.trigger.span.start, claim.trigger.span.end))
    return Question(sentence, sides[0], sides[1], deed)


def _key(question: Question) -> tuple[object, ...]:
    """What tells questions of one document apart: "sent shells, rockets and fuel" asks the same of three claims."""
    return question.sentence.span, question.source, question.target, question.deed


def _sentence_at(case: Case, span: Span) -> int | None:
    """The sentence that a span begins in, None where it goes beyond it."""
    sentences = case.reading.sentences
    number = bisect_right(sentences, span.start, key=lambda one: one.span.start) - 1
    return number if number >= 0 and sentences[number].span.covers(span) else None


def _tokens(sentence: Sentence, actors: Sequence[ActorMention]) -> tuple[int, ...]:
    spans = (one.quote.span for one in actors)
    return tuple(sorted({i for span in spans for i in covered(sentence, span.start, span.end)}))


def _weighed(
    claim: Claim, ranked: Sequence[Ranked], ranker: EventRanker, told: Collection[tuple[int, EventType | None]]
) -> Claim:
    """told: where sentences begin that a type is coded in already: the model speaks of the sentence as much as of the deed."""
    own = next((one.share for one in ranked if one.event_type == claim.event_type), 0.0)
    first = ranked[0]
    said = f"{ranker.name} gives {claim.event_type} a share of {own:.2f}"
    if first.event_type != claim.event_type:
        said += f", {first.event_type or 'no event'} {first.share:.2f}"
    torn = ranker.decides and own < _TORN and first.share >= _TAKEN and claim.flow is None and not _is_special(claim)
    other = cast(EventType | None, first.event_type)
    if torn and other is not None and _may_be(claim, other) and (claim.evidence.span.start, other) not in told:
        taken = (*claim.reasons, f"{said}: {other} is taken")
        confidence = round(claim.confidence * (1 - _WEIGHT * (1 - first.share)), 3)
        return with_type(replace(claim, confidence=confidence, reasons=taken), other)
    confidence = round(claim.confidence * (1 - _WEIGHT * (1 - own)), 3)
    return replace(claim, confidence=confidence, reasons=(*claim.reasons, said))


def _may_be(claim: Claim, event_type: EventType) -> bool:
    """Whether the text is sure enough of a deed for another type: a plan may only be what PLOVER calls plans.

    What others report keeps its rule: in "accused Moscow of shelling a hospital" the model speaks of the accusation.
    """
    if event_type in TWO_SIDED and not claim.recipients and len(claim.actors) < 2:
        return False
    planned = claim.factuality.status == "planned" and when_planned(event_type).event_type == event_type
    return planned or claim.factuality.status == "asserted"


def _is_special(claim: Claim) -> bool:
    """Whether the rule that coded it has conditions, "OFFER(topic:CONDOLENCES)": it knows more of the deed than its word."""
    return any(one.startswith("rule ") and "(" in one for one in claim.reasons)
