"""Years that a tree counts with: in "In 2024 soldiers were sent" nobody counts 2024 soldiers, and "in" is the year's."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.model.tree import Sentence, Token, base
from dragoman.reading.bare_noun import children_of, has_subject, opening, wants_subject, with_tokens
from dragoman.reading.passive import is_passive

_YEAR = re.compile(r"(19|20)\d\d")
_SUBJECTS = frozenset(("nsubj", "csubj"))
# Prepositions that open a year; the subject of a verb has none, so the year is what they open.
_LEADS = frozenset(
    (
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "en",
        "depuis",
        "dès",
        "jusqu'en",
        "before",
        "after",
        "avant",
        "après",
    )
)


def with_years(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences with each such year as the time of its verb, and the noun behind it as the subject."""
    return tuple(_with_years(one) for one in sentences)


def _with_years(sentence: Sentence) -> Sentence:
    tokens = list(sentence.tokens)
    for year in range(1, len(tokens) - 1):
        if not _YEAR.fullmatch(tokens[year].form) or tokens[year - 1].form.casefold() not in _LEADS:
            continue
        if (noun := _counted(sentence, year)) is not None:
            tokens[year - 1] = replace(tokens[year - 1], head=year, relation="case")
            tokens[year] = replace(tokens[year], head=tokens[noun].head, relation="obl")
        elif (noun := _under(sentence, year)) is not None:
            _raise_subject(sentence, tokens, noun, tokens[year].head)
    return with_tokens(sentence, tokens)


def _counted(sentence: Sentence, year: int) -> int | None:
    """The subject right behind a year that is said to count it; "in 2024 elections were held" has the year alone for its "in"."""
    token = sentence.tokens[year]
    noun = token.head
    if base(token.relation) not in ("nummod", "nmod", "compound", "amod", "obl") or noun <= year:
        return None
    led = sentence.tokens[year - 1].head in (noun, year)
    meant = led and base(sentence.tokens[noun].relation) in _SUBJECTS and sentence.tokens[noun].head > noun
    return noun if meant else None


def _under(sentence: Sentence, year: int) -> int | None:
    """The noun that hangs on a year, where the verb over the year has no subject: "En 2024 des soldats ont été envoyés"."""
    verb = sentence.tokens[year].head
    if verb <= year or not wants_subject(sentence, verb) or has_subject(sentence, verb):
        return None
    nouns = [one for one in children_of(sentence, year, "nmod", "appos", "flat", "obl") if one > year]
    if len(nouns) != 1:
        return None
    words = sentence.subtree(nouns[0])
    return nouns[0] if words[0] == year + 1 and words[-1] + 1 == opening(sentence, verb) else None


def _raise_subject(sentence: Sentence, tokens: list[Token], noun: int, verb: int) -> None:
    relation = "nsubj:pass" if is_passive(sentence, verb) else "nsubj"
    tokens[noun] = replace(tokens[noun], head=verb, relation=relation)
    for child in children_of(sentence, noun, "case"):
        tokens[child] = replace(tokens[child], relation="det")
