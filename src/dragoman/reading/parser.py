"""The door to trees: whatever parses text gives Universal Dependencies sentences through it."""

from __future__ import annotations

from typing import Protocol

from dragoman.model.document import Paragraph
from dragoman.model.tree import Sentence


class Parser(Protocol):
    """Parses the text of one language. `name` and `version` say which weights answered, for the record."""

    @property
    def language(self) -> str:
        """ISO 639-1 code of what it reads."""
        ...

    @property
    def name(self) -> str:
        """Which weights."""
        ...

    @property
    def version(self) -> str:
        """Which version of them."""
        ...

    def parse(self, text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
        """Sentences of all paragraphs in order; every token's span is of `text`; no sentence crosses a paragraph."""
        ...
