"""What goes the other way: "Iran sent arms to Sudan. In the opposite direction, 12 planes of gold left Khartoum" sends Iran gold."""

from __future__ import annotations

from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.party import Parties
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication
from dragoman.world.speech import fold
from dragoman.world.table import read_table


def opposite_sides(case: Case, predication: Predication, parties: Parties) -> Parties:
    """The parties of a transfer whose sentence opens with "in the opposite direction": those of the others, changed over.

    Only where all that the text tells goes from one state to one other, and nothing here names somebody else on either side.
    """
    if not _opens(case, predication):
        return parties
    sides = {_countries(one): one for one in case.customs.values()}
    if len(sides) != 1:
        return parties
    (pair, (givers, takers)) = next(iter(sides.items()))
    actors = {one.actor.country for one in parties.actors}
    named = {one.actor.country for one in case.index.actors.inside(predication.sentence)}
    left = {
        place.place.country
        for one in predication.fillers("origin")
        for place in case.index.places.at(one.sentence, one.head)
    }
    if not (actors | left) <= pair[1] or not named <= pair[0] | pair[1]:
        return parties
    why = "the other way than what was told before"
    return Parties(takers, givers, (*parties.inferred, why))


def _countries(
    sides: tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]],
) -> tuple[frozenset[str | None], frozenset[str | None]]:
    return (frozenset(one.actor.country for one in sides[0]), frozenset(one.actor.country for one in sides[1]))


def _opens(case: Case, predication: Predication) -> bool:
    start = case.reading.sentences[predication.sentence].span.start
    return fold(case.text[start : start + 40]).startswith(_phrases(case.reading.document.language))


@cache
def _phrases(language: str) -> tuple[str, ...]:
    rows = read_table("rules/opposite_ways.tsv", "dragoman.coding")
    return tuple(fold(row["phrase"]) for row in rows if row["language"] == language)
