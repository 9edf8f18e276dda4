"""Who says what: sources, cues and contents of a document, chained where one report is read in another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.model.attribution import Attribution, Quotation, Speech
from dragoman.model.mention import ActorMention
from dragoman.model.span import Span, hull, quote
from dragoman.model.tree import Sentence
from dragoman.reading.as_said import find_as_said
from dragoman.reading.briefed import with_briefing
from dragoman.reading.called import Names
from dragoman.reading.content import OWN_SUBJECT, following_content
from dragoman.reading.cue import find_cue_tokens, find_cues, find_nominal_reports, find_speaker_marks
from dragoman.reading.disputed import find_disputed
from dragoman.reading.factuality import factuality_of
from dragoman.reading.figure import find_figures
from dragoman.reading.finding import Finding
from dragoman.reading.headline import find_headline_source
from dragoman.reading.hinted import find_hinted
from dragoman.reading.inserted import inserted_content, is_beside, is_inserted, opens_clause
from dragoman.reading.left_over import find_left_over
from dragoman.reading.marks import Marks, trim_back, trim_content
from dragoman.reading.quoted_as import with_quoted
from dragoman.reading.rebuttal import is_rebuttal, with_called_untrue
from dragoman.reading.reporting import Clause, Report, find_reports, noun_phrase
from dragoman.reading.source import find_source, proper_source
from dragoman.reading.speaker import Speakers, find_subjects
from dragoman.reading.told_amount import find_told_amounts
from dragoman.reading.viewed import find_views
from dragoman.reading.within import with_ends, without_carriers
from dragoman.world.actor import actor_for_country, states
from dragoman.world.speech import fold, load_speech

_YEAR = re.compile(r"(1[89]|20)\d\d")
_HELPERS = frozenset(("aux", "aux:pass"))
_NEGATED: dict[Speech, Speech] = {"deny": "judge", "doubt": "judge"}


def find_attributions(
    sentences: tuple[Sentence, ...],
    text: str,
    language: str,
    actors: tuple[ActorMention, ...],
    quotations: tuple[Quotation, ...],
) -> tuple[Attribution, ...]:
    """Everything that somebody is said to have said, in order of content.

    sentences: the document's, with trees; text: its text; language: ISO 639-1; actors, quotations: found in it before.
    `source` is None where the text names nobody ("reportedly"). `via` is set where a report stands inside another's
    content, and for a cited source ("Yonhap, citing a lawmaker"). Returns () for a language without tables.
    """
    words = load_speech(language)
    if not words.reporting:
        return ()
    marks = Marks(quotations)
    found: list[Finding] = []
    speaking = tuple(one.quote.span for one in actors if _speaks_for_state(one))
    for sentence in sentences:
        found.extend(_of_sentence(Clause(sentence, text, words), marks, language, speaking))
    found.extend(find_left_over(sentences, text, words, marks, found))
    by_place = tuple(sorted(actors, key=lambda one: one.quote.span))
    speakers = Speakers(by_place, words, find_subjects(sentences, text, words), Names(sentences))
    findings = _distinct(found, text)
    made = {one: _attribute(one, text, marks) for one in findings}
    named = {one: speakers.name(attribution) for one, attribution in made.items() if attribution is not None}
    return _chained(named)


def _speaks_for_state(mention: ActorMention) -> bool:
    """Whether a name is of a government, by its seat, or of somebody in office, and not of a land: "– Kenya" may be a section."""
    actor = mention.actor
    return (
        actor.sector in ("GOV", "SPY", "MIL")
        and actor.country in states()
        and actor != actor_for_country(actor.country)
    )


def _of_sentence(clause: Clause, marks: Marks, language: str, speaking: tuple[Span, ...]) -> tuple[Finding, ...]:
    verbs = with_quoted(clause, tuple(_by_verbs(clause, marks, language)))
    nouns = tuple(one for one in find_nominal_reports(clause) if one.cue is None or marks.around(one.cue.start) is None)
    disputed = tuple(find_disputed(clause))
    verbs = tuple(one for one in verbs if one.cue not in {other.cue for other in disputed})
    told = tuple(one.cue for one in verbs if one.cue is not None)
    cues = tuple(_with_proper_source(clause, one) for one in find_cues(clause, verbs) if not _overlaps(one.cue, told))
    found = (*verbs, *nouns, *(one for one in cues if one is not None), *find_speaker_marks(clause))
    found = (*found, *disputed, *find_as_said(clause), *find_headline_source(clause, speaking), *find_views(clause))
    amounts = tuple(find_told_amounts(clause))
    found = (
        *amounts,
        *(one for one in found if one.cue is None or not _overlaps(one.cue, tuple(a.cue for a in amounts if a.cue))),
    )
    found = (*found, *find_hinted(clause, found))
    found = (*found, *(one for one in find_figures(clause) if not _is_taken(one, found)))
    found = with_called_untrue(clause, found)
    found = without_carriers(found)
    found = with_briefing(clause, tuple(_rebutted(clause, one, found) for one in found))
    asides = tuple(sorted((one.aside for one in found if one.aside is not None), reverse=True))
    return tuple(_without_asides(clause.text, one, asides) for one in found) if asides else found


def _overlaps(cue: Span | None, others: tuple[Span, ...]) -> bool:
    return cue is not None and any(cue.overlaps(other) for other in others)


def _is_taken(figure: Finding, found: Sequence[Finding]) -> bool:
    """Whether another report already has a figure's source or tells it. "The text says that the navy's figure was 40" tells whose it is."""
    assert figure.source is not None  # a figure is found by whose it is
    spans = ((one.source, one.cue, one.content) for one in found)
    return any(
        (source is not None and figure.source.overlaps(source))
        or (cue is not None and cue.overlaps(figure.content))
        or (content.overlaps(figure.content) and not content.covers(hull((figure.source, figure.content))))
        for source, cue, content in spans
    )


