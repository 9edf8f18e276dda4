"""Whether what a report hangs on is a verb of saying: only then does it make a statement that is a claim of its own.

A trained model marks cues that no table has. "He tweeted that the bridge was gone" is one; "they voted on whether to leave",
"the minister seems to be on the verge of a deal" tell what is done or what appears.
"""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.model.attribution import Attribution
from dragoman.world.speech import SpeechWords, fold, load_speech

_KINDS = ("verb", "noun")


def says_something(case: Case, attribution: Attribution) -> bool:
    """Whether the cue is known to report, or what it brings is quoted or a clause behind "that"."""
    cue = attribution.cue
    if cue is None or attribution.direct:
        return True
    words = load_speech(case.reading.document.language)
    first = fold(cue.text.split()[0].replace("’", "’ ").split()[0])
    if any(one.side == "via" and " ".join(one.words) == fold(cue.text) for one in words.cues.get(first, ())):
        return False  # "interviewed by AFP": who carries the words of others says none
    if words.is_phrase(cue.text):
        return True  # a phrase of the table: "according to"
    heads = [
        (fold(token.lemma), fold(token.form))
        for sentence in case.reading.sentences
        if sentence.span.overlaps(cue.span)
        for token in sentence.tokens
        if token.upos in ("VERB", "AUX") and token.span.overlaps(cue.span)
    ]
    if not heads or any(_is_known(words, lemma, form) for lemma, form in heads):
        return True
    return words.is_word(_word_before(case, attribution), "that") or words.is_word(_first_word(attribution), "that")


def _is_known(words: SpeechWords, lemma: str, form: str) -> bool:
    return any((kind, lemma) in words.reporting or (kind, form) in words.forms for kind in _KINDS)


def _first_word(attribution: Attribution) -> str:
    return fold(attribution.content.text.split()[0].replace("’", "’ ").replace("'", "' ").split()[0])


def _word_before(case: Case, attribution: Attribution) -> str:
    before = case.text[: attribution.content.span.start].split()
    return fold(before[-1]) if before else ""


def is_averse(case: Case, attribution: Attribution) -> bool:
    """Whether what is said stands behind "against": "a mis en garde contre la vente de chars"."""
    words = load_speech(case.reading.document.language)
    return any(words.is_word(one, "averse") for one in (_word_before(case, attribution), _first_word(attribution)))
