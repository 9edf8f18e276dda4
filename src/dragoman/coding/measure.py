"""The numbers, times and places of a claim: each tied to the words that say it, none added to another."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.not_there import is_elsewhere
from dragoman.model.claim import ClaimQuantity, Item
from dragoman.model.mention import PeriodMention, PlaceMention, QuantityMention
from dragoman.model.predication import Argument, Predication
from dragoman.model.quantity import Quantity, QuantityRole
from dragoman.model.span import Quote, Span
from dragoman.model.tree import Sentence, base
from dragoman.reading.index import covered
from dragoman.reading.slot import case_of
from dragoman.world.concept import is_a
from dragoman.world.quantity import currencies
from dragoman.world.syntax import cases
from dragoman.world.table import read_table

_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_CLOCK = {"H": "hour", "M": "minute", "S": "second"}
_BACK = 4  # sentences back in which "cette mission" may have been named
_LENGTH = re.compile(r"PT(\d+(?:\.\d+)?)([HMS])|P(\d+(?:\.\d+)?)([DWMY])")
_LED_BY = 16  # characters before a length in which its bound word stands: "pendant plus de "


def quantities_on(case: Case, argument: Argument) -> tuple[QuantityMention, ...]:
    """Amounts said of an argument: those that cover its head, else those inside its phrase before another noun counts them."""
    at_head = _counting(case.index.quantities.at(argument.sentence, argument.head))
    if at_head:
        return _of_part(case, argument) if _is_part_named(case, argument) else at_head
    inside = _counting(case.index.quantities.inside(argument.sentence))
    found = tuple(one for one in inside if argument.quote.span.covers(one.quote.span))[:1]
    found = tuple(one for one in found if not _is_of_company(case, argument, one))
    if found and _is_fraction(case, argument):
        return ()  # "half of the 180 instructors": 180 counts the whole
    return found or _of_container(case, argument) or _estimated(case, argument)


def _counting(amounts: tuple[QuantityMention, ...]) -> tuple[QuantityMention, ...]:
    """Amounts without those that say how big one is: "un patrouilleur de vingt mètres"."""
    return tuple(one for one in amounts if one.quantity.unit not in _sizes())


@cache
def _sizes() -> frozenset[str]:
    return frozenset(row["unit"] for row in read_table("rules/sizes.tsv", "dragoman.coding"))


def _is_fraction(case: Case, argument: Argument) -> bool:
    """Whether the head of an argument takes a share of what is counted behind it: "la moitié des 180 instructeurs"."""
    token = case.reading.sentences[argument.sentence].tokens[argument.head]
    return token.lemma.casefold() in _fractions(case.reading.document.language)


@cache
def _fractions(language: str) -> frozenset[str]:
    rows = read_table("rules/fractions.tsv", "dragoman.coding")
    return frozenset(row["noun"] for row in rows if row["language"] == language)


def _is_of_company(case: Case, argument: Argument, amount: QuantityMention) -> bool:
    """Whether an amount counts what only goes with a thing, or is a part of it: "medicine with 45 doctors" is no 45 medicines, and
    "aid, including 40 rifles" no 40 of aid.
    """
    sentence, table = case.reading.sentences[argument.sentence], cases(case.reading.document.language)
    node = next((i for i, token in enumerate(sentence.tokens) if amount.quote.span.covers(token.span)), argument.head)
    while node not in (-1, argument.head):
        if table.get(case_of(sentence, node)) in ("with", "inclusive"):
            return True
        node = sentence.tokens[node].head
    return False


def _is_part_named(case: Case, argument: Argument) -> bool:
    """Whether only some of those counted are meant: "the first of 100 vehicles", "two of the 24 jets"."""
    sentence = case.reading.sentences[argument.sentence]
    token = sentence.tokens[argument.head]
    if (
        base(token.relation) not in ("nmod", "obl")
        or token.head < 0
        or sentence.tokens[token.head].upos not in ("ADJ", "NUM", "PRON")
    ):
        return False
    return cases(case.reading.document.language).get(case_of(sentence, argument.head)) == "of"


def _of_part(case: Case, argument: Argument) -> tuple[QuantityMention, ...]:
    """The number of the part, () where it has none: "the first of 100 vehicles" counts none of them."""
    holder = case.reading.sentences[argument.sentence].tokens[argument.head].head
    return case.index.quantities.at(argument.sentence, holder)


def _of_container(case: Case, argument: Argument) -> tuple[QuantityMention, ...]:
    """The number of what holds a thing: of "7 000 conteneurs de munitions" where the munitions alone are the argument."""
    sentence = case.reading.sentences[argument.sentence]
    token = sentence.tokens[argument.head]
    holder = token.head
    if base(token.relation) != "nmod" or holder < 0 or (argument.sentence, holder) in case.by_trigger:
        return ()
    if cases(case.reading.document.language).get(case_of(sentence, argument.head)) != "of":
        return ()
    one_sum = any(sentence.tokens[child].upos == "DET" for child in sentence.children[argument.head])
    if one_sum and is_a(argument.concept or "", "MONEY"):
        return ()  # "the first 200 million of a loan" is not the loan
    return case.index.quantities.at(argument.sentence, holder)


def _estimated(case: Case, argument: Argument) -> tuple[QuantityMention, ...]:
    """The bare number at which a thing is put: "évalue à 15 000 les soldats envoyés", "puts the men sent at 9,000"."""
    sentence = case.reading.sentences[argument.sentence]
    over = sentence.tokens[argument.head].head
    if over < 0 or not any(
        one.cue is not None and one.cue.span.overlaps(sentence.tokens[over].span) for one in case.reading.attributions
    ):
        return ()  # only who tells of a thing puts a number to it
    found = (
        one
        for child in sentence.children[over]
        if child != argument.head and base(sentence.tokens[child].relation) in ("obl", "xcomp", "nmod", "dep")
        for one in case.index.quantities.at(argument.sentence, child)
    )
    return tuple(one for one in found if one.quantity.unit is None)[:1]


def quantities_at(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """Amounts printed on the event word itself: "600 morts", "at least nine deaths"."""
    return case.index.quantities.at(predication.sentence, predication.head)


def beside(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """Money that stands right after an event noun without a word between: "exports to Russia $47 billion (-8%)"."""
    sentence = case.reading.sentences[predication.sentence]
    if sentence.tokens[predication.head].upos in ("VERB", "AUX"):
        return ()
    taken = {a.quote.span for a in predication.arguments}
    return tuple(
        one
        for child in sentence.children[predication.head]
        if base(sentence.tokens[child].relation)
        in ("appos", "nmod", "nummod", "dep", "obj", "parataxis", "list", "obl")
        and not case_of(sentence, child)
        for one in case.index.quantities.at(predication.sentence, child)
        if role_of_item(one) == "money" and one.quote.span not in taken
    )[:1]


def lasting(case: Case, predication: Predication) -> tuple[ClaimQuantity, ...]:
    """How long it lasted, in the unit that the text prints; () if not said in numbers.

    Bound words keep their sense: "at least three weeks" is low 3 with no best, "environ six mois" best 6 with no bounds.
    """
    spans = [argument.quote.span for argument in predication.fillers("duration")]
    for mention in case.index.periods.inside(predication.sentence):
        found = _LENGTH.fullmatch(mention.period.timex_value or "")
        if mention.quote.span in spans and found:
            unit = _CLOCK[found[2]] if found[2] else _UNITS[found[4]]
            quantity = _bounded(case, mention.quote, float(found[1] or found[3]), unit)
            return (ClaimQuantity("duration", QuantityMention(mention.quote, quantity)),)
    return ()


def _bounded(case: Case, words: Quote, length: float, unit: str) -> Quantity:
    before = case.text[max(0, words.span.start - _LED_BY) : words.span.start]
    printed = f" {before}{words.text} ".casefold().replace("’", "'")
    senses = {sense for phrase, sense in _bounds(case.reading.document.language) if f" {phrase} " in printed}
    if senses & {"least", "more"}:
        return Quantity(length, None, None, unit)
    if senses & {"most", "less"}:
        return Quantity(None, None, length, unit)
    if senses & {"about", "nearly"}:
        return Quantity(None, length, None, unit)
    return Quantity(length, length, length, unit)


@cache
def _bounds(language: str) -> tuple[tuple[str, str], ...]:
    rows = read_table("quantities/bounds.tsv")
    return tuple((row["phrase"].casefold(), row["sense"]) for row in rows if row["language"] == language)


def role_of_item(mention: QuantityMention) -> QuantityRole:
    """Money is its own role; everything else counts the item."""
    return "money" if mention.quantity.unit in currencies() else "item"  # "250 VAB" are vehicles


def period_of_claim(case: Case, predication: Predication) -> PeriodMention | None:
    """When it happened: the period attached to it; else the sentence's only one, if it stands under no other event."""
    spans = {argument.quote.span for argument in predication.fillers("time")}
    dated = [one for one in case.index.periods.inside(predication.sentence) if one.period.edtf]
    dated = [one for one in dated if not dates_a_source(case, predication, one)]
    own = [one for one in dated if one.quote.span in spans]
    if own:
        return min(own, key=lambda one: (one.period.date_prec or 9, one.quote.span.start))
    elsewhere = {a.quote.span for other in case.in_sentence(predication.sentence) for a in other.fillers("time")}
    free = [one for one in dated if one.quote.span not in elsewhere]
    return free[0] if len(dated) == 1 and free else None


