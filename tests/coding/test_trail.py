"""A trail tells the story that the claims tell: which rule fired, which nearly did, and why nothing was said."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman.coding.code import case_as_coded, code
from dragoman.coding.trail import Step, steps_of
from dragoman.model.claim import Claim
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from tests import factory

# label, language, text (one sentence a line), sentence asked for, concept of the step, claims by matter, words of a silence or of a rule
CASES: list[tuple[str, str, str, int, str, tuple[str, ...], str]] = [
    ("a transfer", "en", "Norway delivered twelve tanks to Ukraine.", 0, "DELIVER", ("flow",), ""),
    ("two things handed over", "en", "Norway sent tanks and generators to Ukraine.", 0, "SEND", ("flow", "flow"), ""),
    ("a loss", "en", "Russian shelling killed nine people in Kharkiv on Monday.", 0, "KILL", ("loss",), ""),
    ("a meeting", "fr", "Le ministre norvégien a rencontré le président ukrainien à Kiev.", 0, "MEET", ("event",), ""),
    ("a question", "en", "Reporters asked whether Norway had delivered tanks to Ukraine.", 0, "DELIVER", (), "asked"),
    ("nothing of politics", "en", "The farmer sold trains.", 0, "SELL", (), "no transfer"),
    ("the other of two states", "en", "Norway and Ukraine signed a pact on Monday. Norway delivered tanks.", 1, "DELIVER", ("flow",), ""),
]  # fmt: skip


@cache
def told(language: str, text: str) -> tuple[tuple[Claim, ...], tuple[tuple[Step, ...], ...]]:
    reading = read(factory.document(text, published="2024-11-08", language=language), load_parser(language))
    claims, case = code(reading), case_as_coded(reading)
    return claims, tuple(steps_of(case, number, claims) for number in range(len(reading.sentences)))


def step(language: str, text: str, sentence: int, concept: str) -> Step:
    return next(one for one in told(language, text)[1][sentence] if one.predication.concept == concept)


@pytest.mark.parametrize(("label", "language", "text", "sentence", "concept", "matters", "silent"), CASES, ids=[one[0] for one in CASES])
def test_steps(label: str, language: str, text: str, sentence: int, concept: str, matters: tuple[str, ...], silent: str) -> None:
    found = step(language, text, sentence, concept)
    assert tuple(one.matter for one in found.claims) == matters
    assert not silent or any(silent in why for why in found.silences), found.silences


@pytest.mark.parametrize(("language", "text"), sorted({(one[1], one[2]) for one in CASES}))
def test_what_is_shown_is_what_was_coded(language: str, text: str) -> None:
    """Every claim that a rule made names the rule that the trail says fired, between the sides that the trail shows."""
    claims, sentences = told(language, text)
    shown = [(one, claim) for steps in sentences for one in steps for claim in one.claims]
    assert {claim.id for _, claim in shown} == {one.id for one in claims if one.matter in ("event", "flow", "loss")}
    for one, claim in shown:
        ruled = [reason.split()[1].rstrip(":") for reason in claim.reasons if reason.startswith("rule ")]
        fired = {attempt.fired.rule.name for attempt in one.attempts if attempt.fired}
        assert set(ruled) <= fired, (claim.reasons, fired)
        if claim.matter == "flow":
            assert {a.actor.country for a in one.parties.actors} <= {a.actor.country for a in claim.actors}


def test_each_thing_is_put_to_the_rules() -> None:
    found = step("en", "Norway sent tanks and generators to Ukraine.", 0, "SEND")
    assert len(found.attempts) == 2
    assert all(one.theme and one.fired for one in found.attempts)


def test_a_deed_that_hands_nothing_over_is_tried_as_an_event() -> None:
    found = step("en", "The farmer sold trains.", 0, "SELL")
    assert [one.theme is None for one in found.attempts][-1]
    assert not found.claims


def test_what_nearly_fired_failed_in_one_condition() -> None:
    found = step("en", "The farmer sold trains.", 0, "SELL")
    nearly = [one for attempt in found.attempts for one in attempt.nearly]
    assert nearly
    assert all(len(one.failed) == 1 for one in nearly)


def test_a_sentence_on_the_text_itself_is_no_deed() -> None:
    text = "Norway delivered tanks to Ukraine.\nThis article was written by a language model that delivered it to the editor."
    _, sentences = told("en", text)
    asides = sentences[-1]
    assert asides
    assert all("speaks of the text itself" in why for one in asides for why in one.silences)
