"""Periods and quantities in words: never more exact than they are."""

from __future__ import annotations

import pytest

from dragoman.dossier.fact_line import line_of, say
from dragoman.dossier.period_words import duration_words, edtf_words
from dragoman.dossier.quantity_words import quantity_words
from dragoman.dossier.wording import UnknownLanguage, word
from dragoman.model.claim import ClaimQuantity
from dragoman.model.quantity import Quantity
from dragoman.weighing.origin import imprints_of
from dragoman.weighing.weigh import weigh
from tests.factory import amount, claim, document

PERIODS = [
    ("2025-12-26", "26 December 2025", "26 décembre 2025"),
    ("2025-12-01", "1 December 2025", "1er décembre 2025"),
    ("2025-12", "December 2025", "décembre 2025"),
    ("2025", "2025", "2025"),
    ("2025-XX-XX", "2025", "2025"),
    ("2025-04-XX", "April 2025", "avril 2025"),
    ("2025-21", "spring 2025", "printemps 2025"),
    ("2024-23", "autumn 2024", "automne 2024"),
    ("2024-36", "fourth quarter of 2024", "quatrième trimestre 2024"),
    ("2024-W40", "week of 30 September 2024", "semaine du 30 septembre 2024"),
    ("2022-02/..", "since February 2022", "depuis février 2022"),
    ("2022-02/", "from February 2022, end not known", "à partir de février 2022, fin inconnue"),
    ("../2025-07-31", "by 31 July 2025", "au plus tard 31 juillet 2025"),
    ("2024-06-18/2024-06-19", "18–19 Jun 2024", "18–19 juin 2024"),
    ("2024-01/2024-05", "January 2024 – May 2024", "janvier 2024 – mai 2024"),
    ("2025~", "about 2025", "vers 2025"),
    ("2025-04?", "April 2025 (uncertain)", "avril 2025 (incertain)"),
    ("202X", "the 2020s", "les années 2020"),
    ("19XX", "1900–1999", "1900–1999"),
    # What is not known here is shown as it is, not guessed.
    ("{2024,2025}", "{2024,2025}", "{2024,2025}"),
    ("2025-13", "2025-13", "2025-13"),
]


@pytest.mark.parametrize(("edtf", "english", "french"), PERIODS, ids=[one[0] for one in PERIODS])
def test_period(edtf: str, english: str, french: str) -> None:
    assert edtf_words(edtf, word("en")).replace("\u2009", "") == english
    assert edtf_words(edtf, word("fr")).replace("\u2009", "") == french


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("P120D", "120 days", "120 jours"),
        ("P1Y", "1 year", "1 an"),
        ("PT5M", "5 minutes", "5 minutes"),
        ("PXM", "several months", "plusieurs mois"),
        ("P5H", "", ""),
        ("2025-SP", "", ""),
    ],
)
def test_duration(value: str, english: str, french: str) -> None:
    assert (duration_words(value, word("en")), duration_words(value, word("fr")).replace("\xa0", " ")) == (english, french)


QUANTITIES = [
    ("at least", Quantity(9, None, None, "soldier"), "", "≥ 9", "≥ 9"),
    ("exact", Quantity(9, 9, 9, "soldier"), "", "9", "9"),
    ("about", Quantity(None, 12000, None, "soldier"), "", "about 12,000", "environ 12 000"),
    ("up to", Quantity(None, None, 9_000_000, "shell"), "", "up to 9,000,000", "jusqu’à 9 000 000"),
    ("nearly", Quantity(None, 6000, 6000, None), "", "nearly 6,000", "près de 6 000"),
    ("between", Quantity(3000, None, 4000, None), "", "3,000–4,000", "3 000–4 000"),
    ("best in bounds", Quantity(10, 12, 14, None), "", "12 (10–14)", "12 (10–14)"),
    ("thousands", Quantity(2000, None, None, "soldier"), "des milliers de soldats", "thousands (≥ 2,000)", "des milliers (≥ 2 000)"),
    ("two thousand in figures", Quantity(2000, None, None, "soldier"), "at least 2,000", "≥ 2,000", "≥ 2 000"),
    ("more than", Quantity(11_001, None, None, "soldier"), "Plus de 11 000 soldats", "> 11,000", "> 11 000"),
    ("more than, in words", Quantity(10_000_001, None, None, "shell"), "plus de 10 millions d’obus", "> 10,000,000", "> 10 000 000"),
    ("an odd figure as printed", Quantity(11_001, None, None, None), "at least 11,001", "≥ 11,001", "≥ 11 001"),
    ("not a scale", Quantity(9, None, None, "soldier"), "at least nine", "≥ 9", "≥ 9"),
    ("money", Quantity(2.5e9, 2.5e9, 2.5e9, "EUR"), "", "€2.5B", "2,5 Md €"),
    ("money to the unit", Quantity(1_234_567, 1_234_567, 1_234_567, "EUR"), "", "€1,234,567", "1 234 567 €"),
    ("share", Quantity(54, 54, 54, "percent"), "", "54 %", "54 %"),
    ("fraction", Quantity(None, 2.5, None, "ton"), "", "about 2.5", "environ 2,5"),
    ("undisclosed", Quantity(None, None, None, None, "undisclosed"), "", "not disclosed", "non divulgué"),
    ("none", Quantity(0, 0, 0, None, "none"), "", "none", "aucun"),
    ("zero is a number", Quantity(0, 0, 0, None), "", "0", "0"),
    ("not mentioned", Quantity(None, None, None, None, "not_mentioned"), "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("label", "quantity", "surface", "english", "french"), QUANTITIES, ids=[one[0] for one in QUANTITIES])
def test_quantity(label: str, quantity: Quantity, surface: str, english: str, french: str) -> None:
    for language, expect in (("en", english), ("fr", french)):
        found = quantity_words(quantity, word(language), surface)
        assert found.replace("\xa0", " ").replace("\u202f", " ") == expect


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(UnknownLanguage, match="'xx'"):
        word("xx")


def test_a_list_in_a_sentence() -> None:
    assert word("fr").join(["a", "b", "c"]) == "a, b et c"
    assert word("en").join([]) == ""


LINES = [
    ("Iran supplied more than 1,700 drones.", (1701, None, None), "drone", "more than 1,700 drones"),
    ("Iran supplied at least 1,701 drones.", (1701, None, None), "drone", "at least 1,701 drones"),
    ("Iran supplied thousands of drones.", (2000, None, None), "drone", "thousands (at least 2,000) drones"),
    ("Iran supplied 2,000 drones or more.", (2000, None, None), "drone", "at least 2,000 drones"),
    ("Iran supplied one drone.", (1, 1, 1), "drone", "1 drone"),
    ("Iran supplied 250 million euros.", (250e6, 250e6, 250e6), "EUR", "250,000,000 EUR"),
    ("Iran supplied nine aircraft.", (9, 9, 9), "aircraft", "9 aircraft"),
]


@pytest.mark.parametrize(("sentence", "bounds", "unit", "words"), LINES, ids=[one[-1] for one in LINES])
def test_a_line_is_no_more_exact_than_its_sentence(
    sentence: str, bounds: tuple[float | None, float | None, float | None], unit: str, words: str
) -> None:
    printed = document(sentence)
    one = claim(printed)
    counted = ClaimQuantity("item", amount(*bounds, unit, one.evidence))
    one = claim(printed, flow=("drones", "delivered"), quantities=(counted,))
    (fact,) = weigh((printed,), (one,)).facts
    assert words in say(line_of(fact, {one.id: one}, imprints_of((printed,)), {})).split(" · ")
