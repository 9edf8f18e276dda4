"""The words of a document as names are looked up: folded, with the token each belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.model.tree import Sentence, Token
from dragoman.world.actor import fold

_WORD = re.compile(r"[^\W_]+")
_JOINTS = frozenset(" \u00a0\u202f\n\t-\u2010\u2011'\u2019\u02bc")


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a document, as columns of equal length.

    starts, ends: code points. folded: without case and accents. sentence, token: indices of the tree's token.
    joined: goes on from the word before with no more than a space, hyphen, apostrophe or an initial's stop between.
    """

    text: str
    sentences: tuple[Sentence, ...]
    starts: list[int]
    ends: list[int]
    folded: list[str]
    joined: list[bool]
    sentence: list[int]
    token: list[int]

    def __len__(self) -> int:
        return len(self.starts)

    def form(self, index: int) -> str:
        """The word as printed."""
        return self.text[self.starts[index] : self.ends[index]]

    def capital(self, index: int) -> bool:
        """Whether the word is printed with a capital."""
        return self.text[self.starts[index]].isupper()

    def token_of(self, index: int) -> Token:
        """The token a word belongs to."""
        return self.sentences[self.sentence[index]].tokens[self.token[index]]

    def between(self, index: int) -> str:
        """What is printed between the word before and this one; "" at the start of a document."""
        return self.text[self.ends[index - 1] : self.starts[index]] if index else ""

    def hyphened(self, index: int) -> bool:
        """Whether the word hangs on the one before by a hyphen."""
        return self.joined[index] and self.between(index) in ("-", "\u2010", "\u2011")

    def spaced(self, index: int) -> bool:
        """Whether the word follows the one before after a mere space."""
        return self.joined[index] and self.between(index).isspace()

    def first_of_sentence(self, index: int) -> bool:
        """Whether the word opens its sentence."""
        return index == 0 or self.sentence[index - 1] != self.sentence[index]


def words_of(sentences: tuple[Sentence, ...], text: str) -> Words:
    """Cut the sentences of a document into words: runs of letters and digits, each with its token."""
    words = Words(text, sentences, [], [], [], [], [], [])
    folds: dict[str, str] = {}
    before, form = -1, ""
    for number, sentence in enumerate(sentences):
        token, tokens = 0, sentence.tokens
        last = len(tokens) - 1
        # A parser may cut "Papouasie-Nouvelle-Guinée" in two: only what has white space before it starts anew.
        if before >= 0 and not _is_cut(text[before : sentence.span.start]):
            before = -1
        for match in _WORD.finditer(text, sentence.span.start, sentence.span.end):
            start, end = match.span()
            while token < last and tokens[token + 1].span.start <= start:
                token += 1
            words.joined.append(before >= 0 and (text[before:start] == " " or _joins(text[before:start], form)))
            form = match.group()
            folded = folds.get(form)
            if folded is None:
                folded = folds[form] = fold(form)
            words.starts.append(start)
            words.ends.append(end)
            words.folded.append(folded)
            words.sentence.append(number)
            words.token.append(token)
            before = end
    return words


def _is_cut(between: str) -> bool:
    return between in ("", "-", "\u2010", "\u2011")


def _joins(between: str, form: str) -> bool:
    """Whether a name may go on across what is printed between two words: "U.S.", "S. Korea", "Kim Jong-un"."""
    if len(between) > 3:
        return False
    if between[:1] == "." and len(form) == 1 and form.isupper():
        between = between[1:]
    return all(one in _JOINTS for one in between)
