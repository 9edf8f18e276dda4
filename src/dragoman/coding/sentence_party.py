"""Parties that a sentence names, though not beside the word for the deed: behind a dateline, in what is voiced or pledged."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.actors_at import unique
from dragoman.coding.case import Case, is_state
from dragoman.coding.party import Parties, parties_of_argument
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument, Predication
from dragoman.model.tree import base
from dragoman.reading.passive import is_passive
from dragoman.reading.slot import case_of
from dragoman.world.concept import concepts, is_a
from dragoman.world.syntax import cases

# "PARIS, June 3 (AFP) -- Somebody said": bounded, so that it cannot run away.
_DATELINE = re.compile(r"[^\n]{0,60}\([^()\n]{2,30}\)\s{0,2}(?:--|[-—–])\s{0,2}")
_OPENING = 40  # characters in which the subject behind a dateline must begin: "The respected Marshal Ivan Testenko"
_COMPLEMENT = frozenset(("xcomp", "ccomp", "advcl", "obj"))
_NEAR = 8  # tokens behind a message in which the one it is for must be named
_MAX_DOWN = 3  # "pledged to continue to try to support": verbs between a pledge and what is pledged


def from_sentence(case: Case, predication: Predication, frame: str, parties: Parties) -> Parties:
    """Fill an empty side of a deed from its own sentence. A side that is filled stays as it is."""
    message = predication.concept is not None and is_a(predication.concept, "MESSAGE")
    if message and not parties.actors:
        parties = _with(parties, "actors", _voicer(case, predication), "who voices it")
    if not message and frame == "say" and not parties.actors:
        parties = _with(parties, "actors", _sender(case, predication), "whose message it is")
    if not parties.recipients and (message or frame == "say"):
        parties = _with(parties, "recipients", _addressee(case, predication), "whom it is voiced to")
    if not parties.recipients and predication.concept and is_a(predication.concept, "PROMISE_GROUP"):
        parties = _with(parties, "recipients", _promised(case, predication), "for whom it is pledged")
    side = "recipients" if frame == "get" else "actors"
    if not getattr(parties, side):
        parties = _with(parties, side, _behind_dateline(case, predication), "subject behind the dateline")
    return parties


def _with(parties: Parties, side: str, found: tuple[ActorMention, ...], why: str) -> Parties:
    others = parties.recipients if side == "actors" else parties.actors
    taken = {one.actor.country for one in others}
    found = tuple(one for one in unique(found) if is_state(one) and one.actor.country not in taken)
    if not found:
        return parties
    inferred = (*parties.inferred, f"{side[:-1]} read from {found[0].quote.text!r}: {why}")
    if side == "actors":
        return replace(parties, actors=found, inferred=inferred)
    return replace(parties, recipients=found, inferred=inferred)


def _voicer(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """Who utters a message that another word carries: "a dit sa gratitude à", "voiced support for"."""
    for other in case.in_sentence(predication.sentence):
        at = {(one.sentence, one.head) for one in other.arguments if one.role in ("topic", "theme")}
        if (predication.sentence, predication.head) in at:
            return tuple(one for a in other.fillers("agent") for one in parties_of_argument(case, a))
    return ()


def _sender(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """Whose message somebody hands on: "the envoy conveyed the thanks of the Malian president"."""
    for argument in predication.fillers("topic"):
        inner = case.by_trigger.get((argument.sentence, argument.head))
        if inner is not None and is_a(inner.concept or "", "MESSAGE"):
            return tuple(one for a in inner.fillers("agent") for one in parties_of_argument(case, a))
    return ()


def _addressee(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """Whom a message that is voiced is for: "expressed full support for the measures of the Malian leaders"."""
    for argument in predication.fillers("topic"):
        inner = case.by_trigger.get((argument.sentence, argument.head))
        if inner is None or inner.concept is None or not is_a(inner.concept, "MESSAGE"):
            continue
        for role in ("recipient", "topic"):
            found = tuple(one for a in inner.fillers(role) for one in parties_of_argument(case, a))
            if found:
                return found
        return _named_in(case, argument, inner.head)
    return ()


def _named_in(case: Case, argument: Argument, head: int) -> tuple[ActorMention, ...]:
    """The first actor of a phrase, close to its head: "praise for what the Malian generals had done"."""
    sentence = case.reading.sentences[argument.sentence]
    table = cases(case.reading.document.language)
    for token in range(head + 1, min(head + _NEAR + 1, len(sentence.tokens))):
        if table.get(case_of(sentence, token)) == "against":
            return ()
        here = case.index.actors.at(argument.sentence, token)
        if here:
            return here[:1]
    return ()


def _promised(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """Whom a pledge helps, from the verb that it governs: "pledged to continue supporting Kenya"."""
    sentence = case.reading.sentences[predication.sentence]
    level = [predication.head]
    for _ in range(_MAX_DOWN):
        level = [c for h in level for c in sentence.children[h] if base(sentence.tokens[c].relation) in _COMPLEMENT]
        for head in level:
            inner = case.by_trigger.get((predication.sentence, head))
            if inner is None or is_a(inner.concept or "", "HOSTILE_ACT"):
                continue
            found = tuple(one for a in inner.fillers("recipient") for one in parties_of_argument(case, a))
            if found:
                return found
    return ()


def _behind_dateline(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """The subject of a dispatch whose dateline the tree takes for the head of the sentence.

    Only where no other subject stands before the deed.
    """
    if concepts()[predication.concept or ""].kind != "event":
        return ()
    sentence = case.reading.sentences[predication.sentence]
    opening = _DATELINE.match(case.text, sentence.span.start, sentence.span.end)
    if opening is None or is_passive(sentence, predication.head):
        return ()
    first = next(
        (one for one in case.index.actors.inside(predication.sentence) if one.quote.span.start >= opening.end()), None
    )
    if (
        first is None
        or first.quote.span.start > opening.end() + _OPENING
        or first.quote.span.start > predication.trigger.span.start
    ):
        return ()
    between = (
        token for token in sentence.tokens if first.quote.span.end <= token.span.start < predication.trigger.span.start
    )
    if any(base(token.relation) in ("nsubj", "csubj") for token in between):
        return ()
    return (first,)
