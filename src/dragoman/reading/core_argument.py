"""Subjects and objects that a tree calls something else: a noun beside a verb with no preposition is one of the two, where the verb lacks it.

"La France et l'Allemagne ont envoyé des médecins": a noun of place or of manner would have a preposition. What stands bare before
a verb that has no subject is its subject, and what stands bare right behind a verb that has one and no object is its object.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, base
from dragoman.reading.bare_noun import (
    children_of,
    has_subject,
    is_adverbial,
    is_bare,
    opening,
    wants_subject,
    with_tokens,
)
from dragoman.reading.passive import is_passive
from dragoman.world.syntax import linking_verbs, needs_object, no_object

_NO_SUBJECT = frozenset(("obl", "obj", "nmod", "dep", "xcomp", "compound", "vocative", "dislocated"))
_LISTED = frozenset(("appos", "conj", "dislocated", "obl", "nmod"))
_NO_OBJECT = frozenset(("obl", "xcomp", "ccomp", "iobj", "conj"))
_TAKEN = frozenset(("obj", "ccomp", "xcomp", "csubj"))
_CLAUSE = frozenset(("cop", "nsubj", "aux", "expl", "cc"))
_ARTICLES = frozenset(("des", "du", "de", "d'", "d’"))


def with_core_arguments(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with a subject for each verb that has a bare noun before it, and an object for each that has one behind it."""
    return tuple(_with_objects(_with_subjects(one, language), language) for one in sentences)


def _with_subjects(sentence: Sentence, language: str) -> Sentence:
    tokens = list(sentence.tokens)
    for verb in range(len(tokens)):
        if not wants_subject(sentence, verb) or has_subject(sentence, verb):
            continue
        noun = _before(sentence, verb, language)
        if noun is None:
            noun = _behind_place(sentence, verb, language)
        if noun is not None:
            relation = "nsubj:pass" if is_passive(sentence, verb) else "nsubj"
            tokens[noun] = replace(tokens[noun], head=verb, relation=relation)
    return with_tokens(sentence, tokens)


def _before(sentence: Sentence, verb: int, language: str) -> int | None:
    """The bare noun that ends where the words of a verb begin."""
    nouns = [
        one for one in sentence.children[verb] if one < verb and base(sentence.tokens[one].relation) in _NO_SUBJECT
    ]
    if not nouns or not is_bare(sentence, nouns[-1], language):
        return None
    if sentence.tokens[sentence.subtree(nouns[-1])[0] - 1].upos == "ADP":
        return None  # "en raison de vents": a preposition that the tree hung elsewhere
    if base(sentence.tokens[nouns[-1]].relation) == "compound" and not _is_name_beside(sentence, nouns[-1], verb):
        return None
    return nouns[-1] if _reaches(sentence, nouns[-1], verb) else None


def _reaches(sentence: Sentence, noun: int, verb: int) -> bool:
    """Whether a phrase ends where the words of a verb begin; a comma may close what is put in behind its noun."""
    last, first = sentence.subtree(noun)[-1], opening(sentence, verb)
    closed = last + 2 == first and sentence.tokens[last + 1].form == "," and bool(children_of(sentence, noun, "appos"))
    return last + 1 == first or closed


def _behind_place(sentence: Sentence, verb: int, language: str) -> int | None:
    """The noun that a tree puts in a row with the places before it: "In Kidal, Mali, the army shot two men"."""
    first = opening(sentence, verb)
    at = first - 1
    while 0 <= at < first and sentence.tokens[at].head not in (-1, verb):
        token = sentence.tokens[at]
        words = [one for one in sentence.subtree(at) if sentence.tokens[one].upos != "PUNCT"] or [0]
        parted = words[0] > 0 and sentence.tokens[words[0] - 1].form == ","
        if words[-1] + 1 == first and parted and base(token.relation) in _LISTED:
            over = sentence.tokens[token.head]
            placed = over.head == verb and base(over.relation) == "obl"
            row = placed or base(over.relation) == "appos" or token.head == sentence.tokens[verb].head
            owned = bool(children_of(sentence, at, "det", "nummod"))
            return at if owned and row and is_bare(sentence, at, language) else None
        at = token.head
    return None


