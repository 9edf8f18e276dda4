"""What is wrong with a document itself: each warning where it belongs, and none where a document is sound."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

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


def test_a_date_in_the_story_is_no_date_of_print() -> None:
    text = "Chile sends doctors\nThe ministry of health in Lima said that Chile had sent twelve doctors on 12 March 2025."
    assert "no_date" in {one.code for one in warnings_of(text, "en")}


def test_a_word_that_only_ends_like_a_cue_is_no_cue() -> None:
    text = "Reading time will tell on the eyes of the older soldiers."  # holds "time will tell" as words of its own
    assert [one.code for one in find_asides(read_text(text, "en", None).sentences, text, "en")] == ["filler"]
    other = "Overtime will telling nobody."
    assert find_asides(read_text(other, "en", None).sentences, other, "en") == ()


# label, language, published, title, text, code, words of the warning ("" where it is about the whole)
FOUND = [
    ("weekday of another date", "en", "2025-04-27", None, "The envoy landed in Riga on Saturday (27 April), the ministry said.", "self_contradiction", "Saturday (27 April"),
    ("weekday with its year", "fr", None, None, "Le ministre est arrivé à Riga le mardi 5 novembre 2018.", "self_contradiction", "mardi 5 novembre 2018"),
    ("indirect and official", "en", "2025-05-01", None, "Chile sent soldiers to Peru. This finds an indirect confirmation in a note of Chile.\nChile officially acknowledged in April that it had sent soldiers to Peru.", "self_contradiction", "indirect confirmation"),
    ("one unit and several", "en", "2025-05-01", None, "A unit of Chile worked in Peru for 90 days.\nThe units of Chile left Peru after 90 days.", "self_contradiction", "units"),
    ("headline without its bound", "en", "2025-05-01", "Chile supplies 30% of the shells", "Chile supplies up to 30 percent of the shells of Peru, the ministry said.", "self_contradiction", "up to 30 percent"),
    ("points of a title", "en", "2025-05-01", "Five reasons why Chile sent help", "1. Chile is near.\n2. Chile is rich.\n3. Chile is kind.", "self_claim", ""),
    ("reading time", "fr", "2025-05-01", None, "Temps de lecture : 9 min\nLe Chili a envoyé des médecins au Pérou.", "self_claim", "Temps de lecture : 9 min"),
    ("exclusive from another paper", "en", "2025-05-01", "EXCLUSIVE: Chile sends doctors", "Chile sent doctors to Peru, Reuters reported.", "self_claim", ""),
    ("a name of nobody", "fr", "2025-05-01", None, "« C'est grave », a déclaré Jean Dupont, expert du Pérou.", "vague_source", "Jean Dupont"),
    ("a leftover", "en", "2025-05-01", None, "Chile sent doctors to Peru. [Insert photo here]", "generator_note", "[Insert photo here]"),
    ("words of its own", "en", "2025-05-01", None, "This 1,200-word report tells of the doctors that Chile sent to Peru.", "word_count_claim", "This 1,200-word report"),
    ("words of its own, behind", "fr", "2025-05-01", None, "Ce texte compte 800 mots et parle des médecins du Chili.", "word_count_claim", "800 mots"),
    ("points of a first line", "en", "2025-05-01", None, "Four reasons why Chile sent help\n1. Chile is near.\n2. Chile is rich.\n3. Chile is kind.", "self_claim", ""),
    ("two counts by one mouth", "fr", "2025-05-05", None, "Le préfet a annoncé que douze mineurs avaient été tués dimanche à Arica.\nLe préfet a annoncé que trente mineurs avaient été tués dimanche.", "self_contradiction", "trente mineurs"),
    ("one transfer on two days", "en", "2025-05-05", None, "Chile sent 300 soldiers to Peru on 2 May 2025.\nChile sent 300 soldiers to Peru on 4 May 2025.", "self_contradiction", "4 May 2025"),
    ("one unit and several on a day", "fr", "2025-05-05", None, "Le Chili a envoyé un bataillon au Pérou le 2 mai 2025.\nLe Chili a envoyé plusieurs bataillons au Pérou le 2 mai 2025.", "self_contradiction", "bataillons"),
    ("a note of an editor", "en", "2025-05-01", None, "Chile sent doctors to Peru. Note to editor: check this.", "generator_note", "Note to editor"),
    ("filler about the article", "fr", "2025-05-01", None, "Le Chili a envoyé des médecins. Dans cet article, nous allons voir pourquoi.", "filler", "Dans cet article, nous allons"),
    ("marks of a page", "en", "2025-05-01", None, "Chile sent **twelve doctors** to Peru.", "generator_note", "**twelve doctors**"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "language", "published", "title", "text", "code_", "words"), FOUND, ids=[c[0] for c in FOUND])
def test_a_text_against_itself(label: str, language: str, published: str | None, title: str | None, text: str, code_: str, words: str) -> None:
    made = replace(document(text, language=language, published=published), title=title)
    reading = read(made, load_parser(language))
    found = [one for one in find_warnings(reading, code(reading)) if one.code == code_]
    assert [one.quote.text if one.quote else "" for one in found] == [words], label


# label, language, published, title, text, code that must not be there
SOUND_TEXTS = [
    ("right weekday", "en", "2025-04-27", None, "The envoy landed in Riga on Saturday (26 April), the ministry said.", "self_contradiction"),
    ("weekday of a far year", "en", "2025-04-27", None, "The envoy had landed on Saturday 27 July, the ministry said.", "self_contradiction"),
    ("two states, two ways of admitting", "en", "2025-05-01", None, "Peru gave an indirect confirmation. Chile officially acknowledged that it had sent soldiers.", "self_contradiction"),
    ("units of another time", "en", "2025-05-01", None, "A unit of Chile worked in Peru for 90 days.\nThe units of Chile left Peru after 30 days.", "self_contradiction"),
    ("headline with its bound", "en", "2025-05-01", "Chile supplies up to 30% of the shells", "Chile supplies up to 30 percent of the shells of Peru, the ministry said.", "self_contradiction"),
    ("points as promised", "en", "2025-05-01", "Three reasons why Chile sent help", "1. Chile is near.\n2. Chile is rich.\n3. Chile is kind.", "self_claim"),
    ("exclusive of its own", "en", "2025-05-01", "EXCLUSIVE: Chile sends doctors", "Chile sent doctors to Peru, a minister told The Gazette.", "self_claim"),
    ("a date under the title", "en", None, None, "Chile sends doctors\n12 March 2025\nChile sent doctors to Peru.", "no_date"),
    ("a date under the title, with words", "fr", None, None, "Le Chili envoie des médecins\nPublié le 3 février 2025 à 8h00\nLe Chili a envoyé des médecins au Pérou.", "no_date"),
    ("a count that is revised", "fr", "2025-05-05", None, "Le préfet a d'abord annoncé que douze mineurs avaient été tués dimanche à Arica.\nLe préfet a annoncé que trente mineurs avaient été tués dimanche.", "self_contradiction"),
    ("two transfers of two numbers", "en", "2025-05-05", None, "Chile sent 300 soldiers to Peru on 2 May 2025.\nChile sent 400 soldiers to Peru on 4 May 2025.", "self_contradiction"),
    ("words near the truth", "en", "2025-05-01", None, "This 50-word report is about doctors.\n" + "Chile sent doctors to Peru in May. " * 6, "word_count_claim"),
    ("another's count of words", "en", "2025-05-01", None, "The minister gave a 900-word statement in Lima.", "word_count_claim"),
    ("a report that names who wrote it", "fr", "2025-05-01", None, "Amnesty International publie un rapport affirmant que le Chili a envoyé 300 soldats.", "vague_source"),
    ("some of those before", "fr", "2025-05-01", None, "Deux soldats sont rentrés. Certains d'entre eux ont affirmé que le port était fermé.", "vague_source"),
    ("a report with its author", "fr", "2025-05-01", None, "Un rapport de l'ONU dit que le Chili a envoyé 300 soldats au Pérou.", "vague_source"),
    ("a toll that the mayor gives", "fr", "2025-05-01", None, "Le maire de Lima a donné un bilan de 20 morts au Pérou.", "unsourced_figure"),
    ("a figure in a quotation", "en", "2025-05-01", None, "\"The raid killed 40 soldiers of Peru.\"\nThe words are those of the minister of Chile.", "unsourced_figure"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "language", "published", "title", "text", "code_"), SOUND_TEXTS, ids=[c[0] for c in SOUND_TEXTS])
def test_no_alarm_where_a_text_is_sound(label: str, language: str, published: str | None, title: str | None, text: str, code_: str) -> None:
    made = replace(document(text, language=language, published=published), title=title)
    reading = read(made, load_parser(language))
    assert code_ not in {one.code for one in find_warnings(reading, code(reading))}, label


def cases() -> list[dict[str, str]]:
    with (Path(__file__).parent / "check_cases.tsv").open(encoding="utf-8") as lines:
        return list(csv.DictReader((one for one in lines if not one.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["label"])
def test_what_a_check_finds_and_leaves(case: dict[str, str]) -> None:
    made = document(case["text"].replace("\\n", "\n"), language=case["language"], published=case["published"])
    kinds = (replace(one, kind="list") if one.span.of(made.text).startswith("- ") else one for one in made.paragraphs)
    reading = read(replace(made, paragraphs=tuple(kinds)), load_parser(case["language"]))
    found = [one.quote.text if one.quote else "" for one in find_warnings(reading, code(reading)) if one.code == case["code"]]
    assert found == ([case["words"]] if case["words"] else [])


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("By Pieter van Aalst", True),
        ("By Karen Lund and Victor Ceban", True),
        ("Par Anne-Laure Jaccard, à Berne", True),
        ("Propos recueillis par Claire Fontaine", True),
        ("By Monday, Chile had sent its doctors to Peru and to the islands.", False),
        ("Par ailleurs, le Chili a envoyé des médecins.", False),
    ],
)
def test_a_line_that_signs(line: str, signed: bool) -> None:
    language = "en" if line.startswith("By") else "fr"
    text = f"{line}\n" + ("Chile sent doctors to Peru." if language == "en" else "Le Chili a envoyé des médecins au Pérou.")
    assert ("no_author" not in {one.code for one in warnings_of(text, language)}) is signed
