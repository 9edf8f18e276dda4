"""Asking that wants an answer and no deed: "was asked about the raid", "asked whether troops had left" demand nothing."""

from __future__ import annotations

from functools import cache

from dragoman.coding.case import Case
from dragoman.model.predication import Predication
from dragoman.model.tree import base
from dragoman.reading.slot import case_of
from dragoman.world.concept import is_a
from dragoman.world.table import read_table

_CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "parataxis", "obj"))


@cache
def _words(language: str, kind: str) -> frozenset[str]:
    rows = read_table("rules/questions.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language and row["kind"] == kind)


def is_question(case: Case, predication: Predication) -> bool:
    """Whether a verb of asking stands with what it asks about, or with a question.

    A condition before the verb is none: "if attacked, he asked for help".
    """
    sentence = case.reading.sentences[predication.sentence]
    verb = predication.head
    if not is_a(predication.concept or "", "ASK") or sentence.tokens[verb].upos != "VERB":
        return False
    language = case.reading.document.language
    for child in (one for one in sentence.children[verb] if one > verb):
        if case_of(sentence, child) in _words(language, "topic"):
            return True
        if base(sentence.tokens[child].relation) not in _CLAUSES:
            continue
        first = min(sentence.subtree(child))
        if first > verb and sentence.tokens[first].form.casefold() in _words(language, "clause"):
            return True
    return False


def is_questioned(case: Case, predication: Predication) -> bool:
    """Whether a deed is what a question is about: "asked Chad whether its troops had left"."""
    tokens = case.reading.sentences[predication.sentence].tokens
    token = tokens[predication.head]
    if token.head < 0 or base(token.relation) not in ("ccomp", "xcomp", "advcl"):
        return False
    over = case.by_trigger.get((predication.sentence, token.head))
    return over is not None and predication.head > over.head and is_question(case, over)
