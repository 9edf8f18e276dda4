"""Numbers in digits: what a run of digits is worth, and when it is part of a name instead."""

from __future__ import annotations

import re

from dragoman.reading.quantities.lexeme import Lexeme
from dragoman.reading.quantities.numeral import Lexemes, Numeral, NumeralSort, kinds_at
from dragoman.world.quantity import QuantityWords

_MAX_DIGITS = 16  # Past 10^16 a float is no longer exact, and no article counts so far.
_PLAIN = re.compile(r"\d+")
_GROUPED = re.compile(r"\d{1,3}(?:[^\d]\d{3})+")
_DECIMAL = re.compile(r"(\d+)([.,])(\d+)")
_MIXED = re.compile(r"(\d{1,3}(?:[^\d]\d{3})+)([.,])(\d+)")
_JOINTS = "-‐‑–./:"


def parse_digits(printed: str, decimal: str) -> tuple[float, float | None] | None:
    """The value of a run of digits, and its value as a whole number where a separator leaves a doubt.

    decimal: the language's decimal separator. Returns None for what is no number: a version, a date, an address.

    >>> parse_digits("14.000", ","), parse_digits("14.5", "."), parse_digits("12,000", ","), parse_digits("1.2.3", ".")
    ((14000.0, None), (14.5, None), (12.0, 12000.0), None)
    """
    digits = "".join(one for one in printed if one.isdigit())
    padded = printed[0] == "0" and len(printed) > 1 and printed[1].isdigit()  # "06 12", "007"
    if len(digits) > _MAX_DIGITS or padded or not digits.isascii():
        return None
    if _PLAIN.fullmatch(printed):
        return float(printed), None
    separators = {one for one in printed if not one.isdigit()}
    if len(separators) == 1 and _GROUPED.fullmatch(printed) and printed[0] != "0":
        if decimal in separators and len(digits) <= 6:
            return float(printed.replace(decimal, ".")), float(digits)
        return float(digits), None
    if match := _DECIMAL.fullmatch(printed):
        return float(f"{match[1]}.{match[3]}"), None
    if (match := _MIXED.fullmatch(printed)) and match[2] not in match[1]:
        return float("".join(one for one in match[1] if one.isdigit()) + "." + match[3]), None
    return None


def is_name(lexeme: Lexeme, text: str) -> bool:
    """Whether what stands before or right after digits makes them a name, a date, a time, an address or a version.

    "T-72", "G7", "10:30", "26/12", "v.2", "+33". Letters after digits are left to the reader of scales ("1.2bn").

    >>> is_name(Lexeme(2, 4, "number", "72"), "T-72 tanks"), is_name(Lexeme(2, 5, "number", "1,5"), "d'1,5 million")
    (True, False)
    """
    before, after = text[max(0, lexeme.start - 2) : lexeme.start], text[lexeme.end : lexeme.end + 2]
    near = before[-1:]
    if near and (near.isalnum() or near in "_#№@\\+°"):
        return True
    if len(before) == 2 and near in _JOINTS and before[0].isalnum():
        return True
    if after[:1] in tuple("°ºª_@#′″"):
        return True
    return len(after) == 2 and after[0] in "/:" and after[1].isdigit()


def digits_at(lexemes: Lexemes, at: int, words: QuantityWords, text: str, in_range: bool) -> Numeral | None:
    """The number whose digits are a lexeme, with its scale words ("1,5 million", "1.2bn"); None if they are a name.

    in_range: the digits end a range ("10-12"), so that the hyphen before them makes no name of them.
    """
    lexeme = lexemes[at]
    if not in_range and is_name(lexeme, text):
        return None
    parsed = parse_digits(text[lexeme.start : lexeme.end], words.decimal)
    if parsed is None:
        return None
    value, whole = parsed
    glued = _glued(lexemes, at)
    if glued is not None and not _may_be_glued(lexemes, glued, glued - at, words):
        return None
    last, scale, sort = _scale(lexemes, glued or at + 1, words, glued is not None, _after_sign(lexemes, at, words))
    if scale == 1:
        return Numeral(at, at + 1, value, digits=True, whole=whole)
    value = round(value * scale, 6)
    more = _thousands_after(lexemes, last, words, text) if scale >= 1e6 and sort == "exact" else 0.0
    return Numeral(at, last + (more > 0), value + more, sort, digits=True, scale=scale)


