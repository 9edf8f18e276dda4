"""Coding: a reading becomes claims."""

from __future__ import annotations

from dragoman.coding.build import claims_of
from dragoman.coding.case import open_case
from dragoman.coding.itself import find_asides
from dragoman.coding.statement import find_statements
from dragoman.model.claim import Claim
from dragoman.model.reading import Reading


def code(reading: Reading) -> tuple[Claim, ...]:
    """All claims of a reading, in the order of their triggers; each once."""
    case = open_case(reading)
    about_itself = {aside.sentence for aside in find_asides(reading.sentences, case.text, reading.document.language)}
    found = [
        claim
        for predication in reading.predications
        if predication.concept and predication.sentence not in about_itself
        for claim in claims_of(case, predication)
    ]
    found.extend(find_statements(case, tuple(found)))
    unique = {claim.id: claim for claim in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda one: (one.trigger.span.start, one.matter, one.id)))
