"""Raw text is cut where the treebanks cut it."""

import pytest
import spacy
from spacy.language import Language

from training.tokenizer import MAKERS


@pytest.fixture(scope="module", params=["fr", "en"])
def nlp(request: pytest.FixtureRequest) -> Language:
    blank = spacy.blank(request.param)
    blank.tokenizer = MAKERS[request.param](blank)
    return blank


CASES = {
    "fr": [
        ("L’armée a-t-elle livré dix obus ?", "L’ armée a -t-elle livré dix obus ?"),
        ("«Non», a-t-il dit jusqu'à l'aube.", "« Non » , a -t-il dit jusqu' à l' aube ."),
        ("Kim Jong-il, N'Djamena, celui-ci", "Kim Jong-il , N'Djamena , celui-ci"),
        ("Les Nord-Coréens du Royaume-Uni", "Les Nord-Coréens du Royaume-Uni"),
        ("cette année-là, c’est-à-dire", "cette année -là , c’est-à-dire"),
        ("50% à 15h30 avec M. Petit.", "50 % à 15 h 30 avec M. Petit ."),
        ("L'ONU ET L’AFP, AUJOURD’HUI", "L' ONU ET L’ AFP , AUJOURD’HUI"),
    ],
    "en": [
        ("They don’t say it’s John’s.", "They do n’t say it ’s John ’s ."),
        ("DON'T! The co-founder of a two-year plan", "DO N'T ! The co-founder of a two - year plan"),
        ("a 152mm gun, S-300s and F-16s", "a 152 mm gun , S-300s and F-16s"),
        ("U.S. troops—10,000 of them.", "U.S. troops — 10,000 of them ."),
        ("and/or 713-555-0100.", "and / or 713-555-0100 ."),
    ],
}


def test_every_case_is_cut_as_written(nlp: Language) -> None:
    for text, wanted in CASES[nlp.lang]:
        assert " ".join(t.text for t in nlp.make_doc(text)) == wanted


def test_rules_survive_being_saved(nlp: Language) -> None:
    again = spacy.blank(nlp.lang)
    again.tokenizer.from_bytes(nlp.tokenizer.to_bytes())
    for text, wanted in CASES[nlp.lang]:
        assert " ".join(t.text for t in again.make_doc(text)) == wanted
