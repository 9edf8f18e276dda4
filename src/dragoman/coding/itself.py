"""What a text says of itself: such a sentence reports nothing, whatever verbs it holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from dragoman.model.span import Quote, Span, quote
from dragoman.model.tree import Sentence
from dragoman.world.table import read_table

Code = Literal["generator_note", "filler", "self_reference"]


@dataclass(frozen=True, slots=True)
class Aside:
    """A sentence about the text and not about the world. words: those that give it away."""

    code: Code
    sentence: int
    words: Quote


@cache
def _cues(language: str) -> tuple[tuple[str, Code], ...]:
    rows = read_table("rules/about_itself.tsv", "dragoman.coding")
    own = [(row["words"], cast(Code, row["code"])) for row in rows if row["language"] == language]
    # "in this article, we will explore" is filler before it is a sentence about the article
    return tuple(sorted(own, key=lambda cue: cue[1] == "self_reference"))


def find_asides(sentences: tuple[Sentence, ...], text: str, language: str) -> tuple[Aside, ...]:
    """Sentences in which a text speaks of itself, the first cue of each."""
    found: list[Aside] = []
    for number, sentence in enumerate(sentences):
        words = sentence.span.of(text).casefold().replace("’", "'")
        if (
            len(words) != sentence.span.end - sentence.span.start
        ):  # case-folding changed lengths ("ß"): places would shift
            words = sentence.span.of(text).lower().replace("’", "'")
        for cue, code in _cues(language):
            at = words.find(cue)
            if at >= 0 and _starts_a_word(words, at) and len(words) == sentence.span.end - sentence.span.start:
                start = sentence.span.start + at
                found.append(Aside(code, number, quote(Span(start, start + len(cue)), text)))
                break
    return tuple(found)


def _starts_a_word(words: str, at: int) -> bool:
    return at == 0 or not words[at - 1].isalnum()
