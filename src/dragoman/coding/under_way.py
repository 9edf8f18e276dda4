"""Transfers that go on as the text is written: "is delivering tanks", "livre actuellement des chars" has not delivered them yet."""

from __future__ import annotations

from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.draft import is_verb
from dragoman.model.claim import FlowKind, Stage
from dragoman.model.predication import Predication
from dragoman.model.tree import Sentence, base
from dragoman.world.table import read_table

_CARRIED = frozenset(("xcomp", "ccomp"))  # "is helping them acquire tanks"


def stage_under_way(case: Case, predication: Predication, kind: FlowKind, stage: Stage) -> Stage:
    """The stage of what is being handed over: shipped where the words alone would have delivered it; money is set aside.

    Training that goes on is given all the same.
    """
    if stage != "delivered" or kind == "advisers-training" or not is_verb(case, predication):
        return stage
    sentence = case.reading.sentences[predication.sentence]
    over = sentence.tokens[predication.head].head
    carried = over >= 0 and base(sentence.tokens[predication.head].relation) in _CARRIED
    language = case.reading.document.language
    if not _goes_on(sentence, predication.head, language) and not (carried and _goes_on(sentence, over, language)):
        return stage
    return "allocated" if kind == "money" else "shipped"


def _goes_on(sentence: Sentence, verb: int, language: str) -> bool:
    """Whether a verb tells what goes on now: an English progressive in the present, a French present with such an adverb."""
    token, below = sentence.tokens[verb], [sentence.tokens[child] for child in sentence.children[verb]]
    helpers = [one for one in below if base(one.relation) in ("aux", "cop") or one.relation == "aux:pass"]
    if language == "en" and token.has("VerbForm=Part"):
        now = any(one.lemma.casefold() == "be" and one.has("Tense=Pres") and one.has("VerbForm=Fin") for one in helpers)
        being = any(one.form.casefold() == "being" for one in helpers)  # "are being delivered"
        return now and (being or token.has("Tense=Pres"))
    words = {one.form.casefold() for one in below}
    present = token.has("Tense=Pres") and token.has("VerbForm=Fin")
    return (present or "train" in words) and bool(words & _words(language))


@cache
def _words(language: str) -> frozenset[str]:
    rows = read_table("rules/under_way.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language)
