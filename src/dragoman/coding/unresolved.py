"""Sources that are a pronoun which stands for nobody known: the ledger prints them, and no claim's chain names them."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.attribution import Attribution
from dragoman.model.reading import Reading
from dragoman.world.speech import SpeechWords, fold, load_speech


def without_unresolved(reading: Reading) -> Reading:
    """The reading with no source where all that the text gives is "she", and nobody whom she can be stands before."""
    words = load_speech(reading.document.language)
    if not any(_is_unresolved(one, words) for one in reading.attributions):
        return reading
    done: dict[int, Attribution] = {}
    return replace(reading, attributions=tuple(_named(one, words, done) for one in reading.attributions))


def _is_unresolved(one: Attribution, words: SpeechWords) -> bool:
    is_unknown = one.source is not None and one.speaker is None and one.origin is None
    return is_unknown and one.source is not None and words.is_word(fold(one.source.text), "pronoun")


def _named(one: Attribution, words: SpeechWords, done: dict[int, Attribution]) -> Attribution:
    """The attribution, and those that it was read in, without such sources."""
    if id(one) not in done:
        via = _named(one.via, words, done) if one.via is not None else None
        source = None if _is_unresolved(one, words) else one.source
        done[id(one)] = replace(one, source=source, via=via)
    return done[id(one)]
