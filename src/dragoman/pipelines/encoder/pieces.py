"""Words into the pieces of a vocabulary, as the encoder takes them. Training and reading share this module.

The vocabulary of the English encoder has small letters alone, so what the print of a word says (capitals, figures, whether a
blank stands before it) reaches the network as a number beside the pieces: its *shape*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

CLS, SEP, PAD, UNKNOWN, MASK = "[CLS]", "[SEP]", "[PAD]", "[UNK]", "[MASK]"
SHAPES = 14  # seven kinds of print, with and without a blank before
MARKS = ("", "source", "target", "deed")  # what a word is in the pair that the event head is asked about
MAX_WORD_PIECES = 8  # of a longer word (an address, a hash) the first and last four are read
KNOWN_WORDS = 100_000  # words whose pieces are kept, about 15 MB; more are forgotten together


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A window of words as numbers: `ids` and `shapes` a piece, with [CLS] first and [SEP] last; `first` and `last` a word."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


def shape_of(word: str, blank_before: bool) -> int:
    """The print of a word: small letters, a capital first, all capitals, mixed, figures, figures with letters, signs.

    >>> [shape_of(w, False) for w in ("sent", "Kyiv", "NATO", "McCain", "120", "S-300", ";")]
    [0, 1, 2, 3, 4, 5, 6]
    >>> shape_of("sent", True)
    7
    """
    return _print_of(word) + 7 * blank_before


@lru_cache(maxsize=65_536)
def _print_of(word: str) -> int:
    if any(c.isdigit() for c in word):
        return 5 if any(c.isalpha() for c in word) else 4
    if not any(c.isalpha() for c in word):
        return 6
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[0].isupper() and word[1:].islower() else 3


def marked(row: PieceRow, places: Mapping[int, Sequence[int]]) -> PieceRow:
    """The row with the words at some places marked: number of a mark in MARKS to words. The mark is added to the shapes."""
    shapes = list(row.shapes)
    for mark, words in places.items():
        for word in words:
            for piece in range(row.first[word], row.last[word] + 1):
                shapes[piece] = shapes[piece] % SHAPES + SHAPES * mark
    return replace(row, shapes=tuple(shapes))


class Pieces:
    """A vocabulary of word pieces, from the JSON file of the library `tokenizers`. Raises ValueError if a sign is missing."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.cls, self.sep, self.pad, self.unknown, self.mask = map(self._id, (CLS, SEP, PAD, UNKNOWN, MASK))
        self.size: int = self._tokenizer.get_vocab_size()
        self._known: dict[str, tuple[int, ...]] = {}

    def _id(self, name: str) -> int:
        number = self._tokenizer.token_to_id(name)
        if number is None:
            raise ValueError(f"the vocabulary has no {name}; was it made by training/encoder?")
        return int(number)

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The pieces of each word, from one to MAX_WORD_PIECES of them. A word that the vocabulary cannot spell is [UNK]."""
        new = list({word: None for word in words if word not in self._known})
        if len(self._known) + len(new) > KNOWN_WORDS:
            self._known.clear()
            new = list(dict.fromkeys(words))
        if new:
            self._learn(new)
        return [self._known[word] for word in words]

    def _learn(self, words: Sequence[str]) -> None:
        # One call and no batch: `encode_batch` starts threads. Words given apart are cut apart, whatever stands beside them.
        made = self._tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
        of_word: list[list[int]] = [[] for _ in words]
        for number, place in zip(made.ids, made.word_ids, strict=True):
            of_word[place].append(number)
        for word, pieces in zip(words, of_word, strict=True):
            if len(pieces) > MAX_WORD_PIECES:
                pieces = pieces[: MAX_WORD_PIECES // 2] + pieces[-MAX_WORD_PIECES // 2 :]
            self._known[word] = tuple(pieces) or (self.unknown,)

    def rows(self, windows: Sequence[tuple[Sequence[str], Sequence[bool]]]) -> list[PieceRow]:
        """Each window's words, with whether a blank stands before each, as pieces."""
        return [self._row(words, blanks) for words, blanks in windows]

    def _row(self, words: Sequence[str], blanks: Sequence[bool]) -> PieceRow:
        ids, shapes, first, last = [self.cls], [0], [], []
        for word, blank, pieces in zip(words, blanks, self.of(words), strict=True):
            first.append(len(ids))
            ids += pieces
            last.append(len(ids) - 1)
            shapes += [shape_of(word, blank)] * len(pieces)
        return PieceRow((*ids, self.sep), (*shapes, 0), tuple(first), tuple(last))
