"""One cargo that a sentence names twice is one transfer: "has received a delivery of jets", "50 tonnes of aid, 50 tonnes of rice".

The fuller telling stays: the verb over the noun, the whole before what it is said to be, the arrival before the sending. A side
that only the other names is added to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.coding.case import Case
from dragoman.coding.self_check import sentence_at
from dragoman.model.claim import Claim, Stage
from dragoman.model.tree import Sentence, base
from dragoman.reading.index import covered
from dragoman.reading.slot import case_of

_MOVED: tuple[Stage, ...] = (
    "shipped",
    "delivered",
    "in-use",
    "completed",
)  # what is promised is told apart from what came
_AS = ("en", "as", "comme")
_SPELLED = ("spells out", "listed")  # "a package: 18 guns, 200 missiles" are things of their own


@dataclass(frozen=True, slots=True)
class _Told:
    """A transfer and where its words stand. item, deed: tokens of its sentence."""

    claim: Claim
    sentence: int
    item: int
    deed: int


def without_doubles(case: Case, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with each cargo once: where two of one sentence hand over the same thing between the same sides, the fuller one."""
    claims = _without_words_of_others(case, claims)
    told = [one for claim in claims if (one := _placed(case, claim)) is not None]
    kept = {one.claim.id: one.claim for one in told}
    together: dict[int, list[_Told]] = {}
    for one in told:
        together.setdefault(one.sentence, []).append(one)
    for one in told:
        for other in together[one.sentence]:
            alive = one.claim.id in kept and other.claim.id in kept and one.claim.id != other.claim.id
            if alive and _is_same(case.reading.sentences[one.sentence], one, other):
                kept[one.claim.id] = _completed(kept[one.claim.id], kept.pop(other.claim.id))
    placed = {one.claim.id for one in told}
    return [kept.get(one.id, one) for one in claims if one.id not in placed or one.id in kept]


def _placed(case: Case, claim: Claim) -> _Told | None:
    if claim.flow is None or claim.item is None:
        return None
    spans = claim.item.quote.span, claim.trigger.span
    number = sentence_at(case.reading, claim.trigger.span)
    if number is None or not all(case.reading.sentences[number].span.covers(one) for one in spans):
        return None
    item, deed = (_head(case.reading.sentences[number], one.start, one.end) for one in spans)
    return _Told(claim, number, item, deed)


def _head(sentence: Sentence, start: int, end: int) -> int:
    """The word of a span that governs the others: whose own head stands outside of it."""
    inside = list(covered(sentence, start, end))
    return next((one for one in inside if sentence.tokens[one].head not in inside), inside[0])


def _is_same(sentence: Sentence, one: _Told, other: _Told) -> bool:
    """Whether the second transfer only tells the first again."""
    if not _agree(one.claim, other.claim):
        return False
    if one.deed == other.deed:
        return _is_apposed(sentence, one, other)
    if other.deed == one.item:  # "a reçu une livraison de chars": the delivery is what is received
        return (
            one.claim.flow is not None and other.claim.flow is not None and one.claim.flow.kind == other.claim.flow.kind
        )
    below = other.deed in sentence.subtree(one.item)  # "a reçu des chars livrés par l'Oman"
    stages = [told.claim.flow.stage for told in (one, other) if told.claim.flow]
    inner, outer = (
        (told.claim.item.quote.span if told.claim.item else told.claim.trigger.span) for told in (other, one)
    )
    # "une douzaine de drones livrés par Oslo": the participle may hang on the drones
    same = one.item == other.item or outer.covers(inner)
    return same and below and all(stage in _MOVED for stage in stages)


def _agree(one: Claim, other: Claim) -> bool:
    """Whether two transfers may be one: no state on a side of the second that the first has not, and one is as sure as the other."""
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    lands = [({who.actor.country for who in a}, {who.actor.country for who in b}) for a, b in sides]
    return one.factuality.polarity == other.factuality.polarity and all(not a or not b or b <= a for a, b in lands)


