"""Who says it in a headline: "Two killed in blast – police", "Talks collapse: mediator"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.span import Span
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import Clause

_DASHES = frozenset(("–", "—", "-", ":"))
_MAX_SOURCE = 5  # tokens: "senior US defence officials"
_MIN_WORDS = 3
_NAMES = frozenset(("PROPN", "NOUN", "ADJ", "DET", "NUM"))


def find_headline_source(clause: Clause, named: tuple[Span, ...] = ()) -> Iterator[Finding]:
    """A short name for a kind of source behind the last dash or colon of a line without a stop; what stands before it is its content.

    named: who speaks for a state, by name. The name of a paper or a section ("… – Politics", "… - Reuters") is no source: only
    a noun of the table of sources is, and behind a dash such a name ("Chad sends troops to the border - Niamey").
    """
    tokens = clause.sentence.tokens
    after = clause.text[clause.sentence.span.end : clause.sentence.span.end + 1]
    if clause.char_before(0) or after not in ("", "\n") or tokens[-1].upos == "PUNCT":
        return
    at = next(
        (i for i in range(len(tokens) - 2, max(len(tokens) - _MAX_SOURCE - 2, 0), -1) if tokens[i].form in _DASHES),
        None,
    )
    if at is None or at < _MIN_WORDS or clause.text[tokens[at].span.end : tokens[at].span.end + 1] != " ":
        return
    name = tokens[at + 1 :]
    head = name[-1] if clause.words.language == "en" else next((t for t in name if t.upos == "NOUN"), name[0])
    speaks = tokens[at].form != ":" and clause.span(at + 1, len(tokens) - 1) in named
    if not all(t.upos in _NAMES for t in name) or not (speaks or _is_source(clause, head.lemma.lower())):
        return
    if any(t.upos in ("VERB", "AUX") for t in tokens[:at]):
        source = clause.span(at + 1, len(tokens) - 1)
        content = Span(clause.sentence.span.start, tokens[at].span.start)
        yield Finding(source, tokens[at].span, content, "say", aside=Span(tokens[at].span.start, source.end))


def _is_source(clause: Clause, lemma: str) -> bool:
    return lemma in clause.words.origins or clause.words.is_word(lemma, "document")
