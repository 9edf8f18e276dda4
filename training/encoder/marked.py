"""Examples as they are written, `<s>Kyiv</s> <e>sent</e> …`, as words with the places of the marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.tokenizer import Tokenizer

from dragoman.pipelines.blank import with_plain_blanks
from training.encoder.settings import SHIPPED

TAG = re.compile(r"<(/?)([a-z]+)(\d*)(?: (-?[\d.]+))?>")


class BadMark(ValueError):
    """A mark that is not closed, or closed before it is opened."""


@dataclass(frozen=True)
class Mark:
    """A marked stretch: its letter, its number and value if it has them, and its place in the text without marks."""

    letter: str
    number: str
    value: float | None
    start: int
    end: int


@dataclass(frozen=True)
class Words:
    """Words of a text, and the offsets where each begins and ends."""

    forms: tuple[str, ...]
    blanks: tuple[bool, ...]
    offsets: tuple[tuple[int, int], ...]

    def inside(self, start: int, end: int) -> list[int]:
        """Places of the words that overlap a stretch of the text."""
        return [i for i, (a, b) in enumerate(self.offsets) if a < end and b > start]


def read_marks(text: str) -> tuple[str, list[Mark]]:
    """A text without its marks, and the marks. Raises BadMark.

    >>> read_marks("<s>Kyiv</s> left")
    ('Kyiv left', [Mark(letter='s', number='', value=None, start=0, end=4)])
    """
    plain, marks, opened, last = "", [], [], 0
    for tag in TAG.finditer(text):
        plain += text[last : tag.start()]
        last = tag.end()
        closing, letter, number, value = tag.groups()
        if not closing:
            opened.append((letter, number, None if value is None else float(value), len(plain)))
            continue
        place = next(
            (
                i
                for i in range(len(opened) - 1, -1, -1)
                if opened[i][0] == letter and (not number or opened[i][1] == number)
            ),
            None,
        )
        if place is None:
            raise BadMark(f"</{letter}{number}> closes nothing in {text[:80]!r}")
        kind, its, worth, start = opened.pop(place)
        marks.append(Mark(kind, its, worth, start, len(plain)))
    if opened:
        raise BadMark(f"<{opened[-1][0]}> is never closed in {text[:80]!r}")
    return plain + text[last:], marks


@cache
def tokenizer_of(language: str) -> Tokenizer:
    """The rules that cut words when Dragoman reads."""
    nlp = spacy.blank(language)
    nlp.tokenizer.from_disk(SHIPPED / language / "tokenizer")
    return nlp.tokenizer


def words_of(text: str, language: str) -> Words:
    """Words as the reader cuts them; white space is none."""
    forms, blanks, offsets = [], [], []
    blank = True
    for token in tokenizer_of(language)(with_plain_blanks(text)):
        if not token.is_space:
            forms.append(token.text)
            blanks.append(blank)
            offsets.append((token.idx, token.idx + len(token)))
        blank = token.is_space or bool(token.whitespace_)
    return Words(tuple(forms), tuple(blanks), tuple(offsets))


def read_rows(path: Path) -> Iterator[list[str]]:
    """Columns of each line that is no comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")
