"""What is given "in return": its receiver is whoever gave before, and its giver whoever received.

"Moscow will supply fuel to Pyongyang. In return, North Korea may send workers" sends them to Russia.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.coding.party import Parties, because, parties_of
from dragoman.model.predication import Predication
from dragoman.world.speech import fold
from dragoman.world.table import read_table

_BACK = 2  # sentences back that what it is given for may stand
_GIVING = ("give", "move")
_NEAR = 4  # words behind the verb within which it may stand: "has received technical advice in return" stands farther and is left


def reciprocal_sides(case: Case, predication: Predication, parties: Parties) -> Parties:
    """Both sides of what is given in return, where its own sentence names one of them."""
    if not _is_in_return(case, predication):
        return parties
    found = _answered(case, predication, parties_of(case, predication, frame_of(predication.concept or "")))
    return found or parties


def _answered(case: Case, predication: Predication, parties: Parties) -> Parties | None:
    """The one side that its own words name, with the other from the last giving before it; None if nothing was given between them."""
    if bool(parties.actors) == bool(parties.recipients):
        return None
    known = {one.actor.country for one in (*parties.actors, *parties.recipients)}
    for number in range(predication.sentence, max(-1, predication.sentence - _BACK - 1), -1):
        for earlier in reversed(case.in_sentence(number)):
            if earlier.trigger.span.start >= predication.trigger.span.start or not _gives(earlier):
                continue
            before = parties_of(case, earlier, frame_of(earlier.concept or ""))
            gave, got = ({one.actor.country for one in side} for side in (before.actors, before.recipients))
            said = f"in return for what {earlier.trigger.text!r} tells of"
            if parties.actors and known & got and not known & gave:
                return replace(parties, recipients=because(before.actors, said), inferred=(*parties.inferred, said))
            if parties.recipients and known & gave and not known & got and before.recipients:
                return replace(parties, actors=because(before.recipients, said), inferred=(*parties.inferred, said))
    return None


def _gives(predication: Predication) -> bool:
    return frame_of(predication.concept or "") in _GIVING and predication.factuality.polarity == "positive"


def _is_in_return(case: Case, predication: Predication) -> bool:
    """Whether the clause of a deed says that it answers another: before its verb, or right behind it."""
    tokens = case.reading.sentences[predication.sentence].tokens
    forms = [fold(token.form) for token in tokens]
    adverbs = _adverbs(case.reading.document.language)
    for at in range(min(predication.head + _NEAR, len(forms) - 2)):
        leading = adverbs.get(f"{forms[at]} {forms[at + 1]}")
        if leading is not None and forms[at + 2] not in leading and ";" not in forms[at : predication.head]:
            return True
    return False


@cache
def _adverbs(language: str) -> dict[str, tuple[str, ...]]:
    """Adverbs of two words that answer a giving, each with the words before which it is a preposition and answers none."""
    rows = read_table("rules/in_return.tsv", "dragoman.coding")
    return {row["adverb"]: tuple(row["leading"].split()) for row in rows if row["language"] == language}
