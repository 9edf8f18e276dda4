"""Words that reject what is said without a verb of denial: "the reports are groundless", "looks like fake news"."""

from __future__ import annotations

from dragoman.model.span import Span
from dragoman.reading.reporting import Clause


def is_rebuttal(clause: Clause, content: Span) -> bool:
    """Whether a content calls what others say untrue: a noun for talk, then a word for "false" said of it, and no "not" between.

    content: what somebody is said to say, in the clause's sentence. "Said talk of a raid was baseless" denies the raid.
    """
    inside = [i for i, token in enumerate(clause.sentence.tokens) if content.covers(token.span)]
    talk = next((i for i in inside if clause.words.is_word(clause.forms[i], "talk")), None)
    if talk is None:
        return False
    false = next((i for i in inside if i > talk and _is_false(clause, i)), None)
    if false is None:
        return False
    between = (clause.words.operators.get(clause.forms[i]) for i in range(talk, false))
    return not any(one is not None and one.kind in ("negation", "modal", "condition") for one in between)


def _is_false(clause: Clause, index: int) -> bool:
    """A word, or two in a row, that call something untrue: "groundless", "fake news", "sans fondement"."""
    forms = clause.forms
    return clause.words.is_word(forms[index], "untrue") or clause.words.is_word(
        " ".join(forms[index : index + 2]), "untrue"
    )
