"""States that a list names out of more: "several countries, including Chile and Peru, have sent", "à trois pays, dont le Chili"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dragoman.coding.case import Case, is_state
from dragoman.coding.context import frame_of
from dragoman.coding.party import parties_of_argument
from dragoman.model.predication import Argument, Predication
from dragoman.model.span import quote
from dragoman.model.tree import Sentence, base
from dragoman.world.syntax import cases
from dragoman.world.table import read_table

_FAR = 12  # words between "countries" and "including": "countries with the most difficult food situation, including"


def with_named(case: Case, predication: Predication) -> Predication:
    """The predication with each state listed out of many that give or are given; as it was, if none is listed."""
    if frame_of(predication.concept or "") not in ("give", "get"):
        return predication
    added: list[Argument] = []
    for many in predication.arguments:
        if many.role in ("agent", "recipient") and _is_many(case, many):
            added += [one for one in _listed(case, many) if not _is_filled(predication, one)]
    heads = {one.head for one in added}
    kept = tuple(one for one in predication.arguments if one.role != "place" or one.head not in heads)
    return replace(predication, arguments=(*kept, *added)) if added else predication


def _is_many(case: Case, argument: Argument) -> bool:
    token = case.reading.sentences[argument.sentence].tokens[argument.head]
    lands = _lands(case.reading.document.language)
    plural = token.has("Number=Plur") or lands.get(token.form.casefold()) == "same"
    return plural and token.lemma.casefold() in lands and not parties_of_argument(case, replace(argument, concept=None))


@cache
def _lands(language: str) -> dict[str, str]:
    rows = read_table("rules/many_lands.tsv", "dragoman.coding")
    return {row["noun"]: row["plural"] for row in rows if row["language"] == language}


def _is_filled(predication: Predication, argument: Argument) -> bool:
    return any(one.role == argument.role and one.head == argument.head for one in predication.arguments)


def _listed(case: Case, many: Argument) -> list[Argument]:
    sentence = case.reading.sentences[many.sentence]
    first = _first_name(case, sentence, many.head)
    if first is None:
        return []
    names = [first, *(one for one in sentence.children[first] if base(sentence.tokens[one].relation) == "conj")]
    states = [one for one in names if any(is_state(who) for who in case.index.actors.at(many.sentence, one))]
    behind = sentence.tokens[max(names) + 1] if max(names) + 1 < len(sentence.tokens) else None
    if states != names or (behind is not None and behind.upos != "PUNCT"):  # "a land, of which Oman buys the gas"
        return []
    why = f"one of {sentence.tokens[many.head].form!r}"
    return [
        replace(many, head=one, quote=quote(sentence.tokens[one].span, case.text), concept=None, repaired=why)
        for one in names
    ]


def _first_name(case: Case, sentence: Sentence, many: int) -> int | None:
    """The first name behind a word of listing: "including", "such as", "dont", "notamment"."""
    table = cases(case.reading.document.language)
    for index in range(many + 1, min(many + _FAR, len(sentence.tokens) - 1)):
        token = sentence.tokens[index]
        form = token.form.casefold()
        two = f"{form} {sentence.tokens[index + 1].form.casefold()}"
        if form == "dont" or "inclusive" in (table.get(form), table.get(two)):
            behind = range(index + 1, min(index + 4, len(sentence.tokens)))
            return next((one for one in behind if sentence.tokens[one].upos == "PROPN"), None)
        if token.upos == "VERB":
            return None
    return None
