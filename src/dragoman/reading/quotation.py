"""Which words stand between quotation marks, nested and continued, and which marks only keep a distance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.attribution import Quotation
from dragoman.model.document import Paragraph
from dragoman.model.span import Span, quote
from dragoman.world.speech import is_reporting_form

# Mark that opens -> marks that close it. “ closes „ (Poland, Germany); ” may stand for “ typed twice (”so”).
# A desk that mixes straight and curly marks closes one with the other ("so”).
_CLOSERS = {
    "«": ("»",), "‹": ("›",), "“": ("”", '"'), "„": ("“", "”"), "‟": ("”",), "‘": ("’",), '"': ('"', "”"), "'": ("'",),
    "``": ("''", '"'), "”": ("”",), "''": ("''",),
}  # fmt: skip
_DOUBLE = frozenset(("«", "“", "„", "‟", '"', "``", "”", "''"))
_MARK = re.compile(r"``|''|[«»‹›“”„‟\"‘’']")
_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_OPENING_BRACKETS = frozenset("([{—–-/:;,.…«“‘\"'")
_FIGURES = re.compile(r"\d[\d.,]*\s?(?:['’′]\s?\d{0,2})?$")
_STOP = re.compile(r"[.!?…]\s")
_SCARE_WORDS = 3  # more words than this in marks are somebody's words, not the writer's distance
_TITLE_WORDS = 6  # more words in capitals than this are a headline or a slogan
_MAX_OPEN = 20  # marks open at once: more are apostrophes that opened nothing, and would be searched at every mark
_CUE_WINDOW = 60  # code points on each side in which a reporting word makes short marked words somebody's words


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    start: int
    end: int


def find_quotations(text: str, paragraphs: tuple[Paragraph, ...], language: str) -> tuple[Quotation, ...]:
    """Quotations of a document, in order of their first mark; one inside another comes after it.

    text: the document's text; paragraphs: its blocks, in order; language: ISO 639-1, for the cues that tell speech
    from distance. A quotation that the next paragraph reopens is one quotation. One that is never closed ends with its
    paragraph; a single mark that is never closed is an apostrophe. A paragraph of kind "quote" is a quotation.
    Raises nothing; () where there is none.
    """
    found: list[Quotation] = []
    carried: _Open | None = None
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind == "quote":
            found.extend(_block(text, paragraph.span))
        follows = paragraphs[index + 1].span if index + 1 < len(paragraphs) else None
        closed, carried = _read(text, paragraph.span, follows, carried)
        found.extend(
            Quotation(
                quote(outer, text), quote(inner, text), _is_no_speech(text, paragraph.span, outer, inner, language)
            )
            for outer, inner in closed
        )
    return tuple(sorted(found, key=lambda one: (one.outer.span.start, -one.outer.span.end)))


def _block(text: str, span: Span) -> Iterator[Quotation]:
    start, end = _strip(text, span.start, span.end)
    if start < end:
        words = quote(Span(start, end), text)
        yield Quotation(words, words)


def _read(
    text: str, span: Span, follows: Span | None, carried: _Open | None
) -> tuple[list[tuple[Span, Span]], _Open | None]:
    """Quotations closed in one paragraph, and the one that the next paragraph goes on with."""
    stack: list[_Open] = [carried] if carried else []
    closed: list[tuple[Span, Span]] = []
    skip_until = _reopening(text, span, carried)
    for match in _MARK.finditer(text, span.start, span.end):
        if match.start() < skip_until:
            continue
        mark = match.group()
        closing = _closing(text, span, match, stack)
        if closing is not None:
            opened = stack[closing]
            del stack[closing:]
            closed.append((Span(opened.start, match.end()), Span(opened.end, match.start())))
        elif _opens(text, span, match):
            if mark == '"':  # "one “other: a straight mark that opens twice lost its first partner
                stack = [one for one in stack if one.mark != '"']
            stack = [*stack[-_MAX_OPEN:], _Open(mark, match.start(), match.end())]
    pending = next((one for one in stack if one.mark in _DOUBLE), None)
    if pending and follows and _begins_with(text, follows, pending.mark):
        return _narrowed(text, closed), pending
    if pending:
        closed.append((Span(pending.start, span.end), Span(pending.end, span.end)))
    return _narrowed(text, closed), None


def _narrowed(text: str, closed: list[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """Inner spans without white space at the edges; pairs of marks around nothing are dropped."""
    found = []
    for outer, inner in closed:
        start, end = _strip(text, inner.start, inner.end)
        if start < end:
            unclosed = outer.end == inner.end
            found.append((Span(outer.start, end if unclosed else outer.end), Span(start, end)))
    return found


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _reopening(text: str, span: Span, carried: _Open | None) -> int:
    """Where the mark that goes on with an earlier paragraph's quotation ends; 0 if there is none."""
    if carried is None:
        return 0
    start, _ = _strip(text, span.start, span.end)
    # French printers also repeat the closing mark at the head of each paragraph: "» Nous irons".
    for mark in (carried.mark, _CLOSERS[carried.mark][0]):
        if text.startswith(mark, start):
            return start + len(mark)
    return 0


