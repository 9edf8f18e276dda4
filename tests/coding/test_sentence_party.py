"""Parties that a sentence names away from the word for the deed: a table of sentences, with as many where none may be read."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dragoman.coding.code import code
from dragoman.model.claim import Claim
from dragoman.pipelines import load_parser, load_ranker
from dragoman.reading.read import read
from tests import factory


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the concept of one claim in it, and the states on both sides of that claim."""

    label: str
    language: str
    text: str
    concept: str
    actors: frozenset[str]
    recipients: frozenset[str]


def c(label: str, language: str, text: str, concept: str, actors: str, recipients: str) -> Case:
    return Case(label, language, text, concept, frozenset(actors.split()), frozenset(recipients.split()))


CASES = (
    c("host behind a dateline", "en", "Hanoi, June 3 (VNA) -- Vietnamese President To Lam, who is on his first tour, received a delegation of the Lao army.", "RECEIVE", "LAO", "VNM"),
    c("message carried by a verb of saying", "fr", "Paul Kagame a dit sa gratitude à Emmanuel Macron pour ce geste.", "THANK", "RWA", "FRA"),
    c("support for what somebody does", "en", "The Serbian delegation expressed its support for the reforms of the Chinese government.", "EXPRESS", "SRB", "CHN"),
    c("pledge for whom a verb helps", "en", "President Macron pledged to continue supporting Ukraine, including a new $90 million aid package.", "PLEDGE", "FRA", "UKR"),
    c("message handed on", "en", "The envoy conveyed the warm greetings of the Malian president to the Algerian president.", "EXPRESS", "MLI", "DZA"),
    c("the dead of those who were sent", "en", "Chad sent 900 troops to Sudan, and 40 were killed in one week.", "KILL", "", "TCD"),
)  # fmt: skip
NONE = (
    c("dateline of an agency, passive", "en", "PARIS, June 3 (AFP) -- A delegation of the Lao army was received on Monday.", "RECEIVE", "LAO", ""),
    c("support for a fight against somebody", "en", "The Serbian side expressed full support for the fight against China.", "EXPRESS", "SRB", ""),
    c("pledge to hurt somebody not named", "en", "President Macron pledged to attack with new weapons.", "PLEDGE", "FRA", ""),
    c("the dead of nobody", "en", "Chad sent wheat to Sudan, and 40 people were killed there in one week.", "KILL", "", ""),
)  # fmt: skip


def claims_of(case: Case) -> tuple[Claim, ...]:
    document = factory.document(case.text, published="2025-06-03", language=case.language)
    claims = code(read(document, load_parser(case.language)), load_ranker(case.language))
    return tuple(one for one in claims if one.concept == case.concept)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_parties_are_read_from_the_sentence(case: Case) -> None:
    sides = [
        ({one.actor.country for one in claim.actors}, {one.actor.country for one in claim.recipients})
        for claim in claims_of(case)
    ]
    assert (set(case.actors), set(case.recipients)) in sides, sides


@pytest.mark.parametrize("case", NONE, ids=lambda case: case.label)
def test_no_party_is_read_where_the_sentence_names_none(case: Case) -> None:
    claims = claims_of(case)
    assert claims
    for claim in claims:
        assert {one.actor.country for one in claim.actors} <= case.actors, claim.reasons
        assert {one.actor.country for one in claim.recipients} <= case.recipients, claim.reasons
