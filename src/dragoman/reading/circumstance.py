"""What a clause hands to one that says when, why or what for: "to stop them", "until it leaves", "too weak to attack"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.factuality import Tense
from dragoman.reading.condition import is_condition
from dragoman.reading.governor import is_bare_gerund, is_infinitive
from dragoman.reading.negation import negations
from dragoman.reading.passive import is_perfect_infinitive
from dragoman.reading.reporting import Clause
from dragoman.reading.sureness import Sureness


def circumstance(clause: Clause, child: int, sure: Sureness, time: Tense | None) -> Sureness:
    """ "To stop them": an aim; "when it comes" shares the main clause's future; "having left" stands on its own."""
    if is_perfect_infinitive(
        clause.sentence, child
    ):  # "après avoir rencontré", "pour s'être rendu": done before the rest
        return Sureness(time="past", cues=sure.cues)
    if is_infinitive(clause, child) and _is_before(clause, child):
        return replace(sure, polarity="positive").weakened("probable")
    if is_infinitive(clause, child) and _is_outcome(clause, child):
        return sure  # "the lake rose to reach the mill": it did
    if _is_awaited(clause, child) and time != "past":
        return replace(Sureness(cues=sure.cues).weakened("possible"), time="future")
    if is_infinitive(clause, child) and not negations(clause, child):
        return replace(Sureness(marks=frozenset(("plan",)), cues=sure.cues).weakened("possible"), time="future")
    is_open = sure.time == "future" or sure.conditional
    if sure.certainty != "certain" and child > clause.sentence.tokens[child].head and is_bare_gerund(clause, child):
        return replace(
            sure, polarity="positive"
        )  # "accused of cheating by hiding ships": the hiding is as sure as the rest
    if is_open and not is_condition(clause, child):
        return replace(Sureness(time=sure.time, marks=sure.marks, cues=sure.cues), certainty=sure.certainty)
    return Sureness(time="future" if is_open and sure.time == "future" and time == "present" else time, cues=sure.cues)


def is_excess(clause: Clause, parent: int, child: int) -> bool:
    """ "Too weak to attack", "trop loin pour tirer": what the excess rules out."""
    children, operators = clause.sentence.children, clause.words.operators
    if not (child > parent and is_infinitive(clause, child)):
        return False
    near = (parent, *(i for i in children[parent] if i < child))
    small = (operators.get(clause.form(i)) for at in near for i in children[at] if i < child)
    return any(one is not None and one.kind == "excess" for one in small)


def is_since(clause: Clause, child: int) -> bool:
    """ "The visit would be the first since the raid": the raid was, however the visit stands."""
    return any(clause.words.is_word(clause.form(i), "since") and i < child for i in clause.sentence.children[child])


def _is_before(clause: Clause, child: int) -> bool:
    """ "Il a crié avant d'être abattu": what came next, and nobody's aim; whether it came at all is only implied."""
    marks = [clause.form(i) for i in clause.sentence.children[child] if i < child]
    return any(clause.words.is_word(one, "before") for one in marks)


def _is_outcome(clause: Clause, child: int) -> bool:
    """ "Rose to reach a third": an infinitive that tells how far a change has gone, and no aim."""
    tokens, words = clause.sentence.tokens, clause.words
    head = tokens[tokens[child].head]
    return words.is_word(tokens[child].lemma.lower(), "outcome") and words.is_word(head.lemma.lower(), "change")


def _is_awaited(clause: Clause, child: int) -> bool:
    """ "Until the army leaves": it has not left."""
    return any(clause.words.is_word(clause.form(i), "awaited") and i < child for i in clause.sentence.children[child])
