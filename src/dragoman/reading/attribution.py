"""Who says what: sources, cues and contents of a document, chained where one report is read in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.model.attribution import Attribution, Quotation
from dragoman.model.mention import ActorMention
from dragoman.model.span import Span, hull, quote
from dragoman.model.tree import Sentence
from dragoman.reading.as_said import find_as_said
from dragoman.reading.briefed import with_briefing
from dragoman.reading.by_verb import find_by_verbs
from dragoman.reading.called import Names
from dragoman.reading.cue import find_cues
from dragoman.reading.disputed import find_disputed
from dragoman.reading.figure import find_figures
from dragoman.reading.finding import Finding
from dragoman.reading.headline import find_headline_source
from dragoman.reading.hinted import find_hinted
from dragoman.reading.issued import with_issuers, without_light_verbs
from dragoman.reading.left_over import find_left_over
from dragoman.reading.marks import Marks, trim_content
from dragoman.reading.nominal import find_nominal_reports
from dragoman.reading.quoted_as import with_quoted
from dragoman.reading.rebuttal import is_rebuttal, with_called_untrue
from dragoman.reading.reporting import Clause
from dragoman.reading.source import proper_source
from dragoman.reading.speaker import Speakers, find_subjects
from dragoman.reading.speaker_mark import find_speaker_marks
from dragoman.reading.told_amount import find_told_amounts
from dragoman.reading.viewed import find_views
from dragoman.reading.within import without_carriers
from dragoman.world.actor import actor_for_country, states
from dragoman.world.speech import load_speech

_YEAR = re.compile(r"(1[89]|20)\d\d")


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
    # by the place of the source: of "Anna scolded them: “…,” she said" the scolding one is known before she is asked for
    by_source = sorted(findings, key=lambda one: one.source or one.content)
    made = {one: _attribute(one, text, marks) for one in by_source}
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
    verbs = with_quoted(clause, tuple(find_by_verbs(clause, marks, language)))
    nouns = tuple(one for one in find_nominal_reports(clause) if one.cue is None or marks.around(one.cue.start) is None)
    disputed = tuple(find_disputed(clause))
    verbs = tuple(one for one in verbs if one.cue not in {other.cue for other in disputed})
    told = tuple(one.cue for one in verbs if one.cue is not None)
    cues = tuple(_with_proper_source(clause, one) for one in find_cues(clause, verbs) if not _overlaps(one.cue, told))
    as_said = tuple(find_as_said(clause))
    verbs = tuple(one for one in verbs if one.cue not in {other.cue for other in as_said})
    found = (*verbs, *nouns, *(one for one in cues if one is not None), *find_speaker_marks(clause))
    found = (*found, *disputed, *as_said, *find_headline_source(clause, speaking), *find_views(clause))
    amounts = tuple(find_told_amounts(clause))
    found = (
        *amounts,
        *(one for one in found if one.cue is None or not _overlaps(one.cue, tuple(a.cue for a in amounts if a.cue))),
    )
    found = (*found, *find_hinted(clause, found))
    found = (*found, *(one for one in find_figures(clause) if not _is_taken(one, found)))
    found = with_issuers(clause, without_light_verbs(clause, with_called_untrue(clause, found)))
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


def _with_proper_source(clause: Clause, one: Finding) -> Finding | None:
    if one.source is None:
        return one
    source = proper_source(clause, one.source)
    return replace(one, source=source) if source is not None else None


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
