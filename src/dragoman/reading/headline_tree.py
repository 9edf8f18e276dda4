"""Headlines that tell what is to come by an infinitive: "Chad to send rice to Niger", which a tree may take for a name with a purpose."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, base, sentence_of

_UNDER = frozenset(("acl", "parataxis", "advcl", "xcomp", "ccomp", "nmod", "dep"))


def with_headlines(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with the infinitive of such a headline as its root and the name before it as its subject.

    English alone writes so; a headline has no other finite verb above the infinitive.
    """
    return tuple(_turned(one) for one in sentences) if language == "en" else sentences


def _turned(sentence: Sentence) -> Sentence:
    verb = _infinitive(sentence)
    if verb is None:
        return sentence
    tokens = list(sentence.tokens)
    name = tokens[verb].head
    tokens[name] = replace(tokens[name], head=verb, relation="nsubj")
    tokens[verb] = replace(tokens[verb], head=-1, relation="root")
    return sentence_of(tuple(tokens), sentence.paragraph, sentence.hints)


def _infinitive(sentence: Sentence) -> int | None:
    """The verb of "Chad to send rice"; None if the sentence is no such headline."""
    for verb, token in enumerate(sentence.tokens):
        if token.upos != "VERB" or verb < 2 or sentence.tokens[verb - 1].form != "to" or token.head < 0:
            continue
        name = sentence.tokens[token.head]
        named = name.head < 0 and name.upos == "PROPN" and base(token.relation) in _UNDER
        between = range(token.head + 1, verb - 1)
        if named and token.head < verb and all(one in sentence.subtree(token.head) for one in between):
            below = set(sentence.subtree(verb))
            told = any(other.has("VerbForm=Fin") for index, other in enumerate(sentence.tokens) if index not in below)
            return None if told else verb
    return None
