"""A paragraph in another language than its document is not read with the document's parser, and is said to be unread."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.cli.choice import Choice
from dragoman.cli.reader import read_one
from dragoman.intake import IntakeOptions, read_inputs
from dragoman.model.document import Document

ENGLISH = "The French government delivered six trains to Ukraine in March, the ministry of transport in Paris said on Monday."
FRENCH = "« La France a livré six locomotives à l’Ukraine au mois de mars, et elle en livrera d’autres avant la fin de l’été. »"
RUSSIAN = "«Франция поставила Украине шесть поездов в марте и поставит ещё до конца лета», — заявили в министерстве."
NAMES = "Kim Yong Bok, Ri Chang Ho, Sin Kum Chol, Pak Jong Chon, No Kwang Chol, Ri Yong Gil, Kim Su Gil, Jang Chang Ha"


def document(tmp_path: Path, *lines: str, language: str | None = None) -> Document:
    (tmp_path / "a.txt").write_text("\n\n".join(lines), encoding="utf-8")
    (found,) = read_inputs([str(tmp_path / "a.txt")], IntakeOptions(language=language))
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(("own", "other", "language"), [(ENGLISH, FRENCH, "fr"), (ENGLISH, RUSSIAN, "ru"), (FRENCH, ENGLISH, "en")])
def test_a_paragraph_in_another_language(tmp_path: Path, own: str, other: str, language: str) -> None:
    found = document(tmp_path, f"{own} {own} {own}", other, f"{own} {own}")
    assert [one.language for one in found.paragraphs] == [None, language, None]
    done = read_one(found, Choice(fast=True))
    assert done.reading is not None
    assert {one.paragraph for one in done.reading.sentences} == {0, 2}
    (warning,) = [one for one in done.warnings if one.code == "unread_language"]
    assert warning.quote is not None
    assert warning.quote.text == other


@pytest.mark.parametrize("line", [NAMES, "Un mot.", "https://quai.example/the-government-delivered-six-trains-to-its-neighbour", "“Vive la France!” he said."])
def test_names_addresses_and_few_words_tell_no_language(tmp_path: Path, line: str) -> None:
    assert [one.language for one in document(tmp_path, ENGLISH, line, ENGLISH).paragraphs] == [None, None, None]


def test_what_the_user_says_of_the_whole_holds(tmp_path: Path) -> None:
    assert [one.language for one in document(tmp_path, FRENCH, FRENCH, language="en").paragraphs] == [None, None]
