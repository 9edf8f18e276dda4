"""A number with the words that bound it: "at least nine", "jusqu'à 14 000", "between 10 and 12", "15,000 to 18,000"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.reading.quantities.lexeme import match_phrase
from dragoman.reading.quantities.number_word import words_at
from dragoman.reading.quantities.numeral import Lexemes, Numeral
from dragoman.reading.quantities.printed_number import digits_at
from dragoman.world.quantity import QuantityWords, Sense

_MAX_HEDGES = 3  # "up to around", "peut-être plus de": nobody prints four
_CHANGE_REACH = 6  # words back from "from" in which "rose" or "est passé" makes two figures of "from 10 to 12"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its bounds on the lexemes from `first` to `last`, which is excluded.

    sense: the hedge that decides, None for a bare number. high: the other end of a range, None if it is no range.
    currency: ISO code of a sign before the number. doubtful: printed like a score or a span of years; a range only if it
    counts a noun, and nothing at all without a high end ("3-1").
    """

    first: int
    last: int
    numeral: Numeral
    sense: Sense | None = None
    high: Numeral | None = None
    currency: str | None = None
    doubtful: bool = False


def numeral_at(lexemes: Lexemes, at: int, words: QuantityWords, text: str, follows: str = "") -> Numeral | None:
    """The number that starts at a lexeme, with its scale words; None if none does.

    follows: what stands before it and changes it: "several", "couple", "between", "range", or "" for nothing.
    """
    if at >= len(lexemes):
        return None
    if lexemes[at].kind == "number":
        return digits_at(lexemes, at, words, text, follows == "range")
    return words_at(lexemes, at, words, follows) if lexemes[at].kind == "word" else None


def amount_at(lexemes: Lexemes, at: int, words: QuantityWords, text: str) -> Amount | None:
    """The amount that starts at a lexeme, hedges first; None if none does."""
    here, senses = at, list[Sense]()
    while len(senses) < _MAX_HEDGES and (hedge := match_phrase(words.before, lexemes, here)):
        here, sense = hedge
        senses.append(sense)
        if sense in ("between", "from"):
            break
    opening = senses[-1] if senses else None
    if opening == "between" or opening == "from":
        return _opened_range(lexemes, (at, here), words, text, opening)
    start, (here, currency) = here, money_before(lexemes, here, words, text)
    numeral = numeral_at(lexemes, here, words, text, opening if opening in ("several", "couple") else "")
    if numeral is None:
        return None
    if opening in ("several", "couple") and numeral.sort == "exact":
        at, senses = start, []  # "des 12 soldats": no hedge of the twelve
    return _with_end(Amount(at, numeral.last, numeral, _decisive(senses), currency=currency), lexemes, words, text)


def money_before(lexemes: Lexemes, at: int, words: QuantityWords, text: str) -> tuple[int, str | None]:
    """A mark of money before digits: the index after it and its code; (at, None) if none stands there."""
    match = match_phrase(words.signs, lexemes, at)
    if match is None or match[0] >= len(lexemes) or lexemes[match[0]].kind != "number":
        return at, None
    sign, code = match[1]
    printed = text[lexemes[at].start : lexemes[match[0] - 1].end]
    return (match[0], code) if printed == sign else (at, None)


def _decisive(senses: list[Sense]) -> Sense | None:
    """Of several hedges the first that bounds: "up to around 10,000" is a high."""
    kept = [one for one in senses if one not in ("several", "couple")]
    return next((one for one in kept if one != "about"), "about" if kept else None)


def _opened_range(
    lexemes: Lexemes, place: tuple[int, int], words: QuantityWords, text: str, opening: Sense
) -> Amount | None:
    """ "between 10 and 12", "de 10 à 12"; None where no such range follows, as in "from 10 soldiers"."""
    first, here = place
    if opening == "from" and _changes(lexemes, first, words):
        return None
    here, currency = money_before(lexemes, here, words, text)
    low = numeral_at(lexemes, here, words, text, "between")
    if low is None:
        return None
    wanted = ("and",) if opening == "between" else ("to",)
    link = match_phrase(words.join, lexemes, low.last)
    if link is None or link[1] not in wanted:
        return None
    return _ended(Amount(first, low.last, low, currency=currency), lexemes, link[0], words, text)


def _changes(lexemes: Lexemes, at: int, words: QuantityWords) -> bool:
    verbs = words.jobs.get("change", frozenset())
    return any(lexemes[i].word in verbs for i in range(max(0, at - _CHANGE_REACH), at))


def _with_end(amount: Amount, lexemes: Lexemes, words: QuantityWords, text: str) -> Amount:
    """Add the other end of "15,000 to 18,000", "ten or twelve", "10-12"; doubtful where it is printed like a score."""
    link = match_phrase(words.join, lexemes, amount.last)
    if link is None or link[1] == "and" or amount.numeral.sort == "vague":
        return amount
    here = link[0]
    dash = lexemes[here - 1].kind == "sign"
    if dash and not (here < len(lexemes) and lexemes[here - 2].end + 1 == lexemes[here - 1].end == lexemes[here].start):
        return amount  # "killed 12 - 15 hurt"
    if dash and lexemes[here].kind != "number":
        return amount
    opener = match_phrase(words.before, lexemes, amount.first - 1) if amount.first else None
    if link[1] == "to" and opener and opener[1] == "from" and _changes(lexemes, amount.first, words):
        return amount  # "rose from 500 to 1,200"; but "make up 20 to 25 percent"
    ended = _ended(amount, lexemes, here, words, text)
    if ended is not None and link[1] == "or" and ended.high and ended.high.value > 10 * ended.numeral.value:
        return amount
    if ended is not None:
        return replace(ended, doubtful=dash)
    other = numeral_at(lexemes, here, words, text, "range") if dash or link[1] == "to" else None
    return amount if other is None else replace(amount, last=other.last, doubtful=True)  # "won 3-1", "3 à 1"


def _ended(amount: Amount, lexemes: Lexemes, here: int, words: QuantityWords, text: str) -> Amount | None:
    """The amount with the number at `here` as its high end; None if that is no number or not the higher one."""
    hedge = match_phrase(words.before, lexemes, here)
    if hedge and hedge[1] == "about":
        here = hedge[0]
    here, currency = money_before(lexemes, here, words, text)
    high = numeral_at(lexemes, here, words, text, "range")
    if high is None or high.sort == "vague":
        return None
    low = amount.numeral
    # "10 to 12 thousand", "2 à 3 millions": the scale is said once for both; "10–12,000" likewise.
    shared = high.scale if high.scale > low.scale and low.value * high.scale < high.value * 1.0000001 else 1.0
    if shared == 1 and low.digits and high.digits and low.value < 1000 and high.value % 1000 == 0 and high.scale == 1:
        shared = 1000.0 if lexemes[here - 1].kind == "sign" and low.value * 1000 < high.value else 1.0
    if shared > 1:
        low = replace(low, value=low.value * shared, scale=shared, whole=None)
    if low.value >= high.value:
        return None
    return Amount(amount.first, high.last, low, amount.sense, high, amount.currency or currency)
