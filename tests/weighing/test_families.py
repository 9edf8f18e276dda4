"""Families of documents in our own words, read by the program and weighed: who is counted, and what is of one line of descent.

The documents and what is to be found are in families.tsv. Copies never corroborate: a fact has the originators that the table gives, no more.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from dragoman.cli.choice import Choice
from dragoman.cli.reader import read_one
from dragoman.model.claim import Claim
from dragoman.model.entry import Entry
from dragoman.model.fact import Fact, Weighing
from dragoman.weighing.weigh import weigh
from tests.factory import document
from tests.weighing.sets import sets_in

TABLE = Path(__file__).with_name("families.tsv")


@cache
def families() -> dict[str, list[dict[str, str]]]:
    """Documents of each family, by its name."""
    return sets_in(TABLE, "family")


@cache
def entries(family: str) -> tuple[Entry, ...]:
    made = (
        document(one["text"], publisher=one["publisher"], published=one["published"], language=one["language"])
        for one in families()[family]
    )
    return tuple(read_one(one, Choice()).entry for one in made)


@cache
def weighed(family: str, backwards: bool = False) -> Weighing:
    read = entries(family)[::-1] if backwards else entries(family)
    return weigh(tuple(one.document for one in read), tuple(claim for one in read for claim in one.claims))


def asked_for(entry: Entry, words: str) -> list[Claim]:
    """Claims of a document that rest on the words: by their trigger, or by what they say."""
    return [one for one in entry.claims if words in one.trigger.text or (one.content and words in one.content.text)]


def facts_about(family: str) -> list[Fact]:
    """The facts that the family's claims about its thing are of, in order of its documents."""
    fact_of = {claim: fact for fact in weighed(family).facts for claim in fact.claim_ids}
    found: dict[str, Fact] = {}
    for row, one in zip(families()[family], entries(family), strict=True):
        claims = asked_for(one, row["about"]) if row["about"] != "-" else []
        assert claims or row["about"] == "-", f"{row['publisher']}: nothing is read of {row['about']!r}"
        found.update((fact_of[claim.id].id, fact_of[claim.id]) for claim in claims)
    return list(found.values())


@pytest.mark.parametrize("family", list(families()))
def test_originators(family: str) -> None:
    first, found = families()[family][0], facts_about(family)
    assert len(found) == int(first["facts"])
    labels = [[one.label for one in fact.backing] for fact in found]
    assert [str(fact.grade.originators) for fact in found] == first["originators"].split(), labels


@pytest.mark.parametrize("family", list(families()))
def test_lines(family: str) -> None:
    """Documents are of one line by copying, rewriting or quoting exactly where the table gives them one letter."""
    rows, read = families()[family], entries(family)
    lines = [set(one.document_ids) for one in weighed(family).descents if one.kind != "origin"]
    for (one, left), (other, right) in combinations(zip(rows, read, strict=True), 2):
        wanted = one["line"] == other["line"] != "-"
        found = any({left.document.id, right.document.id} <= line for line in lines)
        assert found == wanted, f"{one['publisher']} and {other['publisher']}"


@pytest.mark.parametrize("family", list(families()))
def test_the_order_of_documents_is_nothing(family: str) -> None:
    assert weighed(family) == weighed(family, backwards=True)


def test_one_whose_source_is_copied_stays_its_source() -> None:
    """What a copy prints without its source is counted with the speaker whom the first print names."""
    (fact,) = facts_about("a copy that lost its source")
    assert [(one.named, len(one.documents)) for one in fact.backing] == [(True, 2)]
    assert "Government of the United States" in fact.backing[0].label
