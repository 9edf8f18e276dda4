"""Infinitives that say whom a deed is for: "shipped tents to aid flood-hit Chad"."""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.model.predication import Argument, Predication
from dragoman.model.tree import base
from dragoman.world.concept import concepts, is_a

_REACHING = ("give", "move")  # frames whose deed may reach whom its aim helps


def aims_of(case: Case, predication: Predication) -> tuple[Argument, ...]:
    """The infinitives of help under a verb that hands over or moves something, each as its purpose."""
    tokens = case.reading.sentences[predication.sentence].tokens
    if tokens[predication.head].upos != "VERB" or concepts()[predication.concept or ""].frame not in _REACHING:
        return ()
    return tuple(
        Argument("purpose", one.trigger, one.sentence, one.head)
        for one in case.in_sentence(predication.sentence)
        if tokens[one.head].head == predication.head
        and base(tokens[one.head].relation) in ("advcl", "xcomp")
        and tokens[one.head].has("VerbForm=Inf")
        and is_a(one.concept or "", "AID_PROVIDE")
    )
