"""Who a claim comes from, outermost first: what a report still reaches, whom a document speaks for, and nobody who only suggests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.coding.code import code
from dragoman.coding.issuer import agency_span, issuers_of
from dragoman.model.claim import Claim
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from tests.factory import document


def claims_of(text: str, language: str = "en", publisher: str | None = "The Gazette") -> tuple[Claim, ...]:
    return code(read(document(text, language=language, publisher=publisher), load_parser(language)))


def chain(claim: Claim) -> list[tuple[str, str]]:
    return [
        (one.kind, one.actor.name if one.actor else one.text) for one in claim.attribution if one.kind != "publisher"
    ]


KCNA = ("agency", "Korean Central News Agency")
# label, language, text, words of the trigger, chain without the publisher
CARRIED = [
    ("semicolon", "en", "KCNA said that Kim Jong Un ratified the treaty; Vladimir Putin had signed it on Saturday.", "signed", [KCNA]),
    ("in it", "en", "Kim Jong Un received a letter, KCNA said. In it Putin hailed the dispatch of North Korean troops.", "hailed", [KCNA]),
    ("he, after a dispatch", "en", "Vladimir Putin wrote to Kim Jong Un, KCNA reported. He hailed the North Korean soldiers.", "hailed", [KCNA]),
    ("no pronoun, no report", "en", "Kim Jong Un received a letter, KCNA said. France sent 300 soldiers to Chad.", "sent", []),
    ("a statement printed whole", "en", "Clara Odhiambo, the Kenyan defence minister, released the following statement:\nKenya sent 300 soldiers to Chad.\n-0-\nFrance sent 90 soldiers to Chad.", "sent", [("speaker", "Clara Odhiambo")]),
    ("a letter that speaks", "en", "The letter said:\nKenya sent 300 soldiers to Chad.", "sent", [("document", "The letter")]),
    ("reports that nobody names", "fr", "Des rapports évoquent des centaines de travailleurs nord-coréens envoyés en Russie.", "envoyés", [("speaker", "Des rapports")]),
    ("whoever can speak", "en", "The fishermen told us that Kenya had sent 300 soldiers to Chad.", "sent", [("speaker", "The fishermen")]),
    ("whoever documents", "en", "The United Nations has documented 300 civilians killed in Mali.", "killed", [("speaker", "United Nations")]),
    ("an agency behind its verb", "fr", "Des drones kényans, rapporte l'agence Anadolu, ont frappé Mombasa.", "frappé", [("agency", "Anadolu")]),
    ("briefed, in a clause", "en", "Kenya sent 300 soldiers to Chad, Reuters reported, citing a lawmaker who had been briefed by the navy.", "sent", [("agency", "Reuters"), ("speaker", "a lawmaker"), ("speaker", "the navy")]),
    ("cited by a paper", "fr", "Le Kenya a envoyé 300 soldats au Tchad, selon un pêcheur cité par Interfax.", "envoyé", [("agency", "Interfax"), ("speaker", "un pêcheur")]),
    ("a paper of a capital", "en", "The Manila Bulletin said that Kenya sent 300 soldiers to Chad.", "sent", [("agency", "Manila Bulletin")]),
    ("what cannot", "en", "The visit suggests that Kenya sent 300 soldiers to Chad.", "sent", []),
]  # fmt: skip


@pytest.mark.parametrize(("label", "language", "text", "trigger", "expected"), CARRIED, ids=[one[0] for one in CARRIED])
def test_who_says_it(label: str, language: str, text: str, trigger: str, expected: list[tuple[str, str]]) -> None:
    found = [one for one in claims_of(text, language) if one.trigger.text == trigger and one.content is None]
    assert found, label
    assert chain(found[0]) == expected, label
    if expected:
        assert found[0].factuality.status == "reported", label


def test_what_stands_behind_the_trailer_is_the_papers_own() -> None:
    text = CARRIED[4][2]
    last = [one for one in claims_of(text) if one.trigger.text == "sent"][-1]
    assert chain(last) == []


@pytest.mark.parametrize(
    ("text", "language", "agency"),
    [
        ("NAIROBI, May 3 (AFP) -- Kenya sent 300 soldiers to Chad.", "en", "AFP"),
        ("Le Kenya a envoyé 300 soldats au Tchad. (avec Reuters)", "fr", "Reuters"),
        ("Le Kenya a envoyé 300 soldats au Tchad.\nAvec AFP", "fr", "AFP"),
        ("Kenya sent 300 soldiers (marines) to Chad.", "en", None),
        ("Le Kenya a envoyé 300 soldats au Tchad (bilan provisoire)", "fr", None),
    ],
)
def test_the_agency_that_signs(text: str, language: str, agency: str | None) -> None:
    reading = read(document(text, language=language), load_parser(language))
    span = agency_span(reading)
    assert (span.of(text) if span else None) == agency
    assert [one.text for one in issuers_of(reading) if one.kind == "agency"] == ([agency] if agency else [])


def test_an_office_that_publishes_is_the_actor_it_is_and_a_paper_is_not() -> None:
    reading = read(document("Kenya sent 300 soldiers to Chad."), load_parser("en"))
    office, paper = (
        issuers_of(replace(reading, document=replace(reading.document, publisher=name)))[0]
        for name in ("The White House", "Reuters")
    )
    assert office.actor is not None
    assert (office.actor.country, office.origin) == ("USA", "official")
    assert paper.actor is None


def test_an_agency_is_not_named_twice() -> None:
    text = "PYONGYANG, May 3 (KCNA) -- North Korea sent 300 soldiers to Chad."
    assert [one.kind for one in claims_of(text, publisher="KCNA")[0].attribution] == ["publisher"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kenya threatened to close its border with Uganda.", "en"),
        ("Hanoi refused to sign the convention on fishing.", "en"),
        ("Le Kenya a menacé de fermer sa frontière avec l'Ouganda.", "fr"),
    ],
)
def test_a_threat_or_refusal_is_one_claim(text: str, language: str) -> None:
    assert [one.matter for one in claims_of(text, language)] == ["event"]
