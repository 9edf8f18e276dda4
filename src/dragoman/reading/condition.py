"""Conditions: "if it fires", "à moins qu’il ne tire", "had it fired", and whether one holds for a word."""

from __future__ import annotations

from functools import cache

from dragoman.reading.reporting import Clause
from dragoman.world.speech import load_speech

_AUXILIARY = frozenset(("aux", "aux:pass", "cop"))
_COMPLEMENT = frozenset(("xcomp", "ccomp"))
_TURNING = frozenset(("had", "should", "were"))  # helpers that open a condition without "if" (Quirk et al. 1985, 15.36)


def kind_of(clause: Clause, index: int) -> str | None:
    """What a word does to the sureness of a clause, by the table of operators; None for other words."""
    operator = clause.words.operators.get(clause.form(index))
    return operator.kind if operator is not None else None


def is_condition(clause: Clause, index: int) -> bool:
    """Whether a word heads a clause that sets a condition: "if it fires", "s’il tire"."""
    tokens = clause.sentence.tokens
    return is_unless(clause, index) or any(
        kind_of(clause, i) == "condition" and tokens[i].relation in ("mark", "advmod", "case", "fixed") and i < index
        for i in clause.sentence.children[index]
    )


def is_unless(clause: Clause, index: int) -> bool:
    """Whether a phrase sets the condition: "à moins que", "in the event that"."""
    ends = _ends_of_unless(clause.words.language)
    marks = (i for i in clause.sentence.children[index] if i < index and clause.forms[i] in ends)
    return any(
        clause.words.is_word(" ".join(clause.forms[i - more : i + 1]), "unless")
        for i in marks
        for more in (2, 3)
        if i >= more
    )


@cache
def _ends_of_unless(language: str) -> frozenset[str]:
    """The last words of the phrases that set a condition: few sentences have one."""
    return frozenset(phrase.split()[-1] for phrase in load_speech(language).grammar.get("unless", ()))


def is_turned(clause: Clause, index: int) -> bool:
    """ "Had it fallen", "should they leave", "were it to close": a condition by its order of words."""
    tokens, children = clause.sentence.tokens, clause.sentence.children[index]
    if clause.words.language != "en" or tokens[index].relation != "advcl":
        return False
    helper = next((i for i in children if tokens[i].relation in _AUXILIARY), None)
    subject = next((i for i in children if tokens[i].relation in ("nsubj", "nsubj:pass")), None)
    is_first = helper is not None and subject is not None and helper < subject
    return is_first and min(clause.sentence.subtree(index)) == helper and clause.form(helper or 0) in _TURNING


def has_condition(clause: Clause, index: int) -> bool:
    """Whether a condition holds for a word: its own, or one hung on the verb that it completes.

    "Threatened to strike if they stay": the strike hangs on the staying, the threat is made.
    """
    tokens, children = clause.sentence.tokens, clause.sentence.children
    own = [i for i in children[index] if _is_condition_clause(clause, i)]
    parts = [i for i in children[index] if tokens[i].relation in _COMPLEMENT]
    if any(not any(_is_beyond(index, part, i) for part in parts) for i in own):
        return True
    above = tokens[index].head
    if tokens[index].relation not in _COMPLEMENT or above < 0:
        return False
    return any(_is_beyond(above, index, i) and _is_condition_clause(clause, i) for i in children[above])


def _is_beyond(index: int, part: int, condition: int) -> bool:
    """Whether a condition stands with a complement and not with its verb: "If they leave, we come too, he said"."""
    return index < part < condition or (part < index and condition < index)


def _is_condition_clause(clause: Clause, index: int) -> bool:
    token = clause.sentence.tokens[index]
    if clause.words.is_word(token.lemma.lower(), "compares"):
        return False  # "sales doubled if compared with May": they did
    is_clause = token.relation in ("advcl", "dep", "obl", "parataxis")
    return is_clause and (is_condition(clause, index) or is_turned(clause, index))
