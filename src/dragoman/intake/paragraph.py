"""Paragraphs of plain text and Markdown: where each block stands and what it is on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from dragoman.model.document import Paragraph, ParagraphKind
from dragoman.model.span import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"[ \t]*(?:[-*+•‣◦·▪●]|\d{1,2}[.)]|[a-z]\))[ \t\u00a0]+(?=\S)")
_HASHES = re.compile(r" {0,3}#{1,6}[ \t]+(?=\S)")
_QUOTED = re.compile(r" {0,3}(?:>[ \t]?)+")
_CLOSING_HASHES = re.compile(r"[ \t]+#+$")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")
_TERMINAL = tuple(".!?…:;,»”\"')]")
_QUOTES = {"«": "»", "“": "”", "„": "“", "”": "”", '"': '"', "「": "」", "『": "』"}
_WRAP_WIDTHS = range(40, 121)  # columns at which editors and mail programs break lines
_MAX_HEADING_CHARS = 120
_MAX_HEADING_WORDS = 16
_MAX_SUBHEAD_CHARS = 80
_CAPITAL_SHARE = 0.6  # of the words longer than three letters: articles and prepositions stay small in a title


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that holds something, without the white space around it. gap: an empty line stands before it."""

    start: int
    end: int
    words: str
    gap: bool


def find_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, in order; spans hold no white space at the ends and no marks of Markdown.

    Each line that holds something is a paragraph, with two exceptions. A block of lines between empty lines is one
    paragraph if it is hard-wrapped: its longest line has 40 to 120 characters, the first word of each line would not have
    fitted on the line before it, and most lines start with no capital. A line that is indented under an entry of a list
    goes on with it.
    Kinds: heading (Markdown "#", or a short line without a final stop that is in Title Case or over a paragraph twice as
    long), list (without its bullet), table (a row "| a | b |"; rules "|---|" are left out), quote (after ">", or wholly in
    quotation marks), else text.

    >>> [(one.kind, one.span.of("# A b\\n- c\\nD e.")) for one in find_paragraphs("# A b\\n- c\\nD e.")]
    [('heading', 'A b'), ('list', 'c'), ('text', 'D e.')]
    """
    found: list[Paragraph] = []
    block: list[_Line] = []
    for line in _lines(text):
        if line.gap and block:
            found.extend(_of_block(block, text))
            block = []
        block.append(line)
    found.extend(_of_block(block, text))
    return tuple(_headed(found, text))


def _headed(found: list[Paragraph], text: str) -> list[Paragraph]:
    """Take a short line without a final stop, over a paragraph twice as long that has one, for its heading."""
    for index, (one, following) in enumerate(pairwise(found)):
        size = one.span.end - one.span.start
        if one.kind != "text" or following.kind != "text" or size > _MAX_SUBHEAD_CHARS:
            continue
        words = one.span.of(text)
        longer = following.span.end - following.span.start >= 2 * size and text[following.span.end - 1] in _TERMINAL
        plain = not words.endswith(_TERMINAL) and "," not in words and len(_WORD.findall(words)) > 1
        if longer and plain and not words[0].islower():
            found[index] = Paragraph(one.span, "heading")
    return found


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        words = match.group()
        if not words.strip():
            continue
        start = match.start() + len(words) - len(words.lstrip())
        breaks = len(_BREAK.findall(text, last_end, start))
        found.append(_Line(start, start + len(words.strip()), words, breaks > 1))
        last_end = start + len(words.strip())
    return found


def _of_block(block: list[_Line], text: str) -> list[Paragraph]:
    if len(block) > 1 and not any(_mark(line) for line in block) and _is_wrapped(block):
        return [_paragraph(block[0].start, block[-1].end, text)]
    found: list[Paragraph] = []
    for line in block:
        if not any(one.isalnum() for one in line.words) or _TABLE_RULE.fullmatch(line.words.strip()):
            continue  # "***", "|---|---|": a rule, not words
        if found and found[-1].kind == "list" and line.words[:2] in ("  ", "\t") and not _BULLET.match(line.words):
            found[-1] = Paragraph(Span(found[-1].span.start, line.end), "list")
            continue
        found.append(_of_line(line, text))
    return found


def _mark(line: _Line) -> ParagraphKind | None:
    """The kind that a mark at the start of a line gives it; None for a plain line."""
    words = line.words.strip()
    if _HASHES.match(line.words):
        return "heading"
    if words.startswith("|") and words.count("|") > 1:
        return "table"
    if words.startswith(">"):
        return "quote"
    return "list" if _BULLET.match(line.words) else None


def _of_line(line: _Line, text: str) -> Paragraph:
    kind = _mark(line)
    start, end = line.start, line.end
    base = end - len(line.words.rstrip())  # where the line's own first character stands
    if kind is None:
        return _paragraph(start, end, text)
    pattern = {"heading": _HASHES, "list": _BULLET, "quote": _QUOTED}.get(kind)
    match = pattern.match(line.words) if pattern else None
    if match and match.end() < len(line.words.rstrip()):
        start = base + match.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
    if kind == "heading" and (closing := _CLOSING_HASHES.search(text[start:end])):
        end = start + closing.start()
    return Paragraph(Span(start, end), kind)


def _paragraph(start: int, end: int, text: str) -> Paragraph:
    words = text[start:end] if end - start <= _MAX_HEADING_CHARS else ""
    if words and _is_title(words):
        return Paragraph(Span(start, end), "heading")
    closing = _QUOTES.get(text[start])
    if closing and text[end - 1] == closing and end - start > 2:
        inside = text.find(closing, start + 1, end - 1)
        if inside < 0:
            return Paragraph(Span(start, end), "quote")
    return Paragraph(Span(start, end), "text")


def _is_title(words: str) -> bool:
    """Whether a line reads as a title: short, no final stop, its longer words capitalised."""
    if words.endswith(_TERMINAL) or "\n" in words:
        return False
    names = _WORD.findall(words)
    long = [str(word) for word in names if len(word) > 3]
    if not 2 <= len(names) <= _MAX_HEADING_WORDS or not long or not words[0].isupper():
        return False
    return sum(word[0].isupper() for word in long) >= _CAPITAL_SHARE * len(long)


def _is_wrapped(block: list[_Line]) -> bool:
    width = max(line.end - line.start for line in block)
    if width not in _WRAP_WIDTHS:
        return False
    small = 0
    for line, following in pairwise(block):
        words = following.words.strip()
        first = words.split(None, 1)[0]
        if line.end - line.start + 1 + len(first) <= width:
            return False  # the word would have fitted: the break was meant
        small += not words[0].isupper()
    return 2 * small > len(block) - 1
