"""The place of what took lives: in "nine were killed in a strike near Homs" the tree hangs Homs on the killing, and there the strike was too."""

from __future__ import annotations

from dragoman.model.tree import base
from dragoman.reading.scene import Scene
from dragoman.reading.slot import case_of
from dragoman.world.concept import is_a
from dragoman.world.syntax import cases

_LOSING = ("LOSS_GROUP", "KILL", "WOUND")
_SPOT = frozenset(("in", "near"))
_TAKING = frozenset(("in", "by"))


def is_spot_of(scene: Scene, place: int, event: int) -> bool:
    """Whether a place is that of an event beside the one that it hangs on: of a verb of losing lives and of the noun that took them.

    Behind another verb ("arrested after a bombing in Lyon") it may be the one's alone.
    """
    sentence = scene.sentence
    over = sentence.tokens[place].head
    if over < 0 or cases(scene.language).get(case_of(sentence, place)) not in _SPOT:
        return False
    if _took(scene, over, event):
        return True  # "ont été tués dans une frappe près de Homs", where it hangs on the strike
    behind = base(sentence.tokens[place].relation) == "obl" and _took(scene, event, over)
    return behind and sentence.subtree(place)[0] == sentence.subtree(event)[-1] + 1


def _took(scene: Scene, noun: int, verb: int) -> bool:
    """Whether the lives that a verb tells of were lost in or by what a noun names."""
    token, loss = scene.sentence.tokens[noun], scene.triggers.get(verb)
    if token.head != verb or base(token.relation) != "obl" or noun not in scene.triggers or loss is None:
        return False
    case = cases(scene.language).get(case_of(scene.sentence, noun))
    return case in _TAKING and any(is_a(loss.concept, one) for one in _LOSING)
