"""Why a warning is given, in the interface's language: the sentence of the check, its quotations left as they are."""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Mapping
from functools import cache

from babel import Locale

from dragoman.dossier.period_words import edtf_words
from dragoman.dossier.wording import Wording, mark

_SENTENCES = (
    mark("no date of publication"),
    mark("no date of publication; by its own words it speaks from %(first)s to %(last)s"),
    mark("no date of publication; by its own words it speaks from %(day)s"),
    mark("no author is named"),
    mark("no address and no link to a source"),
    mark("no place is named"),
    mark("nobody is named who says so"),
    mark("nobody is named for this figure"),
    mark("%(name)s is the name that samples give to anybody: nothing shows who this is"),
    mark("a note by whoever generated the text"),
    mark("a note on how the text was made"),
    mark("a stock phrase that reports nothing"),
    mark("words that a program leaves in a text"),
    mark("marks of a page's source, printed as text"),
    mark("says its heading %(heading)s over again"),
    mark("a paragraph printed a second time"),
    mark("claims %(claimed)s words; the text has %(actual)s"),
    mark("claims %(claimed)s minutes of reading; the text has %(actual)s words"),
    mark("the title %(title)s promises %(promised)s; the text lists %(listed)s"),
    mark("promises %(promised)s; the list below has %(listed)s"),
    mark("calls itself exclusive, and rests on %(source)s"),
    mark("two forms of one quotation: %(first)s and %(second)s"),
    mark("%(day)s was a %(weekday)s"),
    mark("told as past on %(day)s, in a text of %(printed)s"),
    mark("elsewhere the text has the same %(words)s"),
    mark("several here, one in %(sentence)s, both of %(count)s days"),
    mark("several here, one in %(sentence)s, both of %(day)s"),
    mark("of the same the text has %(words)s in %(sentence)s"),
    mark("the same is dated %(day)s in %(sentence)s"),
    mark("the title says %(number)s without the bound: %(title)s"),
    mark("%(parts)s make %(sum)s, and the text says %(total)s"),
    mark("%(part)s of %(whole)s is %(share)s percent"),
    mark("from %(first)s to %(last)s is %(share)s percent"),
    mark("%(now)s is %(times)s times %(then)s"),
    mark("%(whole)s shared by %(count)s is %(share)s each"),
    mark("more than the %(whole)s that they are a part of"),
    mark("no %(month)s has a day %(day)s"),
    mark("%(year)s was no leap year"),
    mark("called %(name)s elsewhere in the text"),
    mark("also printed by %(name)s (%(day)s); %(origin)s; they %(reason)s"),
    mark("this text is the likely origin"),
    mark("the likely origin is %(name)s"),
    mark("share at least %(share)s%% of their runs of %(count)s words, pair by pair"),
    mark("give the same figures in the same order within days, or share runs of words"),
    mark("said to be so, where the source has it as %(status)s"),
    mark("said to be %(status)s, where the source has it as %(other)s"),
    mark("an exact number, where the source gives a bound"),
    mark("counted as killed, where the source counts killed and wounded"),
    mark("said as a fact, where the source names who says it"),
    mark("%(excess)s; %(name)s has %(words)s"),  # before the next: an excess may say "has it as" too
    mark("%(name)s has it as %(words)s"),
)  # fmt: skip
_INNER = ("excess", "origin", "reason")  # parts of a sentence that are sentences of the table themselves
_NUMBERS = frozenset(
    [
        "claimed",
        "actual",
        "parts",
        "sum",
        "total",
        "part",
        "whole",
        "share",
        "first",
        "last",
        "now",
        "times",
        "then",
        "count",
    ]
)
_STATUSES = {one: mark(one) for one in ("possible", "planned", "predicted", "conditional")}
_QUOTED = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""  # as Python prints words
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def detail_words(detail: str, wording: Wording) -> tuple[str, str]:
    """A warning's detail as the interface says it, and the language that it is in: English where no sentence is known.

    >>> from dragoman.dossier.wording import word
    >>> detail_words("claims 900 words; the text has 61", word("fr"))
    ('annonce 900 mots ; le texte en a 61', 'fr')
    """
    for sentence, pattern in _patterns():
        found = pattern.fullmatch(detail)
        if found is not None:
            return wording.text(sentence, **_values(found.groupdict(), wording)), wording.language
    return detail, "en"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((one, _pattern(one)) for one in _SENTENCES)


def _pattern(sentence: str) -> re.Pattern[str]:
    """What finds a sentence of the table with its values, each of its sort: a quotation whole, no number in words."""
    escaped = re.escape(sentence.replace("%%", "%"))
    return re.compile(re.sub(r"%\\\((\w+)\\\)s", lambda one: f"(?P<{one[1]}>{_sort(one[1])})", escaped), re.DOTALL)


def _sort(name: str) -> str:
    if name in _NUMBERS or name in ("day", "printed", "year", "promised", "listed"):
        return rf"{_QUOTED}|[\d.,+~-][\d.,+~ -]*(?: or \d+)*|no date"
    return r"\w+\.?" if name in ("weekday", "month", "status", "other") else rf"{_QUOTED}|.+?"


def _values(found: Mapping[str, str], wording: Wording) -> dict[str, str]:
    return {name: _value(name, value, wording) for name, value in found.items()}


def _value(name: str, value: str, wording: Wording) -> str:
    if name in _INNER:
        return detail_words(value, wording)[0]
    if re.fullmatch(r"'.*'|\".*\"", value, re.DOTALL):
        return _quoted(value, wording.locale)
    if name in ("day", "printed") and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return edtf_words(value, wording)
    if value in _DAYS:
        return str(wording.locale.days["format"]["wide"][_DAYS.index(value)])
    if value in _STATUSES:
        return wording.text(_STATUSES[value])
    if name in _NUMBERS:
        return re.sub(r"\d[\d,]*(?:\.\d+)?", lambda one: wording.number(float(one.group().replace(",", ""))), value)
    return wording.text("not dated") if value == "no date" else value


def _quoted(value: str, locale: Locale) -> str:
    """Words between the marks of a locale, whatever Python printed them with."""
    words = str(literal_eval(value))
    return f"«\u00a0{words}\u00a0»" if locale.language == "fr" else f"“{words}”"
