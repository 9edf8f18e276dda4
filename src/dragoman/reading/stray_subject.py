"""Subjects that a tree hangs on what can have none: a noun behind a preposition, or the participle that only says which one is meant."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, Token, base
from dragoman.reading.bare_noun import children_of, has_subject, with_tokens
from dragoman.reading.passive import is_passive

_OPENED = frozenset(("obl", "nmod"))
_BELOW = frozenset(("ccomp", "parataxis", "xcomp"))


def with_placed_subjects(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with each such noun where it can stand."""
    return tuple(_released(_as_objects(one), language) for one in sentences)


def _as_objects(sentence: Sentence) -> Sentence:
    """The sentence with the object of "jails former president for corruption" on its verb: corruption has no subject."""
    tokens = list(sentence.tokens)
    for noun, token in enumerate(sentence.tokens):
        over = token.head
        if base(token.relation) != "nsubj" or over <= noun or base(tokens[over].relation) not in _OPENED:
            continue
        verb = tokens[over].head
        led = [one for one in children_of(sentence, over, "case") if one > noun]
        begins = sentence.subtree(noun)[0] == verb + 1
        if not led or not begins or children_of(sentence, over, "cop", "aux") or tokens[over].upos == "VERB":
            continue
        taken = children_of(sentence, verb, "obj", "ccomp", "xcomp", "cop")
        if tokens[verb].upos == "VERB" and has_subject(sentence, verb) and not taken and not is_passive(sentence, verb):
            tokens[noun] = replace(token, head=verb, relation="obj")
    return with_tokens(sentence, tokens)


def _released(sentence: Sentence, language: str) -> Sentence:
    """The sentence with the finite verb of "Les chars promis par Berlin sont arrivés" over it all: a participle alone tells nothing."""
    root = sentence.root
    token = sentence.tokens[root]
    if language != "fr" or token.upos != "VERB" or not _is_past(token) or children_of(sentence, root, "aux", "cop"):
        return sentence
    subjects = [one for one in children_of(sentence, root, "nsubj") if one < root]
    verbs = [one for one in sentence.children[root] if one > root and _lacks_subject(sentence, one)]
    if len(subjects) != 1 or len(verbs) != 1:
        return sentence
    subject, verb = subjects[0], verbs[0]
    tokens = list(sentence.tokens)
    passive = any(tokens[one].relation == "aux:pass" for one in sentence.children[verb])
    for child in sentence.children[root]:
        if child > verb or base(tokens[child].relation) == "punct":
            tokens[child] = replace(tokens[child], head=verb)
    helper = min(children_of(sentence, verb, "aux"))
    for child in sentence.children[verb]:
        if child < helper and base(tokens[child].relation) in ("obl", "advmod"):
            tokens[child] = replace(tokens[child], head=root)  # "par Berlin"
    tokens[subject] = replace(tokens[subject], head=verb, relation="nsubj:pass" if passive else "nsubj")
    tokens[root] = replace(token, head=subject, relation="acl")
    tokens[verb] = replace(tokens[verb], head=-1, relation="root")
    return with_tokens(sentence, tokens)


def _is_past(token: Token) -> bool:
    return token.has("VerbForm=Part") and not token.has("Tense=Pres")


def _lacks_subject(sentence: Sentence, verb: int) -> bool:
    """Whether a word is a verb with an auxiliary, hung as a clause that has neither a subject nor a word that opens it."""
    token = sentence.tokens[verb]
    opened = children_of(sentence, verb, "mark", "cc") or has_subject(sentence, verb)
    return (
        token.upos == "VERB"
        and base(token.relation) in _BELOW
        and not opened
        and bool(children_of(sentence, verb, "aux"))
    )
