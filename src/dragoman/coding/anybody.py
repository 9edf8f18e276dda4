"""Clauses about whoever may do something: "costs on any state that arms Chad", "punit quiconque livre des obus" tell of no deed."""

from __future__ import annotations

from functools import cache

from dragoman.coding.case import Case
from dragoman.model.predication import Predication
from dragoman.model.tree import Sentence, base
from dragoman.world.table import read_table

_MAX_CLIMB = 4  # verbs and nouns joined: "any state, body or man that buys, ships or sells"


def is_of_anybody(case: Case, predication: Predication) -> bool:
    """Whether a deed is told of any that may do it. "All states that sent troops" did send them."""
    sentence, language = case.reading.sentences[predication.sentence], case.reading.document.language
    verb = _first_joined(sentence, predication.head)
    pronouns = _words(language, "pronoun")
    if any(_is_by_itself(sentence, child, pronouns) for child in sentence.children[verb] if child < verb):
        return True
    if sentence.tokens[verb].relation not in ("acl:relcl", "acl"):
        return False
    relative = next((child for child in sentence.children[verb] if sentence.tokens[child].upos == "PRON"), verb)
    if relative >= verb:
        return False
    nouns = (sentence.tokens[verb].head, relative - 1)  # a tree may hang the clause on what the noun belongs to
    return any(
        sentence.tokens[noun].form.casefold() in pronouns or _is_any(sentence, _first_joined(sentence, noun), language)
        for noun in nouns
        if 0 <= noun < relative
    )


def _first_joined(sentence: Sentence, index: int) -> int:
    """The first of the words that one is joined to."""
    for _ in range(_MAX_CLIMB):
        token = sentence.tokens[index]
        if base(token.relation) != "conj" or token.head < 0:
            break
        index = token.head
    return index


def _is_by_itself(sentence: Sentence, child: int, pronouns: frozenset[str]) -> bool:
    token = sentence.tokens[child]
    return token.form.casefold() in pronouns and base(token.relation) in ("nsubj", "obj", "obl")


def _is_any(sentence: Sentence, noun: int, language: str) -> bool:
    """Whether a noun is any of its kind: "any state", "tout État", "n'importe quel pays"; "tout le pays" is all of one."""
    words = _words(language, "determiner")
    before = range(max(0, noun - 4), noun)
    if any(sentence.tokens[at].upos == "DET" and sentence.tokens[at].lemma.casefold() == "le" for at in before):
        return False
    found = [at for at in before if sentence.tokens[at].form.casefold().removesuffix("e") in words or
             sentence.tokens[at].form.casefold() in words]  # fmt: skip
    nouns = [at for at in before if sentence.tokens[at].upos in ("NOUN", "PROPN", "VERB", "PUNCT")]
    return any(not any(at < other for other in nouns) for at in found)


@cache
def _words(language: str, place: str) -> frozenset[str]:
    rows = read_table("rules/anybody.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language and row["place"] == place)
