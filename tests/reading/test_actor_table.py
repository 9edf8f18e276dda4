"""Words in their sentences: which name an actor, whom, and which do not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dragoman.model.document import Paragraph
from dragoman.model.mention import ActorMention
from dragoman.model.period import Period
from dragoman.model.span import Span
from dragoman.pipelines import load_parser
from dragoman.reading.actor import find_actors

_TABLE = Path(__file__).with_name("actor_cases.tsv")
_MARK = re.compile(r"\[([^\[\]]+)\]\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Case:
    """One marked span of a row: expect is "-", "!Name", or country, sector and perhaps name."""

    language: str
    day: str
    text: str
    span: Span
    expect: str

    @property
    def is_refusal(self) -> bool:
        """Whether the words must not be read as an actor, or not as this one."""
        return self.expect == "-" or self.expect.startswith("!")

    @property
    def label(self) -> str:
        """The language, the words and what is expected of them."""
        return f"{self.language} {self.span.of(self.text)} {self.expect} in {self.text[:30]}"


def _cases() -> list[Case]:
    found = []
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "language")):
            continue
        language, day, marked = line.split("\t")
        text, spans, last = "", [], 0
        for mark in _MARK.finditer(marked):
            text += marked[last : mark.start()]
            spans.append((Span(len(text), len(text) + len(mark[1])), mark[2]))
            text += mark[1]
            last = mark.end()
        text += marked[last:]
        found += [Case(language, day, text, span, expect) for span, expect in spans]
    return found


CASES = _cases()


@cache
def _read(language: str, day: str, text: str) -> tuple[ActorMention, ...]:
    sentences = load_parser(language).parse(text, (Paragraph(Span(0, len(text))),))
    first = date.fromisoformat(day)
    return find_actors(sentences, text, language, Period(day, first, first, 1, "DATE", day))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_each_word_is_the_actor_it_is(case: Case) -> None:
    here = [one for one in _read(case.language, case.day, case.text) if one.quote.span.overlaps(case.span)]
    seen = [(one.quote.text, one.actor.country, one.actor.sector, one.actor.name) for one in here]
    if case.expect == "-":
        assert not here, seen
    elif case.expect.startswith("!"):
        assert case.expect[1:] not in {one.actor.name for one in here}, seen
    else:
        country, sector, *name = case.expect.split(" ", 2)
        wanted = (None if country == "." else country, None if sector == "." else sector)
        fitting = [one for one in here if (one.actor.country, one.actor.sector) == wanted]
        assert fitting, seen
        assert not name or name[0] in {one.actor.name for one in fitting}, seen


def test_the_table_is_large_and_half_of_it_refuses() -> None:
    assert len(CASES) >= 1003
    assert sum(case.is_refusal for case in CASES) >= 0.5 * len(CASES)
    assert {case.language for case in CASES} == {"en", "fr"}
