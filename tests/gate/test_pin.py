"""Floors: pinned up, and down only if asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gate.__main__ import pin_floors


def pin(digest: str, figures: dict[str, Any], lower: bool = False) -> tuple[dict[str, Any], list[str]]:
    floors = {"set": {"digest": "one", "figures": {"f1": 0.8, "recall": 0.5}}}
    found, refused = pin_floors({"set": {"digest": digest, "figures": figures}}, floors, lower)
    return found["set"], refused


@pytest.mark.parametrize("digest", ["one", "two"])
def test_floors_go_up(digest: str) -> None:
    assert pin(digest, {"f1": 0.91, "recall": 0.5}) == ({"digest": digest, "figures": {"f1": 0.91, "recall": 0.5}}, [])


@pytest.mark.parametrize("figures", [{"f1": 0.7, "recall": 0.5}, {"f1": None, "recall": 0.5}, {"recall": 0.5}])
@pytest.mark.parametrize("digest", ["one", "two"])
def test_no_floor_goes_down_or_away_unasked(digest: str, figures: dict[str, Any]) -> None:
    kept, refused = pin(digest, figures)
    assert kept == {"digest": "one", "figures": {"f1": 0.8, "recall": 0.5}}
    assert "f1 is kept" in refused[0]


def test_on_another_gold_nothing_is_pinned_beside_a_figure_that_fell() -> None:
    assert pin("two", {"f1": 0.7, "recall": 0.9})[0]["digest"] == "one"
    assert pin("one", {"f1": 0.7, "recall": 0.9})[0]["figures"] == {"f1": 0.8, "recall": 0.9}


def test_asked_to_they_go_down() -> None:
    assert pin("two", {"f1": 0.7, "recall": None}, lower=True) == ({"digest": "two", "figures": {"f1": 0.7}}, [])
