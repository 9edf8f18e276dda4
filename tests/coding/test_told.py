"""Which reports make a statement of their own: words that are told, and nothing that is only done, felt or shown."""

from __future__ import annotations

import pytest

from dragoman.coding.code import code
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from tests import factory

CASES = (
    ("a vote", "en", "Kenyans voted in a referendum on whether to keep the old constitution.", False),
    ("what seems", "en", "Prime Minister Justin Trudeau seems to be on the verge of a long winter.", False),
    ("what appears", "fr", "La Russie semble être au bord de la rupture depuis un mois.", False),
    ("a feeling", "fr", "Les Allemands ont toutes les raisons d'être inquiets cet hiver.", False),
    ("an aim", "fr", "La Russie cherche à finir la guerre avant le printemps.", False),
    ("what is shown", "fr", "Les Américains ont démontré une plus grande endurance cette année.", False),
    ("whose rules say so", "en", "According to Indonesian officials, the rules of the game have changed.", True),
    ("a plain saying", "fr", "La Russie affirme que la guerre finira avant le printemps.", True),
    ("a saying that no table has", "fr", "La Chine martèle que l'île est à elle depuis toujours.", True),
    ("a quotation", "en", "“The bridge is gone and will not be back,” Kenya said.", True),
)


@pytest.mark.parametrize(("language", "text", "told"), [one[1:] for one in CASES], ids=[one[0] for one in CASES])
def test_a_statement_is_told(language: str, text: str, told: bool) -> None:
    claims = code(read(factory.document(text, published="2024-11-08", language=language), load_parser(language)))
    assert any(one.matter == "statement" for one in claims) == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Officials warned against supplying missiles to Ukraine this year.", "possible"),
        ("Officials warned that missiles would reach Ukraine this year.", "predicted"),
    ],
)
def test_a_warning_against_something_foresees_nothing(text: str, status: str) -> None:
    claims = code(read(factory.document(text, published="2024-11-08"), load_parser("en")))
    assert [one.factuality.status for one in claims if one.matter == "judgement"] == [status]


def test_two_states_are_not_lent_to_whoever_talks() -> None:
    text = "Egypt met Libya in Cairo.\nEgypt and Libya signed a treaty.\nThe singer was talking about the importance of rest."
    claims = code(read(factory.document(text, published="2024-11-08"), load_parser("en")))
    assert not any(one.trigger.text == "talking" for one in claims)
