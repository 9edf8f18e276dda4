"""What a word with a signature makes of what it governs: "failed to fire", "denied that it fired", "kept its promise to fire"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.governor import complement_of, find_governor
from dragoman.reading.negation import is_deferred, negations
from dragoman.reading.reporting import Clause
from dragoman.reading.sureness import Sureness
from dragoman.reading.tense import tense_of
from dragoman.reading.upshot import upshot_of
from dragoman.world.speech import Governor


def under_governor(clause: Clause, parent: int, child: int, governor: Governor, sure: Sureness) -> Sureness:
    """What a word of the table of governors hands down, once what the text says came of it is heard: kept, broken, turned down."""
    if (upshot := upshot_of(clause, parent)) is not None:
        return Sureness("positive" if upshot == "kept" else "negative", time="past", cues=(*sure.cues, parent))
    if (verb := _turned_down(clause, parent)) is not None:
        if governor.mark == "report":  # "rejected the charge that it had fired": a denial of what has been
            denied = replace(sure, polarity="negative", time=tense_of(clause, child) or sure.time).weakened("probable")
            return denied.marked("deny", verb, _subject(clause, verb))
        return replace(sure.weakened("probable"), polarity="negative", time="future")
    return _governed(clause, parent, child, governor, sure)


def _turned_down(clause: Clause, index: int) -> int | None:
    """The verb in "rejected a proposal to sign": the proposal was made, and what it proposes will not be; None if there is none."""
    head = clause.sentence.tokens[index].head
    governor = find_governor(clause, head, index) if head >= 0 else None
    if governor is None or governor.holds[0] != "-" or negations(clause, head):
        return None
    return head if _is_said(clause, head, index) else None


def _governed(clause: Clause, parent: int, child: int, governor: Governor, sure: Sureness) -> Sureness:
    """A word with a signature: "failed to fire" did not, "did not fail to fire" did, "plans to fire" may."""
    if _is_performed(clause, parent, child, governor, sure):
        return Sureness(time="present", cues=sure.cues)
    effect = governor.holds if sure.polarity == "positive" else governor.negated
    if is_deferred(clause, parent):
        effect = "="  # "has yet to come": the one negation is all
    if effect[0] == "-" and _is_said(clause, parent, child):
        return Sureness(time=sure.time, cues=sure.cues)  # "rejected the offer": it was made
    by = _subject(clause, parent) if governor.mark in ("deny", "acknowledge", "plan", "predict") else None
    if effect == "=":
        return replace(sure.marked(governor.mark, parent, by), time=tense_of(clause, child) or sure.time)
    own = tense_of(clause, child)
    start = replace(sure, polarity="positive", time=own or sure.time)
    if governor.mark in ("report", "deny", "acknowledge") or governor.holds == governor.negated == "+":
        start = replace(start, certainty="certain", conditional=False, marks=start.marks & {"report"})
    mark = governor.mark
    if mark == "predict" and own == "past":
        mark = "possible"  # "it is likely that they crossed": a guess about what has been, no prediction
    if sure.polarity == "negative" and mark in ("acknowledge", "deny", "report"):
        mark, by = "possible", None  # "has not confirmed that", "nothing indicates that": neither is said
    found = start.turned(effect).marked(mark, parent, by)
    is_ahead = mark == "possible" and effect == "+?" and own is None and found.time == "present"
    is_ahead = is_ahead and complement_of(clause, parent, child) == "to"  # "may send": if at all, then later
    is_ahead = is_ahead or (found.time == "present" and _is_later(clause, child))
    return replace(found, time="future") if mark in ("plan", "predict") or is_ahead else found


def _is_performed(clause: Clause, parent: int, child: int, governor: Governor, sure: Sureness) -> bool:
    """ "I want to thank you", "nous tenons à saluer": what who speaks wants to do is done by saying so."""
    words, tokens = clause.words, clause.sentence.tokens
    is_meant = sure.polarity == "positive" and sure.certainty == "certain" and sure.time == "present"
    if not is_meant or sure.conditional or not words.is_word(tokens[child].lemma.lower(), "performs"):
        return False
    subject = _subject(clause, parent)
    is_wish = governor.mark == "plan" or words.is_word(tokens[parent].lemma.lower(), "courtesy")
    return is_wish and subject is not None and words.is_word(clause.form(subject), "first")


def _is_later(clause: Clause, index: int) -> bool:
    """ "Did not rule out that Cairo would send": what a past looks ahead to."""
    helpers = (i for i in clause.sentence.children[index] if clause.sentence.tokens[i].relation == "aux")
    return any((word := clause.words.operators.get(clause.form(i))) and word.kind == "conditional" for i in helpers)


def _is_said(clause: Clause, parent: int, child: int) -> bool:
    """Whether a noun names what somebody said or asked ("the request"), which turning it down does not undo."""
    token = clause.sentence.tokens[child]
    is_object = token.relation in ("obj", "nsubj:pass", "nsubj") and clause.sentence.tokens[parent].upos == "VERB"
    return is_object and clause.words.is_stated(token.lemma.lower()) and not negations(clause, child)


def _subject(clause: Clause, index: int) -> int | None:
    tokens = clause.sentence.tokens
    at = index
    for _ in range(4):
        for child in clause.sentence.children[at]:
            if tokens[child].relation in ("nsubj", "nmod:poss", "obl:agent"):
                return child
        if tokens[at].relation not in ("conj", "xcomp", "advcl") or tokens[at].head < 0:
            return None
        at = tokens[at].head
    return None
