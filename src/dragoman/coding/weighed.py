"""Transfers that somebody only thinks over: "is considering sending jets", "envisage de livrer des chars" promises none."""

from __future__ import annotations

from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.model.claim import Stage
from dragoman.model.factuality import Factuality
from dragoman.model.predication import Predication
from dragoman.world.table import read_table


def stage_weighed(case: Case, predication: Predication, stance: Factuality, stage: Stage) -> Stage:
    """Offered, where the words that make a plan of it only weigh it; requested or offered, where it is only sought to be had
    or to be given; the stage as it was, where it is more than that.
    """
    language = case.reading.document.language
    tokens = case.reading.sentences[predication.sentence].tokens
    turning = {one.lemma.casefold() for one in tokens if any(cue.span.overlaps(one.span) for cue in stance.cues)}
    if stage == "pledged" and stance.status == "planned" and turning & _words(language, "weighed"):
        return "offered"
    if stage in _DONE and stance.status == "possible" and turning & _words(language, "attempt"):
        return "requested" if frame_of(predication.concept or "") == "get" else "offered"
    return stage


_DONE = ("shipped", "delivered", "completed")


@cache
def _words(language: str, kind: str) -> frozenset[str]:
    rows = read_table("rules/weighed.tsv", "dragoman.coding")
    return frozenset(row["lemma"] for row in rows if row["language"] == language and row["kind"] == kind)
