"""Numbers that count nothing: years, labels, scores, list numbers, pronouns."""

from __future__ import annotations

from dragoman.reading.quantities.amount import Amount
from dragoman.reading.quantities.counted import Counted
from dragoman.reading.quantities.line import Line

_YEARS = range(1000, 2101)
_NEAR_YEARS = range(1900, 2101)  # years even without a preposition
_FEW = 3  # a definite "the two", "les trois" stands for parties named before
_NUMBER_SIGNS = frozenset("#№°º")
_INDENT = 4  # white space before a list's number
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "conj", "root", "iobj"})


def counts_nothing(line: Line, amount: Amount, counted: Counted | None) -> bool:
    """Whether a number with the noun after it is no quantity."""
    if amount.doubtful and (counted is None or amount.high is None):
        return True
    if counted is not None and counted.unit.kind in ("duration", "calibre", "times"):
        return True
    if counted is not None and counted.unit.kind == "measure" and line.word(counted.last) == "/":
        return True  # "140 km/h"
    if amount.currency or (counted is not None and counted.unit.kind == "money"):
        return False
    if _is_fraction(line, amount):
        return True
    if amount.numeral.digits:
        return any(rule(line, amount, counted) for rule in (_is_dated, _is_label, _is_in_a_row, _is_list_number))
    return any(rule(line, amount, counted) for rule in (_is_pronoun, _is_title, _is_definite, _is_word_alone))


def _is_fraction(line: Line, amount: Amount) -> bool:
    """ "deux tiers", "three quarters"."""
    return line.word(amount.numeral.last) in line.words.jobs.get("fraction", ())


def _is_dated(line: Line, amount: Amount, counted: Counted | None) -> bool:
    """ "en 2024", "26 décembre", "December 26", "10 a.m."; not "2000 soldats" and not "a force of 2000 men"."""
    value, behind = amount.numeral.value, line.word(amount.last)
    if behind in line.words.jobs.get("partitive", ()):
        behind = line.word(amount.last + 1)  # "26 de diciembre"
    before = line.word(amount.first - 1)
    if before == ".":
        before = line.word(amount.first - 2)  # "Sept. 10"
    months = line.words.jobs.get("month", frozenset())
    clock = line.words.jobs.get("clock", frozenset())
    if (
        value <= 31
        and not amount.sense
        and (behind in months or (before in months and not _is_adjacent(amount, counted)))
    ):
        return True
    if value < 60 and counted is None and (behind in clock or (before in clock and _is_number(line, amount.first - 2))):
        return True
    printed = line.lexemes[amount.numeral.first].word
    if len(printed) != 4 or not printed.isdigit() or value not in _YEARS:
        return False
    introduced = before in line.words.jobs.get("year", ()) or before in months
    if counted is None:
        return introduced or value in _NEAR_YEARS
    if value % 100 == 0 and counted.known:
        return False
    return introduced or (not amount.sense and value in _NEAR_YEARS and not _is_adjacent(amount, counted))


def _is_adjacent(amount: Amount, counted: Counted | None) -> bool:
    return counted is not None and counted.known and counted.last == amount.last + 1


def _is_number(line: Line, at: int) -> bool:
    return at >= 0 and line.lexemes[at].kind == "number"


def _is_label(line: Line, amount: Amount, counted: Counted | None) -> bool:
    """ "Article 5", "n° 12", "Falcon 9"; not "In Kursk 12 soldiers"."""
    if line.word(amount.last) in line.words.jobs.get("ordinal", ()) or (amount.numeral.value == 0 and counted is None):
        return True  # "18 e arrondissement", "-0-"
    if amount.first == 0 or amount.first != amount.numeral.first:
        return False
    before = amount.first - 1
    sign = line.lexemes[before].word
    if sign in _NUMBER_SIGNS or (sign == "." and line.word(before - 1) in line.words.jobs.get("label", ())):
        return True
    capital = before > 0 and line.text[line.lexemes[before].start].isupper()
    if sign in line.words.jobs.get("label", ()):
        return counted is None or not counted.known or capital
    return capital and line.lexemes[before].kind == "word" and (counted is None or not counted.known)


