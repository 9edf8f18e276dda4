"""The shipped pipelines load, parse a sentence of ours, and carry nothing of where they were made."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import dragoman.pipelines
from dragoman.pipelines.blank import with_plain_blanks
from dragoman.pipelines.lemma import UnknownTable, correct_lemma, lemma_table

HOME = Path(dragoman.pipelines.__file__).parent
MAX_BYTES = 15_000_000


@pytest.fixture(scope="module")
def french() -> Language:
    return spacy.load(HOME / "fr")


@pytest.fixture(scope="module")
def english() -> Language:
    return spacy.load(HOME / "en")


def tree(nlp: Language, text: str) -> dict[str, tuple[str, str, str]]:
    """Form to UPOS, relation and head's form."""
    return {t.text: (t.pos_, t.dep_, t.head.text) for t in nlp(text)}


def test_a_french_sentence(french: Language) -> None:
    found = tree(french, "Le ministre a envoyé douze mille obus à l’armée du pays voisin.")
    assert found["envoyé"] == ("VERB", "ROOT", "envoyé")
    assert found["ministre"] == ("NOUN", "nsubj", "envoyé")
    assert found["obus"][:2] == ("NOUN", "obj")
    assert found["du"] == ("ADP", "case", "pays")


def test_an_english_sentence(english: Language) -> None:
    found = tree(english, "The minister sent new shells to the army, but the general didn’t thank him.")
    assert found["sent"] == ("VERB", "ROOT", "sent")
    assert found["minister"] == ("NOUN", "nsubj", "sent")
    assert found["shells"] == ("NOUN", "obj", "sent")
    assert found["n’t"][0] == "PART"


def test_two_sentences_are_two(french: Language, english: Language) -> None:
    assert len(list(french("La reine est partie. Le roi dort encore dans la tour.").sents)) == 2
    assert len(list(english("The queen has left. The king still sleeps in the tower.").sents)) == 2


@pytest.mark.parametrize(
    ("language", "form", "upos", "proposed", "lemma"),
    [
        ("fr", "envoyé", "VERB", "envoyé", "envoyer"), ("fr", "fournissent", "VERB", "fournisser", "fournir"),
        ("fr", "livrées", "VERB", "livrée", "livrer"), ("fr", "reconnaissait", "VERB", "reconnaisser", "reconnaître"),
        ("fr", "SANCTIONNE", "VERB", "SANCTIONNE", "sanctionner"), ("fr", "obus", "NOUN", "obus", "obus"),
        ("fr", "partageaient", "VERB", "partageaier", "partager"), ("fr", "blessés", "NOUN", "blesser", "blessé"),
        ("fr", "fourni", "VERB", "fourni", "fournir"), ("fr", "OTAN", "NOUN", "OTAN", "OTAN"),
        ("en", "sent", "VERB", "sent", "send"), ("en", "troops", "NOUN", "troops", "troop"),
        ("en", "shells", "NOUN", "shells", "shell"), ("en", "left", "VERB", "left", "leave"),
        ("en", "SENT", "VERB", "SENT", "send"), ("en", "Paris", "PROPN", "paris", "Paris"),
    ],
)  # fmt: skip
def test_lemmas_of_news_words(language: str, form: str, upos: str, proposed: str, lemma: str) -> None:
    assert correct_lemma(language, form, upos, proposed) == lemma


def test_a_language_without_a_pipeline_has_no_table() -> None:
    with pytest.raises(UnknownTable):
        lemma_table("tlh")


def test_blanks_keep_their_places() -> None:
    text = "«\u00a0Dix\u202f000\u00a0»\n"
    assert with_plain_blanks(text) == "« Dix 000 » "
    assert len(with_plain_blanks(text)) == len(text)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_pipeline_is_small_and_has_its_card(language: str) -> None:
    files = [f for f in (HOME / language).rglob("*") if f.is_file()]
    assert sum(f.stat().st_size for f in files) <= MAX_BYTES
    assert (HOME / language / "MODEL_CARD.md") in files


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_pipeline_names_no_folder(language: str) -> None:
    text = (HOME / language / "config.cfg").read_text(encoding="utf-8")
    assert [word for word in ("[corpora", "[training", "treebanks", "/") if word in text] == []
