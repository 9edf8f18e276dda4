"""Words of time inside a name: "Theresa May", "the Sunday Times", "the Six-Day War", "la guerre de Cent Ans"."""

from __future__ import annotations

from dragoman.model.tree import Sentence, Token
from dragoman.reading.periods.meaning import Calendar
from dragoman.reading.periods.tense import Trees


def is_named_day(meaning: Calendar, end: int, trees: Trees) -> bool:
    """Whether a bare month, weekday or season is part of a name, where such words have capitals. end: of the words."""
    if meaning.day or meaning.year or meaning.turn is not None:
        return False
    found = trees.token_at(end - 1)
    if found is None:
        return False
    sentence, index = found
    return _opens_name(sentence, index) or _is_last_name(meaning, sentence, index, trees.language)


def _opens_name(sentence: Sentence, index: int) -> bool:
    """Whether the word belongs to a capital right after it: "Sunday Times", "Monday Night Football"."""
    token = sentence.tokens[index]
    if token.relation != "compound" or token.head <= index:
        return False
    return sentence.tokens[index + 1].form[:1].isupper() and sentence.tokens[token.head].form[:1].isupper()


def _is_last_name(meaning: Calendar, sentence: Sentence, index: int, language: str) -> bool:
    """Whether the word ends the name of a person: "Theresa May", "Mrs May", "May said", "Sadiq Ramadan"."""
    token = sentence.tokens[index]
    moon = meaning.feast is not None and meaning.feast.startswith("islamic")
    if not (meaning.month or moon) or language != "en" or token.upos != "PROPN":
        return False
    before = sentence.tokens[index - 1] if index else None
    if before is not None and before.upos == "PROPN" and (token.relation == "flat" or before.head == index):
        return True
    head = sentence.tokens[token.head] if token.head >= 0 else None
    return token.relation == "nsubj" and head is not None and head.upos == "VERB" and meaning.month == 5


def is_named_length(start: int, end: int, trees: Trees) -> bool:
    """Whether an amount of time is a name by its capitals: "the Six-Day War", "la guerre de Cent Ans"."""
    first, last = trees.token_at(start), trees.token_at(end - 1)
    if first is None or last is None:
        return False
    sentence, index = last
    unit, number = sentence.tokens[index], first[0].tokens[first[1]]
    if not _is_title(unit) or not (_is_title(number) or number.form[:1].isdigit()):
        return False
    following = next((one for one in sentence.tokens[index + 1 :] if one.upos not in ("PUNCT", "PART")), None)
    return first[1] > 0 and (trees.language != "en" or (following is not None and _is_title(following)))


def _is_title(token: Token) -> bool:
    return token.form[:1].isupper() and not token.form.isupper()
