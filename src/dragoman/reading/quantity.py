"""Quantities of a text: numbers with their bounds and what they count, amounts kept back, and explicit zeros."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from dragoman.model.mention import PeriodMention, QuantityMention
from dragoman.model.quantity import Quantity
from dragoman.model.span import Span, quote
from dragoman.model.tree import Sentence
from dragoman.reading.quantities.amount import Amount, amount_at, numeral_at
from dragoman.reading.quantities.bound import bounds_of
from dragoman.reading.quantities.counted import Counted, counted_after
from dragoman.reading.quantities.lexeme import match_phrase
from dragoman.reading.quantities.line import Line, line_of
from dragoman.reading.quantities.not_counted import counts_nothing
from dragoman.world.quantity import Sense, Unit, quantity_words

_DENIABLE = frozenset({"person", "casualty", "thing"})
_RATIOS = frozenset({"ratio", "ratio_bare"})
_LARGE = 1000
_TEN = 10  # parts of ratios stay under it: "nine out of ten"


def find_quantities(
    sentences: tuple[Sentence, ...], text: str, language: str, periods: tuple[PeriodMention, ...]
) -> tuple[QuantityMention, ...]:
    """The quantities of a document, in text order; no two share a character.

    sentences: of `text`, the document's. language: ISO 639-1. periods: of the same document; numbers inside one are
    its own. A mention covers hedge, number and counted noun ("au moins neuf soldats"); its number is always printed in
    it. Bounds follow the contract ("more than N" is low N + 1); of what may be a fraction (percent, tons) they are not moved
    by one. A ratio ("one in three") has the unit "in 3". Durations are the reader of periods' own and left out.
    """
    words = quantity_words(language)
    dated = _Dated(periods)
    found: list[QuantityMention] = []
    for sentence in sentences:
        found.extend(_find_in_line(line_of(sentence, text, words), dated))
    return tuple(found)


class _Dated:
    """Characters inside periods, asked for by span in O(log n)."""

    def __init__(self, periods: tuple[PeriodMention, ...]) -> None:
        spans = sorted((one.quote.span.start, one.quote.span.end) for one in periods)
        self.starts = [start for start, _ in spans]
        self.ends: list[int] = []
        for _, end in spans:
            self.ends.append(max(end, self.ends[-1] if self.ends else 0))

    def holds(self, start: int, end: int) -> bool:
        before = bisect_right(self.starts, end - 1)
        return before > 0 and self.ends[before - 1] > start


def _find_in_line(line: Line, dated: _Dated) -> Iterator[QuantityMention]:
    at = 0
    while at < len(line.lexemes):
        lexeme = line.lexemes[at]
        if lexeme.kind == "word" and lexeme.word not in line.words.openers and "-" not in lexeme.word:
            at += 1
            continue
        if line.text[max(0, lexeme.start - 1) : lexeme.start] == "_":  # inside an address: "…/Budget_de_5_milliards"
            at += 1
            continue
        if _is_particle(line, at):
            at += 1
            continue
        found = _unnumbered(line, at) or _numbered(line, at, dated)
        if found is None:
            at += 1
            continue
        at, mention = found
        if mention is not None:
            yield mention


def _is_particle(line: Line, at: int) -> bool:
    """Whether a word belongs to the verb before it and bounds no number: "handed over two suspects" are two.

    In "could send up to 40 tanks" a tree hangs "up" on the verb, and "up to" bounds all the same.
    """
    bound = match_phrase(line.words.before, line.lexemes, at)
    if bound is not None and bound[0] > at + 1:
        return False
    tag = line.tags.get(line.lexemes[at].end)
    if tag is None or tag.upos not in ("ADP", "ADV"):
        return False
    of_verb = tag.relation == "compound:prt"
    return of_verb or (line.word(at) == "over" and line.word(at - 1) in line.words.jobs.get("hands", ()))


Found = tuple[int, QuantityMention | None]


def _mention(line: Line, first: int, last: int, quantity: Quantity) -> Found:
    span = Span(line.lexemes[first].start, line.lexemes[last - 1].end)
    return last, QuantityMention(quote(span, line.text), quantity)


def _unnumbered(line: Line, at: int) -> Found | None:
    """An amount kept back ("an undisclosed number of soldiers") or denied ("no casualties", "aucun soldat")."""
    match = match_phrase(line.words.phrases, line.lexemes, at)
    if match is None:
        return None
    last, job = match
    if job == "undisclosed":
        counted = counted_after(line.lexemes, last, line.words, line.tags, True)
        unit = counted.unit.name if counted else None
        end = counted.last if counted else last
        return _mention(line, at, end, Quantity(None, None, None, unit, "undisclosed"))
    if job != "denier" or line.word(last) in line.words.jobs.get("not_denied", ()):
        return None
    counted = counted_after(line.lexemes, last, line.words, line.tags, False)
    if counted is None or not counted.known or counted.unit.kind not in _DENIABLE:
        return None
    return _mention(line, at, counted.last, Quantity(0, 0, 0, counted.unit.name, "none"))


def _numbered(line: Line, at: int, dated: _Dated) -> Found | None:
    amount = amount_at(line.lexemes, at, line.words, line.text)
    if amount is None:
        return None
    core = line.lexemes[amount.numeral.first : amount.last]
    if dated.holds(core[0].start, core[-1].end):
        return amount.last, None
    if found := _percentage(line, amount) or _ratio(line, amount):
        return found
    end, after = _hedge_after(line, amount.last) if amount.sense is None else (amount.last, None)
    counted = _counted(line, amount, end)
    if counted and counted.unit.kind == "casualty" and (whole := _whole_after(line, amount.last)) is not None:
        return whole, None  # "three of the twelve injured": twelve are the toll
    if counts_nothing(line, amount, counted):
        return amount.last, None
    unit = counted.unit if counted else Unit(amount.currency, "money") if amount.currency else None
    last = counted.last if counted else end
    if amount.sense is None and after is None:
        last, after = _hedge_after(line, last)
    return _mention(line, amount.first, last, bounds_of(amount, unit, after))


def _whole_after(line: Line, at: int) -> int | None:
    """The index of the number in "of the twelve", "des douze" after a number; None if none stands there."""
    if line.word(at) not in line.words.jobs.get("partitive", ()):
        return None
    here = at + 1 if line.word(at + 1) in line.words.jobs.get("determiner", ()) else at
    return here + 1 if numeral_at(line.lexemes, here + 1, line.words, line.text) is not None else None


def _counted(line: Line, amount: Amount, at: int) -> Counted | None:
    """What an amount counts: money by its sign or name, else the noun at or after a lexeme."""
    if match := match_phrase(line.words.signs, line.lexemes, at):
        sign, code = match[1]
        if line.text[line.lexemes[at].start : line.lexemes[match[0] - 1].end] == sign:
            return Counted(match[0], Unit(code, "money"), True)
    linked = amount.numeral.sort != "exact" or (amount.high or amount.numeral).scale >= 1e6
    counted = counted_after(line.lexemes, at, line.words, line.tags, linked)
    if counted is None or not amount.currency:
        if counted and counted.unit.kind == "money" and _is_small(line, amount, counted):
            return None
        return counted
    return counted if counted.unit.name == amount.currency else None


def _is_small(line: Line, amount: Amount, counted: Counted) -> bool:
    """Whether a word is money only beside large numbers: "20 billion won", and not "the 12 won"."""
    return line.word(counted.last - 1) in line.words.jobs.get("money_if_large", ()) and amount.numeral.value < _LARGE


def _percentage(line: Line, amount: Amount) -> Found | None:
    """ "45 %", "dix pour cent", "10% to 12%", "deux points de pourcentage"; None for an amount that is none."""
    end = _percent_end(line, amount.last)
    if end is None:
        return None
    last, name = end
    link = match_phrase(line.words.join, line.lexemes, last)
    if link and amount.high is None and link[1] in ("to", "and"):
        high = numeral_at(line.lexemes, link[0], line.words, line.text, "range")
        high_end = _percent_end(line, high.last) if high else None
        if high and high_end and high.value > amount.numeral.value and (link[1] == "to"):
            amount = Amount(amount.first, high.last, amount.numeral, amount.sense, high)
            last = high_end[0]
    last, after = _hedge_after(line, last) if amount.sense is None else (last, None)
    return _mention(line, amount.first, last, bounds_of(amount, Unit(name, "measure"), after))


def _percent_end(line: Line, at: int) -> tuple[int, str] | None:
    if line.word(at) == "%":
        return at + 1, "percent"
    match = match_phrase(line.words.phrases, line.lexemes, at)
    if match is None or match[1] not in ("percent", "points"):
        return None
    return match[0], "percent" if match[1] == "percent" else "percentage point"


def _ratio(line: Line, amount: Amount) -> Found | None:
    """ "one in three soldiers", "un soldat sur trois": the first number, in the unit "soldier in 3"."""
    if amount.high is not None or amount.numeral.sort != "exact" or amount.currency:
        return None
    counted = None
    link = match_phrase(line.words.phrases, line.lexemes, amount.last)
    if link is None or link[1] not in _RATIOS:
        counted = counted_after(line.lexemes, amount.last, line.words, line.tags, False)
        link = match_phrase(line.words.phrases, line.lexemes, counted.last) if counted else None
        if link is None or link[1] != "ratio":
            return None
    whole = numeral_at(line.lexemes, link[0], line.words, line.text)
    if whole is None or not amount.numeral.value < whole.value <= _LARGE or whole.sort != "exact":
        return None
    behind = counted_after(line.lexemes, whole.last, line.words, line.tags, False)
    if behind and (behind.unit.kind in ("duration", "measure", "money") or counted):
        return None
    if link[1] == "ratio_bare" and (amount.numeral.digits != whole.digits or amount.numeral.value >= 10):
        return None
    unit = counted or behind
    if link[1] == "ratio" and _is_count(amount.numeral.value, whole.value):
        last = behind.last if behind else whole.last
        return _mention(line, amount.first, last, bounds_of(amount, unit.unit if unit else None))
    name = f"{unit.unit.name} in {int(whole.value)}" if unit else f"in {int(whole.value)}"
    return _mention(line, amount.first, behind.last if behind else whole.last, bounds_of(amount, Unit(name, "other")))


def _is_count(part: float, whole: float) -> bool:
    """Whether "12 out of 30" counts twelve: a ratio has a small part or a round whole ("nine out of ten", "1 sur 100")."""
    return part > _TEN or (part > 1 and whole > _TEN and whole % _TEN != 0)


def _hedge_after(line: Line, at: int) -> tuple[int, Sense | None]:
    """A hedge behind the noun ("or more", "environ"): the index after it and its sense; (at, None) if it opens the next amount."""
    match = match_phrase(line.words.after, line.lexemes, at)
    if match is None:
        return at, None
    last, sense = match
    if line.word(at) == "+" and line.lexemes[at - 1].end != line.lexemes[at].start:
        return at, None
    for index in range(at, last + 1):  # "10 soldiers and more than 20 tanks"
        if amount_at(line.lexemes, index, line.words, line.text) is not None:
            return at, None
    return last, sense
