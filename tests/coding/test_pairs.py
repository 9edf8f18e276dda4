"""The same sentence in French and in English gives the same claims, and those that a careful analyst would code.

`python -m tests.coding.test_pairs` prints the pairs that differ, with what each language says.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.coding.code import code
from dragoman.model.claim import EVENT_TYPES, FLOW_KINDS, Claim
from dragoman.pipelines import load_parser, load_ranker
from dragoman.reading.read import read
from tests import factory
from tests.coding.claim_pattern import parse_patterns

_TABLE = Path(__file__).with_name("pairs.tsv")
AGREEMENT = 0.90  # share of the pairs in which both languages give the same claims

Signature = tuple[str | None, str | None, str | None, tuple[str, ...], tuple[str, ...], str]


@cache
def pairs() -> tuple[dict[str, str], ...]:
    """The rows of pairs.tsv."""
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    names = lines[0].split("\t")
    return tuple(dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:])


@cache
def claims_of(text: str, language: str) -> tuple[Claim, ...]:
    """Events, flows and losses of one sentence."""
    document = factory.document(text, published="2025-03-03", language=language)
    found = code(read(document, load_parser(language)), load_ranker(language))
    return tuple(one for one in found if one.matter in ("event", "flow", "loss"))


def signature(claim: Claim) -> Signature:
    """What must not depend on the language: type, flow kind and stage, parties, polarity."""
    sides = [tuple(sorted({one.actor.country or "" for one in side})) for side in (claim.actors, claim.recipients)]
    flow = claim.flow
    return (claim.event_type, flow.kind if flow else None, flow.stage if flow else None, *sides, claim.factuality.polarity)  # type: ignore[return-value]


def same(row: dict[str, str]) -> bool:
    """Whether both languages give the same claims."""
    said = [{signature(one) for one in claims_of(row[language], language)} for language in ("en", "fr")]
    return said[0] == said[1]


def wrong(row: dict[str, str]) -> list[str]:
    """What is expected and missing, or forbidden and there, by language."""
    return [
        f"{language}: {'missing' if pattern.wanted else 'must not be'} {pattern.words}"
        for language in ("en", "fr")
        for pattern in parse_patterns(row["expect"])
        if any(pattern.fits(one) for one in claims_of(row[language], language)) != pattern.wanted
    ]


def _cases() -> list[object]:
    return [
        pytest.param(
            row,
            id=row["label"],
            marks=[pytest.mark.xfail(reason=row["known_failure"], strict=True)] if row["known_failure"] else [],
        )
        for row in pairs()
    ]


@pytest.mark.parametrize("row", _cases())
def test_pair(row: dict[str, str]) -> None:
    assert not wrong(row), f"{row['en']} | {row['fr']}\n" + "\n".join(_shown(row))
    assert same(row), f"{row['en']} | {row['fr']}\n" + "\n".join(_shown(row))


def test_nine_pairs_in_ten_agree() -> None:
    assert len(pairs()) >= 150
    assert sum(same(row) for row in pairs()) >= AGREEMENT * len(pairs())


def test_the_pairs_cover_all_types_and_most_kinds_of_flow() -> None:
    expected = " ".join(row["expect"] for row in pairs())
    assert all(name in expected for name in EVENT_TYPES)
    assert sum(f"{kind}/" in expected for kind in FLOW_KINDS) >= len(FLOW_KINDS) - 2


def _shown(row: dict[str, str]) -> list[str]:
    return [f"  {language} {signature(one)} by {one.trigger.text!r} {one.factuality.status}"
            for language in ("en", "fr") for one in claims_of(row[language], language)]  # fmt: skip


def _report() -> None:
    for row in pairs():
        if not same(row) or wrong(row):
            print(f"{row['label']} {'' if same(row) else '(differ)'} {wrong(row)}\n  {row['en']}\n  {row['fr']}")
            print("\n".join(_shown(row)))
    agree, right = sum(same(row) for row in pairs()), sum(not wrong(row) for row in pairs())
    print(f"{len(pairs())} pairs: {agree} agree ({agree / len(pairs()):.3f}), {right} as expected ({right / len(pairs()):.3f})")


if __name__ == "__main__":
    _report()
