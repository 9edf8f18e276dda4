"""Infinitives that are none: in "Satellite images confirm that …" nothing stands before the verb that an infinitive needs.

An English infinitive that is the verb of its sentence has an auxiliary or a "to". With neither, and a subject before it, the bare
form is a present; a tagger that has seen "to confirm" more often says otherwise, and what is would be read as what is planned.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, Token, base, sentence_of

_FEATURES = "Mood=Ind|Tense=Pres|VerbForm=Fin"
_NEEDED = frozenset(("aux", "mark"))


def with_finite_verbs(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with each such infinitive as the present that it is. English alone: a French infinitive has its own form."""
    return tuple(_corrected(one) for one in sentences) if language == "en" else sentences


def _corrected(sentence: Sentence) -> Sentence:
    root = sentence.root
    verbs = [root] if root >= 0 else []
    verbs += [i for i in sentence.children[root] if sentence.tokens[i].relation == "conj"] if verbs else []
    bare = [i for i in verbs if _is_bare_present(sentence, i)]
    if not bare or bare[0] != root:
        return sentence
    tokens: list[Token] = list(sentence.tokens)
    for index in bare:
        tokens[index] = replace(tokens[index], features=_FEATURES)
    return sentence_of(tuple(tokens), sentence.paragraph, sentence.hints)


def _is_bare_present(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    if token.upos != "VERB" or not token.has("VerbForm=Inf"):
        return False
    below = {base(sentence.tokens[child].relation): child for child in sentence.children[verb]}
    led = any(name in below for name in _NEEDED)
    subject = below.get("nsubj")
    is_root = sentence.root == verb
    return not led and (subject is not None and subject < verb if is_root else True)
