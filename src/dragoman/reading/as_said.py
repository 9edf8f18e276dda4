"""Reports in a clause of comparison: "As the governor said, the province …", "…, comme l’a indiqué le préfet"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.span import Span
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import Clause, find_reports, noun_phrase

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "obj"))  # small parsers take a turned subject for an object

_AROUND = frozenset(("obl", "obl:tmod", "advmod", "compound:prt", "nmod"))


def find_as_said(clause: Clause) -> Iterator[Finding]:
    """What stands beside such a clause, from whoever is its subject."""
    tokens = clause.sentence.tokens
    for report in find_reports(clause):
        if tokens[report.index].relation != "advcl" or not {"that", "quote"} & report.word.takes or report.negated:
            continue
        opening = next(
            (i for i in range(report.first - 1, -1, -1) if clause.words.is_word(clause.forms[i], "as")), None
        )
        if opening is None or any(tokens[i].form == "," for i in range(opening, report.first)):
            continue
        comma = next((i for i in range(report.last, len(tokens)) if tokens[i].form == ","), len(tokens) - 1)
        inside = range(opening + 1, comma)
        own = (i for i in clause.sentence.children[report.index] if tokens[i].relation in _SUBJECTS and i in inside)
        subject = next(
            (i for i in own if tokens[i].upos in ("NOUN", "PROPN", "PRON") and len(tokens[i].form) > 2), None
        )
        is_whole = not any(tokens[i].relation in ("ccomp", "xcomp") for i in clause.sentence.children[report.index])
        if subject is None or not is_whole or report.word.speech != "say":
            continue
        if opening and tokens[opening - 1].form != ",":
            continue  # "said it as the crowd cheered": a time
        own_words = {*clause.sentence.subtree(subject), *range(report.first, report.last + 1)}
        own_words |= _circumstances(clause, report.index)
        if any(i not in own_words and tokens[i].upos not in ("PRON", "ADV", "AUX", "PUNCT") for i in inside):
            continue  # "as the board investigated the fire": a time too
        aside = clause.span(opening, comma)
        span = clause.sentence.span
        has_verb = any(token.upos in ("VERB", "AUX") for token in tokens[:opening])
        content = (
            Span(span.start, aside.start) if has_verb else Span(aside.end if opening == 0 else span.start, span.end)
        )
        if content.end - content.start > 1:
            yield Finding(
                noun_phrase(clause, subject),
                clause.span(report.first, report.last),
                content,
                report.word.speech,
                aside=aside,
            )


def _circumstances(clause: Clause, verb: int) -> set[int]:
    """Where, when and how it was said: "As Anna Petrov pointed out in a long post, …"."""
    tokens = clause.sentence.tokens
    around = (i for i in clause.sentence.children[verb] if i > verb and tokens[i].relation in _AROUND)
    return {i for child in around for i in clause.sentence.subtree(child)}
