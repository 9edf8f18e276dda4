"""Reads CoNLL-U: one `Sentence` a tree, one `Token` a word as it is written.

A multiword token ("du", "don't") is read as its syntactic words plus the surface that covers them; `written_tokens`
turns it into tokens that concatenate to the text, which is all a spaCy pipeline can produce.
"""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path


class BrokenTree(ValueError):
    """A sentence whose lines do not make one tree over its text."""


@dataclass(frozen=True, slots=True)
class Token:
    """One written token. `head` counts from 0 in its sentence; the root's head is its own index."""

    form: str
    lemma: str
    upos: str
    feats: tuple[tuple[str, str], ...]
    head: int
    deprel: str
    space_after: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One tree. `opens` is True where the treebank says that a document or a paragraph begins here."""

    sent_id: str
    tokens: tuple[Token, ...]
    opens: bool = False

    @property
    def text(self) -> str:
        """The sentence as it is written, without the white space after it."""
        return "".join(t.form + " " * t.space_after for t in self.tokens).rstrip(" ")


@dataclass(frozen=True, slots=True)
class Range:
    """A multiword token: words [first, last], counted from 0, written as `form`."""

    first: int
    last: int
    form: str
    space_after: bool


def parse_feats(column: str) -> tuple[tuple[str, str], ...]:
    """Features in the order of their names.

    >>> parse_feats("Number=Plur|Gender=Fem")
    (('Gender', 'Fem'), ('Number', 'Plur'))
    """
    if column == "_":
        return ()
    pairs = (pair.split("=", 1) for pair in column.split("|"))
    return tuple(sorted((name, value) for name, value in pairs))


def read_blocks(path: Path) -> Iterator[list[str]]:
    """Lines of each sentence, comments included. Reads plain and .xz files."""
    block: list[str] = []
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
    if block:
        yield block


def read_treebank(path: Path, *, split_words: bool) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file; see `written_tokens` for split_words."""
    for block in read_blocks(path):
        yield parse_sentence(block, split_words=split_words)


def parse_sentence(block: list[str], *, split_words: bool) -> Sentence:
    """One tree from its lines. Raises BrokenTree where heads or numbers do not fit."""
    sent_id, opens = "", False
    words: list[Token] = []
    ranges: list[Range] = []
    for line in block:
        if line.startswith("#"):
            sent_id = line.split("=", 1)[1].strip() if line.startswith("# sent_id") else sent_id
            opens = opens or line.startswith(("# newdoc", "# newpar"))
            continue
        columns = line.split("\t")
        if len(columns) != 10:
            raise BrokenTree(f"{sent_id}: {len(columns)} columns in {line!r}, not 10")
        opens = opens or "NewPar=Yes" in columns[9]
        if "." in columns[0]:
            continue  # an empty node of the enhanced graph is no word
        if "-" in columns[0]:
            first, last = columns[0].split("-")
            ranges.append(Range(int(first) - 1, int(last) - 1, columns[1], "SpaceAfter=No" not in columns[9]))
            continue
        words.append(parse_word(columns, sent_id))
    return Sentence(sent_id, written_tokens(tuple(words), tuple(ranges), split_words=split_words), opens)


def parse_word(columns: list[str], sent_id: str) -> Token:
    """A syntactic word; a form may not hold white space, since no tokenizer would give it back."""
    index, form, lemma, upos, _, feats, head, deprel, _, misc = columns
    if not head.isdigit():
        raise BrokenTree(f"{sent_id}: word {index} has head {head!r}")
    target = int(index) - 1 if head == "0" else int(head) - 1
    lemma = form if lemma == "_" else lemma
    return Token(form, lemma, upos, parse_feats(feats), target, deprel, "SpaceAfter=No" not in misc)


def written_tokens(words: tuple[Token, ...], ranges: tuple[Range, ...], *, split_words: bool) -> tuple[Token, ...]:
    """Tokens that concatenate to the text.

    split_words: keep the words of a multiword token apart where they spell it ("do" + "n't"); otherwise, and
    always for French, each multiword token becomes one token.
    """
    spans: list[tuple[int, int, str, bool]] = []
    covered = {r.first: r for r in ranges}
    position = 0
    while position < len(words):
        found = covered.get(position)
        if found is None:
            spans.append((position, position, words[position].form, words[position].space_after))
            position += 1
            continue
        parts = words[found.first : found.last + 1]
        if split_words and "".join(w.form for w in parts) == found.form:
            spans += [
                (i, i, words[i].form, i == found.last and found.space_after) for i in range(found.first, found.last + 1)
            ]
        else:
            spans.append((found.first, found.last, found.form, found.space_after))
        position = found.last + 1
    home = {i: place for place, (first, last, _, _) in enumerate(spans) for i in range(first, last + 1)}
    return tuple(merged(words, span, home) for span in spans)


def merged(words: tuple[Token, ...], span: tuple[int, int, str, bool], home: dict[int, int]) -> Token:
    """The token written over `span`: tag, lemma and relation of its syntactic head, features of all its words.

    In "du", both "de" and "le" hang from a word outside; the first, "de", leads. In "auquel", "à" hangs from
    "lequel", which leads. The article's features stay, so that "du" still says definite, masculine, singular.
    """
    first, last, form, space_after = span
    inside = range(first, last + 1)
    lead = next((i for i in inside if words[i].head not in inside or words[i].head == i), first)
    feats: dict[str, str] = {}
    for word in (words[lead], *(words[i] for i in inside if i != lead)):
        feats = dict(word.feats) | feats
    if last > first and words[lead].upos == "ADP":
        feats.pop("ExtPos", None)
    return replace(
        words[lead], form=form, feats=tuple(sorted(feats.items())), head=home[words[lead].head], space_after=space_after
    )
