"""Tolls, end to end: which number counts which loss, and which numbers count none."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.code import code
from dragoman.model.quantity import Quantity
from dragoman.pipelines import load_parser
from dragoman.reading.read import read
from tests import factory

_TABLE = Path(__file__).with_name("tolls.tsv")
_TOLLS = ("killed", "wounded", "killed_or_wounded", "captured", "missing", "arrested", "displaced")


def _cases() -> list[object]:
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    rows = [line.split("\t") for line in lines[1:]]
    assert all(len(row) == 4 for row in rows)
    return [
        pytest.param(
            language,
            text,
            expect,
            id=f"{language}: {text}",
            marks=[pytest.mark.xfail(reason=why, strict=True)] if why else [],
        )
        for language, text, expect, why in rows
    ]


def _shown(quantity: Quantity) -> str:
    bounds = [quantity.low, quantity.best, quantity.high]
    if quantity.state == "undisclosed":
        return "undisclosed"
    shown = ["-" if one is None else f"{one:.0f}" for one in bounds]
    return shown[0] if len(set(shown)) == 1 else "/".join(shown)


@pytest.mark.parametrize(("language", "text", "expect"), _cases())
def test_tolls(language: str, text: str, expect: str) -> None:
    claims = code(read(factory.document(text, published="2024-11-08", language=language), load_parser(language)))
    counted = [one for claim in claims for one in claim.quantities if one.role in _TOLLS]
    assert all(one.mention.quote.span.of(text) == one.mention.quote.text for one in counted)
    assert {f"{one.role}:{_shown(one.mention.quantity)}" for one in counted} == set(expect.split()) - {"-"}
