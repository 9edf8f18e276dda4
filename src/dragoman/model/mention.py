"""Mentions: words of a document that name an actor, a place, a period, a quantity or a concept."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.actor import Actor
from dragoman.model.period import Period
from dragoman.model.place import Place
from dragoman.model.quantity import Quantity
from dragoman.model.span import Quote


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that stand for an actor. "The two countries" gives one mention for each, on the same words.

    reason: how the words were resolved, in words for the user ("named"; "office of head of state of PRK on 2025-12-26").
    """

    quote: Quote
    actor: Actor
    reason: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place."""

    quote: Quote
    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """Words that name a time. anchor: what resolved them ("printed", "published 2025-12-26", "text: 2025")."""

    quote: Quote
    period: Period
    anchor: str


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """Words that give an amount, with its hedges and its unit: "au moins neuf soldats"."""

    quote: Quote
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class ConceptMention:
    """Words that name a concept of the lexicon. sentence, first, last, head: indices of its sentence and tokens in it."""

    quote: Quote
    concept: str
    sentence: int
    first: int
    last: int
    head: int
