"""What the verbs of a sentence report: for each its source, its cue and what is said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from dragoman.model.attribution import Speech
from dragoman.model.span import Span, hull
from dragoman.reading.content import following_content
from dragoman.reading.content_end import content_end
from dragoman.reading.cue import find_cue_tokens
from dragoman.reading.factuality import factuality_of
from dragoman.reading.finding import Finding
from dragoman.reading.inserted import inserted_content, is_beside, is_inserted, opens_clause
from dragoman.reading.marks import Marks, trim_back
from dragoman.reading.reporting import OWN_SUBJECT, Clause, Report, find_reports, noun_phrase
from dragoman.reading.source import find_source, proper_source
from dragoman.reading.within import with_ends
from dragoman.world.speech import fold

_HELPERS = frozenset(("aux", "aux:pass"))
_NEGATED: dict[Speech, Speech] = {"deny": "judge", "doubt": "judge"}


def find_by_verbs(clause: Clause, marks: Marks, language: str) -> Iterator[Finding]:
    """The reports of a sentence's verbs, in order; a verb of a phrase that attributes, and one that adds no source, left out."""
    phrases = find_cue_tokens(clause)
    reach = -1
    earlier: Finding | None = None
    reports = tuple(report for report in find_reports(clause) if report.index not in phrases)
    ended = with_ends(tuple(_report(clause, report, marks) for report in reports))
    for report, one in zip(reports, ended, strict=True):
        if one is not None and (whole := _broken_quotation(clause, one, marks)) is not None:
            earlier = replace(one, content=whole)
            yield earlier
            continue
        if one is None or _is_idle(clause, report, one, marks, report.first < reach):
            continue
        if earlier is not None and _resumes(clause.text, earlier, one):
            continue
        if _is_unsaid(clause, report, one, marks, language):
            continue
        if one.content.start > clause.sentence.tokens[report.first].span.start:
            reach = max(reach, _tokens_before(clause, one.content.end))
        if earlier is not None and _shares_source(clause, report, one, earlier):
            one = replace(one, source=earlier.source)
        if earlier is not None and _is_quoted_apart(one, marks):
            one = replace(one, source=earlier.source)
        earlier = one
        yield one


def _resumes(text: str, earlier: Finding, one: Finding) -> bool:
    """ "Peru, the minister said, has recalled its envoy": the verb behind the aside is the one that the aside cut off."""
    if earlier.source is None or one.aside is None or earlier.cue is None or one.cue is None:
        return False
    told = hull((earlier.cue, earlier.source))
    is_interrupted = earlier.content.start < told.start < one.cue.start < earlier.content.end
    between = text[told.end : one.cue.start].strip()
    return is_interrupted and between.endswith(",") and "," not in between[:-1]


def _shares_source(clause: Clause, report: Report, one: Finding, earlier: Finding) -> bool:
    """ "Denied it had fired, saying …", "said it left and warned …": the next act of the one who spoke before."""
    if (
        earlier.cue is None
        or one.cue is None
        or one.aside is not None
        or not earlier.cue.end <= earlier.content.start < earlier.content.end <= one.cue.start
    ):
        return False
    return clause.child(report.index, OWN_SUBJECT) is None and report.index > 0 and not report.passive


def _broken_quotation(clause: Clause, one: Finding, marks: Marks) -> Span | None:
    """The whole quotation that a turned verb breaks within its marks: "« Nous étions seuls, a-t-elle dit. Personne n'est venu. »"."""
    around = marks.around(one.cue.start) if one.cue is not None else None
    if around is None or one.source is None or one.cue is None or clause.words.language != "fr":
        return None
    inner, text = around.inner.span, clause.text
    before = text[max(0, one.cue.start - 3) : one.cue.start].rstrip(" \u00a0\u202f")
    behind = text[around.outer.span.end : around.outer.span.end + 2].lstrip(" \u00a0\u202f")
    if one.source.start < one.cue.start or not before.endswith(",") or behind.startswith(","):
        return None  # "« … », raconte Léa": the quotation is hers, whoever is quoted in it
    return inner if inner.covers(one.cue) and inner.covers(one.source) else None


def _is_quoted_apart(one: Finding, marks: Marks) -> bool:
    """Whether a source stands in a quotation and its cue behind it: in "“You took it,” she said, pointing to …" the "You" points nowhere."""
    around = marks.around(one.source.start) if one.source is not None else None
    return around is not None and one.cue is not None and one.cue.start >= around.outer.span.end


def _is_idle(clause: Clause, report: Report, one: Finding, marks: Marks, nested: bool) -> bool:
    """A report inside another's words that adds no source: "I think" in a quotation, "supports it" in a said clause."""
    at = clause.sentence.tokens[report.index].span.start
    if marks.around(at) is None and not nested:
        return False
    if report.word.speech not in ("say", "acknowledge", "deny") or "that" not in report.word.takes:
        return True
    return one.source is None or clause.words.is_word(fold(one.source.of(clause.text)), "pronoun")


def _is_unsaid(clause: Clause, report: Report, one: Finding, marks: Marks, language: str) -> bool:
    """A verb that nobody has done yet ("declined to comment on it", "time to promote a club"), or that stands in the very
    quotation it would bring ("“You should be questioned.”").
    """
    token = clause.sentence.tokens[report.index]
    around = marks.around(token.span.start)
    if around is not None and around.outer.span.covers(one.content) and one.content.covers(around.inner.span):
        return True
    if "VerbForm=Inf" not in token.features or clause.child(report.index, _HELPERS) is not None:
        return False
    stance = factuality_of(clause.sentence, report.index, clause.text, language)
    is_thing = not {"that", "quote"} & report.word.takes
    return stance.polarity == "negative" or (is_thing and stance.certainty != "certain")


