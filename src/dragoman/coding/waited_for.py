"""Deeds that are only waited for: "Kenya will ban imports until a deal is signed" tells of no plan to sign one."""

from __future__ import annotations

from functools import cache

from dragoman.coding.case import Case
from dragoman.model.predication import Predication
from dragoman.model.tree import base
from dragoman.world.table import read_table

_AHEAD = ("planned", "predicted")
_WORDS = 4  # of the longest mark: "jusqu'à ce que"


def is_waited_for(case: Case, predication: Predication) -> bool:
    """Whether a deed that lies ahead stands in a clause of what something else waits for."""
    sentence = case.reading.sentences[predication.sentence]
    if predication.factuality.status not in _AHEAD and not _is_wished(case, predication):
        return False
    if base(sentence.tokens[predication.head].relation) not in ("advcl", "ccomp", "acl"):
        return False
    words = _waits(case.reading.document.language)
    for child in sentence.children[predication.head]:
        mark = sentence.tokens[child]
        if child > predication.head or base(mark.relation) not in ("mark", "advmod"):
            continue
        for first in range(max(0, child - _WORDS + 1), child + 1):
            said = case.text[sentence.tokens[first].span.start : mark.span.end].casefold().replace("’", "'")
            if said in words:
                return True
    return False


def _is_wished(case: Case, predication: Predication) -> bool:
    """Whether a French subjunctive stands under what is not past: "fermera ses ports jusqu'à ce qu'un accord soit signé"."""
    sentence = case.reading.sentences[predication.sentence]
    tokens, words = sentence.tokens, (predication.head, *sentence.children[predication.head])
    if not any(tokens[one].has("Mood=Sub") for one in words):
        return False
    above = tokens[predication.head].head
    over = (above, tokens[above].head if above >= 0 else -1)  # "jusqu'à ce que" has a noun of its own between
    waiting = (case.by_trigger.get((predication.sentence, one)) for one in over)
    return any(one is not None and one.factuality.time != "past" for one in waiting)


@cache
def _waits(language: str) -> frozenset[str]:
    rows = read_table("rules/waits.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language)
