"""Who says what: sources, cues and contents of a document, chained where one report is read in another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.actor import Actor
from dragoman.model.attribution import Attribution, Origin, Quotation, Speech
from dragoman.model.mention import ActorMention
from dragoman.model.span import Quote, Span, quote
from dragoman.model.tree import Sentence
from dragoman.reading.content import Marks, following_content, inserted_content, is_inserted, trim_content
from dragoman.reading.cue import find_cues, find_nominal_reports, find_speaker_marks
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import Clause, Report, find_reports, find_source, noun_phrase
from dragoman.world.speech import SpeechWords, fold, load_speech

# PLOVER's sector of a named source -> what kind of source it is. A newspaper only carries, so it has no kind.
_ORIGIN_OF_SECTOR: dict[str, Origin] = {
    "GOV": "party", "MIL": "military", "SPY": "intelligence", "LEG": "official", "JUD": "official", "COP": "official",
    "REB": "opposing_party", "OPP": "opposing_party", "UAF": "opposing_party", "EDU": "think_tank",
}  # fmt: skip
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
    for sentence in sentences:
        found.extend(_of_sentence(Clause(sentence, text, words), marks))
    found.extend(_left_over(sentences, text, words, marks, found))
    speakers = _Speakers(tuple(sorted(actors, key=lambda one: one.quote.span)), words)
    made = tuple(_attribute(one, text, marks) for one in _distinct(found))
    return _chained(tuple(speakers.name(one) for one in made if one is not None))


def is_unnamed(attribution: Attribution) -> bool:
    """Whether nobody stands behind a report by name: no source at all, or "sources", "analysts", "reports"."""
    return attribution.source is None or attribution.origin == "unnamed"


def _of_sentence(clause: Clause, marks: Marks) -> Iterator[Finding]:
    taken: list[Finding] = []
    for report in find_reports(clause):
        one = _report(clause, report, marks)
        if one is not None:
            taken.append(one)
            yield one
    yield from find_nominal_reports(clause)
    yield from find_cues(clause, tuple(taken))
    yield from find_speaker_marks(clause)


def _report(clause: Clause, report: Report, marks: Marks) -> Finding | None:
    inserted = is_inserted(clause, report)
    source = find_source(clause, report, inserted)
    if inserted:
        content = inserted_content(clause, report, marks, source) or following_content(clause, report, marks)
    else:
        content = following_content(clause, report, marks) or _passive_content(clause, report, source)
    if content is None or (source is None and not (inserted or report.passive or _says_clause(clause, report))):
        return None
    speech = report.word.speech
    if report.negated:
        speech = _NEGATED.get(speech, "doubt")
    return Finding(source, clause.span(report.first, report.last), content, speech)


def _says_clause(clause: Clause, report: Report) -> bool:
    """Whether a verb without a subject still reports a clause: "saying that", "a dit que"."""
    return "that" in report.word.takes and report.word.speech in ("say", "acknowledge", "deny")


def _passive_content(clause: Clause, report: Report, source: Span | None) -> Span | None:
    """"The raid was condemned by Kyiv": the subject is what is said of; "are believed to be": the whole clause."""
    tokens = clause.sentence.tokens
    subject = clause.child(report.index, frozenset(("nsubj:pass", "nsubj")))
    if not report.passive or subject is None or subject > report.index:
        return None
    span = noun_phrase(clause, subject)
    if source is None and any(tokens[i].relation in ("xcomp", "ccomp") for i in clause.sentence.children[report.index]):
        return Span(span.start, clause.sentence.span.end)
    return span if source is not None else None


def _left_over(
    sentences: Sequence[Sentence], text: str, words: SpeechWords, marks: Marks, found: Sequence[Finding]
) -> Iterator[Finding]:
    """Quotations that no verb took: after a colon, or going on where the speaker before left off."""
    covered = sorted((one.content.start, one.content.end) for one in found)
    reach, ends = 0, []
    for _, end in covered:
        reach = max(reach, end)
        ends.append(reach)
    starts = [sentence.span.start for sentence in sentences]
    for quotation in marks.spoken:
        outer = quotation.outer.span
        index = bisect_left(covered, (outer.end, 0)) - 1
        if index >= 0 and ends[index] > outer.start:
            continue
        at = bisect_left(starts, outer.start + 1) - 1
        if at < 0:
            continue
        introduced = _introduced(sentences, at, text, words, outer)
        if introduced is not None:
            yield introduced


def _introduced(sentences: Sequence[Sentence], at: int, text: str, words: SpeechWords, outer: Span) -> Finding | None:
    """A quotation behind a colon belongs to the subject of the words before it: "He turned to the map: “There.”"."""
    before = text[max(0, outer.start - 4) : outer.start].rstrip()
    if not before.endswith(":"):
        return None
    sentence = sentences[at] if sentences[at].span.start < outer.start else sentences[at - 1]
    clause = Clause(sentence, text, words)
    root = sentence.root
    subject = clause.child(root, frozenset(("nsubj", "nsubj:pass")))
    if subject is None or sentence.tokens[root].upos not in ("VERB", "AUX"):
        return None
    return Finding(noun_phrase(clause, subject), sentence.tokens[root].span, outer, "say")


def _distinct(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding a cue, in order of content, then of cue."""
    kept: dict[tuple[Span | None, Span], Finding] = {}
    for one in found:
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


