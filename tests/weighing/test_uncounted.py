"""A loss that no number counts is no voice for a number: who says that soldiers died has not said that 300 did."""

from __future__ import annotations

from dragoman.coding.code import code
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from dragoman.weighing.profile import loss_of, quantity_of
from tests import factory


def test_deaths_without_a_number_are_compared_with_no_count() -> None:
    text = "The minister said that Kenyan soldiers had been killed in Chad. The army said that 300 Kenyan soldiers had been killed in Chad."
    claims = code(read(factory.document(text, language="en"), load_parser("en")))
    losses = [one for one in claims if one.matter == "loss"]
    assert [(bool(one.counted), loss_of(one)) for one in losses] == [(False, None), (True, "killed")]
    assert quantity_of(losses[0]) is None
