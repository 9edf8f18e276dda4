"""Nouns that stand with no preposition, and verbs that lack a subject or an object: what grammar lets the one be to the other."""

from __future__ import annotations

from functools import cache

from dragoman.model.tree import Sentence, Token, base, sentence_of
from dragoman.world.period import read_period_forms
from dragoman.world.syntax import adverbial_nouns

_NAMES = frozenset(("NOUN", "PROPN"))
_LED = frozenset(("case", "mark"))
_TIMES = frozenset(("UNIT", "PLURAL", "MONTH", "WDAY", "WDAYS", "DPART", "SEASON", "FEAST", "DEIXIS", "NOW", "DECADEW"))
_SUBJECTS = frozenset(("nsubj", "csubj"))
_WITHOUT = frozenset(("VerbForm=Inf", "VerbForm=Ger", "Mood=Imp"))


def is_bare(sentence: Sentence, noun: int, language: str) -> bool:
    """Whether a noun has no preposition and tells no time or measure: "lundi" and "cette fois" stand without one by themselves."""
    token = sentence.tokens[noun]
    if token.upos not in _NAMES or is_adverbial(token, language):
        return False
    below = [sentence.tokens[child] for child in sentence.children[noun]]
    led = any(base(child.relation) in _LED for child in below)
    dated = any(
        base(child.relation) in ("appos", "nmod", "flat", "compound") and tells_time(child, language) for child in below
    )
    return not led and not dated


def is_adverbial(token: Token, language: str) -> bool:
    """Whether a noun may say when, how long or how often with no preposition."""
    return tells_time(token, language) or token.lemma.casefold() in adverbial_nouns(language)


def tells_time(token: Token, language: str) -> bool:
    """Whether a noun names a time: "lundi", "year"."""
    forms = _time_forms(language)
    return token.form.casefold() in forms or token.lemma.casefold() in forms


@cache
def _time_forms(language: str) -> frozenset[str]:
    """Words that name a time by themselves; a word that is also a plain number or a short form is none."""
    return frozenset(
        first for first, forms in read_period_forms(language).items() for form in forms
        if len(form.lexemes) == 1 and _TIMES & form.values.keys()
    )  # fmt: skip


def children_of(sentence: Sentence, index: int, *relations: str) -> list[int]:
    """The words that hang on one by some relations, without subtypes."""
    return [child for child in sentence.children[index] if base(sentence.tokens[child].relation) in relations]


def has_subject(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a subject, be it a mere "il" or "there"; a reflexive pronoun is none."""
    below = [sentence.tokens[child] for child in sentence.children[verb]]
    return any(
        base(one.relation) in _SUBJECTS or (base(one.relation) == "expl" and one.form.casefold()[:1] != "s")
        for one in below
    )


def wants_subject(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is one that has its subject beside it: finite, or a participle with its auxiliary, and joined to no other."""
    token = sentence.tokens[verb]
    if token.upos != "VERB" or base(token.relation) == "conj" or any(token.has(one) for one in _WITHOUT):
        return False
    helpers = [sentence.tokens[one] for one in children_of(sentence, verb, "aux", "mark")]
    if any(one.has("VerbForm=Inf") or one.form.casefold() == "to" or _is_present(one) for one in helpers):
        return False  # "ayant fait", "to have done"
    return token.has("VerbForm=Fin") or any(one.upos == "AUX" for one in helpers)


def _is_present(token: Token) -> bool:
    return token.has("VerbForm=Ger") or (token.has("VerbForm=Part") and token.has("Tense=Pres"))


def opening(sentence: Sentence, verb: int) -> int:
    """The first of the words that stand with a verb: its auxiliaries, pronouns and denial."""
    first = verb
    while (
        first
        and sentence.tokens[first - 1].head == verb
        and sentence.tokens[first - 1].upos in ("AUX", "PRON", "ADV", "PART")
    ):
        first -= 1
    return first


def with_tokens(sentence: Sentence, tokens: list[Token]) -> Sentence:
    """The sentence with other tokens; itself where they are the same."""
    changed = tuple(tokens)
    return sentence if changed == sentence.tokens else sentence_of(changed, sentence.paragraph, sentence.hints)
