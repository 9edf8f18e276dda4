"""Small sets of documents in our own words, read by the program and weighed: what their counts have against one another.

The documents and what is to be found are in stories.tsv; nothing is made by hand in between.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.cli.choice import Choice
from dragoman.cli.reader import read_one
from dragoman.model.entry import Entry
from dragoman.weighing.weigh import weigh
from tests.factory import document
from tests.known_failure import parameters
from tests.weighing.sets import sets_in

TABLE = Path(__file__).with_name("stories.tsv")
KNOWN: dict[str, str] = {}


@cache
def stories() -> dict[str, list[dict[str, str]]]:
    """Documents of each case, by its name."""
    return sets_in(TABLE, "case")


@cache
def entry(text: str, publisher: str, published: str, language: str) -> Entry:
    return read_one(document(text, publisher=publisher, published=published, language=language), Choice()).entry


def entries(case: str) -> list[Entry]:
    return [entry(one["text"], one["publisher"], one["published"], one["language"]) for one in stories()[case]]


@pytest.mark.parametrize("case", parameters([[case] for case in stories()], list(stories()), KNOWN))
def test_what_counts_have_against_one_another(case: str) -> None:
    read = entries(case)
    found = weigh(tuple(one.document for one in read), tuple(claim for one in read for claim in one.claims))
    wanted = stories()[case][0]["kinds"].split()
    shown = "\n".join(f"{one.kind}: {one.reason}" for one in found.disagreements)
    assert sorted(one.kind for one in found.disagreements) == [kind for kind in wanted if kind != "none"], shown


def test_each_kind_is_told_in_both_languages() -> None:
    for language in ("en", "fr"):
        told = {some[0]["kinds"] for some in stories().values() if {one["language"] for one in some} == {language}}
        assert {"update", "refinement", "part", "scope", "contradiction", "denial", "error", "none"} <= told
    assert sum(some[0]["kinds"] != "none" for some in stories().values()) >= 25
