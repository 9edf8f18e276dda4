"""Denials that stand behind what they deny: "…, which Tunis denies", "…, ce que le ministère dément", "…, a charge it rejects"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.span import Span
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import Clause, Report, find_reports, noun_phrase

_CLAUSES = frozenset(("acl:relcl", "acl"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_NEAR = 8  # tokens between "which" and its verb: "which the foreign ministry in Lima has always denied"
_MIN_WORDS = 3  # of a clause that can be denied: "Mali fell, which …"


def find_disputed(clause: Clause) -> Iterator[Finding]:
    """A clause that somebody is said, behind it, to deny: the words from the sentence's start to the comma, and who denies them."""
    for report in find_reports(clause):
        if report.word.speech != "deny" or report.negated:
            continue
        opens = _opening(clause, report)
        if opens is None:
            continue
        comma = opens - 1
        while comma > 0 and clause.sentence.tokens[comma].form != ",":
            comma -= 1
        source = _who(clause, report)
        if comma < _MIN_WORDS or source is None:
            continue
        tokens = clause.sentence.tokens
        if not any(t.upos in ("VERB", "AUX") for t in tokens[:comma]):
            continue
        content = Span(clause.sentence.span.start, tokens[comma].span.start)
        cue = clause.span(report.first, report.last)
        yield Finding(source, cue, content, "deny", aside=Span(tokens[comma].span.end, max(cue.end, source.end)))


def _opening(clause: Clause, report: Report) -> int | None:
    """The word behind the comma that takes up the clause before: "which", "ce que", a noun for talk; None if there is none."""
    tokens, head = clause.sentence.tokens, clause.sentence.tokens[report.index].head
    subject = clause.child(report.index, _SUBJECTS)
    if report.passive and subject is not None and _is_talk(clause, subject):  # ", a charge denied by Lima", as a clause
        return subject if _is_behind_comma(clause, subject) and subject < report.index else None
    is_clause = tokens[report.index].relation in _CLAUSES and 0 <= head < report.index
    if is_clause and (clause.words.is_word(clause.forms[head], "neuter") or _is_talk(clause, head)):
        return head if _is_behind_comma(clause, head) else None
    # "…, which the army denies": the tree ties "which" to the noun beside it; of a thing nobody says that he denies it
    back = range(report.first - 1, max(0, report.first - _NEAR), -1)
    relative = next((i for i in back if clause.words.is_word(clause.forms[i], "whole")), None)
    if relative is None or tokens[relative - 1].form != "," or not _denies_words(clause, report):
        return None
    return relative


def _denies_words(clause: Clause, report: Report) -> bool:
    """A verb of which the object is always something said: nobody denies a camp, and one may reject an offer."""
    return clause.words.is_word(report.word.lemma, "gainsays")


def _is_talk(clause: Clause, index: int) -> bool:
    lemma = clause.sentence.tokens[index].lemma.lower()
    return clause.words.is_word(lemma, "talk") or clause.words.is_word(clause.forms[index], "talk")


def _is_behind_comma(clause: Clause, index: int) -> bool:
    """ ", une accusation": at most a determiner and an adjective between the comma and the noun."""
    tokens = clause.sentence.tokens
    at = index - 1
    while at >= 0 and index - at <= 2 and tokens[at].upos in ("DET", "ADJ"):
        at -= 1
    return at >= 0 and tokens[at].form == ","


def _who(clause: Clause, report: Report) -> Span | None:
    """Whose denial it is: its subject, or the agent of "denied by"."""
    subject = clause.child(report.index, _SUBJECTS)
    if subject is not None and not clause.words.is_word(clause.forms[subject], "whole") and not report.passive:
        return noun_phrase(clause, subject)
    for child in clause.sentence.children[report.index]:
        cases = clause.sentence.children[child]
        if child > report.index and any(clause.words.is_word(clause.forms[i], "by") and i < child for i in cases):
            return noun_phrase(clause, child)
    return _turned(clause, report)


def _turned(clause: Clause, report: Report) -> Span | None:
    """A subject behind its verb that trees take for a complement: "ce que contestent | des marins"."""
    tokens, first = clause.sentence.tokens, report.last + 1
    if clause.words.language != "fr" or report.passive or first >= len(tokens):
        return None
    for child in clause.sentence.children[report.index]:
        leads = child > first and tokens[child].head == report.index and min(clause.sentence.subtree(child)) == first
        if leads and tokens[child].relation in ("obl", "nmod") and clause.words.is_word(clause.forms[first], "of"):
            return noun_phrase(clause, child)
    return None
