"""Verbs that are only the time of the infinitive under them: "vient de livrer" has delivered, "va prêter" will lend.

The table is world/syntax/phases.tsv. Such a verb names no deed of its own, and the infinitive is its complement and no aim,
whatever a small parser makes of it.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence
from dragoman.world.syntax import phases

_UNDER = ("xcomp", "advcl", "ccomp")


def says_only_when(sentence: Sentence, index: int, language: str) -> bool:
    """Whether a verb is only the time of an infinitive: "vient de livrer", "is going to send"."""
    token = sentence.tokens[index]
    return (token.relation == "aux" and phases(language).get(token.lemma.casefold()) == "") or (
        _carried(sentence, index, language) is not None
    )


def with_complements(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with each infinitive under such a verb as its complement, where the parser hung it on as an aim."""
    return tuple(_with_complements(one, language) for one in sentences)


def _with_complements(sentence: Sentence, language: str) -> Sentence:
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        if token.lemma.casefold() in phases(language):
            child = _carried(sentence, index, language)
            if child is not None and tokens[child].relation != "xcomp":
                tokens[child] = replace(tokens[child], relation="xcomp")
    return sentence if tuple(tokens) == sentence.tokens else replace(sentence, tokens=tuple(tokens))


def _carried(sentence: Sentence, index: int, language: str) -> int | None:
    """The infinitive whose time a verb is; None if it is a deed of its own ("est allé livrer" went there)."""
    token = sentence.tokens[index]
    mark = phases(language).get(token.lemma.casefold())
    if mark is None or token.upos not in ("VERB", "AUX") or (language == "fr" and token.has("Tense=Past")):
        return None
    for child in sentence.children[index]:
        under = sentence.tokens[child]
        infinitive = under.has("VerbForm=Inf") or any(  # "vient d'être livré"
            sentence.tokens[i].has("VerbForm=Inf") and sentence.tokens[i].relation.startswith("aux")
            for i in sentence.children[child]
        )
        if child < index or not infinitive or under.relation not in _UNDER:
            continue
        led = {sentence.tokens[i].form.casefold() for i in sentence.children[child] if i < child}
        if (mark in led) if mark else child == index + 1:
            return child
    return None
