"""French participles that a tree takes for nouns behind the noun that they tell of: "200 rebelles tués et blessés", with no verb beside them."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, Token, base
from dragoman.reading.bare_noun import children_of, with_tokens
from dragoman.world.syntax import needs_object

_BARE = frozenset(("obl", "nmod", "appos", "obj", "xcomp"))
_WORDS = ("det", "case", "nummod", "nmod", "amod")
_PARTICIPLE = "Tense=Past|VerbForm=Part|Voice=Pass"


def with_participles(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with each such word as a participle, and one that is joined to it too.

    A noun hangs on a noun by a preposition; what stands right behind one with neither that nor an article, and is the participle of a
    verb that needs an object, says what was done to it.
    """
    return tuple(_with_participles(one, language) for one in sentences) if language == "fr" else sentences


def _with_participles(sentence: Sentence, language: str) -> Sentence:
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens[1:], 1):
        over = token.head
        if over != index - 1 or sentence.tokens[over].upos != "NOUN" or base(token.relation) not in _BARE:
            continue
        if (verb := _verb(sentence, index, language)) is None:
            continue
        tokens[index] = replace(_participle(token, verb), relation="acl")
        for child in children_of(sentence, index, "conj"):
            if (joined := _verb(sentence, child, language)) is not None:
                tokens[child] = _participle(tokens[child], joined)
    return with_tokens(sentence, tokens)


def _verb(sentence: Sentence, index: int, language: str) -> str | None:
    """The verb whose plain participle a noun is; None for one that has words of its own ("les blessés", "blessés graves")."""
    token = sentence.tokens[index]
    verb = token.lemma.casefold().removesuffix("é") + "er"
    meant = token.upos == "NOUN" and token.lemma.endswith("é") and verb in needs_object(language)
    return verb if meant and not children_of(sentence, index, *_WORDS) else None


def _participle(token: Token, verb: str) -> Token:
    return replace(
        token, upos="VERB", lemma=verb, features="|".join(sorted((*_agreement(token), *_PARTICIPLE.split("|"))))
    )


def _agreement(token: Token) -> tuple[str, ...]:
    return tuple(one for one in token.features.split("|") if one.startswith(("Gender=", "Number=")))
