"""A reading: all that one document's words say, before anyone codes it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.attribution import Attribution, Quotation
from dragoman.model.document import Document
from dragoman.model.mention import ActorMention, ConceptMention, PeriodMention, PlaceMention, QuantityMention
from dragoman.model.period import Period
from dragoman.model.predication import Predication
from dragoman.model.tree import Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a document. reference: the time it speaks from (its date of publication, or inferred), None if unknown."""

    document: Document
    reference: Period | None
    sentences: tuple[Sentence, ...]
    concepts: tuple[ConceptMention, ...]
    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    periods: tuple[PeriodMention, ...]
    quantities: tuple[QuantityMention, ...]
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    predications: tuple[Predication, ...]
