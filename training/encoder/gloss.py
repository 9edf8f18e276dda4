"""Word by word into English: how a language without event examples can be shown to the English encoder."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import simplemma

from training.encoder.events import EventExample
from training.encoder.marked import Words


def glossed(example: EventExample, lexicon: Mapping[str, Sequence[str]], language: str) -> EventExample:
    """The example with each word in the English of the lexicon's first meaning; a word that it lacks stays, and names do."""
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
