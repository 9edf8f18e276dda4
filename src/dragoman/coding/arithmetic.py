"""Sums of a text that do not come out: parts beside their total, a share, a change in percent, "twice", so much each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, takewhile

from dragoman.coding.self_check import Role, find_words
from dragoman.model.document import DocumentWarning
from dragoman.model.reading import Reading
from dragoman.model.span import Quote, Span, hull, quote
from dragoman.world.concept import names_people
from dragoman.world.quantity import quantity_words

_POINTS = 1.0  # of a percentage: texts round
_ROUGHLY = 0.1  # of a value: "twice" and "each" are said of what is near
_MOST_NUMBERS = 40  # of a sentence: a longer one is a table
_MOST_PARTS = 8  # of a sum
_TOO_MUCH = 2  # times a total: numbers that come to more are no parts of it
_CHANGE = 3  # numbers of a sentence that tells of one change: before, after, and by how much
_LIST = 3  # parts from which a list behind a colon is whole
_BOUNDARIES: tuple[Role, ...] = ("out_of", "from", "to")  # before a number: "80 of 200", "from 12 to 15"
_DIGITS = re.compile(r"\d+(?:[ .,\u00a0\u202f]\d{3})*(?:[.,]\d+)?")
_GAP = 60  # characters between the parts of one sum


@dataclass(frozen=True, slots=True)
class _Number:
    """An exact number: its words, its value, the value without "million", its unit."""

    words: Quote
    value: float
    bare: float
    unit: str | None


def find_wrong_sums(reading: Reading) -> Iterator[DocumentWarning]:
    """Numbers that do not fit one another, each within one sentence."""
    before: tuple[_Number, ...] = ()
    checks: tuple[Callable[[_Sum], Iterator[tuple[Quote, str]]], ...] = (
        _parts,
        _listed,
        _share,
        _change,
        _times,
        _each,
        _whole,
    )
    for sentence in reading.sentences:
        numbers = tuple(_numbers(reading, sentence.span))
        one = _Sum(reading, sentence.span, numbers)
        found = [*_times_of(one, before), *(pair for check in checks if len(numbers) > 1 for pair in check(one))]
        yield from (DocumentWarning("self_contradiction", words, detail) for words, detail in found)
        before = numbers


@dataclass(frozen=True, slots=True)
class _Sum:
    """A sentence and the exact numbers in it, in order."""

    reading: Reading
    sentence: Span
    numbers: tuple[_Number, ...]

    @property
    def language(self) -> str:
        return self.reading.document.language

    @property
    def text(self) -> str:
        return self.reading.document.text

    def between(self, left: _Number | None, right: _Number | None) -> str:
        """The words between two numbers; from the beginning of the sentence, or to its end, where one is None."""
        start = self.sentence.start if left is None else left.words.span.end
        end = self.sentence.end if right is None else right.words.span.start
        return self.reading.document.text[start:end]

    def has(self, words: str, *roles: Role) -> bool:
        return any(True for role in roles for _ in find_words(words, self.language, role))

    def ends_with(self, words: str, role: Role) -> bool:
        """Whether words end with one of a role, but for an article: "soit environ une hausse de" ends with none of "soit"."""
        found = list(find_words(words, self.language, role))
        return bool(found) and not words[found[-1].end :].strip()


def _numbers(reading: Reading, sentence: Span) -> Iterator[_Number]:
    """The exact numbers of a sentence; "80 of 200" in one mention is two."""
    first = bisect_left(reading.quantities, sentence.start, key=lambda one: one.quote.span.start)
    for one in takewhile(
        lambda one: one.quote.span.start < sentence.end, reading.quantities[first : first + _MOST_NUMBERS]
    ):
        best = one.quantity.best
        if not sentence.covers(one.quote.span) or best is None or one.quantity.low != best or one.quantity.high != best:
            continue
        digits = list(_DIGITS.finditer(one.quote.text))
        bare = _value(digits[0].group()) if digits else _spelt(one.quote.text, reading.document.language) or best
        end = digits[0].end() if len(digits) > 1 else len(one.quote.text)
        yield _Number(_part(reading, one.quote, 0, end), best, bare, one.quantity.unit)
        if len(digits) > 1:
            other = _value(digits[1].group())
            yield _Number(_part(reading, one.quote, *digits[1].span()), other, other, one.quantity.unit)


def _part(reading: Reading, words: Quote, start: int, end: int) -> Quote:
    text = words.text[start:end]
    first = words.span.start + start
    return quote(Span(first, first + len(text.rstrip())), reading.document.text)


def _value(digits: str) -> float:
    whole = re.sub(r"[ .,\u00a0\u202f](?=\d{3}(?!\d))", "", digits)
    return float(whole.replace(",", "."))


def _spelt(words: str, language: str) -> float | None:
    first = re.match(r"\W*(\w+)", words)
    found = quantity_words(language).numbers.get(first.group(1).lower(), {}).get("count") if first else None
    return float(found) if found is not None else None


def _plain(value: float) -> str:
    """A number as English prints it: "40,000", "1.5"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def _is_money(one: _Number) -> bool:
    return one.unit is not None and one.unit.isupper()


