"""Words that only name a deed: part of a preposition, the object of a purpose, what another deed conveys."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Literal

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.coding.party import Parties
from dragoman.coding.standing import is_purpose_clause
from dragoman.model.predication import Predication
from dragoman.model.tree import base
from dragoman.reading.slot import case_of
from dragoman.world.syntax import cases
from dragoman.world.table import read_table


def is_only_named(case: Case, predication: Predication) -> bool:
    """Whether an event noun tells of nothing: "in exchange for oil", "in order to prepare a second meeting"."""
    return _is_preposition(case, predication) or _is_within_purpose(case, predication)


def is_named_so(case: Case, predication: Predication) -> bool:
    """Whether an event noun is what something is called: "a qualifié ces informations de fabrications" tells of nothing made."""
    tokens = case.reading.sentences[predication.sentence].tokens
    token = tokens[predication.head]
    if token.upos != "NOUN" or token.head < 0:
        return False
    for over in (token.head, tokens[token.head].head):
        named = case.by_trigger.get((predication.sentence, over)) if over >= 0 else None
        if named is not None and named.concept == "CALL_NAME" and over < predication.head:
            # "called the talks off": what it calls by a name is its object, and the name stands behind that
            return base(token.relation) != "obj"
    return False


def _is_preposition(case: Case, predication: Predication) -> bool:
    """Whether an event noun is part of a preposition: the "exchange" of "in exchange for oil", the "support" of "in support of"."""
    sentence = case.reading.sentences[predication.sentence]
    token = sentence.tokens[predication.head]
    before = case_of(sentence, predication.head)
    if not before or token.upos != "NOUN":
        return False
    after = [case_of(sentence, child) for child in sentence.children[predication.head]]
    table = cases(case.reading.document.language)
    whole = f"{before} {token.form.casefold()}"
    return whole in table or any(f"{whole} {one}".strip() in table for one in after if one)


def _is_within_purpose(case: Case, predication: Predication) -> bool:
    """Whether an event noun is the object of a purpose: "in order to prepare a second meeting" tells of no meeting."""
    tokens = case.reading.sentences[predication.sentence].tokens
    token = tokens[predication.head]
    if token.upos in ("VERB", "AUX") or token.head < 0 or base(token.relation) not in ("obj", "obl"):
        return False
    over = case.by_trigger.get((predication.sentence, tokens[token.head].head))
    if over is not None and frame_of(over.concept or "") in ("move", "leave"):
        return False  # "left for Moscow to pay a visit": under way
    return is_purpose_clause(case, replace(predication, head=token.head))


def is_handed_on(case: Case, predication: Predication) -> bool:
    """Whether a message or a ceremony is only what another deed conveys: "voiced its solidarity", "sent his greetings"."""
    place = (predication.sentence, predication.head)
    return any(
        (argument.sentence, argument.head) == place
        for other in case.in_sentence(predication.sentence)
        if other is not predication
        and frame_of(other.concept or "") in ("say", "give")
        and other.concept != "STATEMENT"
        for argument in (*other.fillers("theme"), *other.fillers("topic"))
    )


def is_speech(case: Case, predication: Predication) -> bool:
    """Whether somebody alone talks of something to whoever listens: "talked about the harvest" is no consultation."""
    sentence = case.reading.sentences[predication.sentence]
    token = sentence.tokens[predication.head]
    language = case.reading.document.language
    if token.lemma.casefold() not in _talk(language, "verb") or token.upos != "VERB" or predication.fillers("partner"):
        return False
    words = {case_of(sentence, child) for child in sentence.children[predication.head]}
    return bool(words & _talk(language, "topic")) and not words & _talk(language, "partner")


@cache
def _talk(language: str, kind: Literal["verb", "topic", "partner"]) -> frozenset[str]:
    rows = read_table("rules/talk.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language and row["kind"] == kind)


def stays_home(case: Case, predication: Predication, parties: Parties) -> bool:
    """Whether all places of a visit lie in the visitor's own country: a president who tours a province meets no other state."""
    own = {one.actor.country for one in parties.actors}
    heads = [(a.sentence, a.head) for a in predication.arguments if a.role in ("place", "recipient")]
    countries = {place.place.country for at in heads for place in case.index.places.at(*at)}
    return bool(countries) and countries <= own
