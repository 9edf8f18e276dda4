"""One cargo is one transfer, however often its sentence names it; and what only looks like one stays two."""

from __future__ import annotations

import pytest

from dragoman.coding.code import code
from dragoman.pipelines import load_parser, load_ranker
from dragoman.reading.read import read
from tests import factory


@pytest.mark.parametrize(
    ("text", "transfers"),
    [
        ("Le Tchad a reçu mardi une livraison de blindés et de camions turcs.", 1),
        ("Le Togo a réceptionné des radars envoyés par la Turquie.", 1),
        ("Le Japon va offrir 2 millions de yens (12.000 euros) de matériel médical aux Tonga.", 1),
        ("Oman a livré à Sanaa une cargaison de 80 tonnes d'aide, 80 tonnes de farine et de dattes.", 1),
        ("La Turquie a livré 20 chars, 20 canons et 300 fusils au Togo.", 3),
        ("Le Togo a reçu de la Turquie des radars et du Maroc 30 camions.", 2),
        ("Kiev a reçu les 30 chars promis par Oslo.", 2),
    ],
)
def test_each_cargo_once(text: str, transfers: int) -> None:
    document = factory.document(text, published="2024-03-05", language="fr")
    claims = code(read(document, load_parser("fr")), load_ranker("fr"))
    assert sum(one.flow is not None for one in claims) == transfers, [one.reasons for one in claims]
