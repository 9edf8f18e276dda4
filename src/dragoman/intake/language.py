"""The language of a text: as given, else as its letters tell."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

from dragoman.model.document import Paragraph

SHORT_CHARS = 120  # below this a text has too few letter groups to tell Galician from Portuguese
_MAX_CHARS = 5000  # from the start of the text; py3langid answers no better for more
# A short text is taken to be in a language that this project reads or means to read, a longer one in any of its sources'.
_SHORT = frozenset({"en", "fr", "ru", "uk", "ko", "es", "de", "it"})
_ALL = _SHORT | frozenset({
    "ar", "be", "bg", "cs", "da", "el", "fa", "fi", "he", "hu", "ja", "nl", "no", "pl", "pt", "ro", "sk", "sr", "sv", "tr",
    "vi", "zh",
})  # fmt: skip
_MIN_OTHER_CHARS = 60
_OTHER_CHARS = 1000
# How much surer another language must be, as a difference of log probabilities. In 1,225 paragraphs of French news (2026-11) the
# surest wrong one was 9 (an address with English names); sentences of 66 to 121 characters in the other language have 103 to 203.
_MIN_OTHER_MARGIN = 40.0
_PAST_CYRILLIC = "\u0530"  # from Armenian on, the script all but names the language
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def language_code(given: object) -> str | None:
    """The ISO 639 code of a language tag, None for what is no tag.

    >>> language_code("fr-FR"), language_code("EN"), language_code("français"), language_code(None)
    ('fr', 'en', None, None)
    """
    match = _CODE.fullmatch(given.strip()) if isinstance(given, str) else None
    return match[1].lower() if match else None


def language_of(text: str, hint: str | None = None) -> str:
    """The language that a text looks written in: an ISO 639-1 code, always one.

    hint: a tag beside the text (a page's `lang`), believed for a text too short to tell.
    """
    sample = text[:_MAX_CHARS]
    short = len(sample) < SHORT_CHARS
    code = language_code(hint)
    if short and code is not None:
        return code
    first = next((one for one in sample if one.isalpha()), "")
    if not first:
        return "en"  # "12 345": no letter tells anything
    allowed = _SHORT if short and first < _PAST_CYRILLIC else _ALL
    ranked: list[tuple[str, float]] = _identifier().rank(sample)
    return next(language for language, _ in ranked if language in allowed)


def main_language(text: str, paragraphs: tuple[Paragraph, ...], hint: str | None = None) -> str:
    """The language of a document: that of its text as a whole, unless most of it is, paragraph by paragraph, surely in another.

    One Russian sentence in an English page outweighs the rest of it as a whole: its letters are so much rarer.
    """
    whole = language_of(text, hint)
    sizes: Counter[str] = Counter()
    for one in paragraphs:
        sizes[_other(one.span.of(text), whole) or whole] += one.span.end - one.span.start
    best, size = sizes.most_common(1)[0] if sizes else (whole, 0)
    return best if 2 * size > sizes.total() else whole


def find_other_languages(text: str, paragraphs: tuple[Paragraph, ...], language: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a document, those marked that are surely in another language than it is ("ru" in an English page).

    None is marked where most of the words are in another language: then the document's own is what somebody said it to be.
    """
    marked = tuple(replace(one, language=_other(one.span.of(text), language)) for one in paragraphs)
    other = sum(one.span.end - one.span.start for one in marked if one.language)
    whole = sum(one.span.end - one.span.start for one in marked)
    return marked if 2 * other < whole else paragraphs


def _other(words: str, language: str) -> str | None:
    if len(words) < _MIN_OTHER_CHARS or language not in _ALL:
        return None
    ranked: list[tuple[str, float]] = _identifier().rank(words[:_OTHER_CHARS])
    best, score = ranked[0]
    own = next(value for name, value in ranked if name == language)
    return best if score - own >= _MIN_OTHER_MARGIN else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(sorted(_ALL))
    return identifier
