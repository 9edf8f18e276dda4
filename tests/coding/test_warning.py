"""What is wrong with a document itself: each warning where it belongs, and none where a document is sound."""

from __future__ import annotations

import pytest

from dragoman.coding.code import code
from dragoman.coding.itself import find_asides
from dragoman.coding.warning import find_warnings
from dragoman.model.document import DocumentWarning
from dragoman.model.reading import Reading
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from tests.factory import document

REWRITE = (
    "Le président chilien a salué un accord historique et durable avec le voisin argentin.\n"
    "Cet accord est une promesse tenue, historique et durable, avec notre voisin.\n"
    "Cette citation dit tout du message.\n"
    "Selon des sources, 300 ouvriers ont été envoyés en Argentine par le Chili.\n"
    "Restez à l’écoute.\n"
    "(Note : cet article fait environ 900 mots.)"
)
SOUND = "By Anna Moreau\nChile sent 300 workers to Argentina in May 2024, the Chilean government said on Monday."


def read_text(text: str, language: str, published: str | None) -> Reading:
    return read(document(text, language=language, published=published), load_parser(language))


def warnings_of(text: str, language: str, published: str | None = None) -> tuple[DocumentWarning, ...]:
    reading = read_text(text, language, published)
    found = find_warnings(reading, code(reading))
    assert all(one.quote is None or one.quote.span.of(text) == one.quote.text for one in found)
    return found


def test_a_rewrite_that_lost_its_sources() -> None:
    found = {one.code: one for one in warnings_of(REWRITE, "fr")}
    assert {"no_author", "no_date", "no_link", "vague_source", "filler", "generator_note", "word_count_claim"} <= set(found)
    count = len(REWRITE.split())
    assert found["word_count_claim"].detail == f"claims 900 words; the text has {count}"
    assert found["vague_source"].quote is not None
    assert "sources" in found["vague_source"].quote.text


def test_two_forms_of_one_quotation() -> None:
    found = [one for one in warnings_of(REWRITE, "fr") if one.code == "quotation_varies"]
    assert len(found) == 1
    assert "promesse tenue" in found[0].detail


def test_a_sound_document_has_only_what_it_lacks() -> None:
    assert {one.code for one in warnings_of(SOUND, "en", "2024-06-03")} == {"no_link"}


@pytest.mark.parametrize(
    ("claimed", "warned"), [("about 30 words", False), ("about 300 words", True), ("about 3 words", True)]
)
def test_a_word_count_near_the_truth_is_no_false_claim(claimed: str, warned: bool) -> None:
    text = "Chile sent workers to Argentina in May, and Argentina thanked Chile for it a day later in a short note to its embassy in Buenos Aires.\n"
    text += f"This article contains approximately {claimed}."
    assert ("word_count_claim" in {one.code for one in warnings_of(text, "en")}) is warned


@pytest.mark.parametrize("text", ["Stay tuned for what comes next.", "Cet article fait environ 3000 mots.", "Restez attentifs aux livraisons."])
def test_what_speaks_of_itself_reports_nothing(text: str) -> None:
    language = "en" if text.isascii() and "tuned" in text else "fr"
    reading = read_text(text, language, "2024-01-01")
    assert code(reading) == ()
    assert find_asides(reading.sentences, text, language)


def test_a_word_that_only_ends_like_a_cue_is_no_cue() -> None:
    text = "Reading time will tell on the eyes of the older soldiers."  # holds "time will tell" as words of its own
    assert [one.code for one in find_asides(read_text(text, "en", None).sentences, text, "en")] == ["filler"]
    other = "Overtime will telling nobody."
    assert find_asides(read_text(other, "en", None).sentences, other, "en") == ()