def _begins_with(text: str, span: Span, mark: str) -> bool:
    start, _ = _strip(text, span.start, span.end)
    return text.startswith((mark, _CLOSERS[mark][0]), start)


def _closing(text: str, span: Span, match: re.Match[str], stack: list[_Open]) -> int | None:
    """Index in `stack` of what this mark closes, None if it closes nothing."""
    mark = match.group()
    for index in range(len(stack) - 1, -1, -1):
        opened = stack[index].mark
        if mark not in _CLOSERS[opened]:
            continue
        if mark in "’'" and mark != "''" and not _ends_word(text, span, match):
            return None
        if mark in ('"', "''") and _looks_open(text, span, match) and not _looks_closed(text, span, match):
            return None
        return index
    return None


def _ends_word(text: str, span: Span, match: re.Match[str]) -> bool:
    """Whether a single mark can close: nothing of a word follows, and it does not stand after a space."""
    after = text[match.end()] if match.end() < span.end else " "
    before = text[match.start() - 1] if match.start() > span.start else " "
    return not after.isalnum() and not before.isspace()


def _looks_open(text: str, span: Span, match: re.Match[str]) -> bool:
    before = text[match.start() - 1] if match.start() > span.start else " "
    after = text[match.end()] if match.end() < span.end else " "
    return (before.isspace() or before in _OPENING_BRACKETS) and not after.isspace()


def _looks_closed(text: str, span: Span, match: re.Match[str]) -> bool:
    before = text[match.start() - 1] if match.start() > span.start else " "
    return not before.isspace()


def _opens(text: str, span: Span, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark in ("«", "“", "„", "‟", "‹", "``"):
        return True
    if mark in ("»", "›", "’"):
        return False
    before = text[match.start() - 1] if match.start() > span.start else " "
    if mark in ("‘", "'"):
        after = text[match.end()] if match.end() < span.end else " "
        return not before.isalnum() and after.isalnum()
    if mark == '"' and _FIGURES.search(text, max(span.start, match.start() - 8), match.start()):
        return False  # a 24" screen, 5'10": inches, not speech
    return (mark in ("”", "''") and _looks_open(text, span, match)) or (
        mark == '"' and _straight_opens(text, span, match)
    )


def _straight_opens(text: str, span: Span, match: re.Match[str]) -> bool:
    """A straight mark opens before a word, or, in tokenised print, between two spaces."""
    before = text[match.start() - 1] if match.start() > span.start else " "
    return before.isspace() or before in _OPENING_BRACKETS


def _is_no_speech(text: str, paragraph: Span, outer: Span, inner: Span, language: str) -> bool:
    """Marks of distance or around the name of a work: nobody speaks in them."""
    marks = (text, paragraph, outer, inner, language)
    return _is_scare(*marks) or _is_title(*marks)


def _is_title(text: str, paragraph: Span, outer: Span, inner: Span, language: str) -> bool:
    """The name of a work: two to six words in capitals behind a small word that is none of saying ("an episode of “Night Bus,”")."""
    words = _WORD.findall(inner.of(text)[: 40 * _TITLE_WORDS])
    before = text[max(paragraph.start, outer.start - _CUE_WINDOW) : outer.start]
    leading = _WORD.findall(before)[-1:]
    if (
        not 2 <= len(words) <= _TITLE_WORDS
        or not leading
        or not before.rstrip()[-1:].isalnum()
        or text[inner.end - 1] in ".!?"
    ):
        return False
    in_capitals = all(word[0].isupper() or len(word) <= 3 for word in words) and words[-1][0].isupper()
    near = (_bare(word) for word in _WORD.findall(_STOP.split(before)[-1])[-4:])
    return in_capitals and leading[0][0].islower() and not any(is_reporting_form(word, language) for word in near)


def _bare(word: str) -> str:
    """A word in lower case without what is elided before it: "l’appelle" is "appelle"."""
    return word.lower().rpartition("’")[2].rpartition("'")[2]


def _is_scare(text: str, paragraph: Span, outer: Span, inner: Span, language: str) -> bool:
    """Marks of distance: one to three words in lower case, no stop among them, no word of saying near by."""
    words = _WORD.findall(inner.of(text)[: 40 * _SCARE_WORDS])
    if not 1 <= len(words) <= _SCARE_WORDS or not words[0][0].islower():
        return False
    before = text[max(paragraph.start, outer.start - _CUE_WINDOW) : outer.start]
    after = text[outer.end : min(paragraph.end, outer.end + _CUE_WINDOW)]
    if text[inner.end - 1] in ".,!?…" or before.rstrip().endswith(":"):
        return False
    near = _WORD.findall(_STOP.split(before)[-1])[-6:] + _WORD.findall(_STOP.split(after)[0])[:4] + words
    return not any(is_reporting_form(_bare(word), language) for word in near)