def dates_a_source(case: Case, predication: Predication, period: PeriodMention) -> bool:
    """Whether a time only says which count or report speaks, and not of this: "claimed 40 dead, while the May UN figure was 90"."""
    return any(
        one.source is not None
        and one.source.span.covers(period.quote.span)
        and not one.content.span.covers(predication.trigger.span)
        for one in case.reading.attributions
    )


def period_of_item(case: Case, predication: Predication, item: Item | None) -> PeriodMention | None:
    """The time that stands in the words of a thing itself: "sent 11,000 last year, and 3,000 others in March" dates the others alone.

    Not where a verb stands there: of "a frigate ordered in 2019" the order is of that year.
    """
    if item is None or not case.index.periods.inside(predication.sentence):
        return None
    span, sentence = item.quote.span, case.reading.sentences[predication.sentence]
    if any(sentence.tokens[i].upos in ("VERB", "AUX") for i in covered(sentence, span.start, span.end)):
        return None
    dated = [one for one in case.index.periods.inside(predication.sentence) if one.period.edtf]
    own = [one for one in dated if span.covers(one.quote.span)]
    if own:
        return own[0] if len(own) == 1 and len(dated) > 1 else None
    behind = [one for one in dated if one.quote.span.start >= span.end]
    if len(dated) != 2 or len(behind) != 2 or not _are_apart(*behind):
        return None
    return min(behind, key=lambda one: one.quote.span.start)  # "sent 4,000 in 2024, and 3,000 others in March 2025"


