"""How sure a clause makes of a thing in it: "the raid" is known, "no raids" are not, "a rise next year" is to come."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.reporting import Clause
from dragoman.reading.sureness import Sureness

_SUBJECT = frozenset(("nsubj", "nsubj:pass"))
_MAX_AHEAD = 14  # tokens between a thing and its time: "a rise in the making of ships for the coming year"


def participant(clause: Clause, parent: int, child: int, sure: Sureness) -> Sureness:
    """A thing in a clause: one that is already known ("the raid") is not undone by "did not see"; a new one is."""
    relation = clause.sentence.tokens[child].relation
    if _looks_ahead(clause, child):
        return replace(sure.weakened("probable"), time="future", marks=sure.marks | {"plan"})
    if relation in _SUBJECT and _is_occurring(clause, parent):
        return sure  # "the sale never took place": it is the sale that was not
    known = any(clause.words.is_word(clause.form(i), "possessive") for i in clause.sentence.children[child])
    is_new = not known and relation in ("obj", "nsubj:pass", "obl:arg", "obl", "obl:agent")
    if sure.polarity == "negative" and relation == "obj" and not known:
        return sure
    if is_new or (not known and sure.time == "future"):
        return replace(sure, polarity="positive")
    return Sureness(time="past" if sure.time == "future" and known else sure.time, cues=sure.cues)


def _is_occurring(clause: Clause, index: int) -> bool:
    """Whether a verb only says that its subject comes to be: "took place", "ne s’est pas produite", "a eu lieu"."""
    tokens = clause.sentence.tokens
    lemma = tokens[index].lemma.lower()
    things = (
        clause.form(i) for i in clause.sentence.children[index] if tokens[i].relation in ("obj", "compound", "fixed")
    )
    return clause.words.is_word(lemma, "occurs") or any(
        clause.words.is_word(f"{lemma} {one}", "occurs") for one in things
    )


def _looks_ahead(clause: Clause, index: int) -> bool:
    """ "Announced a rise for the coming year": a thing whose time, printed behind it, is to come."""
    tokens = clause.sentence.tokens
    for at in range(index + 1, min(index + _MAX_AHEAD, len(tokens))):
        if tokens[at].upos in ("PUNCT", "AUX", "SCONJ"):
            return False
        operator = clause.words.operators.get(clause.form(at))
        if operator is not None and operator.kind == "ahead":
            return tokens[at].upos == "ADJ" or tokens[at - 1].upos == "ADP"
    return False
