"""Word by word into another language: how examples of one language can be shown to the encoder of another."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import simplemma

from training.encoder.events import EventExample
from training.encoder.marked import Words


def glossed(example: EventExample, lexicon: Mapping[str, Sequence[str]], language: str) -> EventExample:
    """The example with each word as the lexicon's first meaning has it; a word that it lacks stays, and names do.

    language: the example's own.
    """
    forms = tuple(gloss(form, lexicon, language, place) for place, form in enumerate(example.words.forms))
    return replace(example, words=Words(forms, example.words.blanks, example.words.offsets))


def gloss(form: str, lexicon: Mapping[str, Sequence[str]], language: str, place: int) -> str:
    """One word. place: in its sentence; a capital inside one is a name's."""
    if form[:1].isupper() and place:
        return form
    small = form.lower().replace("’", "'")
    meanings = lexicon.get(small) or lexicon.get(simplemma.lemmatize(small, lang=language)) or ()
    return next((short for m in meanings if (short := plain(m))), form)


def plain(meaning: str) -> str:
    """A meaning without remarks in brackets and alternatives; "" for one that explains instead of translating.

    >>> plain("season (a time of the year)"), plain("used to form the future")
    ('season', '')
    """
    short = re.split(r"[,;:]", re.sub(r"[(\[].*?[)\]]", "", meaning))[0].strip()
    return short if len(short.split()) <= 3 and " of " not in f" {short} " else ""


MIN_CHANCE = 0.1  # of a translation: below, it is a word that happened to stand near


def replaced(example: EventExample, table: Mapping[str, tuple[str, float]]) -> EventExample:
    """The example with each word replaced by the one that most likely stands for it; rare words and names stay."""
    forms = []
    for place, form in enumerate(example.words.forms):
        other, chance = table.get(form.lower().replace("’", "'"), (form, 0.0))
        forms.append(form if chance < MIN_CHANCE or (form[:1].isupper() and place) else other)
    return replace(example, words=Words(tuple(forms), example.words.blanks, example.words.offsets))
