"""From a sentence to its claims, end to end: what a careful analyst would code, and as often what no one should."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.coding.code import code
from dragoman.model.claim import Claim
from dragoman.pipelines import load_parser, load_ranker
from dragoman.reading.read import read
from tests import factory
from tests.coding.claim_pattern import parse_patterns

_TABLE = Path(__file__).with_name("cases.tsv")


@cache
def _rows() -> tuple[dict[str, str], ...]:
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    names = lines[0].split("\t")
    return tuple(dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:])


def _cases() -> list[object]:
    return [
        pytest.param(
            row,
            id=f"{row['language']}: {row['label']}",
            marks=[pytest.mark.xfail(reason=row["known_failure"], strict=True)] if row["known_failure"] else [],
        )
        for row in _rows()
    ]


def _claims(row: dict[str, str]) -> tuple[Claim, ...]:
    document = factory.document(row["text"], published=row["published"], language=row["language"])
    return code(read(document, load_parser(row["language"])), load_ranker(row["language"]))


def _shown(claim: Claim) -> str:
    sides = ["+".join(str(one.actor.country) for one in side) or "-" for side in (claim.actors, claim.recipients)]
    flow = f"{claim.flow.kind}/{claim.flow.stage}" if claim.flow else ""
    amounts = [
        f"{one.role}:{one.mention.quantity.low}/{one.mention.quantity.best}/{one.mention.quantity.high}"
        for one in claim.quantities
    ]
    period = f"@{claim.period.period.edtf}" if claim.period else ""
    place = f"in:{claim.place.place.name}" if claim.place else ""
    says = claim.originator.actor.country if claim.originator and claim.originator.actor else None
    parts = [
        ">".join(sides),
        claim.matter,
        claim.event_type or "",
        claim.mode or "",
        flow,
        f"={claim.factuality.status}",
    ]
    return " ".join(one for one in (*parts, *amounts, period, place, f"says:{says}" if says else "") if one)


@pytest.mark.parametrize("row", _cases())
def test_claims(row: dict[str, str]) -> None:
    claims = _claims(row)
    shown = "\n  ".join(_shown(one) for one in claims) or "no claim"
    wrong = []
    for pattern in parse_patterns(row["expect"]):
        fitting = [one for one in claims if pattern.fits(one)]
        if pattern.wanted and not fitting:
            wrong.append(f"missing: {pattern.words}")
        if not pattern.wanted and fitting:
            wrong.append(f"must not be: {pattern.words}: {_shown(fitting[0])}")
    assert not wrong, f"{row['text']}\n  {shown}\n" + "\n".join(wrong)


def test_every_claim_quotes_its_words() -> None:
    for row in _rows()[::8]:
        for claim in _claims(row):
            quotes = [claim.trigger, claim.evidence, *(one.quote for one in (*claim.actors, *claim.recipients))]
            quotes += [one.mention.quote for one in claim.quantities]
            assert all(one.span.of(row["text"]) == one.text for one in quotes), claim


def test_labels_are_unique_and_half_of_the_patterns_forbid() -> None:
    rows = _rows()
    labels = [(row["language"], row["label"]) for row in rows]
    assert len(set(labels)) == len(labels)
    patterns = [one for row in rows for one in parse_patterns(row["expect"])]
    forbidding = [one for one in patterns if not one.wanted]
    assert len(rows) >= 90
    assert len(forbidding) >= len(patterns) - len(forbidding)
    assert {row["language"] for row in rows} == {"en", "fr"}
