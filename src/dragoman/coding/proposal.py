"""Deeds that no rule codes, put to the model: who does them, to whom, and what type it gives the pair.

The rules stay the authors of spans, of sides and of what is no event at all: only where a deed is told of as done or planned,
among parties of politics, with somebody on either side, and no rule of its concept holds, is the model asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from dragoman.coding.body import is_among_politics, with_bodies
from dragoman.coding.build import event_claim, is_open, sides_of, stance_of
from dragoman.coding.case import Case
from dragoman.coding.content import content_of
from dragoman.coding.match import find_rule
from dragoman.coding.party import Parties
from dragoman.coding.standing import is_epithet, is_only_said, meant_by, serves_another, stands_alone
from dragoman.model.claim import Claim, EventType
from dragoman.model.hint import Ranked
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument, Predication
from dragoman.reading.index import covered
from dragoman.reading.ranker import EventRanker, Question
from dragoman.world.concept import is_a

# Least share of a type that makes a claim. Source: five folds of the pairs (training/encoder/README.md): of answers at 0.7 and
# more, 9 in 10 are right.
MIN_SHARE = 0.7
_FAR = ("recipient", "partner", "theme", "topic", "purpose")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A deed without a rule, its sides, and what the model is asked of it."""

    predication: Predication
    parties: Parties
    question: Question


def find_proposed(
    case: Case, told: Iterable[Predication], claims: Sequence[Claim], ranker: EventRanker
) -> tuple[Claim, ...]:
    """Claims of the deeds to which the model gives one type with a share of MIN_SHARE; one for each two sides of a sentence."""
    coded = {(one.evidence.span.start, _sides(one.actors, one.recipients)) for one in claims if one.event_type}
    asked = [one for predication in told if (one := _proposal(case, predication)) is not None]
    answers = ranker.rank(tuple(one.question for one in asked))
    best: dict[tuple[int, tuple[str, ...]], tuple[Proposal, Ranked]] = {}
    for one, ranked in zip(asked, answers, strict=True):
        first = ranked[0]
        key = (one.question.sentence.span.start, _sides(one.parties.actors, one.parties.recipients))
        if first.event_type is None or first.share < MIN_SHARE or key in coded:
            continue
        if key not in best or best[key][1].share < first.share:
            best[key] = one, first
    return tuple(claim for one, first in best.values() if (claim := _claim(case, one, first, ranker.name)) is not None)


def _claim(case: Case, one: Proposal, first: Ranked, name: str) -> Claim | None:
    assert first.event_type is not None
    why = f"no rule holds; {name} gives {first.event_type} a share of {first.share:.2f}"
    claim = event_claim(case, one.predication, cast(EventType, first.event_type), one.parties, why)
    return None if claim is None else replace(claim, confidence=round(claim.confidence * first.share, 3))


def _sides(actors: Iterable[ActorMention], recipients: Iterable[ActorMention]) -> tuple[str, ...]:
    return tuple(sorted(one.quote.text for one in (*actors, *recipients)))


def _proposal(case: Case, predication: Predication) -> Proposal | None:
    if serves_another(case, predication) or not is_open(stance_of(case, predication)):
        return None
    parties = with_bodies(case, predication, sides_of(case, predication))
    if not parties.actors or not is_among_politics(case, predication, parties):
        return None
    rule = find_rule(predication, None, parties, content_of(case, predication))
    if rule is not None and (rule.event_type is not None or rule.when or is_telling(predication.concept or "")):
        return None  # a rule that says "no event" of just this is an answer too; one that says it of all else leaves it open
    if not stands_alone(case, predication) or is_only_said(case, predication) or is_epithet(case, predication):
        return None
    if meant_by(case, predication) is not None:
        return None
    question = _question(case, predication, parties)
    return Proposal(predication, parties, question) if question.source and question.target else None


def is_telling(concept: str) -> bool:
    """Whether a concept only says, thinks or counts: nobody does anything to anybody."""
    return any(is_a(concept, name) for name in ("STATEMENT", "BELIEVE", "ANNOUNCE", "COUNT", "ESTIMATE"))


def _question(case: Case, predication: Predication, parties: Parties) -> Question:
    sentence = case.reading.sentences[predication.sentence]
    source = {i for one in parties.actors for i in covered(sentence, one.quote.span.start, one.quote.span.end)}
    far = {i for one in parties.recipients for i in covered(sentence, one.quote.span.start, one.quote.span.end)}
    if not far:
        far = {i for one in _first(predication) for i in covered(sentence, one.quote.span.start, one.quote.span.end)}
    deed = covered(sentence, predication.trigger.span.start, predication.trigger.span.end)
    return Question(sentence, tuple(sorted(source)), tuple(sorted(far - source)), tuple(deed))


def _first(predication: Predication) -> Iterator[Argument]:
    """What stands on the far side where no party does: "freed the prisoners"."""
    for role in _FAR:
        if fillers := predication.fillers(role):  # type: ignore[arg-type]
            yield fillers[0]
            return
