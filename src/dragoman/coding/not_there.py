"""Places that are named beside a deed without being where it happened: whose officer somebody is, where a source sits."""

from __future__ import annotations

from functools import cache

from dragoman.coding.case import Case
from dragoman.model.mention import PlaceMention
from dragoman.model.predication import Predication
from dragoman.model.tree import base
from dragoman.reading.index import covered
from dragoman.reading.slot import case_of
from dragoman.world.syntax import cases
from dragoman.world.table import read_table

_COUNTRY = 6  # UCDP's precision of a place that is a whole country


def is_elsewhere(case: Case, predication: Predication, place: PlaceMention) -> bool:
    """Whether a place is that of a person or a body, or of who tells of the deed, and no place of the deed."""
    # "students throughout Chad marched to demand": who speaks is who acts
    acts = any(one.quote.span.covers(place.quote.span) for one in predication.fillers("agent"))
    told_of = predication.trigger.span.start in case.sources
    if not told_of and not acts and is_of_teller(case, predication.sentence, place):
        return True
    return _is_of_officer(case, predication.sentence, place)


def is_of_teller(case: Case, number: int, place: PlaceMention) -> bool:
    """Whether a place is where those are who tell of a deed: "a truce was agreed, the ambassador in Ankara said"."""
    start = place.quote.span.start
    inside = (
        start in case.sources and start - 1 in case.sources
    )  # "Cairo said" is not said in the words of anybody there
    return inside or _is_seat(case, number, place)


def _is_of_officer(case: Case, number: int, place: PlaceMention) -> bool:
    """Whether a country only says whose officer or body is meant: "summoned Chad's ambassador" summons nobody in Chad."""
    if place.place.where_prec != _COUNTRY:
        return False
    span, sentence = place.quote.span, case.reading.sentences[number]
    tokens = tuple(covered(sentence, span.start, span.end))
    if any(cases(case.reading.document.language).get(case_of(sentence, one)) in ("in", "near", "to") for one in tokens):
        return False
    return any(
        one.quote.span.covers(span) and one.quote.span != span and one.actor.country == place.place.country
        for token in tokens
        for one in case.index.actors.at(number, token)
    )


def _is_seat(case: Case, number: int, place: PlaceMention) -> bool:
    """Whether a place stands under a word that says where somebody sits: "une ONG basée à Londres"."""
    sentence, words = case.reading.sentences[number], _words(case.reading.document.language)
    for token in covered(sentence, place.quote.span.start, place.quote.span.end):
        over = sentence.tokens[token].head
        if over < 0 or base(sentence.tokens[token].relation) not in ("obl", "nmod", "compound"):
            continue
        if sentence.tokens[over].lemma.casefold() in words and base(sentence.tokens[over].relation) in ("acl", "amod"):
            return True
    return False


@cache
def _words(language: str) -> frozenset[str]:
    rows = read_table("rules/seats.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language)
