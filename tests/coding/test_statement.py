"""Statements: what is shown as the evidence of what somebody says."""

from __future__ import annotations

import pytest

from dragoman.coding.code import code
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from tests import factory

BETWEEN = "\n".join(f"Le port numéro {number} a rouvert ce mois-ci." for number in range(8))
TEXT = (
    "Le président kényan a dit que l'amitié entre les deux peuples durera mille saisons.\n"
    f"{BETWEEN}\n"
    "L'amitié entre nos peuples durera mille saisons et plus encore.\n"
    "Cette citation résume le discours."
)


def test_what_is_said_far_from_its_source_is_shown_without_all_that_stands_between() -> None:
    claims = code(read(factory.document(TEXT, language="fr"), load_parser("fr")))
    (far,) = [one for one in claims if one.content is not None and one.content.text.startswith("L'amitié entre nos")]
    assert [one.actor.country for one in far.actors] == ["KEN"]
    assert "rouvert" not in far.evidence.text
    assert far.evidence.span.covers(far.content.span)


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "The Kenyan minister said that the officers were heroes. It was Kenya's first admission.", "acknowledged"),
        ("en", "The Kenyan minister said that the officers were heroes. It was Uganda's first admission.", "reported"),
        ("en", "The Kenyan minister said that the road is open again. It was a long road.", "reported"),
        ("fr", "Le ministre kényan a salué le courage des soldats : c'était la première reconnaissance kényane.", "acknowledged"),
        ("fr", "Le ministre kényan a dit que la route est ouverte. C'était la première reconnaissance tchadienne.", "reported"),
    ],
)  # fmt: skip
def test_what_the_text_calls_an_admission_was_admitted(language: str, text: str, status: str) -> None:
    claims = code(read(factory.document(text, published="2025-09-02", language=language), load_parser(language)))
    said = [one for one in claims if one.matter == "statement"]
    assert [one.factuality.status for one in said] == [status]
    assert all(one.evidence.span.of(text) == one.evidence.text for one in said)
