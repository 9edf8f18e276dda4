"""The model behind the rules: what it says goes on record, and it authors nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from dragoman.coding.code import code
from dragoman.model.hint import Ranked
from dragoman.pipelines import load_parser, load_ranker
from dragoman.reading.ranker import Question
from dragoman.reading.read import read
from tests.factory import document

TEXT = "North Korea shelled the South Korean island of Yeonpyeong on Tuesday. Paris and Berlin held talks in Lyon."


@dataclass
class Fixed:
    """A ranker that gives every question one answer, and keeps the questions."""

    answer: tuple[Ranked, ...]
    name: str = "fixed"
    decides: bool = True
    asked: list[Question] = field(default_factory=list)

    def rank(self, questions: Sequence[Question]) -> tuple[tuple[Ranked, ...], ...]:
        self.asked += questions
        return tuple(self.answer for _ in questions)


def test_shares_are_recorded_and_only_lower_confidence() -> None:
    reading = read(document(TEXT.split(". ")[0] + ".", language="en"), load_parser("en"))
    alone = code(reading)
    sure = code(reading, Fixed((Ranked("ASSAULT", 1.0), Ranked(None, 0.0))))
    doubtful = code(reading, Fixed((Ranked(None, 0.9), Ranked("ASSAULT", 0.1))))
    typed = [one for one in alone if one.event_type == "ASSAULT"]
    assert typed
    for one in typed:
        backed = next(other for other in sure if other.id == one.id)
        assert backed.confidence == one.confidence
        assert backed.reasons == (*one.reasons, "fixed gives ASSAULT a share of 1.00")
        doubted = next(other for other in doubtful if other.id == one.id)
        assert doubted.confidence < one.confidence
        assert doubted.reasons[-1] == "fixed gives ASSAULT a share of 0.10, no event 0.90"
    assert [one.id for one in sure] == [one.id for one in alone]
    assert [(one.trigger, one.evidence, one.actors, one.event_type) for one in doubtful] == [
        (one.trigger, one.evidence, one.actors, one.event_type) for one in alone
    ]


def test_a_type_that_gets_hardly_any_share_gives_way_to_one_that_gets_most() -> None:
    reading = read(document(TEXT, language="en"), load_parser("en"))
    (rule,) = [one for one in code(reading) if one.event_type == "ASSAULT"]
    torn = code(reading, Fixed((Ranked("COERCE", 0.9), Ranked("ASSAULT", 0.02))))
    (taken,) = [one for one in torn if one.trigger == rule.trigger]
    assert (taken.event_type, taken.quad, taken.mode) == ("COERCE", 4, None)
    assert taken.id != rule.id
    assert taken.confidence < rule.confidence
    assert taken.reasons[-1] == "fixed gives ASSAULT a share of 0.02, COERCE 0.90: COERCE is taken"
    kept = code(reading, Fixed((Ranked("COERCE", 0.9), Ranked("ASSAULT", 0.06))))
    assert [one.event_type for one in kept if one.trigger == rule.trigger] == ["ASSAULT"]
    unsure = code(reading, Fixed((Ranked("COERCE", 0.9), Ranked("ASSAULT", 0.02)), decides=False))
    assert [one.event_type for one in unsure if one.trigger == rule.trigger] == ["ASSAULT"]


def test_the_question_names_the_words_of_both_sides_and_of_the_deed() -> None:
    fixed = Fixed((Ranked(None, 1.0),))
    code(read(document(TEXT, language="en"), load_parser("en")), fixed)
    words = [
        tuple(" ".join(one.sentence.tokens[i].form for i in part) for part in (one.source, one.target, one.deed))
        for one in fixed.asked
    ]
    assert ("North Korea", "South Korean", "shelled") in words


def test_the_shipped_ranker_ranks_every_type_once() -> None:
    ranker = load_ranker("en")
    assert ranker is not None
    (sentence,) = load_parser("en").parse("Russia attacked Ukraine.", document("Russia attacked Ukraine.").paragraphs)
    question = Question(sentence, (0,), (2,), (1,))
    (ranked,) = ranker.rank((question,))
    assert len({one.event_type for one in ranked}) == len(ranked) == 17
    assert abs(sum(one.share for one in ranked) - 1) < 0.01
    assert ranked[0].event_type == "ASSAULT"
    again = ranker.rank((question, Question(sentence, (2,), (0,), (1,)), question))
    assert again[0] == again[2] == ranked


def test_without_an_encoder_there_is_no_ranker() -> None:
    assert load_ranker("en", fast=True) is None
    assert load_ranker("de") is None


def test_a_head_that_is_mostly_wrong_backs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman import pipelines

    assert load_ranker("fr") is not None
    monkeypatch.setattr(pipelines, "MIN_EVENT_RIGHT", 0.99)
    pipelines._ranker.cache_clear()
    assert load_ranker("fr") is None
    pipelines._ranker.cache_clear()
