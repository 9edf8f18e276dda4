"""What kind of party a name in no table is, by a word in it: "the Regional Court of Arusha", "Judge Amina Farah"."""

from __future__ import annotations

from functools import cache

from dragoman.coding.case import Case
from dragoman.model.predication import Argument
from dragoman.model.tree import base
from dragoman.world.concept import concepts, is_a, words

# What a whole body is called by; a title before a name says who somebody is only where it stands first.
_BODIES = (
    "COURT", "PARLIAMENT", "GOVERNMENT", "POLICE_FORCE", "TROOPS", "ARMED_GROUP", "POLITICAL_PARTY", "TRADE_UNION",
    "INTERNATIONAL_BODY", "INTELLIGENCE_SERVICE",
)  # fmt: skip
_TITLES = ("JUDGE", "OFFICIAL", "MINISTER", "LEADER", "LAWMAKER", "ENVOY", "DIPLOMAT_PERSON")


@cache
def _kinds(language: str) -> dict[str, str]:
    """Single nouns of the lexicon that name a body or an office, to their concept."""
    wanted = _BODIES + _TITLES
    return {
        entry[0]: concept
        for pos, entry, concept in words(language)
        if pos == "n" and len(entry) == 1 and any(is_a(concept, name) for name in wanted if name in concepts())
    }


def kind_of_name(case: Case, argument: Argument) -> str | None:
    """The concept of a body or an office that a name carries in itself, None if it carries none.

    The last word of a body's name, and before "of", tells what it is; an office counts before a person's name alone.
    """
    sentence = case.reading.sentences[argument.sentence]
    head = sentence.tokens[argument.head]
    kinds = _kinds(case.reading.document.language)
    beside = [one for one in sentence.children[argument.head] if base(sentence.tokens[one].relation) in _WITHIN]
    name = [one for one in (argument.head, *beside) if sentence.tokens[one].upos == "PROPN"]
    if len(name) < 2:
        return None
    found = kinds.get(head.lemma.casefold()) or kinds.get(head.form.casefold())
    if found and any(is_a(found, one) for one in _BODIES):
        return found
    titles = [min(name), *(one for one in beside if one < argument.head and sentence.tokens[one].upos == "NOUN")]
    for one in titles:  # "Judge Amina Farah", "spokesman Amina Farah"
        title = kinds.get(sentence.tokens[one].lemma.casefold()) or kinds.get(sentence.tokens[one].form.casefold())
        if title and any(is_a(title, kind) for kind in _TITLES):
            return title
    return None


_WITHIN = frozenset(("compound", "flat", "nmod", "appos", "amod"))
