"""Verbs of headlines that leave their auxiliary out: "Turkish soldier killed in Idlib" tells of one who was killed."""

from __future__ import annotations

from dragoman.model.tree import Sentence
from dragoman.world.syntax import needs_object

_OWN_WORDS = frozenset(("det", "nmod:poss"))
_OBJECTS = frozenset(("obj", "iobj", "ccomp", "csubj"))
_AIMS = frozenset(("at", "on", "into", "towards", "toward"))  # "soldier shot at the crowd"


def is_headline_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a past form that leads its sentence is a passive without auxiliary.

    A parser takes it for an active verb, and the victim for the one who did it. It is told by what no sentence of running
    text has: one thing or person without an article before a verb that needs an object and has none.

    Source: H. Straumann, Newspaper Headlines: A Study in Linguistic Method (1935).
    """
    token = sentence.tokens[verb]
    children = [(child, sentence.tokens[child]) for child in sentence.children[verb]]
    if token.upos != "VERB" or token.head >= 0 or not token.has("Tense=Past"):
        return False
    if any(one.relation.partition(":")[0] in ("aux", "cop") or one.relation in _OBJECTS for _, one in children):
        return False
    if token.has("VerbForm=Part") and (token.has("Gender=Masc") or token.has("Gender=Fem")):
        return True  # "Journaliste condamné à un an": a French participle that acts has its auxiliary
    if token.lemma.casefold() not in needs_object("en") or any(_aims(sentence, child) for child, _ in children):
        return False
    subjects = [child for child, one in children if one.relation.partition(":")[0] == "nsubj" and child < verb]
    return any(_is_bare(sentence, child) for child in subjects)


def _is_bare(sentence: Sentence, noun: int) -> bool:
    token = sentence.tokens[noun]
    words = {sentence.tokens[child].relation for child in sentence.children[noun]}
    return token.upos == "NOUN" and token.has("Number=Sing") and not words & _OWN_WORDS


def _aims(sentence: Sentence, noun: int) -> bool:
    return any(sentence.tokens[child].form.casefold() in _AIMS for child in sentence.children[noun])
