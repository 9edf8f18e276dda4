"""The kind of a thing by its make: "a Patriot-type launcher vehicle" is air defence, whatever drives it."""

from __future__ import annotations

import re
from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.rule import flow_kind
from dragoman.model.claim import FlowKind
from dragoman.model.predication import Argument
from dragoman.world.table import read_table


def kind_of_make(case: Case, theme: Argument) -> FlowKind | None:
    """The kind of transfer of the make that a thing's own words name; None if they name none that the lexicon knows."""
    text, language = case.text, case.reading.document.language
    for one in case.index.concepts.inside(theme.sentence):
        span = one.quote.span
        if theme.quote.span.covers(span) and (
            _words(language, "before").match(text[span.end : theme.quote.span.end])
            or _words(language, "after").search(text[theme.quote.span.start : span.start])
        ):
            return flow_kind(one.concept)
    return None


@cache
def _words(language: str, side: str) -> re.Pattern[str]:
    """What stands right behind a name ("-class") or right before it ("de type ")."""
    rows = read_table("rules/makes.tsv", "dragoman.coding")
    words = "|".join(re.escape(row["word"]) for row in rows if row["language"] == language and row["side"] == side)
    return re.compile(
        rf"[-\u2010\u2011 ](?:{words or '(?!)'})\b" if side == "before" else rf"\b(?:{words or '(?!)'})\s+$"
    )
