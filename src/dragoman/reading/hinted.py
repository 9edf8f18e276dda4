"""Reports that no rule finds and that a trained model marks word by word: the spans are still the tree's.

The model says which words are a cue, and which others go with it; the content is then the phrase or clause of the tree that
holds most of those, and the source the noun phrase. So a span always begins and ends where the syntax does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.model.hint import Hint
from dragoman.model.span import Span
from dragoman.reading.finding import Finding
from dragoman.reading.phase import says_only_when
from dragoman.reading.reporting import MEASURED, Clause, acts_on_something, may_tell, noun_phrase
from dragoman.world.speech import ReportingWord, fold

# Shares from which a word is taken for a cue, for a source or a content. English contents of `attributions`, 27 November 2026: overlap F1
# 0.8282 from 0.7 and 0.55, 0.8306 from 0.75 and 0.6, 0.8284 from 0.75 and 0.65.
_CUE, _PART = 0.75, 0.6
_HEADS = frozenset(("VERB", "AUX", "NOUN", "PROPN", "ADJ", "PRON", "NUM"))  # what a content can be a phrase of
# Overlap of a phrase with the words marked, over both together, below which the two do not agree. Measured as in reporting.py: 0.8165 at 0.6
# and 0.55, 0.8187 at 0.5, 0.8189 at 0.45, 0.8182 at 0.4.
_MIN_FIT = 0.5


def find_hinted(clause: Clause, found: Sequence[Finding]) -> Iterator[Finding]:
    """Findings around cues that stand in none of those found before. Nothing for a parser without hints."""
    hints = clause.sentence.hints
    taken = [span for one in found for span in (one.cue, one.source) if span is not None]
    for first, last in _cues(hints):
        cue = clause.span(first, last)
        if any(span.overlaps(cue) for span in taken) or _is_helper(clause, first, last):
            continue
        content = _phrase(clause, _marked(hints, first, "content"))
        if content is None or content.overlaps(cue) or any(one.content.overlaps(content) for one in found):
            continue
        source = _source(clause, _marked(hints, first, "source"))
        if source is None or source.overlaps(content):
            continue  # "l'article résume la position du gouvernement": without somebody who says it there is no report
        word = clause.words.reporting.get(("verb", fold(clause.sentence.tokens[last].lemma)))
        if word is None and (
            acts_on_something(clause, last) or says_only_when(clause.sentence, last, clause.words.language)
        ):
            continue
        if not _is_told(clause, word, first, last):
            continue
        yield Finding(source, cue, content, word.speech if word else "say")


def _is_told(clause: Clause, word: ReportingWord | None, first: int, last: int) -> bool:
    """Whether a cue can bring what is marked: a verb that may tell, or one of the tables that takes a thing.

    "Ont démontré une plus grande résistance" tells nothing: "démontrer" takes a clause.
    """
    tokens = clause.sentence.tokens
    if all("VerbForm=Inf" in one.features or one.upos == "PART" for one in tokens[first : last + 1]):
        return False  # "raced to find the missing": nobody has told of them yet, while "croit savoir" tells
    if word is not None and word.takes & {"object", "to"}:
        return True
    if first < last and clause.char_before(first) == ",":
        return True  # "…, croit savoir un diplomate": beside what is told
    return tokens[last].upos not in ("VERB", "AUX") or may_tell(clause, last)


def _cues(hints: Sequence[Hint]) -> Iterator[tuple[int, int]]:
    """First and last token of each run of cue words."""
    start: int | None = None
    for index in range(len(hints) + 1):
        inside = index < len(hints) and hints[index].cue >= _CUE
        if inside and start is None:
            start = index
        if not inside and start is not None:
            yield start, index - 1
            start = None


def _is_helper(clause: Clause, first: int, last: int) -> bool:
    """Whether a cue is no more than helpers of verbs, of none that governs what is said: nobody reports by "ont été" alone.

    Asked of the languages whose cues no gold set measures: in English it loses 0.001 of F1.
    """
    tokens = clause.sentence.tokens
    if clause.words.language in MEASURED or any(tokens[i].upos != "AUX" for i in range(first, last + 1)):
        return False
    lemma = fold(tokens[tokens[last].head].lemma) if tokens[last].head >= 0 else ""
    phrases = (lemma, " ".join(clause.forms[tokens[last].head : tokens[last].head + 2]))
    return not any(
        (one, "verb", kind) in clause.words.governors for one in phrases for kind in ("that", "to", "object")
    )


def _marked(hints: Sequence[Hint], cue: int, part: str) -> frozenset[int]:
    """Tokens marked as a part that go with a cue."""
    return frozenset(i for i, one in enumerate(hints) if one.report == cue and getattr(one, part) >= _PART)


def _phrase(clause: Clause, marked: frozenset[int]) -> Span | None:
    """The subtree that agrees best with the words marked, None if none does well."""
    best: tuple[float, int, int] | None = None
    for head in (i for i in sorted(marked) if clause.sentence.tokens[i].upos in _HEADS):
        tree = clause.sentence.subtree(head)
        first, last = tree[0], tree[-1]
        fit = len(marked & set(range(first, last + 1))) / len(marked | set(range(first, last + 1)))
        if fit >= _MIN_FIT and (best is None or fit > best[0]):
            best = (fit, first, last)
    return clause.span(best[1], best[2]) if best else None


def _source(clause: Clause, marked: frozenset[int]) -> Span | None:
    """The noun phrase whose head is marked."""
    tokens = clause.sentence.tokens
    heads = [i for i in sorted(marked) if tokens[i].head not in marked and tokens[i].upos in ("NOUN", "PROPN", "PRON")]
    return noun_phrase(clause, heads[0]) if heads else None
