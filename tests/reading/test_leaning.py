"""A model's share moves a plain assertion towards doubt or denial, and nothing else."""

from __future__ import annotations

import pytest

from dragoman.model.factuality import Factuality
from dragoman.model.hint import Hint
from dragoman.reading.leaning import leaned

PLAIN = Factuality("asserted", None, "positive", "certain", "past")
PLANNED = Factuality("planned", "Seoul", "positive", "probable", "future")
DENIED = Factuality("negated", None, "negative", "certain", "past")


def hint(*commitment: float) -> Hint:
    return Hint(commitment, 0.0, 0.0, 0.0, -1)


CASES = [
    # label, the rules' reading, shares of asserted hedged uncertain hedged-negative denied, polarity, certainty
    ("sure of what the rules assert", PLAIN, (0.9, 0.1, 0.0, 0.0, 0.0), "positive", "certain"),
    ("torn: the rules stand", PLAIN, (0.45, 0.3, 0.25, 0.0, 0.0), "positive", "certain"),
    ("hedged", PLAIN, (0.1, 0.7, 0.1, 0.1, 0.0), "positive", "probable"),
    ("uncertain", PLAIN, (0.1, 0.1, 0.7, 0.1, 0.0), "positive", "possible"),
    ("doubted", PLAIN, (0.1, 0.1, 0.1, 0.7, 0.0), "negative", "possible"),
    ("denied", PLAIN, (0.05, 0.0, 0.0, 0.05, 0.9), "negative", "probable"),
    ("half denied: the rules stand", PLAIN, (0.5, 0.0, 0.0, 0.0, 0.5), "positive", "certain"),
    ("never made surer: a plan stays one", PLANNED, (1.0, 0.0, 0.0, 0.0, 0.0), "positive", "probable"),
    ("never undone: a denial stays one", DENIED, (1.0, 0.0, 0.0, 0.0, 0.0), "negative", "certain"),
]


@pytest.mark.parametrize(("stance", "shares", "polarity", "certainty"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_leaned(stance: Factuality, shares: tuple[float, ...], polarity: str, certainty: str) -> None:
    made = leaned(stance, hint(*shares), "en")
    assert (made.polarity, made.certainty) == (polarity, certainty)
    assert made.time == stance.time
    if (polarity, certainty) == (stance.polarity, stance.certainty):
        assert made == stance


def test_what_is_reported_stays_the_reports() -> None:
    said = Hint((0.1, 0.7, 0.1, 0.1, 0.0), 0.0, 0.0, 0.9, 3)
    made = leaned(PLAIN, said, "en")
    assert (made.status, made.certainty) == ("asserted", "probable")


def test_a_parser_without_heads_changes_nothing() -> None:
    assert leaned(PLAIN, None, "en") is PLAIN
