"""What is given "in return": its receiver is whoever gave before, and its giver whoever received.

"Moscow will supply fuel to Pyongyang. In return, North Korea may send workers" sends them to Russia.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.coding.party import Parties, because, parties_of
from dragoman.model.predication import Predication
from dragoman.world.speech import fold

_BACK = 2  # sentences back that what it is given for may stand
_GIVING = ("give", "move")
# Adverbs that answer one giving with another (Grevisse & Goosse on "en échange"; Quirk et al. on "in return"); before "de" or "for" they
# lead to what is given and are a preposition.
_IN_RETURN = (("en", "échange"), ("en", "retour"), ("en", "contrepartie"), ("in", "exchange"), ("in", "return"))
_LEADING = ("de", "d’", "du", "des", "for")


def reciprocal_sides(case: Case, predication: Predication, parties: Parties) -> Parties:
    """Both sides of what is given in return, where its own sentence names one of them."""
    if bool(parties.actors) == bool(parties.recipients) or not _is_in_return(case, predication):
        return parties
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
    return parties


def _gives(predication: Predication) -> bool:
    return frame_of(predication.concept or "") in _GIVING and predication.factuality.polarity == "positive"


def _is_in_return(case: Case, predication: Predication) -> bool:
    """Whether the clause of a deed says, before its verb, that it answers another."""
    tokens = case.reading.sentences[predication.sentence].tokens
    forms = [fold(token.form) for token in tokens]
    openings = (at for at in range(predication.head) if tuple(forms[at : at + 2]) in _IN_RETURN)
    return any(forms[at + 2] not in _LEADING and ";" not in forms[at : predication.head] for at in openings)