def _is_apposed(sentence: Sentence, one: _Told, other: _Told) -> bool:
    """Whether one thing only says what the other is: "un chargement de brut (700 000 barils)", "50 tonnes d'aide, 50 tonnes de riz".

    What spells a thing out ("des armes : 300 fusils") is the fuller telling; else the whole is.
    """
    if _is_spelled(other):
        return False
    alike = one.claim.flow and other.claim.flow and one.claim.flow.kind == other.claim.flow.kind
    stands_as = case_of(sentence, other.item) in _AS and case_of(sentence, one.item) not in _AS
    if alike and stands_as and not other.claim.quantities:
        return True  # "envoie 50 soldats en renfort"
    whole, part = (other, one) if _is_spelled(one) else (one, other)
    if not _is_set_beside(sentence, part.item, whole.item):
        return False
    counts = [
        [(n.mention.quantity.low, n.mention.quantity.high) for n in told.claim.quantities] for told in (whole, part)
    ]
    apposed = base(sentence.tokens[part.item].relation) == "appos"
    if counts[0]:  # "3 millions de yuans (360.000 euros)" is one sum
        in_money = all(n.role == "money" for told in (whole, part) for n in told.claim.quantities)
        return counts[0] == counts[1] or (apposed and in_money and bool(counts[1]))
    plain = part.claim.item is not None and part.claim.item.concept == "GOODS"  # "une aide, première cargaison"
    return (bool(alike) or plain) and apposed


def _is_spelled(told: _Told) -> bool:
    plain = told.claim.item is not None and told.claim.item.concept == "GOODS"
    if plain or told.claim.flow is None or told.claim.flow.kind == "money":
        return False  # neither what a thing costs nor "a first cargo" spells it out
    return any(f"as what is transferred: {word}" in reason for word in _SPELLED for reason in told.claim.reasons)


def _is_set_beside(sentence: Sentence, node: int, whole: int) -> bool:
    """Whether a noun stands behind another in apposition; a tree may take the comma for a list, which no "and" then closes."""
    token = sentence.tokens[node]
    if token.head < 0 or token.head not in sentence.subtree(whole):
        return False
    if base(token.relation) == "appos":
        return True
    closed = any(base(sentence.tokens[child].relation) == "cc" for child in sentence.children[node])
    more = any(
        child > node and base(sentence.tokens[child].relation) == "conj" for child in sentence.children[token.head]
    )
    return base(token.relation) == "conj" and not closed and not more


def _completed(one: Claim, other: Claim) -> Claim:
    """The fuller telling with what only the other adds: a side, and the number where it has none."""
    why = f"the same cargo as in {other.trigger.text!r} of {other.item.quote.text if other.item else ''!r}"
    return replace(
        one,
        actors=one.actors or other.actors,
        recipients=one.recipients or other.recipients,
        quantities=one.quantities or other.quantities,
        period=one.period or other.period,
        reasons=(*one.reasons, why),
    )


def _without_words_of_others(case: Case, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without transfers that are a word of another's thing; compared are those alone that stand in the sentence of that thing."""
    holding: dict[int | None, list[Claim]] = {}
    for one in claims:
        if one.flow is not None and one.item is not None:
            holding.setdefault(sentence_at(case.reading, one.item.quote.span), []).append(one)

    def is_word(one: Claim) -> bool:
        if one.flow is None:
            return False
        spans = (one.trigger.span, *((one.item.quote.span,) if one.item else ()))
        places = {sentence_at(case.reading, span) for span in spans}
        near = (other for place in places for other in holding.get(place, ()))
        return any(_is_word_of(case, one, other) for other in near if other is not one)

    return [one for one in claims if not is_word(one)]


def _is_word_of(case: Case, claim: Claim, other: Claim) -> bool:
    """Whether a transfer is only a word of what another hands over: "a shipment of wheat from Kenya has arrived" is one transfer, and so
    is "wheat donated by Kenya has arrived".
    """
    if claim.flow is None or other.flow is None or other.item is None:
        return False
    if claim.trigger.span == other.trigger.span or _countries(claim) != _countries(other):
        return False
    if other.item.quote.span.covers(claim.trigger.span):
        return True
    if claim.flow.kind != other.flow.kind or claim.item is None or claim.flow.stage != other.flow.stage:
        return False
    inside = other.item.quote.span.covers(claim.item.quote.span)
    return inside and (claim.item.quote.span != other.item.quote.span or _says_which(case, claim))


def _says_which(case: Case, claim: Claim) -> bool:
    """Whether the deed of a claim is a noun, or a participle or a relative clause on one."""
    tokens = (
        case.reading.sentences[one.sentence].tokens[one.head]
        for one in case.reading.predications
        if one.trigger.span == claim.trigger.span
    )
    return any(one.upos == "NOUN" or one.relation.startswith("acl") for one in tokens)


def _countries(claim: Claim) -> tuple[frozenset[str | None], frozenset[str | None]]:
    return frozenset(one.actor.country for one in claim.actors), frozenset(
        one.actor.country for one in claim.recipients
    )