def _rebutted(clause: Clause, one: Finding, found: Sequence[Finding]) -> Finding:
    """A report that calls what others say untrue is a denial: "said the reports were groundless".

    Not of whoever only passes it on: in "Yonhap said the king called the reports groundless" the king denies.
    """
    if one.speech != "say" or not is_rebuttal(clause, one.content):
        return one
    inner = (other.content for other in found if other.cue is not None and one.content.covers(other.cue))
    is_passed_on = any(content != one.content and is_rebuttal(clause, content) for content in inner)
    return one if is_passed_on else replace(one, speech="deny")


def _by_verbs(clause: Clause, marks: Marks, language: str) -> Iterator[Finding]:
    phrases = find_cue_tokens(clause)
    reach = -1
    earlier: Finding | None = None
    reports = tuple(report for report in find_reports(clause) if report.index not in phrases)
    for report, one in zip(
        reports, with_ends(tuple(_report(clause, report, marks) for report in reports)), strict=True
    ):
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
        earlier = one
        yield one


def _with_proper_source(clause: Clause, one: Finding) -> Finding | None:
    if one.source is None:
        return one
    source = proper_source(clause, one.source)
    return replace(one, source=source) if source is not None else None


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


def _without_asides(text: str, one: Finding, asides: tuple[Span, ...]) -> Finding:
    """Take other reports' asides off the ends of a content: "Seoul said it fell, Yonhap reported" ends at the comma."""
    start, end = one.content.start, one.content.end
    for aside in asides:
        if aside == one.aside or (one.cue is not None and aside.covers(one.cue)):
            continue
        if start < aside.start < end and not text[aside.end : end].strip(" .\u00a0"):
            end = aside.start
        if start < aside.end < end and not text[start : aside.start].strip():
            start = aside.end
    return replace(one, content=Span(start, end)) if end > start else one


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
        if source is None:
            return None
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
        return Span(span.start, clause.sentence.span.end) if source is None else None
    return span if source is not None and "object" in report.word.takes else None


def _distinct(found: Iterable[Finding], text: str) -> tuple[Finding, ...]:
    """One finding a cue, in order of content, then of cue. A year says nothing: of "March 3, 2026 (Reuters) - Chile recalled"."""
    kept: dict[tuple[Span | None, Span], Finding] = {}
    for one in found:
        if one.source is None or not _YEAR.fullmatch(one.source.of(text)):
            kept.setdefault((one.cue, one.content), one)
    return tuple(sorted(kept.values(), key=lambda one: (one.content, one.cue or one.content)))


def _attribute(one: Finding, text: str, marks: Marks) -> Attribution | None:
    trimmed = trim_content(text, one.content, marks)
    if trimmed is None:
        return None
    span, direct = trimmed
    source = quote(one.source, text) if one.source is not None else None
    cue = quote(one.cue, text) if one.cue is not None else None
    return Attribution(source, cue, quote(span, text), direct, one.speech)


def _chained(named: dict[Finding, Attribution]) -> tuple[Attribution, ...]:
    """Set `via`: who cites this source, else the narrowest attribution in whose content a cue stands.

    Contents come in order of start, so those that may hold a cue are the few that have not ended.
    """
    by_cue = {one.cue: attribution for one, attribution in named.items()}
    done: list[Attribution] = []
    pending: list[Attribution] = []
    for finding, one in sorted(named.items(), key=lambda pair: (pair[1].content.span.start, -pair[1].content.span.end)):
        start = one.content.span.start
        pending = [other for other in pending if other.content.span.end > start]
        if finding.cites is not None:
            one = replace(one, via=by_cue.get(finding.cites.cue))
        else:
            at = one.cue.span if one.cue is not None else one.content.span
            outer = [other for other in pending if other.content.span.covers(at) and other.content != one.content]
            one = replace(one, via=min(outer, key=_length)) if outer else one
        done.append(one)
        pending.append(one)
    return tuple(_cited_through(named, done))


def _cited_through(named: dict[Finding, Attribution], done: list[Attribution]) -> list[Attribution]:
    """The same, each cited source with the whole chain of whoever cites it: the agency, then the lawmaker, then the service."""
    cited = {finding.cue: finding.cites.cue for finding in named if finding.cites is not None}
    by_cue = {one.cue.span: one for one in done if one.cue is not None}
    for place, one in enumerate(done):
        at = cited.get(one.cue.span) if one.cue is not None else None
        outer = by_cue.get(at) if at is not None else None
        if one.cue is not None and outer is not None and outer is not one:
            done[place] = by_cue[one.cue.span] = replace(one, via=outer)
    return done


def _length(one: Attribution) -> int:
    return one.content.span.end - one.content.span.start
