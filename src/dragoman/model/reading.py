"""A reading: all that one document's words say, before anyone codes it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from dragoman.model.attribution import Attribution, Quotation
from dragoman.model.document import Document
from dragoman.model.hint import Hint
from dragoman.model.mention import ActorMention, ConceptMention, PeriodMention, PlaceMention, QuantityMention
from dragoman.model.period import Period
from dragoman.model.predication import Predication
from dragoman.model.tree import Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a document. reference: the time it speaks from (its date of publication, or inferred), None if unknown.

    title: the same of its title, whose spans are of the title and not of the text; None if it has none.
    """

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
    title: Reading | None = None

    def hint_at(self, place: int) -> Hint | None:
        """What a trained model thinks of the word at a place of the text, None if no model read it or no word is there."""
        number = bisect_right(self.sentences, place, key=lambda one: one.span.start) - 1
        if number < 0 or not self.sentences[number].hints:
            return None
        tokens = self.sentences[number].tokens
        at = bisect_right(tokens, place, key=lambda one: one.span.start) - 1
        return self.sentences[number].hints[at] if place < tokens[at].span.end else None
