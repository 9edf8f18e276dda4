"""Whoever a sentence names only as its source takes no part in the deed: "selon Tel-Aviv", "by US estimates", "- Niamey"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.case import Case
from dragoman.coding.party import Parties
from dragoman.coding.self_check import sentence_at
from dragoman.model.attribution import Attribution
from dragoman.model.predication import Predication
from dragoman.model.span import Span


def without_sources(case: Case, predication: Predication) -> Predication:
    """A deed without the words that only tell who says so: "Selon Tel-Aviv, l'Iran a envoyé", "by US estimates, 60 died"."""
    sources = _mere_sources(case, predication)
    kept = tuple(one for one in predication.arguments if not any(span.covers(one.quote.span) for span in sources))
    return predication if len(kept) == len(predication.arguments) else replace(predication, arguments=kept)


def mere_sources_left_out(case: Case, predication: Predication, parties: Parties) -> Parties:
    """The parties without whoever the tree hangs on one of them and who only tells: "sends troops to the region - Niamey"."""
    sources = _mere_sources(case, predication)
    if not sources:
        return parties
    actors, recipients = (
        tuple(one for one in side if not any(span.covers(one.quote.span) for span in sources))
        for side in (parties.actors, parties.recipients)
    )
    return replace(parties, actors=actors, recipients=recipients)


def _mere_sources(case: Case, predication: Predication) -> list[Span]:
    return [
        one.source.span
        for one in case.reading.attributions
        if one.source is not None
        and one.content.span.overlaps(predication.trigger.span)
        and _is_behind_preposition(case, one)
    ]


def _is_behind_preposition(case: Case, one: Attribution) -> bool:
    """Whether a source is named by "selon", "according to", "by", or a dash alone: the subject of a verb of saying may act as well."""
    if one.cue is None or one.source is None or one.cue.span.end > one.source.span.start or one.cue.text == ":":
        return False
    number = sentence_at(case.reading, one.cue.span)
    words = case.reading.sentences[number].tokens if number is not None else ()
    return not any(one.cue.span.overlaps(token.span) and token.upos in ("VERB", "AUX") for token in words)
