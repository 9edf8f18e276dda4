"""What kind of source speaks, seen from what it tells: party to its own deeds, official about those of others."""

from __future__ import annotations

import pytest

from dragoman.coding.code import code
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from tests import factory

# language, text of one transfer or toll, kind of its originator
TOLD = [
    ("en", "Algeria shipped 300 mortars to Mali, the Algerian government said.", "party"),
    ("en", "Algeria shipped 300 mortars to Mali, the Norwegian government said.", "official"),
    ("en", "Algeria shipped 300 mortars to Mali, the United Nations said.", "official"),
    ("en", "Turkey shipped 300 mortars to Mali, President Recep Tayyip Erdogan said.", "party"),
    ("en", "Algeria shipped 300 mortars to Mali, Emmanuel Macron said.", "official"),
    ("en", "Algeria shipped 300 mortars to Mali, the Algerian defence ministry said.", "ministry"),
    ("en", "Algeria shipped 300 mortars to Mali, an Algerian official said.", "official"),
    ("fr", "L'Algérie a livré 300 mortiers au Mali, selon Bamako.", "party"),
    ("fr", "L'Algérie a livré 300 mortiers au Mali, selon Oslo.", "official"),
    ("fr", "L'Algérie a livré 300 mortiers au Mali, selon le gouvernement norvégien.", "official"),
    ("fr", "L'Algérie a livré 300 mortiers au Mali, selon un diplomate malien.", "official"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind"), TOLD, ids=[one[1] for one in TOLD])
def test_a_government_is_party_to_its_own_deeds_alone(language: str, text: str, kind: str) -> None:
    claims = code(read(factory.document(text, language=language), load_parser(language)))
    [flow] = [one for one in claims if one.matter == "flow"]
    assert flow.originator is not None
    assert flow.originator.origin == kind


# language, text of one statement, kind of its speaker
SAID = [
    ("en", "Kenya said on Monday that the harvest in Chad had been good.", "official"),
    ("en", "Kenya said on Monday that the harvest in Kenya had been good.", "party"),
    ("en", "Kenya admitted on Monday that its soldiers had killed two herders.", "party"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind"), SAID, ids=[one[1] for one in SAID])
def test_who_speaks_is_party_to_what_is_said_of_him(language: str, text: str, kind: str) -> None:
    claims = code(read(factory.document(text, language=language), load_parser(language)))
    assert {one.originator.origin for one in claims if one.matter == "statement" and one.originator} == {kind}
