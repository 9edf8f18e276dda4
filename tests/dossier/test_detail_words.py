"""Why a warning is given, in French: each sentence of the checks is known, and its quotations and numbers are kept."""

from __future__ import annotations

import pytest

from dragoman.dossier.detail_words import detail_words
from dragoman.dossier.wording import word

SAID = [
    ("2025-05-14 was a Wednesday", "le 14 mai 2025 était un mercredi"),
    ("4,800 + 200 make 5,000, and the text says 5,500", "4\u202f800 + 200 font 5\u202f000, et le texte dit 5\u202f500"),
    ("150 is 1.7 times 90", "150 est 1,7 fois 90"),
    ("two forms of one quotation: 'It\\'s late' and \"It was a late 'yes'\"", "deux formes d’une même citation : «\u00a0It's late\u00a0» et «\u00a0It was a late 'yes'\u00a0»"),
    ("said to be planned, where the source has it as possible; The Wire has 'It was a plan'", "dit prévu, là où la source le dit possible ; The Wire a «\u00a0It was a plan\u00a0»"),
    ("The Wire has it as 'We keep what we promised'", "The Wire la donne ainsi : «\u00a0We keep what we promised\u00a0»"),
    (
        "also printed by The Wire (no date); the likely origin is The Wire; they share at least 47% of their runs of 4 words, pair by pair",
        "imprimé aussi par The Wire (sans date) ; l’origine probable est The Wire ; ils ont en commun, deux à deux, au moins 47 % de leurs suites de 4 mots",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("detail", "french"), SAID)
def test_a_sentence_in_french(detail: str, french: str) -> None:
    assert detail_words(detail, word("fr")) == (french, "fr")


def test_what_no_sentence_is_known_for_stays_english() -> None:
    assert detail_words("it was a dark night", word("fr")) == ("it was a dark night", "en")