def _parts(one: _Sum) -> Iterator[tuple[Quote, str]]:
    """ "180 teachers, 60 cooks and 30 doctors, 250 people in all": what stands before its total, in one list."""
    for at, total in enumerate(one.numbers):
        behind = one.between(total, one.numbers[at + 1] if at + 1 < len(one.numbers) else None)[:_GAP]
        is_total = one.has(re.split(r"[,;.]", behind)[0], "in_all")
        is_total = is_total or one.ends_with(one.between(one.numbers[at - 1], total), "total_of")
        if at < 2 or not is_total or total.unit == "percent":
            continue
        parts = [total]
        while len(parts) <= min(at, _MOST_PARTS) and _is_listed(one, one.numbers[at - len(parts)], parts[-1]):
            parts.append(one.numbers[at - len(parts)])
        parts = parts[1:]
        sums = {sum(part.value for part in some) for n in range(1, len(parts) + 1) for some in combinations(parts, n)}
        if len(parts) > 1 and total.value not in sums:
            told = " + ".join(f"{_plain(part.value)}" for part in reversed(parts))
            yield (
                total.words,
                f"{told} make {_plain(sum(part.value for part in parts))}, and the text says {_plain(total.value)}",
            )


def _is_listed(one: _Sum, left: _Number, right: _Number) -> bool:
    """Whether two numbers are neighbours in one list: near, of one kind, and no share of one another."""
    between = one.between(left, right)
    is_kind = left.unit != "percent" and _is_money(left) == _is_money(right)
    is_change = any(one.ends_with(between, role) for role in _BOUNDARIES) and not one.ends_with(between, "total_of")
    return is_kind and not is_change and len(between) <= _GAP and not one.has(between, "part_of", "apart")


def _listed(one: _Sum) -> Iterator[tuple[Quote, str]]:
    """ "30 trucks: 12 with food, 9 with tents and 11 with medicine": a whole list behind a colon."""
    for at, total in enumerate(one.numbers[:-1]):
        parts = one.numbers[at + 1 :]
        if not re.match(r"\s?:\s", one.between(total, parts[0])) or len(parts) > _MOST_PARTS:
            continue
        gaps = [one.between(left, right) for left, right in zip((total, *parts), parts, strict=False)]
        is_whole = any(True for _ in find_words(gaps[-1], one.language, "and"))
        is_kind = all(part.unit in (None, total.unit) for part in parts)
        rest = " ".join((*gaps, one.between(parts[-1], None)))
        summed = sum(part.value for part in parts)
        # "all six numbers: 11, 28, 31 …" are no parts of six
        is_off = summed != total.value and len(parts) >= _LIST and summed <= _TOO_MUCH * total.value
        is_change = any(one.ends_with(gap, role) for gap in gaps for role in _BOUNDARIES)
        if is_whole and is_kind and is_off and not is_change and not one.has(rest, "part_of", "apart"):
            told = " + ".join(f"{_plain(part.value)}" for part in parts)
            yield total.words, f"{told} make {_plain(summed)}, and the text says {_plain(total.value)}"


def _share(one: _Sum) -> Iterator[tuple[Quote, str]]:
    """ "80 of its 200 tanks, or 60 percent"."""
    for part, whole, share in zip(one.numbers, one.numbers[1:], one.numbers[2:], strict=False):
        said = one.between(whole, share)
        is_share = (
            share.unit == "percent"
            and one.ends_with(one.between(part, whole), "out_of")
            and one.ends_with(said, "that_is")
        )
        if (
            not is_share
            or len(one.between(part, whole)) > _GAP
            or "percent" in (part.unit, whole.unit)
            or not whole.bare
        ):
            continue
        actual = 100 * (part.value / whole.value if part.value * 1000 > whole.value else part.bare / whole.bare)
        if abs(actual - share.value) > _POINTS:
            yield share.words, f"{_plain(part.bare)} of {_plain(whole.bare)} is {actual:.0f} percent"


