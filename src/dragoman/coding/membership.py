"""Bodies that only say whose members somebody is: "exports drones to NATO and European Union members" gives NATO itself nothing."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.case import Case
from dragoman.coding.party import Parties
from dragoman.model.mention import ActorMention

_MEMBERS = ("member", "members", "membre", "membres")
_LANDS = (
    "ally",
    "country",
    "nation",
    "allié",
    "pays",
    "état",
)  # of a body, where there is one of them: "un pays de l'OTAN"
_ONE = ("a", "an", "another", "un", "cet", "ce", "autre")
_BETWEEN = ("and", "or", "et", "ou", "de", "of", "des", "du", "la", "the", "l'", "d'")
_FAR = 8  # words between the first of several bodies and "members"


def without_memberships(case: Case, parties: Parties) -> Parties:
    """The sides of a transfer without bodies named for their members alone; as they were, if there is none."""
    actors = tuple(one for one in parties.actors if not _is_of_members(case, one))
    recipients = tuple(one for one in parties.recipients if not _is_of_members(case, one))
    if len(actors) == len(parties.actors) and len(recipients) == len(parties.recipients):
        return parties
    return replace(parties, actors=actors, recipients=recipients)


def _is_of_members(case: Case, mention: ActorMention) -> bool:
    """Whether "members" stands behind a body's name, past other such names, or "un pays de" before it."""
    if mention.actor.country != "IGO":
        return False
    span = mention.quote.span
    before = _words(case.text[max(0, span.start - _WIDE) : span.start])
    for word in case.text[span.end : span.end + _WIDE].split()[:_FAR]:
        bare = word.strip(',.;:"”»').casefold()
        if bare in _MEMBERS or (bare in _LANDS and before[-1:] and before[-1] in _ONE):
            return True
        if bare not in _BETWEEN and not word[:1].isupper():
            break
    while before and before[-1] in _BETWEEN:
        before.pop()
    return before[-1:] != [] and (
        before[-1] in _MEMBERS or (before[-1] in _LANDS and bool(set(before[-3:-1]) & set(_ONE)))
    )


_WIDE = 80  # characters on each side of a name in which such words are looked for


def _words(text: str) -> list[str]:
    return text.casefold().replace("’", "' ").replace("'", "' ").split()
