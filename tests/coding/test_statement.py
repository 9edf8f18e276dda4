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
    ("a plain saying", "fr", "La Russie affirme que la guerre finira avant le printemps.", True),
    ("a saying that no table has", "fr", "La Chine martèle que l'île est à elle depuis toujours.", True),
    ("a quotation", "en", "“The bridge is gone and will not be back,” Kenya said.", True),
)


@pytest.mark.parametrize(("language", "text", "told"), [one[1:] for one in CASES], ids=[one[0] for one in CASES])
def test_a_statement_is_told(language: str, text: str, told: bool) -> None:
    claims = code(read(factory.document(text, published="2024-11-08", language=language), load_parser(language)))
    assert any(one.matter == "statement" for one in claims) == told
