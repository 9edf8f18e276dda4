"""French subjects behind their verb: "Au marché ont péri neuf civils", whom a tree may take for its object, or for that of a verb above.

A finite French verb has a subject. Where nothing before it can be one, what stands behind it is.
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
from dragoman.world.syntax import no_object

_BEHIND = frozenset(("obj", "obl", "xcomp"))
_OPENERS = frozenset(("PUNCT", "CCONJ", "ADV"))
_INSERTED = frozenset(("parataxis", "ccomp"))


def with_inverted_subjects(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with each such noun as the subject of the verb that it follows; French alone."""
    if language != "fr":
        return sentences
    return tuple(_inserted(_inverted(one, language)) for one in sentences)


def _inverted(sentence: Sentence, language: str) -> Sentence:
    tokens = list(sentence.tokens)
    for verb in range(1, len(tokens)):
        if not wants_subject(sentence, verb) or has_subject(sentence, verb) or not _is_led(sentence, verb):
            continue
        passive = is_passive(sentence, verb)
        reflexive = bool(children_of(sentence, verb, "expl"))
        if not passive and not reflexive and tokens[verb].lemma.casefold() not in no_object(language):
            continue
        noun = next((one for one in sentence.children[verb] if one > verb), None)
        if noun is not None and base(tokens[noun].relation) in _BEHIND and _may_follow(sentence, noun, language):
            tokens[noun] = replace(tokens[noun], relation="nsubj:pass" if passive else "nsubj")
            for child in sentence.children[noun]:
                if base(tokens[child].relation) == "case":
                    tokens[child] = replace(tokens[child], relation="det")
    return with_tokens(sentence, tokens)


def _is_led(sentence: Sentence, verb: int) -> bool:
    """Whether a verb follows at once what opens its clause, a phrase of place or time: "Au marché ont péri", "où se trouvait"."""
    first = opening(sentence, verb)
    led = [one for one in children_of(sentence, verb, "obl", "advmod") if one < verb]
    for one in led:
        words = sentence.subtree(one)
        opens = all(before.upos in _OPENERS for before in sentence.tokens[: words[0]])
        placed = opens and bool(children_of(sentence, one, "case"))
        if words[-1] + 1 == first and (placed or sentence.tokens[one].has("PronType=Rel")):
            return True
    return False


def _may_follow(sentence: Sentence, noun: int, language: str) -> bool:
    """Whether a noun has no preposition, or a "des" that may be an article: "se sont rassemblés des centaines de manifestants"."""
    if is_bare(sentence, noun, language):
        return True
    led = [sentence.tokens[one] for one in children_of(sentence, noun, "case", "mark")]
    articles = bool(led) and all(one.form.casefold() == "des" for one in led)
    return articles and sentence.tokens[noun].upos == "NOUN" and not is_adverbial(sentence.tokens[noun], language)


def _inserted(sentence: Sentence) -> Sentence:
    """The sentence with a noun right behind an inserted verb on it: "La frappe, a affirmé la milice, a tué un officier"."""
    tokens = list(sentence.tokens)
    for verb, token in enumerate(sentence.tokens):
        above = token.head
        if token.upos != "VERB" or base(token.relation) not in _INSERTED or has_subject(sentence, verb) or above < 0:
            continue
        subjects = children_of(sentence, above, "nsubj")
        strays = [one for one in subjects if sentence.subtree(one)[0] == verb + 1]
        if len(subjects) > 1 and strays:
            tokens[strays[0]] = replace(tokens[strays[0]], head=verb, relation="nsubj")
    return with_tokens(sentence, tokens)
