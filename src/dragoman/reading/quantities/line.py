"""A sentence's lexemes beside its tree and its language's words: what the readers of quantities pass along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.tree import Sentence, Token
from dragoman.reading.quantities.lexeme import find_lexemes
from dragoman.reading.quantities.numeral import Lexemes
from dragoman.world.quantity import QuantityWords


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. tags: its tokens by the code point they end on."""

    lexemes: Lexemes
    text: str
    words: QuantityWords
    tags: Mapping[int, Token]

    def word(self, at: int) -> str:
        """The lexeme at an index, lower case; "" outside the sentence."""
        return self.lexemes[at].word if 0 <= at < len(self.lexemes) else ""


def line_of(sentence: Sentence, text: str, words: QuantityWords) -> Line:
    """The line of a sentence of `text`, the document's."""
    tags = {token.span.end: token for token in sentence.tokens}
    return Line(find_lexemes(sentence.span, text), text, words, tags)
