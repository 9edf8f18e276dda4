"""A name before a colon that says what follows: "PETROV: We wait."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.model.span import Span
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import Clause
from dragoman.world.speech import fold

_MAX_NAME = 6  # tokens of a name before a colon: "Sen. Anna Petrov (Ind.):"
# the next speaker of a transcript that a page prints in one paragraph: "… to Lima. MS. ROJAS: Never."
_TURN = re.compile(r"[.?!…”]\s+(?=[A-Z][A-Z]{1,20}\.?(?:\s[A-Z][A-Z]{1,20}){0,2}:\s)")


def find_speaker_marks(clause: Clause) -> Iterator[Finding]:
    """A name before a colon at the head of a line: "PETROV: We wait." In headlines where the language prints them so."""
    tokens = clause.sentence.tokens
    opens_line = clause.char_before(0) in ("", "“", '"', "«")
    if not opens_line and clause.char_before(0) not in ".?!…”":
        return
    colon = next((i for i, t in enumerate(tokens[: _MAX_NAME + 1]) if t.form == ":"), None)
    if colon is None or colon == 0:
        return
    name = [t for t in tokens[:colon] if t.upos != "PUNCT"]
    if not name or not all(t.upos in ("PROPN", "NOUN", "ADJ", "X", "DET", "ADP", "NUM") for t in name):
        return
    source = clause.span(0, colon - 1)
    is_transcript = source.of(clause.text).isupper() and len(name) <= 3 and len(name[-1].form) > 1
    if clause.words.is_word(fold(name[-1].form), "label") or not (opens_line or is_transcript):
        return
    start = tokens[colon].span.end
    rest = clause.text[start : clause.sentence.span.end].lstrip() or clause.text[start : start + 3].lstrip(" \u00a0")
    is_quoted = rest[:1] in ("“", "«", '"')
    is_name = len(name) == 1 or all(t.upos == "PROPN" for t in name)
    is_headline = is_name and colon < 4 and clause.words.is_word(":", "speaker")
    if is_transcript or is_quoted or is_headline:
        end = clause.sentence.span.end
        if colon + 1 == len(tokens) or is_transcript:  # a turn of a transcript goes on to the end of its line
            line = clause.text.find("\n", start)
            end = line if line >= 0 else len(clause.text)
            turn = _TURN.search(clause.text, start, end)
            end = turn.start() + 1 if turn else end
        if clause.text[start:end].strip():
            yield Finding(source, tokens[colon].span, Span(start, end), "say")
