"""What is said, tried or failed: the clause under a verb, which decides what kind of event the verb is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.coding.body import body_of, is_political
from dragoman.coding.case import Case
from dragoman.model.predication import Predication
from dragoman.model.tree import base
from dragoman.world.concept import concepts, is_a
from dragoman.world.table import read_table


@dataclass(frozen=True, slots=True)
class Content:
    """Concepts of the clauses under a verb, whether there is any, and whether one says what another party has to do.

    is_errand: one is an infinitive, which after a verb of telling is what the one told is to do. things: what the clauses
    are about: "admitted that its officers made mistakes" is about mistakes.
    """

    concepts: tuple[str, ...] = ()
    is_clause: bool = False
    is_duty: bool = False
    is_errand: bool = False
    things: tuple[str, ...] = ()


NO_CONTENT = Content()
_CLAUSES = ("ccomp", "xcomp")


@cache
def _duties(language: str) -> frozenset[str]:
    rows = read_table("rules/duty.tsv", "dragoman.coding")
    return frozenset(row["lemma"] for row in rows if row["language"] == language)


def content_of(case: Case, predication: Predication) -> Content:
    """The clauses that hang on a predication's word."""
    sentence = case.reading.sentences[predication.sentence]
    clauses = [one for one in sentence.children[predication.head] if base(sentence.tokens[one].relation) in _CLAUSES]
    inner = [case.by_trigger.get((predication.sentence, one)) for one in clauses]
    found = tuple(one.concept for one in inner if one is not None and one.concept)
    things = tuple(
        one.concept for clause in inner if clause is not None for one in clause.fillers("theme") if one.concept
    )
    duty = any(_is_duty(case, predication.sentence, one) for one in clauses)
    errand = any(sentence.tokens[one].has("VerbForm=Inf") for one in clauses)
    return Content(found, bool(clauses), duty, errand, things)


def _is_duty(case: Case, number: int, clause: int) -> bool:
    """Whether a clause says that a state or a body must do something: "that Rome must open its ports"."""
    sentence = case.reading.sentences[number]
    duties = _duties(case.reading.document.language)
    children = sentence.children[clause]
    verbs = [clause, *(one for one in children if base(sentence.tokens[one].relation) == "aux")]
    owing = [sentence.tokens[one] for one in verbs if sentence.tokens[one].lemma.casefold() in duties]
    if not owing or all(one.has("Mood=Cnd") for one in owing):
        return False  # "devrait" only wishes
    subjects = [one for one in children if base(sentence.tokens[one].relation) == "nsubj"]
    if any(sentence.tokens[one].relation == "aux:pass" for one in children):
        return any(_is_deed_or_people(case, number, one) for one in subjects)  # "says that the hostages must be freed"
    return any(_is_party(case, number, one) for one in subjects if sentence.tokens[one].upos != "PRON")


def _is_deed_or_people(case: Case, number: int, token: int) -> bool:
    named = (one.concept for one in case.index.concepts.at(number, token) if one.head == token)
    return any(concepts()[one].kind in ("event", "people") or is_a(one, "RESTRICTION") for one in named)


def _is_party(case: Case, number: int, token: int) -> bool:
    if any(is_political(one) for one in case.index.actors.at(number, token)):
        return True
    bodies = (body_of(one.concept) for one in case.index.concepts.at(number, token) if one.head == token)
    return any(one is not None and one.political for one in bodies)
