"""Text into the windows that the encoder sees at once: the words of a paragraph, or of as many sentences as fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.span import Span

MAX_WORDS = 128  # the encoder was trained on windows of this size
MAX_PIECES = 254  # with [CLS] and [SEP] 256: attention sums so many exactly (training/encoder/graph.py)
MIN_WORDS = 48  # no cut before: a sentence or two more help to read the next
FINAL = frozenset('.!?…:;»”")]’')  # what may close a sentence, with what may stand behind the mark
CLOSING = frozenset((".", "!", "?", "…", "...", "?!", "!!"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text.

    blank: whether white space stands before it; line: whether a line ends after it. pieces: how many it is read as, at most
    `pieces.MAX_WORD_PIECES`.
    """

    span: Span
    form: str
    blank: bool
    line: bool
    pieces: int


@dataclass(frozen=True, slots=True)
class Window:
    """Words that are seen together."""

    words: tuple[Word, ...]
    paragraph: int


def closes(word: Word) -> bool:
    """Whether a sentence may end after this word: a final mark, or the end of a line."""
    return word.line or word.form[-1] in FINAL


def windows_of(words: Sequence[Word], paragraph: int) -> Iterator[Window]:
    """Cut a paragraph where a sentence surely ends, else at a comma, else anywhere: all words once, in order.

    No window has more than MAX_WORDS words or MAX_PIECES pieces.
    """
    begin = 0
    while begin < len(words):
        end = _room(words, begin)
        if end < len(words):
            end = _cut(words, begin, end)
        yield Window(tuple(words[begin:end]), paragraph)
        begin = end


def _room(words: Sequence[Word], begin: int) -> int:
    """Where a window that begins here has to end at the latest."""
    pieces = 0
    for end in range(begin, min(begin + MAX_WORDS, len(words))):
        pieces += words[end].pieces
        if pieces > MAX_PIECES:
            return end
    return min(begin + MAX_WORDS, len(words))


def _cut(words: Sequence[Word], begin: int, last: int) -> int:
    """The best place to cut, at the latest before the word `last`."""
    for marks in (CLOSING, frozenset((";", ":")), frozenset((",",))):
        for end in range(last, begin + MIN_WORDS, -1):
            following = words[end].form
            if words[end - 1].form in marks and (marks is not CLOSING or _may_open(following)):
                return end
    return last


def _may_open(form: str) -> bool:
    return form[0].isupper() or form[0].isdigit() or (not form[0].isalnum() and form not in (")", "”", "»", "’"))
