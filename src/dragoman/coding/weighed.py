"""Transfers that somebody only thinks over: "is considering sending jets", "envisage de livrer des chars" promises none."""

from __future__ import annotations

from functools import cache

from dragoman.coding.case import Case
from dragoman.model.claim import Stage
from dragoman.model.factuality import Factuality
from dragoman.model.predication import Predication
from dragoman.world.table import read_table


def stage_weighed(case: Case, predication: Predication, stance: Factuality, stage: Stage) -> Stage:
    """Offered, where the words that make a plan of it only weigh it; the stage as it was, where it is more than that."""
    if stage != "pledged" or stance.status != "planned":
        return stage
    words = _words(case.reading.document.language)
    tokens = case.reading.sentences[predication.sentence].tokens
    turning = (one for one in tokens if any(cue.span.overlaps(one.span) for cue in stance.cues))
    return "offered" if any(one.lemma.casefold() in words for one in turning) else stage


@cache
def _words(language: str) -> frozenset[str]:
    rows = read_table("rules/weighed.tsv", "dragoman.coding")
    return frozenset(row["lemma"] for row in rows if row["language"] == language)