@dataclass(slots=True)
class _Speakers:
    """Gives each attribution its speaker and kind of source; remembers who spoke last, for "he added"."""

    actors: tuple[ActorMention, ...]
    words: SpeechWords
    last: tuple[Actor | None, Origin | None] = (None, None)

    def name(self, one: Attribution) -> Attribution:
        """The attribution with its speaker and origin."""
        if one.source is None:
            return one
        if self.words.is_word(fold(one.source.text), "pronoun"):
            speaker, origin = self.last
            return replace(one, speaker=speaker, origin=origin)
        speaker = self._speaker(one.source)
        origin = self._origin(one.source, speaker)
        self.last = (speaker, origin)
        return replace(one, speaker=speaker, origin=origin)

    def _speaker(self, source: Quote) -> Actor | None:
        """The longest mention on the source's words, the first of two as long: "the Russian minister" before "Russian"."""
        at = bisect_left(self.actors, source.span.start, key=lambda one: one.quote.span.end)
        best: ActorMention | None = None
        while at < len(self.actors) and self.actors[at].quote.span.start < source.span.end:
            one = self.actors[at]
            if one.quote.span.overlaps(source.span) and (best is None or len(one.quote.text) > len(best.quote.text)):
                best = one
            at += 1
        return best.actor if best is not None else None

    def _origin(self, source: Quote, speaker: Actor | None) -> Origin | None:
        forms = fold(source.text).replace("’", "’ ").split()
        named = speaker is not None or any(word[:1].isupper() for word in source.text.split()[1:])
        for form in forms:
            origin = self._noun(form.strip(".,;:()«»“”\""))
            if origin is not None and not (origin == "unnamed" and named):
                return origin
        if speaker is not None and speaker.sector is not None:
            return _ORIGIN_OF_SECTOR.get(speaker.sector)
        return None

    def _noun(self, form: str) -> Origin | None:
        """A noun's kind, in the singular or with the plural's ending taken off."""
        for noun in (form, form.removesuffix("s"), form.removesuffix("x"), form[:-3] + "y" if form.endswith("ies") else form):
            if noun in self.words.origins:
                return self.words.origins[noun]
        return None


def _chained(made: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Set `via`: the narrowest attribution in whose content a cue stands. Contents come in order of start, so one pass."""
    done: list[Attribution] = []
    open_: list[Attribution] = []
    order = sorted(range(len(made)), key=lambda i: (made[i].content.span.start, -made[i].content.span.end, i))
    placed: dict[int, Attribution] = {}
    for index in order:
        one = made[index]
        at = one.cue.span if one.cue is not None else one.content.span
        open_ = [other for other in open_ if other.content.span.end > one.content.span.start]
        outer = [o for o in open_ if o.content.span.covers(at) and o.cue != one.cue and o.content != one.content]
        if outer and one.via is None:
            one = replace(one, via=min(outer, key=lambda o: o.content.span.end - o.content.span.start))
        placed[index] = one
        open_.append(one)
    done.extend(placed[i] for i in range(len(made)))
    return tuple(done)