def _is_name_beside(sentence: Sentence, noun: int, verb: int) -> bool:
    """Whether a name is the subject of what a tree takes for its noun: "China plans to build", but not "the cost increases"."""
    return sentence.tokens[noun].upos == "PROPN" and not children_of(sentence, verb, "det", "amod")


def _with_objects(sentence: Sentence, language: str) -> Sentence:
    tokens = list(sentence.tokens)
    for verb in range(len(tokens)):
        noun = _behind(sentence, verb, language)
        if noun is None:
            continue
        tokens[noun] = replace(tokens[noun], relation="obj")
        for child in children_of(sentence, noun, "case", "obj"):
            if child < noun and tokens[child].upos in ("ADP", "DET"):
                tokens[child] = replace(tokens[child], relation="det")
    return with_tokens(sentence, tokens)


def _behind(sentence: Sentence, verb: int, language: str) -> int | None:
    """The noun with no preposition that begins right behind an active verb which has a subject and no object."""
    token, below = sentence.tokens[verb], sentence.children[verb]
    without = linking_verbs(language) | no_object(language)
    if token.upos != "VERB" or is_passive(sentence, verb) or token.lemma.casefold() in without:
        return None
    if not has_subject(sentence, verb) or children_of(sentence, verb, "expl", "cop"):
        return None
    behind = [one for one in below if one > verb and base(sentence.tokens[one].relation) in _NO_OBJECT]
    if not behind or sentence.subtree(behind[0])[0] != verb + 1 or _is_taken(sentence, verb, behind[0]):
        return None
    noun = behind[0]
    if children_of(sentence, noun, *_CLAUSE) or any(
        one.upos in ("VERB", "AUX") for one in sentence.tokens[verb + 1 : noun]
    ):
        return None  # "think this is a trap"
    if sentence.tokens[noun].relation == "iobj" and token.lemma.casefold() not in needs_object(language):
        return None  # "told the committee"
    if is_bare(sentence, noun, language):
        named = sentence.tokens[noun].upos == "PROPN" or bool(children_of(sentence, noun, "det", "nummod", "obj"))
        opened = sentence.tokens[verb + 1].upos == "ADP"
        return noun if not opened and (named or _is_owned(sentence, noun)) else None
    return noun if language == "fr" and _is_partitive(sentence, noun, language) else None


def _is_taken(sentence: Sentence, verb: int, noun: int) -> bool:
    """Whether a verb has an object besides the noun: an infinitive is none beside one who is to do it ("accuse Bamako d'avoir")."""
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        infinitive = base(token.relation) == "xcomp" and token.upos == "VERB" and child > noun
        if child != noun and base(token.relation) in _TAKEN and not infinitive:
            return True
    return False


def _is_owned(sentence: Sentence, noun: int) -> bool:
    return any(sentence.tokens[child].relation == "nmod:poss" for child in sentence.children[noun])


def _is_partitive(sentence: Sentence, noun: int, language: str) -> bool:
    """Whether the "des" or "de" of a noun is an article: before what a verb that needs an object has alone, or what cannot be a clause."""
    token, verb = sentence.tokens[noun], sentence.tokens[sentence.tokens[noun].head]
    led = [sentence.tokens[child].form.casefold() for child in children_of(sentence, noun, "case", "mark")]
    if token.upos != "NOUN" or is_adverbial(token, language) or len(led) != 1 or led[0] not in _ARTICLES:
        return False
    if led[0] not in ("des", "du") and not children_of(sentence, noun, "det"):
        return False  # "a promis de leur commander": an infinitive, whatever its tag
    return base(token.relation) == "ccomp" or verb.lemma.casefold() in needs_object(language)