def _are_apart(one: PeriodMention, other: PeriodMention) -> bool:
    """Whether two times are of different days, and neither is part of the other: "in 2024, on 3 May" is one time."""
    a, b = one.period, other.period
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return False
    return a.latest < b.earliest or b.latest < a.earliest


def place_of_claim(case: Case, predication: Predication) -> PlaceMention | None:
    """Where it happened: the most exact place attached to it."""
    spans = [argument.quote.span for argument in predication.arguments if argument.role == "place"]
    heads = [a.head for a in predication.arguments if a.role in ("recipient", "theme", "origin")]
    found = [one for one in case.index.places.inside(predication.sentence) if _touches(one.quote.span, spans)]
    found += [
        one for head in heads for one in case.index.places.at(predication.sentence, head) if one.place.where_prec != 6
    ]
    found = [one for one in found if not is_elsewhere(case, predication, one)]
    return min(found, key=lambda one: (one.place.where_prec, one.quote.span.start), default=None)


def place_before(case: Case, predication: Predication, adjacent: bool = True) -> PlaceMention | None:
    """Where, read from before: the one town or region of the sentence before in the paragraph; or of the sentence that
    first named what "cette mission" points back to. adjacent: whether the sentence before will do.

    The claim says so and its evidence covers both sentences.
    """
    sentence = case.reading.sentences[predication.sentence]
    if case.index.places.inside(predication.sentence):
        return None
    numbers = [predication.sentence - 1] if predication.sentence and adjacent else []
    if numbers and case.reading.sentences[numbers[0]].paragraph != sentence.paragraph:
        numbers = []
    pointed = {t.lemma for i, t in enumerate(sentence.tokens) if t.upos == "NOUN" and _is_demonstrative(sentence, i)}
    near = range(predication.sentence - 1, max(-1, predication.sentence - _BACK - 1), -1)
    numbers += [n for n in near if pointed & {t.lemma for t in case.reading.sentences[n].tokens if t.upos == "NOUN"}]
    for number in numbers:
        found = [one for one in case.index.places.inside(number) if one.place.where_prec <= 5]
        if len(found) == 1:
            return replace(found[0], reason=f"read from before: {found[0].quote.text!r}")
    return None


def _is_demonstrative(sentence: Sentence, noun: int) -> bool:
    return any(sentence.tokens[child].has("PronType=Dem") for child in sentence.children[noun])


def _touches(span: Span, spans: list[Span]) -> bool:
    return any(span.overlaps(other) for other in spans)


_DELEGATION = 300  # people: the largest delegations; more than that move, they do not visit


def is_crowd(case: Case, predication: Predication) -> bool:
    """Whether those who act are too many to pay a visit: "between 4,000 and 5,000 Chadians went to Niger"."""
    numbers = (one.quantity for a in predication.fillers("agent") for one in quantities_on(case, a))
    return any((one.low or one.best or one.high or 0) > _DELEGATION for one in numbers)