def _glued(lexemes: Lexemes, at: int) -> int | None:
    """Index of the word glued or hyphened to the end of digits: "bn" of "1.2bn", "million" of "20-million"."""
    word = at + 1
    if word + 1 < len(lexemes) and lexemes[word].word in ("-", "‑") and lexemes[word].start == lexemes[at].end:
        word += 1
    if word < len(lexemes) and lexemes[word].kind == "word" and lexemes[word].start == lexemes[word - 1].end:
        return word
    return None


def _may_be_glued(lexemes: Lexemes, at: int, distance: int, words: QuantityWords) -> bool:
    """ "9K720" and "12-year-old" are no numbers; "1.2bn", "500km", "20-million" and "10,000-strong" are."""
    word, behind = lexemes[at], at + 1
    if behind < len(lexemes) and lexemes[behind].start == word.end and lexemes[behind].kind == "number":
        return False
    if distance == 1:
        return word.word in words.suffixes
    return "scale" in words.numbers.get(word.word, {}) or word.word in words.jobs.get("strong", ())


def _scale(lexemes: Lexemes, at: int, words: QuantityWords, glued: bool, money: bool) -> tuple[int, float, NumeralSort]:
    """The scale words after digits: index after them, what they multiply by, and the sort of number they make."""
    scale = 1.0
    while (kinds := kinds_at(lexemes, at, words)) and scale < 1e15:
        if "scale" in kinds:
            scale *= kinds["scale"]
        elif "short" in kinds and scale == 1 and (money or _short_stands(lexemes, at, words, glued)):
            scale = kinds["short"]
            at += _dotted(lexemes, at)
        elif "about" in kinds and scale == 1:
            return at + 1, kinds["about"], "about"
        else:
            break
        at += 1
    return at, scale, "exact"


def _dotted(lexemes: Lexemes, at: int) -> int:
    """1 if an abbreviation has its stop and the sentence goes on ("12 тыс. солдат"), else 0."""
    if at + 2 >= len(lexemes) or lexemes[at + 1].word != "." or lexemes[at + 1].start != lexemes[at].end:
        return 0
    return int(lexemes[at + 2].kind != "number")


def _after_sign(lexemes: Lexemes, at: int, words: QuantityWords) -> bool:
    before = lexemes[at - 1] if at else None
    return before is not None and before.kind == "sign" and before.word in words.signs.by_first


def _short_stands(lexemes: Lexemes, at: int, words: QuantityWords, glued: bool) -> bool:
    """ "20 m" and "20m" are metres, "20 M€" are millions, "3 mds" and "10k" need no money beside them."""
    if lexemes[at].word not in words.single_shorts:
        return len(lexemes[at].word) > 1 or glued
    behind = lexemes[at + 1].word if at + 1 < len(lexemes) else ""
    if behind in words.jobs.get("partitive", ()) and at + 2 < len(lexemes):
        behind = lexemes[at + 2].word
    return (
        any(unit.kind == "money" for _, unit in words.units.by_first.get(behind, ())) or behind in words.signs.by_first
    )


def _thousands_after(lexemes: Lexemes, at: int, words: QuantityWords, text: str) -> float:
    """The 200 000 of "1 million 200 000 obus"; 0 if nothing such follows."""
    if at >= len(lexemes) or lexemes[at].kind != "number" or is_name(lexemes[at], text):
        return 0.0
    parsed = parse_digits(text[lexemes[at].start : lexemes[at].end], words.decimal)
    return (
        parsed[0]
        if parsed and 1000 <= parsed[0] < 1e6 and not text[lexemes[at].start : lexemes[at].end].isdigit()
        else 0.0
    )