def _change(one: _Sum) -> Iterator[tuple[Quote, str]]:
    """ "From 400 to 600 officers, an increase of 30 percent"."""
    for old, new, change in zip(one.numbers, one.numbers[1:], one.numbers[2:], strict=False):
        said = one.between(new, change)
        is_change = change.unit == "percent" and one.has(said, "rise", "fall") and "percent" not in (old.unit, new.unit)
        before = one.between(None, old)
        is_from = one.ends_with(before, "from") and one.ends_with(one.between(old, new), "to")
        # "2,000 in 2022 and 1,100 in 2025, a fall of 45 percent": three numbers and no more
        is_kind = len(one.numbers) == _CHANGE and (old.unit == new.unit or new.unit is None)
        is_from = is_from or (
            is_kind and one.has(said[: _GAP // 2], "that_is") and one.has(one.between(old, new), "and")
        )
        if not is_change or not is_from or len(said) > _GAP * 2 or not old.bare:
            continue
        first, last = (old.value, new.value) if old.value * 1000 > new.value else (old.bare, new.bare)
        actual = abs(100 * (last - first) / first)
        if abs(actual - change.value) > max(_POINTS, actual * _ROUGHLY / 2):
            yield change.words, f"from {_plain(first)} to {_plain(last)} is {actual:.0f} percent"


def _times(one: _Sum) -> Iterator[tuple[Quote, str]]:
    """ "150 million, twice the 90 million of last year"."""
    for now, then in zip(one.numbers, one.numbers[1:], strict=False):
        yield from _factor(one, now, then, Span(now.words.span.end, then.words.span.start))


def _times_of(one: _Sum, before: tuple[_Number, ...]) -> Iterator[tuple[Quote, str]]:
    """ "150 million dollars. That is twice the 90 million of last year": of the one number of that unit before it."""
    then = one.numbers[0] if one.numbers else None
    if then is None or then.unit is None:
        return
    same = [now for now in before if now.unit == then.unit]
    opening = Span(one.sentence.start, then.words.span.start)
    if len(same) == 1 and next(find_words(opening.of(one.text), one.language, "takes_up"), Span(1, 1)).start == 0:
        yield from _factor(one, same[0], then, opening)


def _factor(one: _Sum, now: _Number, then: _Number, between: Span) -> Iterator[tuple[Quote, str]]:
    factors: tuple[tuple[Role, float], ...] = (("twice", 2), ("thrice", 3), ("half", 0.5))
    words = between.of(one.text)
    is_kind = now.unit == then.unit or then.unit is None or now.unit is None
    if not is_kind or one.has(words, "bound_before") or not then.bare or not 1 / 1000 < now.value / then.value < 1000:
        return
    for role, factor in factors:
        if not one.ends_with(words, role):
            continue
        actual = (now.bare / then.bare, now.value / then.value)
        if all(abs(ratio - factor) > factor * _ROUGHLY for ratio in actual):
            start = between.start + list(find_words(words, one.language, role))[-1].start
            told = quote(hull((Span(start, start + 1), then.words.span)), one.text)
            yield told, f"{_plain(now.bare)} is {actual[0]:.1f} times {_plain(then.bare)}"


def _each(one: _Sum) -> Iterator[tuple[Quote, str]]:
    """ "30 million dollars, or 10,000 for each of the 450 soldiers"."""
    for whole, share, count in zip(one.numbers, one.numbers[1:], one.numbers[2:], strict=False):
        is_said = one.ends_with(one.between(whole, share), "that_is") and one.has(one.between(share, count), "each_of")
        if not is_said or not _is_money(whole) or whole.unit != share.unit or not count.value:
            continue
        actual = whole.value / count.value
        if abs(actual - share.value) > actual * _ROUGHLY:
            yield share.words, f"{_plain(whole.value)} shared by {_plain(count.value)} is {_plain(actual)} each"


def _whole(one: _Sum) -> Iterator[tuple[Quote, str]]:
    """ "40,000 inhabitants, of whom 55,000": a part of people, or of a sum, that is more than all of it."""
    for whole, part in zip(one.numbers, one.numbers[1:], strict=False):
        between = one.between(whole, part)
        found = next(find_words(between, one.language, "part_of"), None)
        if found is None or between[found.end :].strip() or not part.value > whole.value > 1:
            continue
        is_next = not re.sub(r"[\W_]", "", between[: found.start])
        is_people = names_people(whole.unit or "", "en") or names_people(whole.unit or "", one.language)
        is_people = is_people and not one.has(whole.words.text, "household")  # two families may hold five children
        is_sum = _is_money(whole) and part.unit in (None, whole.unit) and found.start <= _GAP
        if part.unit != "percent" and ((is_people and is_next) or is_sum):
            yield part.words, f"more than the {_plain(whole.value)} that they are a part of"
