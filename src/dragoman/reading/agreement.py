"""Whether a pronoun can mean a source by its number: "ils" is no spokesman, and "he" is no "lawmakers"."""

from __future__ import annotations

from dragoman.world.speech import SpeechWords, fold, split_words


def agrees(pronoun: str, source: str, many: bool, words: SpeechWords) -> bool:
    """Whether the number of a pronoun, folded, allows a source. many: the tree has several people in its words.

    English "they" may take up one: "The ministry … , they said".
    """
    if many:
        return not words.is_word(pronoun, "one")
    said = split_words(fold(source))
    is_led = bool(said) and (words.is_word(said[0], "article") or words.is_word(said[0], "possessive"))
    is_plural = bool(said) and words.is_word(said[0], "several")
    return not (words.is_word(pronoun, "many") and is_led and not is_plural)
