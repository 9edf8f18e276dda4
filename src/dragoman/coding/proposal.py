"""Events that no rule codes and that the model ranks high: a verb between two states for which the tables have no row.

The model gives a type and a share. Trigger, parties, time, chain and factuality come from the tree and the rules, and the
claim says that no rule stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from dragoman.coding.build import CODER, evidence_of
from dragoman.coding.case import Case, is_party
from dragoman.coding.chain import attributions_of, chain_of, merge
from dragoman.coding.measure import period_of_claim
from dragoman.coding.rule import quad_of
from dragoman.model.claim import Claim, EventType
from dragoman.model.factuality import Factuality
from dragoman.model.identity import identify
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication
from dragoman.model.tree import Sentence
from dragoman.reading.ranker import EventRanker, Question

MIN_SHARE = 0.85  # of a type, calibrated; docs/how-it-reads.md says what it costs and gains
_CONFIDENCE = 0.6  # of a claim with a share of 1: less than any that a rule codes from a verb with its arguments
_SUBJECT, _OTHERS = frozenset(("nsubj",)), frozenset(("obj", "iobj", "obl"))
_DEPTH = 2  # words between a verb's argument and the state that it names: "hit a port of Ukraine"


@dataclass(frozen=True, slots=True)
class _Open:
    """A verb with a state on each side, and no claim of an event in its sentence."""

    predication: Predication
    actor: ActorMention
    recipient: ActorMention
    stance: Factuality


def propose(case: Case, claims: Sequence[Claim], ranker: EventRanker) -> tuple[Claim, ...]:
    """Claims for verbs on which the rules are silent, where the model's share of one type is at least MIN_SHARE."""
    found = tuple(_open(case, claims))
    answers = ranker.rank(tuple(_question(case, one) for one in found))
    return tuple(
        _claim(case, one, ranked[0].event_type, ranked[0].share, ranker.name)
        for one, ranked in zip(found, answers, strict=True)
        if ranked[0].event_type is not None and ranked[0].share >= MIN_SHARE
    )


def _open(case: Case, claims: Sequence[Claim]) -> Iterator[_Open]:
    coded = sorted(one.trigger.span.start for one in claims)
    for predication in case.reading.predications:
        sentence = case.reading.sentences[predication.sentence]
        if any(sentence.span.start <= place < sentence.span.end for place in coded):
            continue
        over = attributions_of(predication.trigger.span, case.reading.attributions)
        stance = merge(predication.factuality, over)
        if stance.status not in ("asserted", "reported", "acknowledged") or stance.time == "future":
            continue
        sides = _sides(case, predication, sentence)
        if sides is not None:
            yield _Open(predication, *sides, stance)


def _sides(case: Case, predication: Predication, sentence: Sentence) -> tuple[ActorMention, ActorMention] | None:
    """The state that is the verb's subject, and another that one of its objects names."""
    if sentence.tokens[predication.head].upos != "VERB":
        return None
    actor = _party(case, predication, sentence, _SUBJECT, None)
    if actor is None:
        return None
    recipient = _party(case, predication, sentence, _OTHERS, actor.actor.country)
    return (actor, recipient) if recipient is not None else None


def _party(
    case: Case, predication: Predication, sentence: Sentence, relations: frozenset[str], but: str | None
) -> ActorMention | None:
    level = [
        # "nsubj:pass" is no subject here: "sappers are expected in Russia" does nothing to Russia
        child
        for child in sentence.children[predication.head]
        if sentence.tokens[child].relation in relations
    ]
    for _ in range(_DEPTH):
        for child in level:
            for mention in case.index.actors.at(predication.sentence, child):
                if is_party(mention, case.sources) and mention.actor.country != but:
                    return mention
        if but is None:
            return None  # who acts is the subject itself and nobody inside it: "the war in Ukraine has hit …"
        level = [grand for child in level for grand in sentence.children[child]]
    return None


def _question(case: Case, one: _Open) -> Question:
    sentence = case.reading.sentences[one.predication.sentence]

    def tokens(mention: ActorMention) -> tuple[int, ...]:
        return tuple(i for i, token in enumerate(sentence.tokens) if token.span.overlaps(mention.quote.span))

    return Question(sentence, tokens(one.actor), tokens(one.recipient), (one.predication.head,))


def _claim(case: Case, one: _Open, event_type: str, share: float, name: str) -> Claim:
    document, predication = case.reading.document, one.predication
    over = attributions_of(predication.trigger.span, case.reading.attributions)
    kind = cast(EventType, event_type)
    span = predication.trigger.span
    reasons = (
        f"no rule codes {predication.trigger.text!r}; {name} gives {event_type} a share of {share:.2f}",
        f"{one.actor.quote.text!r} is its subject, {one.recipient.quote.text!r} stands in its object",
    )
    return Claim(
        id=identify(
            "claim", document=document.id, trigger=[span.start, span.end], concept=predication.concept or "",
            matter="event", type=event_type, flow=None, item=None,
        ),
        document_id=document.id, matter="event", concept=predication.concept or "", event_type=kind, mode=None,
        quad=quad_of(kind), contexts=(), flow=None, actors=(one.actor,), recipients=(one.recipient,), item=None,
        quantities=(), period=period_of_claim(case, predication), place=None, attribution=chain_of(document, over),
        factuality=one.stance, trigger=predication.trigger, evidence=evidence_of(case, predication, None), content=None,
        confidence=round(_CONFIDENCE * share, 3), reasons=reasons, coder=CODER,
    )  # fmt: skip
