"""Whether a text tells of dealings between the two states that it is about, so that a transfer may be read as one of these.

"Pyongyang livre des obus" in a text that says elsewhere that it writes to Moscow, helps or meets it: Moscow is meant. A text
that names two states and tells of nothing between them ("the Thai air force buys jets", of an air show in Sweden) lends none.
"""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.coding.match import find_rule
from dragoman.coding.party import Parties, parties_of
from dragoman.model.predication import Predication

_FRIENDLY = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"))


def deal_together(case: Case) -> bool:
    """Whether the words of the text or of its title put the two states on the two sides of a friendly deed."""
    pair = {one.actor.country for one in case.pair}
    return len(pair) == 2 and deal(case, pair)


def deal(case: Case, pair: set[str | None], read: bool = False) -> bool:
    """Whether the words of the text or of its title put two states on the two sides of a friendly deed.

    read: whether a side may be read from the thing or the place ("Chad has received Turkish jets"); nobody's need be named.
    """
    return any(_is_between(one, pair, read) for one in ((case, case.title) if case.title else (case,)))


def _is_between(case: Case, pair: set[str | None], read: bool) -> bool:
    for one in case.reading.predications:
        if one.concept is None or one.factuality.polarity == "negative":
            continue
        parties = parties_of(case, one, frame_of(one.concept))
        plain = not parties.borrowed if read else not parties.inferred
        if plain and _holds_both(parties, pair) and _is_friendly(one, parties):
            return True
    return False


def _holds_both(parties: Parties, pair: set[str | None]) -> bool:
    actors, recipients = ({one.actor.country for one in side} for side in (parties.actors, parties.recipients))
    return pair <= actors | recipients and bool(actors)


def _is_friendly(predication: Predication, parties: Parties) -> bool:
    themes = {one.concept for one in predication.fillers("theme")} or {None}
    rules = (find_rule(predication, theme, parties) for theme in sorted(themes, key=str))
    return any(rule is not None and rule.event_type in _FRIENDLY for rule in rules)