def _tokens_before(clause: Clause, at: int) -> int:
    """Number of the sentence's tokens that start before a place."""
    return bisect_left(clause.sentence.tokens, at, key=lambda token: token.span.start)


def _report(clause: Clause, report: Report, marks: Marks) -> Finding | None:
    inserted = is_inserted(clause, report)
    source = find_source(clause, report, inserted)
    if report.participle == "past":
        content = _held_thing(clause, report) if source is not None else None
    elif inserted:
        content = inserted_content(clause, report, marks, source) or following_content(clause, report, marks)
    elif report.passive:
        content = _passive_content(clause, report, source) or following_content(clause, report, marks)
    else:
        content = following_content(clause, report, marks)
    if report.passive and source is None and not _is_impersonal(clause, report):
        return None
    content = (
        _within_marks(content, clause.sentence.tokens[report.index].span.start, marks) if content is not None else None
    )
    if content is None or (source is None and not (inserted or report.passive or _says_clause(report))):
        return None
    speech = report.word.speech
    if report.negated:
        speech = _NEGATED.get(speech, "doubt")
    if inserted and source is not None:
        source = _widened(clause, source, marks)
    if source is not None:
        source = proper_source(clause, source)
        if source is None or (
            "somebody" in report.word.takes and clause.words.is_word(fold(source.of(clause.text)), "anybody")
        ):
            return None  # "on parle de paix": nobody in the text does
    cue = clause.span(report.first, report.last)
    if source is not None and source.start < cue.start < source.end:
        source = Span(source.start, trim_back(clause.text, source.start, cue.start))
    aside = hull((cue, source)) if inserted and source is not None and not source.overlaps(content) else None
    return Finding(source, cue, content, speech, aside=aside)


def _within_marks(content: Span, at: int, marks: Marks) -> Span | None:
    """What is said by a verb that stands in a quotation ends with it: "“You say that,” Anna said" gives nothing behind the mark."""
    around = marks.around(at)
    if around is None or not around.inner.span.start <= at < around.inner.span.end:
        return content
    end = min(content.end, around.inner.span.end)
    return Span(content.start, end) if content.start < end else None


def _is_impersonal(clause: Clause, report: Report) -> bool:
    """A passive without a doer that still reports: "is said to have left", "has been accused of"; no plan, "is scheduled"."""
    if report.participle is not None or clause.sentence.tokens[report.index].relation == "acl":
        return False
    tokens = clause.sentence.tokens
    children = clause.sentence.children[report.index]
    has_clause = any(tokens[i].relation in ("xcomp", "ccomp") and i > report.last for i in children)
    if report.word.speech in ("say", "predict") and has_clause:
        return True
    return report.word.speech == "judge" or opens_clause(clause, report.last + 1)


def _widened(clause: Clause, source: Span, marks: Marks) -> Span:
    """The source back to the quotation before it: "…,” Anna Petrov, a spokeswoman, said"."""
    quotation = marks.before(source.start)
    if quotation is None or quotation.outer.span.end < clause.sentence.span.start:
        return source
    if not is_beside(clause, quotation.outer.span.end, source.start):
        return source
    at = _tokens_before(clause, quotation.outer.span.end)
    while at < len(clause.sentence.tokens) and clause.sentence.tokens[at].upos == "PUNCT":
        at += 1
    if clause.sentence.tokens[at].upos in ("ADP", "PART"):
        return source  # "“full support” to Malta, he said"
    return Span(min(source.start, clause.sentence.tokens[at].span.start), source.end)


def _says_clause(report: Report) -> bool:
    """Whether a verb without a subject still reports a clause: "saying that", "a dit que"."""
    return "that" in report.word.takes and report.word.speech in ("say", "acknowledge", "deny")


def _held_thing(clause: Clause, report: Report) -> Span | None:
    """ "A raid condemned by Kyiv": the noun on which a past participle stands, for a verb that takes a thing."""
    tokens, head = clause.sentence.tokens, clause.sentence.tokens[report.index].head
    is_on_noun = tokens[report.index].relation == "acl" and head >= 0 and tokens[head].upos == "NOUN"
    if not is_on_noun or head > report.index or "object" not in report.word.takes or report.word.speech == "say":
        return None
    span = noun_phrase(clause, head)
    return Span(span.start, min(span.end, tokens[report.first].span.start)) if span.start < span.end else None


def _passive_content(clause: Clause, report: Report, source: Span | None) -> Span | None:
    """ "The raid was condemned by Kyiv": the subject is what is said of; "are believed to be": the whole clause."""
    tokens = clause.sentence.tokens
    subject = clause.child(report.index, frozenset(("nsubj:pass", "nsubj")))
    if not report.passive or subject is None or subject > report.index:
        return None
    span = noun_phrase(clause, subject)
    if any(tokens[i].relation == "xcomp" for i in clause.sentence.children[report.index] if i > report.index):
        end = content_end(clause, report, report.last + 1)
        return Span(span.start, clause.sentence.tokens[end].span.end) if source is None else None
    return span if source is not None and "object" in report.word.takes else None
