"""Who admits or denies without a number is said to: an admission of troops is none of 15,000."""

from __future__ import annotations

from dragoman.dossier.cell import show_statuses
from dragoman.model.claim import ClaimQuantity
from dragoman.model.factuality import Factuality
from tests.factory import amount, claim, document, words

PAPER = document("Oslo said that 900 soldiers went to Mali. Bamako admitted it.")
ADMITTED = Factuality("acknowledged", "Government of Mali", "positive", "certain", "past")


def test_an_admission_without_the_number_says_so() -> None:
    number = ClaimQuantity("item", amount(900, 900, 900, "soldier", words(PAPER.text, "900 soldiers")))
    counted = claim(PAPER, quantities=(number,))
    bare = claim(PAPER, quantities=(), factuality=ADMITTED)
    shown = {one.value: one.bare for one in show_statuses((counted, bare))}
    assert shown["acknowledged"] and not shown[counted.factuality.status]


def test_where_nobody_gives_a_number_nothing_is_said() -> None:
    assert not any(one.bare for one in show_statuses((claim(PAPER, quantities=(), factuality=ADMITTED),)))