def _is_in_a_row(line: Line, amount: Amount, counted: Counted | None) -> bool:
    """Numbers side by side are a telephone, a table or a list of winners: "06 12 34 56 78", "4 8 15 16"."""
    first, last = amount.first, amount.last
    before = first > 0 and line.lexemes[first - 1].kind == "number"
    behind = last < len(line.lexemes) and line.lexemes[last].kind == "number"
    return (before and behind) or ((before or behind) and counted is None)


def _is_list_number(line: Line, amount: Amount, counted: Counted | None) -> bool:
    """ "1. ", "2) " at the start of a line, "(3)" and "[3]" anywhere."""
    lexeme = line.lexemes[amount.numeral.first]
    behind = line.text[lexeme.end : lexeme.end + 1]
    if line.text[max(0, lexeme.start - 1) : lexeme.start] + behind in ("()", "[]"):
        return True
    if behind not in (".", ")") or amount.last != amount.numeral.first + 1:
        return False
    return not line.text[max(0, lexeme.start - _INDENT) : lexeme.start].strip(" \t\u00a0") or (
        line.text[max(0, lexeme.start - _INDENT) : lexeme.start].rstrip(" \t\u00a0").endswith("\n")
    )


def _is_pronoun(line: Line, amount: Amount, counted: Counted | None) -> bool:
    """ "un", "une", "one" as an article or a pronoun; not "one soldier", "un mort", "au moins un soldat", "un seul soldat"."""
    if not amount.numeral.lone or amount.high is not None:
        return False
    if counted is None or not counted.known:
        return True
    if line.word(amount.last) in line.words.jobs.get("partitive", ()):
        return True
    if amount.sense or counted.unit.kind == "casualty" or line.word(amount.last) in line.words.jobs.get("only", ()):
        return False
    return not line.words.noun_last or counted.unit.kind not in ("person", "thing")


def _is_title(line: Line, amount: Amount, counted: Counted | None) -> bool:
    """A number word with a capital inside a sentence is a name: "Five Eyes", "les Vingt-Sept"; not in "KILLED: NINE SOLDIERS"."""
    inside = amount.first > 0 and amount.first == amount.numeral.first
    capital = line.text[line.lexemes[amount.numeral.first].start].isupper()
    return inside and capital and (counted is None or not counted.known)


def _is_definite(line: Line, amount: Amount, counted: Counted | None) -> bool:
    """ "the two countries", "les deux dirigeants" names them and counts nobody; "les neuf soldats" counts."""
    if counted is None or amount.first == 0 or amount.numeral.value > _FEW:
        return False
    if line.word(amount.first - 1) not in line.words.jobs.get("definite", ()):
        return False
    return not counted.known or line.word(counted.last - 1) in line.words.jobs.get("nouns_of_two", ())


def _is_word_alone(line: Line, amount: Amount, counted: Counted | None) -> bool:
    """A number word that counts nothing printed: "split in two", "un véhicule neuf"; not "douze ont été tués"."""
    if counted is not None:
        return False
    lexeme = line.lexemes[amount.numeral.last - 1]
    behind = line.lexemes[amount.last] if amount.last < len(line.lexemes) else None
    if behind is not None and behind.word in line.words.jobs.get("extra", ()):
        pronoun = line.tags.get(behind.end)
        if pronoun is not None and pronoun.upos == "PRON":
            return False  # "six autres ont été blessées"
    if line.word(amount.first - 1) in line.words.jobs.get("definite", ()):
        return True
    if amount.sense is not None and amount.numeral.value > _FEW:
        return False
    tag = line.tags.get(lexeme.end)
    return tag is None or tag.relation not in _ARGUMENTS
