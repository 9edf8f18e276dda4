"""Atoms: the words, numbers and marks of a block of text, each with the categories it may have in a time expression."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from dragoman.reading.periods.meaning import Calendar, Meaning, Range, Timed
from dragoman.reading.periods.numerals import number_at
from dragoman.world.period import PLAIN, PeriodForm, read_period_forms

# Numerals, numeric dates and clock times are one lexeme each; every alternative is a bounded or single run: linear time.
_LEXEME = re.compile(
    r"(?P<stamp>(?<![\w./-])\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:?\d{2})?(?![\w]))"
    r"|(?P<iso>(?<![\w./-])\d{4}([-/.])\d{1,2}\3\d{1,2}(?![\w/-]|\.\d))"
    r"|(?P<numeric>(?<![\w./])\d{1,2}([-/.])\d{1,2}\5(?:\d{4}|\d{2})(?![\w/]|\.\d))"
    r"|(?P<isomonth>(?<![\w./-])\d{4}-\d{1,2}(?![\w./-]))"
    r"|(?P<daymonth>(?<![\w./])\d{1,2}/\d{1,2}(?![\w/]|[.,]\d))"
    r"|(?P<clock>(?<![\w.,:])\d{1,2}:\d{2}(?::\d{2})?(?![\w:]))"
    r"|(?P<hours>(?<![\w.,:-])\d{1,2}[^\S\n]?h[^\S\n]?\d{2}(?!\w))"
    r"|(?P<grouped>(?<![\w.,])\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?![\w]|[.,]\d))"
    r"|(?P<mixed>(?<![\w.,/])\d{1,3} \d/\d(?![\w/]))"
    r"|(?P<decimal>(?<![\w.,])\d{1,4}[.,]\d{1,2}(?![\d.,]))"
    r"|(?P<digits>\d+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\w\s]|_)"
    r"|(?P<gap>\n\s*\n)"
)
_MARKS = {",": "COMMA", "-": "DASH", "/": "SLASH", "(": "LPAR", ")": "RPAR", "~": "DASH", "'": "APOS"}
_QUARTER_LETTERS = {"q": "Q", "t": "Q", "h": "H", "s": "H"}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_CURRENCY = frozenset("$€£¥₩₽%°#")
_LONGEST_NUMBER = 9  # digits
_YEARS_END = 2200


@dataclass(frozen=True, slots=True)
class Atom:
    """Words from start to end. values: category to its value; a meaning built by the rules has one category."""

    start: int
    end: int
    values: dict[str, object] = field(compare=False)

    @property
    def meaning(self) -> Meaning | None:
        """The meaning that a rule built here, None for plain words."""
        found = next(iter(self.values.values()), None)
        return found if isinstance(found, Meaning) else None


NOTHING: dict[str, object] = {}
Reading = tuple[int, dict[str, object]]  # how many lexemes an atom takes, and its categories


@dataclass(frozen=True, slots=True)
class Lexemes:
    """A block of text cut up. spans, kinds, keys (in lower case, with plain marks): one entry a lexeme."""

    text: str
    language: str
    spans: tuple[tuple[int, int], ...]
    kinds: tuple[str, ...]
    keys: tuple[str, ...]
    forms: dict[str, tuple[PeriodForm, ...]]

    def is_close(self, index: int) -> bool:
        """Whether nothing stands between a lexeme and the one before it."""
        return index > 0 and self.spans[index - 1][1] == self.spans[index][0]


def find_atoms(text: str, start: int, end: int, language: str) -> list[Atom]:
    """Atoms of text[start:end] in order. Words of no category have no values; nor has an empty line, which ends everything."""
    matches = list(_LEXEME.finditer(text, start, end))
    lexemes = Lexemes(
        text,
        language,
        tuple(found.span() for found in matches),
        tuple(found.lastgroup or "" for found in matches),
        tuple(found.group().translate(PLAIN).lower() for found in matches),
        read_period_forms(language),
    )
    atoms: list[Atom] = []
    index = 0
    while index < len(matches):
        length, values = _read_at(lexemes, index)
        atoms.append(Atom(lexemes.spans[index][0], lexemes.spans[index + length - 1][1], values))
        index += length
    return atoms


def _read_at(lexemes: Lexemes, index: int) -> Reading:
    kind = lexemes.kinds[index]
    if kind == "word":
        part = _lettered_part(lexemes, index)
        return (2, {"QTR": part}) if part else _word_or_number(lexemes, index)
    if kind == "mark":
        return _form_at(lexemes, index)
    if kind == "digits":
        return _digits(lexemes, index)
    return 1, _numeral(kind, lexemes.text[slice(*lexemes.spans[index])], lexemes.language)


def _form_at(lexemes: Lexemes, index: int) -> Reading:
    keys = lexemes.keys
    for form in lexemes.forms.get(keys[index], ()):
        length = len(form.lexemes)
        if length == 1 or keys[index : index + length] == form.lexemes:
            return length, dict(form.values)
    mark = _MARKS.get(keys[index])
    return 1, {mark: keys[index]} if mark else _roman(keys[index], lexemes.forms)


def _roman(word: str, forms: dict[str, tuple[PeriodForm, ...]]) -> dict[str, object]:
    """The value of a Roman numeral with or without the ending of an ordinal: "XX", "XXe"."""
    ending = word.lstrip("ivxlc")
    if ending and not any("ORDEND" in form.values for form in forms.get(ending, ())):
        return NOTHING
    word = word[: len(word) - len(ending)]
    if not 1 < len(word) + bool(ending) <= 6 or not word:
        return NOTHING
    values = [_ROMAN[letter] for letter in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return {"ROMAN": sum(-one if one < following else one for one, following in pairs)}


def _word_or_number(lexemes: Lexemes, index: int) -> Reading:
    length, values = _form_at(lexemes, index)
    if values.keys().isdisjoint(("ONE", "TENS", "SCALE")):
        return length, values
    found = number_at(lexemes.keys, index, lexemes.forms)
    if found is None:
        return length, values
    count, number = found
    whole: dict[str, object] = {"NUM": float(number), **(values if count == length else NOTHING)}
    whole.pop("INDEF", None)
    if 1 <= number <= 31:
        whole["DAYW"] = number
    if 1000 <= number < _YEARS_END and count > 1:  # "mille tonnes" is no year, "mille neuf cent" may be
        whole["YEARW"] = number
    return count, whole


def _lettered_part(lexemes: Lexemes, index: int) -> tuple[str, int] | None:
    """A quarter or half by its letter: "Q3", French "T3", "H1", "S1"."""
    unit = _QUARTER_LETTERS.get(lexemes.keys[index])
    if unit is None or index + 1 >= len(lexemes.keys) or not lexemes.is_close(index + 1):
        return None
    digit = lexemes.keys[index + 1]
    number = int(digit) if len(digit) == 1 and digit.isdecimal() else 0
    return (unit, number) if 1 <= number <= (4 if unit == "Q" else 2) else None


def _numeral(kind: str, piece: str, language: str) -> dict[str, object]:
    """Categories of a date, clock time or number in digits that is one lexeme."""
    if kind in ("iso", "numeric", "isomonth", "daymonth"):
        return _date_of(kind, piece, language)
    numbers = [int(one) for one in re.findall(r"\d+", piece)]
    if kind == "stamp":
        hours, minutes = numbers[3:5]
        known = is_date(numbers[0], numbers[1], numbers[2]) and hours < 25 and minutes < 60
        return (
            {"STAMP": Timed(Calendar(numbers[0], numbers[1], numbers[2]), clock=f"{hours:02d}:{minutes:02d}")}
            if known
            else NOTHING
        )
    if kind in ("clock", "hours"):
        return {"CLOCKN": f"{numbers[0]:02d}:{numbers[1]:02d}"} if numbers[0] < 25 and numbers[1] < 60 else NOTHING
    if kind == "grouped":
        return {"NUM": float(re.sub(r"[.,]\d{1,2}$|\D", "", piece))}
    if kind == "mixed":
        whole, top, bottom = numbers
        return {"NUM": float(whole), "MIXED": whole + top / bottom} if bottom else NOTHING
    if kind == "decimal":
        return _decimal(piece, numbers)
    return NOTHING


def _decimal(piece: str, numbers: list[int]) -> dict[str, object]:
    if re.fullmatch(r"(1[5-9]|20)\d\d\.0", piece):  # a spreadsheet's year: "2019.0"
        return {"YEAR": numbers[0]}
    values: dict[str, object] = {"NUM": float(piece.replace(",", "."))}
    if len(piece) - piece.find(".") == 3 and numbers[0] < 25 and numbers[1] < 60:
        values["CLOCKD"] = f"{numbers[0]:02d}:{numbers[1]:02d}"
    return values


def _digits(lexemes: Lexemes, index: int) -> Reading:
    start, end = lexemes.spans[index]
    piece = lexemes.keys[index]
    if len(piece) > _LONGEST_NUMBER or not piece.isdecimal():
        return 1, NOTHING
    number = int(piece)
    before = lexemes.text[start - 1 : start] if start else ""
    if before == "_" or (before.isalpha() and lexemes.keys[index - 1] not in lexemes.forms):
        return 1, NOTHING
    if before == "-" and _is_name_part(lexemes, index):
        return 1, NOTHING
    after = lexemes.keys[index + 1] if index + 1 < len(lexemes.keys) and lexemes.is_close(index + 1) else ""
    ends = next((form.values for form in lexemes.forms.get(after, ()) if len(form.lexemes) == 1), {})
    if "ORDEND" in ends and number and not before.isalpha():
        return 2, {"ORD": number, **({"DAYO": number} if number <= 31 else {})}
    if "DECADEEND" in ends and number % 10 == 0 and len(piece) in (2, 4):
        return 2, {"DECADE": number}
    return 1, _plain_number(number, piece, before, lexemes.text[end : end + 1])


def _is_name_part(lexemes: Lexemes, index: int) -> bool:
    """Whether a hyphen ties the number to a word that is none of ours: "T-72", "KN-23"; but "mid-2025", "mai-2025"."""
    if index < 2 or not lexemes.is_close(index - 1):
        return False
    if lexemes.kinds[index - 2] != "word":
        return lexemes.kinds[index - 2] in ("grouped", "mixed", "decimal")
    forms = lexemes.forms.get(lexemes.keys[index - 2], ())
    return not any(set(form.values) & {"MONTH", "MONTHX", "PARTW", "UNIT", "ORDEND"} for form in forms)


def _plain_number(number: int, piece: str, before: str, after: str) -> dict[str, object]:
    values: dict[str, object] = {"NUM": float(number)}
    if before in _CURRENCY or after in _CURRENCY:
        return values
    if len(piece) == 4 and 1000 <= number < _YEARS_END:
        values["YEAR"] = number
    if len(piece) == 2:
        values["YY"] = number
    if len(piece) <= 2 and 1 <= number <= 31:
        values["DAY"] = number
    if len(piece) <= 2 and number <= 24:
        values["HOUR"] = number
    return values


def _date_of(kind: str, piece: str, language: str) -> dict[str, object]:
    numbers = [int(one) for one in re.findall(r"\d+", piece)]
    year: int | None = None
    if kind == "iso":
        year, month, day = numbers
    elif kind == "isomonth":
        year, month, day = numbers[0], numbers[1], 0
    else:
        day, month = numbers[:2]
        # 12/26/2025 is American; where both could be months the language decides.
        if month > 12 or (language == "en" and day <= 12 and "/" in piece):
            day, month = month, day
        if kind == "numeric":
            year = numbers[2] if numbers[2] > 99 else numbers[2] + (2000 if numbers[2] < 40 else 1900)
    if kind == "isomonth" and year is not None and month > 12 and month > year % 100:
        return {"YEARS": Range(Calendar(year), Calendar(year // 100 * 100 + month))}  # "1950-53"
    if not is_date(year, month, day or None):
        return NOTHING
    if kind == "daymonth":
        padded = re.search(r"0\d", piece) or max(numbers) > 12
        return {"DAYMONTH" if padded else "DAYMONTHX": Calendar(month=month, day=day)}
    return {"DATE": Calendar(year=year, month=month, day=day or None)}


def is_date(year: int | None, month: int, day: int | None) -> bool:
    """Whether a calendar has that day; without a year, a leap year is granted."""
    try:
        date(2000 if year is None else year, month, day or 1)
    except ValueError:
        return False
    return True
