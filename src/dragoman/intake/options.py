"""What the user may set for reading inputs, and what an input must say of itself when it cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_BYTES = 20_000_000  # about 3 million words; a longer "document" is a corpus, and a parse of it takes ten minutes


class UnreadableDocument(ValueError):
    """An input that cannot become a document; the message says what was seen and what to try."""


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """language: ISO 639 code that overrules what a text says or looks like, None to find it. max_bytes: of one document.

    columns: what a column of a table is called, by what it holds ("text", "title", "date", …). Raises ValueError for a language that is no code and a limit below 1.
    """

    language: str | None = None
    max_bytes: int = MAX_BYTES
    columns: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.language is not None and not re.fullmatch(r"[a-z]{2,3}", self.language):
            raise ValueError(f"language is {self.language!r}, and must be an ISO 639 code like 'fr'")
        if self.max_bytes < 1:
            raise ValueError(f"max_bytes is {self.max_bytes}, and must be at least 1")
