"""Stanza behind the parser's door, for a user who has it and its models installed. Nothing is downloaded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.model.document import Paragraph
from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token, sentence_of
from dragoman.pipelines.blank import with_plain_blanks

PROCESSORS = "tokenize,mwt,pos,lemma,depparse"


@dataclass(frozen=True, slots=True)
class StanzaParser:
    """A Stanza pipeline as a `Parser`. nlp: called with a text, gives a stanza Document."""

    nlp: Any
    language: str
    version: str
    name: str = "stanza"

    def parse(self, text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
        """Sentences of all paragraphs in order."""
        found: list[Sentence] = []
        for index, paragraph in enumerate(paragraphs):
            if paragraph.language is not None:
                continue
            block = with_plain_blanks(paragraph.span.of(text))
            if block.strip():
                found.extend(sentences_of(self.nlp(block), paragraph.span.start, index))
        return tuple(found)


def sentences_of(document: Any, offset: int, paragraph: int) -> Iterator[Sentence]:
    """Our sentences from a stanza Document of one block of text.

    A multiword token ("du", "don't") stays one token, with what its first word says, as our own pipelines have it.
    """
    for sentence in document.sentences:
        home = {int(word.id): index for index, token in enumerate(sentence.tokens) for word in token.words}
        yield sentence_of(tuple(_token(token, home, offset) for token in sentence.tokens), paragraph)


def _token(token: Any, home: dict[int, int], offset: int) -> Token:
    own = {int(word.id) for word in token.words}
    first = token.words[0]
    # the word that hangs from outside gives the head: in "du" the preposition, in "don't" the verb
    outer = next((word for word in token.words if int(word.head) not in own), first)
    span = Span(offset + int(token.start_char), offset + int(token.end_char))
    head = int(outer.head)
    return Token(
        span, token.text, first.lemma or token.text.casefold(), first.upos or "X", first.feats or "",
        home[head] if head else -1, outer.deprel or "dep",
    )  # fmt: skip
