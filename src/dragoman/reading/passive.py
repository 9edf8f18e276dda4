"""Which verb forms are passives, and which verbs share the object of the one behind: what a verb must have, it has somewhere."""

from __future__ import annotations

from dragoman.model.tree import Sentence, Token, base
from dragoman.world.syntax import aims, needs_object, never_passive

_OWN_WORDS = frozenset(("det", "nmod:poss"))
_OBJECTS = frozenset(("obj", "iobj", "ccomp", "csubj"))
_THINGS = frozenset(("NOUN", "PROPN"))
_NEVER_PASSIVE = never_passive("fr") | never_passive("en")
_HAVE = frozenset(("avoir", "have"))


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb form turns its object into its subject: by its auxiliary, its subject's label, or as a bare participle.

    The parser alone is not believed: "s'est retirée" is reflexive, "sont morts" a perfect, "ont livrés" has a subject
    that acts, whatever the labels say.
    """
    token = sentence.tokens[verb]
    children = [sentence.tokens[child] for child in sentence.children[verb]]
    if token.lemma.casefold() in _NEVER_PASSIVE or any(_is_reflexive(child) for child in children):
        return False
    helpers = [child for child in children if is_helper(child)]
    if not helpers and any(base(child.relation) == "obj" and child.upos in _THINGS for child in children):
        return False  # "Iran arrested three tourists": with an object of its own and no auxiliary it is no passive
    if not helpers and token.has("VerbForm=Fin") and token.has("Person=3") and not token.has("Voice=Pass"):
        # "Troops fired on a crowd": a finite verb needs a helper to be a passive, whatever its subject is called
        return is_headline_passive(sentence, verb)
    if any(child.relation in ("aux:pass", "nsubj:pass", "csubj:pass") for child in children):
        return not (helpers and all(child.lemma.casefold() in _HAVE for child in helpers))
    if any(base(child.relation) == "cop" for child in children) and _is_past_participle(token):
        return True  # "seraient aussi blessés": an auxiliary that the tree takes for a copula
    if is_headline_passive(sentence, verb):
        return True
    subject = any(base(child.relation) in ("nsubj", "csubj") for child in children)
    if base(token.relation) == "conj" and _is_in_perfect(sentence, token.head) and not helpers:
        return False  # "a remercié ses alliés et promis de l'aide": one auxiliary for both
    if base(token.relation) == "conj" and not helpers and _is_past_tense(sentence, token.head):
        return False  # "lodged a protest and warned of more": both are in the past tense
    if token.has("Voice=Pass"):
        return not subject and not helpers
    bare = not subject and not any(base(child.relation) in ("aux", "cop") for child in children)
    past = token.has("VerbForm=Part") and not token.has("Tense=Pres")
    return past and bare and base(token.relation) in ("acl", "amod", "advcl", "conj", "root", "xcomp", "ccomp")


def _is_past_participle(token: Token) -> bool:
    return token.upos == "VERB" and token.has("VerbForm=Part") and not token.has("Tense=Pres")


def is_helper(token: Token) -> bool:
    """Whether a word helps a verb, whatever the tree calls it: "been" is no subject of "had been killed"."""
    return base(token.relation) == "aux" or (token.upos == "AUX" and base(token.relation) in ("nsubj", "csubj"))


def _is_in_perfect(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is in an active perfect, made with "avoir" or "have"."""
    helpers = [child for one in sentence.children[verb] if base((child := sentence.tokens[one]).relation) == "aux"]
    return bool(helpers) and all(one.lemma.casefold() in _HAVE for one in helpers) and not is_passive(sentence, verb)


def _is_past_tense(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is in the English past tense, which looks like the participle of the verb joined to it."""
    token = sentence.tokens[verb]
    past = token.upos == "VERB" and token.has("VerbForm=Fin") and token.has("Tense=Past")
    return past and token.form.casefold().endswith("ed") and not is_passive(sentence, verb)


def is_perfect_infinitive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb form is an infinitive of what was done before: "avoir livré", "s'être rendu"; "être livré" is none."""
    helpers = [
        child for one in sentence.children[verb] if base((child := sentence.tokens[one]).relation) in ("aux", "cop")
    ]
    first = bool(helpers) and helpers[0].has("VerbForm=Inf") and helpers[0].relation != "aux:pass"
    return first and sentence.tokens[verb].has("VerbForm=Part")


def _is_reflexive(token: Token) -> bool:
    return token.upos == "PRON" and (token.has("Reflex=Yes") or token.form.casefold() in ("se", "s'", "s’"))


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
    if any(base(one.relation) in ("aux", "cop") or one.relation in _OBJECTS for _, one in children):
        return False
    if token.has("VerbForm=Part") and (token.has("Gender=Masc") or token.has("Gender=Fem")):
        return True  # "Journaliste condamné à un an": a French participle that acts has its auxiliary
    if token.lemma.casefold() not in needs_object("en") or any(_aims(sentence, child) for child, _ in children):
        return False
    subjects = [child for child, one in children if base(one.relation) == "nsubj" and child < verb]
    return any(_is_bare(sentence, child) for child in subjects)


def _is_bare(sentence: Sentence, noun: int) -> bool:
    token = sentence.tokens[noun]
    words = {sentence.tokens[child].relation for child in sentence.children[noun]}
    return token.upos == "NOUN" and token.has("Number=Sing") and not words & _OWN_WORDS


def _aims(sentence: Sentence, noun: int) -> bool:
    return any(sentence.tokens[child].form.casefold() in aims("en") for child in sentence.children[noun])


def objects_behind(sentence: Sentence, verb: int, language: str) -> tuple[int, ...]:
    """Objects of the verb joined right behind one that must have an object: "ont torturé puis tué un paysan" tortured him too."""
    if sentence.tokens[verb].lemma.casefold() not in needs_object(language):
        return ()
    return tuple(
        under
        for child in sentence.children[verb]
        if child > verb
        and base(sentence.tokens[child].relation) == "conj"
        and all(one.upos in ("CCONJ", "ADV", "PUNCT") for one in sentence.tokens[verb + 1 : child])
        for under in sentence.children[child]
        if under > child and base(sentence.tokens[under].relation) == "obj"
    )
