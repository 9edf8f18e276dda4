"""Who is named at a word: by its own words, or by what is attached to them."""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.coding.no_party import is_leaning
from dragoman.model.mention import ActorMention
from dragoman.model.tree import Sentence, base
from dragoman.reading.slot import case_of
from dragoman.world.syntax import cases

_ATTACHED = frozenset(("amod", "nmod", "appos", "compound", "flat", "det"))


def unique(mentions: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Mentions in order, one for each actor."""
    seen: dict[tuple[str, str | None], ActorMention] = {}
    for mention in mentions:
        seen.setdefault((mention.actor.name, mention.actor.country), mention)
    return tuple(seen.values())


def actors_on(case: Case, number: int, token: int) -> tuple[ActorMention, ...]:
    """Actors named by a noun: by its own words, else by what is attached to it ("une unité de l'armée nord-coréenne")."""
    here = tuple(one for one in case.index.actors.at(number, token) if not is_leaning(case, one))
    sentence, language = case.reading.sentences[number], case.reading.document.language
    if here:
        longest = max(len(one.quote.text) for one in here)
        found = tuple(one for one in here if len(one.quote.text) == longest)
        return (
            unique((*found, *_named_beside(case, number, token)))
            if len({one.actor.country for one in found}) == 1
            else found
        )
    level = [child for child in sentence.children[token] if _is_attached(sentence, child, language)]
    for _ in range(3):
        found = tuple(
            one for child in level for one in case.index.actors.at(number, child) if not is_leaning(case, one)
        )
        if found:
            return unique(found)
        level = [
            grand for child in level for grand in sentence.children[child] if _is_attached(sentence, grand, language)
        ]
    return ()


def _named_beside(case: Case, number: int, token: int) -> tuple[ActorMention, ...]:
    """The other nationality of "Thai and Cambodian soldiers", which stands on its own adjective."""
    sentence = case.reading.sentences[number]
    adjectives = [child for child in sentence.children[token] if base(sentence.tokens[child].relation) == "amod"]
    joined = [
        more for one in adjectives for more in sentence.children[one] if base(sentence.tokens[more].relation) == "conj"
    ]
    if not joined:
        return ()
    return tuple(
        one
        for at in (*adjectives, *joined)
        if sentence.tokens[at].upos == "ADJ"
        for one in case.index.actors.at(number, at)
    )


def _is_attached(sentence: Sentence, child: int, language: str) -> bool:
    """Whether a dependent says whose a noun is: "les opérations russes" are Russia's, "les opérations en Ukraine" nobody's."""
    if base(sentence.tokens[child].relation) not in _ATTACHED:
        return False
    case = case_of(sentence, child)
    return not case or cases(language).get(case) == "of"


def is_definite(sentence: Sentence, token: int) -> bool:
    """Whether a noun points back: "cette mission", "the deployment", "son envoi"."""
    children = (sentence.tokens[child] for child in sentence.children[token])
    return any(child.has("PronType=Dem") or child.has("Definite=Def") for child in children)
