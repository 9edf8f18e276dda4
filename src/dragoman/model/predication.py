"""The language-neutral step: a concept, who fills its roles, and how sure the text is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.factuality import Factuality
from dragoman.model.span import Quote

Role = Literal[
    "agent", "theme", "recipient", "origin", "partner", "place", "time", "duration", "purpose", "topic", "exchange",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Argument:
    """One filler of a role.

    quote: the whole phrase. sentence, head: indices of its sentence and of its head token there.
    concept: the thing it names, None if the lexicon has none. repaired: why the role is not the one the tree gave, or None.
    """

    role: Role
    quote: Quote
    sentence: int
    head: int
    concept: str | None = None
    repaired: str | None = None


@dataclass(frozen=True, slots=True)
class Predication:
    """One thing said to happen. sentence, head: indices of its sentence and of its trigger's head token there.

    concept: None for a verb that the lexicon does not have; such a predication has no arguments and makes no claim.
    doubt: what makes the tree doubtful here, in words, None if nothing does.
    """

    trigger: Quote
    concept: str | None
    sentence: int
    head: int
    arguments: tuple[Argument, ...]
    factuality: Factuality
    doubt: str | None = None

    def fillers(self, role: Role) -> tuple[Argument, ...]:
        """All arguments in one role, in text order."""
        return tuple(one for one in self.arguments if one.role == role)
