"""Figures with their author: "The ministry's figures: 40 dead", "the May count by the navy was 60": whoever counted says so."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.span import Span
from dragoman.model.tree import base
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import Clause, noun_phrase

_MAX_LABEL = 10  # tokens before the colon: "Earlier figures of the Kenyan defence ministry:"


def find_figures(clause: Clause) -> Iterator[Finding]:
    """A count that a label or a subject gives to somebody named: source, cue (the colon or the count's noun), content."""
    label = _label(clause)
    if label is not None:
        yield label
        return
    for index, form in enumerate(clause.forms):
        if clause.words.is_word(form, "estimate") and clause.sentence.tokens[index].upos == "NOUN":
            found = _told_by_subject(clause, index)
            if found is not None:
                yield found


def _label(clause: Clause) -> Finding | None:
    """A line's head before its colon that names an office, or a count and whose it is: "Kenyan customs: …"."""
    tokens = clause.sentence.tokens
    colon = next((i for i, token in enumerate(tokens[: _MAX_LABEL + 1]) if token.form == ":"), None)
    if not colon or colon + 1 >= len(tokens) or clause.char_before(0) in ("“", "«", '"'):
        return None
    if any(token.upos in ("VERB", "AUX", "PUNCT", "SCONJ") for token in tokens[:colon]):
        return None
    counts = any(clause.words.is_word(clause.forms[i], "estimate") for i in range(colon)) and _is_owned(
        clause, 0, colon
    )
    head = next((i for i in range(colon) if tokens[i].head < 0 or tokens[i].head >= colon), colon - 1)
    is_office = clause.words.origins.get(clause.forms[head]) not in (None, "unnamed", "imagery", "eyewitness")
    is_figure = any(token.upos == "NUM" for token in tokens[colon + 1 :])
    if not is_figure or not (counts or (is_office and colon > 1)):
        return None
    source = clause.span(_behind_times(clause, colon), colon - 1)
    return Finding(source, tokens[colon].span, Span(tokens[colon].span.end, clause.sentence.span.end), "say")


def _behind_times(clause: Clause, colon: int) -> int:
    """The first token of a label that is no "earlier", "latest" or other adjective of the count itself."""
    first = 0
    while first + 1 < colon and clause.sentence.tokens[first].upos in ("ADJ", "ADV", "DET", "NUM"):
        if clause.sentence.tokens[first].form[:1].isupper() and first > 0:
            break  # "the latest Kenyan figures"
        if (
            clause.sentence.tokens[first].upos == "ADJ"
            and clause.words.origins.get(clause.forms[first + 1]) is not None
        ):
            break  # "Kenyan customs"
        first += 1
    return first


def _told_by_subject(clause: Clause, index: int) -> Finding | None:
    """ "The May navy figure was 60 dead", "le bilan du ministère est de 40 morts": a count as the subject of its number."""
    tokens, token = clause.sentence.tokens, clause.sentence.tokens[index]
    span = noun_phrase(clause, index)
    inside = [i for i, one in enumerate(tokens) if span.covers(one.span)]
    if base(token.relation) not in ("nsubj", "root") or not inside or not _is_owned(clause, inside[0], inside[-1] + 1):
        return None
    verb = inside[-1] + 1
    ahead = tokens[verb : verb + 8]
    if len(ahead) < 2 or ahead[0].upos not in ("AUX", "VERB") or not any(one.upos == "NUM" for one in ahead):
        return None
    stop = next((i for i in range(verb, len(tokens)) if tokens[i].form in (";", ".")), len(tokens))
    if stop <= verb + 1:
        return None
    return Finding(span, token.span, clause.span(verb + 1, stop - 1), "say")


def _is_owned(clause: Clause, first: int, last: int) -> bool:
    """Whether words say whose count it is: a name, or an office ("the ministry's figures")."""
    tokens, origins = clause.sentence.tokens, clause.words.origins
    names = any(
        tokens[i].upos == "PROPN" and not clause.words.is_word(clause.forms[i], "time") for i in range(first, last)
    )
    return names or any(origins.get(clause.forms[i]) not in (None, "unnamed") for i in range(first, last))
