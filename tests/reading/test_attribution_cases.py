"""Sentences of news in their table: who says what in them, by a verb, an adjective, a noun, a phrase, or marks alone."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from tests.reading.test_speaker import attributions_of

_TABLE = Path(__file__).with_name("attribution_cases.tsv")
_EDGES = " ,;."

Told = tuple[str, str, str]


def _cases() -> dict[tuple[str, str], list[Told]]:
    """Language and text to the reports expected in it, () where there is none."""
    found: dict[tuple[str, str], list[Told]] = defaultdict(list)
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    for line in lines[1:]:
        language, text, source, cue, content = line.split("\t")
        found[language, text] += [(source, cue, content)] if cue else []
    return found


CASES = _cases()


@pytest.mark.parametrize(("language", "text"), list(CASES), ids=[text[:60] for _, text in CASES])
def test_reports_of_a_sentence(language: str, text: str) -> None:
    told = {
        (one.source.text if one.source else "", one.cue.text if one.cue else "", one.content.text.strip(_EDGES))
        for one in attributions_of(text, language)
    }
    wanted = set(CASES[language, text])
    assert wanted <= told, f"{sorted(wanted - told)} not in {sorted(told)}"
    assert wanted or not told, sorted(told)
