"""A transfer that somebody is thanked for: "remercié Pyongyang pour l'envoi de troupes" tells that Pyongyang has sent them.

Thanks take the deed for granted (a factive, Kiparsky & Kiparsky 1970): the one thanked did it, and for the one who thanks, where the
deed's own words name nobody else.
"""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.coding.party import Parties, because, parties_of_argument
from dragoman.model.predication import Predication
from dragoman.reading.slot import case_of
from dragoman.world.concept import is_a
from dragoman.world.syntax import cases

_MAX_CLIMB = (
    3  # nouns between the deed and the thanks: the tree hangs "pour l'envoi" on the one thanked as often as on the verb
)
_GRATEFUL = ("THANK", "PRAISE")


def thanks_for(case: Case, predication: Predication) -> Predication | None:
    """The thanks or praise whose reason a noun of a deed is; None for any other word."""
    sentence, language = case.reading.sentences[predication.sentence], case.reading.document.language
    if sentence.tokens[predication.head].upos != "NOUN":
        return None
    if cases(language).get(case_of(sentence, predication.head)) != "for":
        return None
    node = predication.head
    for _ in range(_MAX_CLIMB):
        node = sentence.tokens[node].head
        if node < 0:
            return None
        over = case.by_trigger.get((predication.sentence, node))
        if over is not None and any(is_a(over.concept or "", name) for name in _GRATEFUL):
            return over if over.factuality.polarity == "positive" and over.head < predication.head else None
        if sentence.tokens[node].upos not in ("NOUN", "PROPN"):
            return None
    return None


def thanked_sides(case: Case, predication: Predication, parties: Parties) -> Parties:
    """Both sides of a deed that somebody is thanked for; a side that the deed itself names stays."""
    over = thanks_for(case, predication)
    if over is None:
        return parties
    thanked, grateful = (
        tuple(one for argument in over.fillers(role) for one in parties_of_argument(case, argument))
        for role in ("recipient", "agent")
    )
    said = f"thanked with {over.trigger.text!r}"
    behind = _behind(case, predication)
    own = tuple(one for one in parties.recipients if one.quote.span.start in behind)
    if not thanked or not (grateful or own) or (behind and not own):
        return parties
    actors = parties.actors if own and not parties.inferred and parties.actors else because(thanked, said)
    return Parties(actors, own or because(grateful, said), (said,))


def _behind(case: Case, predication: Predication) -> set[int]:
    """Where states are named behind the deed in its clause: "pour l'envoi de batteries à la Moldavie" is for Moldova."""
    tokens = case.reading.sentences[predication.sentence].tokens
    end = next((i for i in range(predication.head + 1, len(tokens)) if tokens[i].upos == "VERB"), len(tokens))
    return {
        one.quote.span.start
        for i in range(predication.head + 1, end)
        for one in case.index.actors.at(predication.sentence, i)
        if one.actor.country and tokens[i].upos == "PROPN"
    }
