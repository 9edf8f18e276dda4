"""When and where a toll was taken, if its own clause does not say: the date and place of the event that took it.

"A bus overturned near Arequipa on 4 May. … Seven people died." dates and places the seven. Read only from an event that
takes lives, only where one date or one place is named, never across a paragraph; the claim says so and costs confidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.measure import dates_a_source
from dragoman.coding.not_there import is_of_teller
from dragoman.model.mention import PeriodMention, PlaceMention
from dragoman.model.predication import Predication
from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token, base
from dragoman.world.concept import ancestors, is_a
from dragoman.world.syntax import cases, plain_case
from dragoman.world.table import read_table

_WHERE = ("in", "near", "to")
_FINER = 4  # where_prec from which a place is a region or a country that may hold a finer one


@cache
def _listed(language: str, kind: str) -> frozenset[str]:
    rows = read_table("rules/occasions.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language and row["kind"] == kind)


def _words(case: Case, kind: str) -> frozenset[str]:
    return _listed(case.reading.document.language, kind)


@dataclass(frozen=True, slots=True)
class Occasion:
    """The date and place of the event that took a toll, None where it is not known; reasons: one for each that was read."""

    period: PeriodMention | None
    place: PlaceMention | None
    reasons: tuple[str, ...]


def occasion_of(case: Case, predication: Predication, period: bool, place: bool) -> Occasion:
    """When and where the event of a toll was. period, place: which of them to look for."""
    when = _period(case, predication) if period else None
    where = _place(case, predication) if place else None
    reasons = tuple(
        f"{what} of the event that took the toll: {one.quote.text!r}"
        for what, one in (("date", when), ("place", where))
        if one is not None
    )
    return Occasion(when, where, reasons)


@cache
def _causes() -> frozenset[str]:
    return frozenset(row["concept"] for row in read_table("rules/causes.tsv", "dragoman.coding"))


def _takes_lives(concept: str | None) -> bool:
    return concept is not None and not _causes().isdisjoint(ancestors(concept))


def _back(case: Case, predication: Predication) -> Iterator[int]:
    """Sentences before a toll in its paragraph, nearest first; none for a toll of another, earlier event."""
    if _is_of_another(case, predication):
        return
    paragraph = case.reading.sentences[predication.sentence].paragraph
    for number in range(predication.sentence - 1, -1, -1):
        if case.reading.sentences[number].paragraph != paragraph:
            return
        yield number


def _is_of_another(case: Case, predication: Predication) -> bool:
    """Whether the text goes back or aside: "il avait fait 29 morts", "another wreck killed 20"."""
    sentence = case.reading.sentences[predication.sentence]
    node = predication.head
    words = [sentence.tokens[one] for one in sentence.children[node]]
    while sentence.tokens[node].upos not in ("VERB", "AUX") and sentence.tokens[node].head >= 0:
        node = sentence.tokens[node].head
        words += [sentence.tokens[one] for one in sentence.children[node]]
    subjects = [child for child in sentence.children[node] if base(sentence.tokens[child].relation) == "nsubj"]
    beside = [sentence.tokens[one] for subject in subjects for one in sentence.children[subject]]
    if any(one.lemma.casefold() in _words(case, "another") for one in beside):
        return True
    forms = f" {' '.join(one.form.casefold() for one in sentence.tokens)} "
    if any(f" {word} " in forms for word in _words(case, "sum")):
        return True  # "in total 9 have died since the protests began"
    return any(_is_past_before_past(one) for one in words)


def _is_past_before_past(token: Token) -> bool:
    if base(token.relation) != "aux":
        return False
    had = token.form.casefold() in ("had", "'d", "’d")
    return had or (token.lemma.casefold() in ("avoir", "être") and token.has("Tense=Imp"))


def _period(case: Case, predication: Predication) -> PeriodMention | None:
    here = _dated(case, predication.sentence)
    if any(dates_a_source(case, predication, one) for one in here):
        return None
    if here:
        return _only(case, predication.sentence, here, named=True)
    for number in _back(case, predication):
        found = _dated(case, number)
        if found:
            return _only(case, number, found, named=False)
    return None


def _dated(case: Case, number: int) -> list[PeriodMention]:
    return [one for one in case.index.periods.inside(number) if one.period.edtf]


def _only(case: Case, number: int, found: list[PeriodMention], named: bool) -> PeriodMention | None:
    """The date of a sentence's event that takes lives, if it is the sentence's only date; an open interval dates nothing.

    named: whether the event must be said to be then; else a date that no word of the sentence claims will do.
    """
    if len({one.period.edtf for one in found}) != 1 or ".." in (found[0].period.edtf or ""):
        return None
    owners = _owners(case, number, found[0].quote.span)
    if owners:
        return found[0] if any(_takes_lives(one.concept) for one in owners) else None
    causes = any(_takes_lives(one.concept) for one in case.index.concepts.inside(number))
    return found[0] if causes and not named else None


def _owners(case: Case, number: int, span: Span) -> list[Predication]:
    """Predications that take a date or place for their own."""
    return [
        one
        for one in case.in_sentence(number)
        if any(
            a.role in ("time", "place", "recipient", "origin") and a.quote.span.overlaps(span) for a in one.arguments
        )
    ]


def _place(case: Case, predication: Predication) -> PlaceMention | None:
    if case.index.places.inside(predication.sentence):
        return _finest(case, predication.sentence)
    tokens = case.reading.sentences[predication.sentence].tokens
    if any(one.form.casefold() in _words(case, "elsewhere") for one in tokens):
        return None  # "two were wounded at an unspecified location"
    for number in _back(case, predication):
        if case.index.places.inside(number):
            found = _finest(case, number)
            if found is None or not any(_takes_lives(one.concept) for one in case.index.concepts.inside(number)):
                return None
            return replace(found, reason=f"read from before: {found.quote.text!r}")
    return None


def _finest(case: Case, number: int) -> PlaceMention | None:
    """The most exact place where something is in a sentence, if all others there hold it or do nothing but name a side."""
    sentence = case.reading.sentences[number]
    places = [one for one in case.index.places.inside(number) if one.place.where_prec <= 6]
    found = [one for one in places if _is_where(case, number, sentence, one) and not is_of_teller(case, number, one)]
    if not found:
        return None
    best = min(found, key=lambda one: (one.place.where_prec, one.quote.span.start))
    return best if all(_holds(one, best) for one in found) else None


def _holds(outer: PlaceMention, inner: PlaceMention) -> bool:
    if outer.place.name == inner.place.name:
        return True
    within = outer.place.country == inner.place.country and outer.place.where_prec >= _FINER
    return within and (outer.place.admin1 in (None, inner.place.admin1) or outer.place.where_prec == 6)


def _is_where(case: Case, number: int, sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether something is said to be there: after "in", "à", "near", or before the colon of a headline ("Toronto : …");
    not where only an event that takes no lives is.
    """
    owners = _owners(case, number, mention.quote.span)
    if owners and not any(_takes_lives(one.concept) for one in owners):
        return False
    inside = [i for i, token in enumerate(sentence.tokens) if token.span.overlaps(mention.quote.span)]
    slot = _slot_before(case, sentence, inside[0])
    over = case.by_trigger.get((number, sentence.tokens[inside[0]].head))
    if slot in ("for", "of") and over is not None and is_a(over.concept or "", "CLASH"):
        return True  # "died in the battle for Goma"
    if slot == "of":  # "in the laboratory of Fez": where the laboratory is
        held = sentence.tokens[next((i for i in inside if sentence.tokens[i].head not in inside), inside[0])].head
        first = min((held, *sentence.children[held]), default=held) if held >= 0 else -1
        return (
            0 <= held < inside[0]
            and sentence.tokens[held].upos == "NOUN"
            and _case_slot(case, sentence, held, first) in ("in", "near")
        )
    after = inside[-1] + 1
    heads_line = inside[0] == 0 and after < len(sentence.tokens) and sentence.tokens[after].form == ":"
    return heads_line or slot in _WHERE


def _case_slot(case: Case, sentence: Sentence, noun: int, first: int) -> str:
    own = [
        sentence.tokens[child].form
        for child in sentence.children[noun]
        if base(sentence.tokens[child].relation) == "case"
    ]
    slots = cases(case.reading.document.language)
    return slots.get(plain_case(own[0]), "") if own else _slot_before(case, sentence, first)


def _slot_before(case: Case, sentence: Sentence, first: int) -> str:
    """The slot that the preposition before a word opens, "" if none stands there."""
    before = first - 1
    while before >= 0 and sentence.tokens[before].upos == "DET":
        before -= 1
    if before < 0 or sentence.tokens[before].upos != "ADP":
        return ""
    slots = cases(case.reading.document.language)
    words = " ".join(token.form for token in sentence.tokens[max(before - 1, 0) : before + 1])  # "près de Damas"
    return slots.get(plain_case(words)) or slots.get(plain_case(sentence.tokens[before].form)) or ""
