"""Bodies that only say whose members somebody is: "exports drones to NATO and European Union members" gives NATO itself nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.party import Parties
from dragoman.model.mention import ActorMention
from dragoman.world.table import read_table

_FAR = 8  # words between the first of several bodies and "members"
_WIDE = 80  # characters on each side of a name in which such words are looked for


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
    span, language = mention.quote.span, case.reading.document.language
    members, lands, ones = _kind(language, "member"), _kind(language, "land"), _kind(language, "one")
    between = _kind(language, "between")
    before = _words(case.text[max(0, span.start - _WIDE) : span.start])
    for word in case.text[span.end : span.end + _WIDE].split()[:_FAR]:
        bare = word.strip(',.;:"”»').casefold()
        if bare in members or (bare in lands and before[-1:] and before[-1] in ones):
            return True
        if bare not in between and not word[:1].isupper():
            break
    while before and before[-1] in between:
        before.pop()
    return before[-1:] != [] and (before[-1] in members or (before[-1] in lands and bool(set(before[-3:-1]) & ones)))


@cache
def _kind(language: str, kind: str) -> frozenset[str]:
    rows = read_table("rules/memberships.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language and row["kind"] == kind)


def _words(text: str) -> list[str]:
    return text.casefold().replace("’", "' ").replace("'", "' ").split()
