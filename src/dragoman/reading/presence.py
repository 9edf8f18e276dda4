"""Troops that are somewhere, which no event word says: "300 Chadian soldiers are in Mali", "Chad has 300 soldiers in Mali".

The deed is the lexicon's STATIONED, told by the verb of being or having; the lexicon cannot list those verbs, for most of what
is or has something is stationed nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.tree import base
from dragoman.reading.scene import Scene
from dragoman.reading.slot import case_of, conjuncts
from dragoman.world.concept import is_a
from dragoman.world.syntax import cases, presence_words


@dataclass(frozen=True, slots=True)
class Presence:
    """Tokens: the verb that tells it, the troops, the place, and whose they are (None where the troops' own words say it)."""

    verb: int
    troops: int
    place: int
    owner: int | None


def presences(scene: Scene) -> Iterator[Presence]:
    """Presences of counted troops of one land in another, in the order of the places or verbs that head them."""
    return (one for one in _told(scene) if _is_abroad(scene, one))


def _told(scene: Scene) -> Iterator[Presence]:
    tokens = scene.sentence.tokens
    for index, token in enumerate(tokens):
        children = scene.sentence.children[index]
        subjects = [one for one in children if base(tokens[one].relation) == "nsubj"]
        copula = next((one for one in children if tokens[one].relation == "cop"), None)
        if copula is not None and subjects:
            troops = [one for one in subjects if _are_troops(scene, one)]
            there = token.lemma.casefold() in presence_words(scene.language, "there")
            places = [one for one in children if _is_where(scene, one)] if there else [index]
            yield from (Presence(copula, one, at, None) for one in troops for at in places if _is_where(scene, at))
        elif (
            token.upos in ("VERB", "AUX")
            and token.lemma.casefold() in presence_words(scene.language, "have")
            and subjects
        ):
            objects = [one for one in children if base(tokens[one].relation) == "obj" and _are_troops(scene, one)]
            yield from (
                Presence(index, thing, where, subjects[0])
                for thing in objects
                for where in (*children, *scene.sentence.children[thing])
                if where > thing and _is_where(scene, where)
            )


def _is_abroad(scene: Scene, found: Presence) -> bool:
    """Whether it is said whose troops they are, and the place lies elsewhere: "has 300 soldiers in its capital" sends none."""
    beside = scene.sentence.subtree(found.troops if found.owner is None else found.owner)
    own = {one.actor.country for token in beside for one in scene.index.actors.at(scene.number, token)}
    lands = {one.place.country for one in scene.index.places.at(scene.number, found.place)}
    return bool(own - {None}) and bool(lands - {None}) and not own & lands


def _are_troops(scene: Scene, token: int) -> bool:
    """Whether a noun names soldiers and how many: "the army is in the capital" sends nobody."""
    counted = scene.index.quantities.at(scene.number, token)
    concepts = (scene.concept(one) for one in conjuncts(scene.sentence, token))
    return bool(counted) and any(is_a(one or "PERSON", "TROOPS") for one in concepts)


def _is_where(scene: Scene, token: int) -> bool:
    slot = cases(scene.language).get(case_of(scene.sentence, token))
    return slot in ("in", "to") and scene.is_place(token)  # "au Mali"
