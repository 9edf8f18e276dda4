"""Whether a pronoun can mean a source by its number: "ils" is no spokesman, and "he" is no "lawmakers"."""

from __future__ import annotations

from dragoman.world.speech import SpeechWords, fold, split_words


def agrees(pronoun: str, source: str, words: SpeechWords) -> bool:
    """Whether the number of a pronoun, folded, allows the words of a source; True where neither shows one.

    English "they" may take up one: "The ministry … , they said".
    """
    if words.is_word(pronoun, "one"):
        return not _is_several(source, words)
    return not (words.is_word(pronoun, "many") and _is_one(source, words))


def _is_several(source: str, words: SpeechWords) -> bool:
    """ "Les députés", "three lawmakers", "Anna Petrov et Ivan Ilic", "lawmakers"."""
    said = split_words(fold(source))
    if not said:
        return False
    if words.is_word(said[0], "several") or (said[0].isdigit() and said[0] != "1"):
        return True
    if _links_names(source, words):
        return True
    # an English noun in small letters with nothing before it, or with "the", shows its number at its end
    bare = [one for one in source.split() if not words.is_word(fold(one), "article")]
    last = bare[-1] if bare else ""
    return words.language == "en" and last.islower() and last.endswith("s") and not last.endswith("ss")


def _links_names(source: str, words: SpeechWords) -> bool:
    """Whether two names are joined: "Petrov et Ilic"; a "Minister of Trade and Industry" is one man."""
    parts = source.split()
    if any(words.is_word(fold(one), "holder") for one in parts):
        return False
    return any(
        words.is_word(fold(one), "joins") and before[:1].isupper() and after[:1].isupper()
        for before, one, after in zip(parts, parts[1:], parts[2:], strict=False)
    )


def _is_one(source: str, words: SpeechWords) -> bool:
    """ "Le ministre", "un rapport": an article or a demonstrative for one, with no second name behind it."""
    said = split_words(fold(source))
    is_led = bool(said) and (words.is_word(said[0], "article") or words.is_word(said[0], "possessive"))
    return is_led and not _is_several(source, words)
