"""Statements: what is shown as the evidence of what somebody says."""

from __future__ import annotations

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
