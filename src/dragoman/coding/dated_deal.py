"""Agreements of which a text says only since when they are: "a deal for 300 drones dates from 2021" was made in 2021.

Whose it is the sentence may leave to the gifts told just before it: of the same thing, and all between the same two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.coding.actors_at import unique
from dragoman.coding.case import Case, is_state
from dragoman.coding.chain import attributions_of, chain_of, merge
from dragoman.coding.draft import CODER, INFERRED
from dragoman.coding.measure import role_of_item
from dragoman.coding.party import because
from dragoman.coding.rule import flow_kind, quad_of
from dragoman.coding.self_check import sentence_at
from dragoman.model.claim import Claim, ClaimQuantity, EventType, FlowKind
from dragoman.model.factuality import Factuality
from dragoman.model.identity import identify
from dragoman.model.mention import ConceptMention, PeriodMention
from dragoman.model.span import Span, hull, quote
from dragoman.model.tree import Sentence
from dragoman.world.concept import is_a
from dragoman.world.table import read_table

_BACK = 3  # sentences before in which the gifts must be told that it was made for
_LONGEST = 12  # words between the agreement and "dates from"
_TO_TIME = 2  # words between "dates from" and its time: "remonte au mois de"
_OWN = 0.8  # confidence where the agreement's own words name both sides
_SMALL = ("DET", "ADJ", "PUNCT")
_NONE = ("no", "aucun")


@dataclass(frozen=True, slots=True)
class _Dated:
    """An agreement with its time. between: the words from it to the verb, which say for what and between whom it is."""

    deal: ConceptMention
    between: Span
    period: PeriodMention


def find_dated_deals(case: Case, told: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """A claim for each agreement that a text only dates, where both of its sides are known. told: what was coded of the text."""
    triggers = [one.trigger.span for one in told]
    found = (
        _claim(case, told, dated)
        for number in range(len(case.reading.sentences))
        for dated in _dated(case, number)
        if not any(span.overlaps(dated.deal.quote.span) for span in triggers)
    )
    return tuple(one for one in found if one is not None)


def _dated(case: Case, number: int) -> Iterator[_Dated]:
    """The agreements that open a clause of a sentence and are dated by it."""
    sentence = case.reading.sentences[number]
    for deal in case.index.concepts.inside(number):
        if not is_a(deal.concept, "AGREEMENT") or not _opens(case, number, deal):
            continue
        start = deal.quote.span.end
        match = _pattern(case.reading.document.language).search(case.text, start, sentence.span.end)
        if match is None or re.search(r"[.,;:()]", case.text[start : match.start()]):
            continue
        if _is_hedged(sentence, Span(start, match.start())):
            continue
        behind = (one for one in case.index.periods.inside(number) if one.quote.span.start >= match.end())
        period = next(behind, None)
        if period is None or period.period.edtf is None:
            continue
        near = len(case.text[match.end() : period.quote.span.start].split()) <= _TO_TIME
        if near and len(case.text[start : match.start()].split()) <= _LONGEST:
            yield _Dated(deal, Span(start, match.start()), period)


def _opens(case: Case, number: int, deal: ConceptMention) -> bool:
    """Whether only an article and adjectives stand between an agreement and the beginning of its clause."""
    for token in reversed([t for t in case.reading.sentences[number].tokens if t.span.start < deal.quote.span.start]):
        if token.form in (",", ";", ":", "."):
            return token.form != ","
        if token.upos not in _SMALL or token.has("PronType=Neg") or token.form.casefold() in _NONE:
            return False
    return True


def _is_hedged(sentence: Sentence, between: Span) -> bool:
    """Whether an adverb or a helper says how sure the date is: "a deal for 12 jets probably dates from 2021"."""
    return any(token.upos in ("ADV", "AUX") and between.covers(token.span) for token in sentence.tokens)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    rows = read_table("rules/dated_deals.tsv", "dragoman.coding")
    phrases = [re.escape(row["phrase"]).replace("'", "['’]") for row in rows if row["language"] == language]
    return re.compile(rf"\b(?:{'|'.join(phrases) or '(?!)'})(?!\w)")


def _claim(case: Case, told: tuple[Claim, ...], dated: _Dated) -> Claim | None:
    """The agreement between those whom its words name, else those of the gifts before; None where these are no two states."""
    number = dated.deal.sentence
    span, confidence = case.reading.sentences[number].span, _OWN
    named = tuple(one for one in case.index.actors.inside(number) if dated.between.covers(one.quote.span))
    item = _item(case, dated)
    reasons: tuple[str, ...] = (f"{dated.deal.quote.text!r} is only dated: it was made then",)
    sides = unique(tuple(one for one in named if is_state(one)))
    if not named:
        before = _gift_before(case, told, dated, flow_kind(item.concept) if item else None)
        if before is None:
            return None
        reasons += (f"sides of {before.trigger.text!r}, told before it",)
        sides = because((*before.actors, *before.recipients), reasons[-1])
        span, confidence = hull((before.evidence.span, span)), _OWN * INFERRED
    if len({one.actor.country for one in sides}) != 2:
        return None
    over = attributions_of(dated.deal.quote.span, case.said)
    event_type: EventType = "COOPERATE" if is_a(dated.deal.concept, "CONTRACT") else "SUPPORT"
    return Claim(
        id=identify("claim", document=case.reading.document.id, dated=[dated.deal.quote.span.start, dated.deal.quote.span.end]),
        document_id=case.reading.document.id, matter="event", concept=dated.deal.concept, event_type=event_type, mode=None,
        quad=quad_of(event_type), contexts=(), flow=None, actors=sides, recipients=(), item=None,
        quantities=_numbers(case, dated), period=dated.period, place=None, attribution=chain_of(case, over),
        factuality=merge(Factuality("asserted", None, "positive", "certain", "past"), over), trigger=dated.deal.quote,
        evidence=quote(span, case.text), content=None, confidence=round(confidence, 3), reasons=reasons, coder=CODER,
    )  # fmt: skip


def _item(case: Case, dated: _Dated) -> ConceptMention | None:
    """What an agreement is for, by the words behind it."""
    inside = (one for one in case.index.concepts.inside(dated.deal.sentence) if dated.between.covers(one.quote.span))
    return next((one for one in inside if flow_kind(one.concept)), None)


def _numbers(case: Case, dated: _Dated) -> tuple[ClaimQuantity, ...]:
    inside = [one for one in case.index.quantities.inside(dated.deal.sentence) if dated.between.covers(one.quote.span)]
    money = (("money" if role_of_item(one) == "money" else "other", one) for one in inside[:1])
    return tuple(ClaimQuantity(role, one) for role, one in money)  # type: ignore[arg-type]


def _gift_before(case: Case, told: tuple[Claim, ...], dated: _Dated, kind: FlowKind | None) -> Claim | None:
    """The gift of that kind told shortly before, if all told there go between the same two; None for a thing that nobody says."""
    number = dated.deal.sentence
    paragraph = case.reading.sentences[number].paragraph
    near = [
        one
        for one in told
        if one.flow is not None
        and one.factuality.polarity == "positive"
        and (at := sentence_at(case.reading, one.trigger.span)) is not None
        and number - _BACK <= at < number
        and case.reading.sentences[at].paragraph == paragraph
    ]
    sides = {
        tuple(frozenset(who.actor.country for who in side) for side in (one.actors, one.recipients)) for one in near
    }
    last = max(near, key=lambda one: one.trigger.span.start, default=None)
    if last is None or last.flow is None or len(sides) != 1 or kind is None or last.flow.kind != kind:
        return None
    return last if last.actors and last.recipients else None
