"""Words that reject what is said without a verb of denial: "the reports are groundless", "looks like fake news"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.span import Span
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import Clause, Report, find_reports
from dragoman.reading.source import find_source, proper_source

_TO_TALK = 4  # tokens from the verb to the noun for talk: "called the latest press reports"


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


def with_called_untrue(clause: Clause, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The reports of a sentence, with those who call others' talk untrue as deniers of it: "called reports of arms sent to Chad false".

    Whoever does so has made no such reports, and says nothing else by that verb.
    """
    denials = tuple(one for report in find_reports(clause) if (one := _called_untrue(clause, report)) is not None)
    if not denials:
        return tuple(found)
    cues = [one.cue for one in denials if one.cue is not None]
    kept = [one for one in found if one.cue is None or not any(one.cue.overlaps(cue) for cue in cues)]
    freed = (
        replace(one, source=None)
        if any(one.source == denial.source and one.cue and denial.content.covers(one.cue) for denial in denials)
        else one
        for one in kept
    )
    return (*denials, *freed)


def _called_untrue(clause: Clause, report: Report) -> Finding | None:
    """The denial that a verb of calling is: its object is a noun for talk, and a word for "false" is said of it."""
    if report.passive or report.negated or not {"predicate", "object"} & set(report.word.takes):
        return None
    if report.word.speech not in ("say", "judge"):
        return None
    tokens = clause.sentence.tokens
    ahead = range(report.last + 1, min(report.last + 1 + _TO_TALK, len(tokens)))
    talk = next((i for i in ahead if clause.words.is_word(clause.forms[i], "talk")), None)
    if talk is None or any(tokens[i].upos in ("VERB", "AUX", "PUNCT", "SCONJ") for i in range(report.last + 1, talk)):
        return None
    last = next((i for i in range(talk + 1, len(tokens)) if tokens[i].form in ",;." or _is_false(clause, i)), None)
    if last is None or not _is_false(clause, last) or not is_rebuttal(clause, clause.span(report.last + 1, last)):
        return None
    source = find_source(clause, report, inserted=False)
    source = proper_source(clause, source) if source is not None else None
    if source is None:
        return None
    return Finding(source, clause.span(report.first, report.last), clause.span(report.last + 1, last), "deny")
