"""The language of a text: as given, else as its letters tell."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

SHORT_CHARS = 120  # below this a text has too few letter groups to tell Galician from Portuguese
_MAX_CHARS = 5000  # from the start of the text; py3langid answers no better for more
# A short text is taken to be in a language that this project reads or means to read, a longer one in any of its sources'.
_SHORT = frozenset({"en", "fr", "ru", "uk", "ko", "es", "de", "it"})
_ALL = _SHORT | frozenset({
    "ar", "be", "bg", "cs", "da", "el", "fa", "fi", "he", "hu", "ja", "nl", "no", "pl", "pt", "ro", "sk", "sr", "sv", "tr",
    "vi", "zh",
})  # fmt: skip
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


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(sorted(_ALL))
    return identifier
