"""The interface's language: messages from the catalogues, numbers and names as its locale writes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

# British English writes "26 December 2025", as the notes and most of the world's English press do.
LOCALES = {"en": "en_GB", "fr": "fr_FR"}


class UnknownLanguage(ValueError):
    """A language that the interface has no catalogue for."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How the page speaks. language: "en" or "fr"."""

    language: str
    locale: Locale
    translations: NullTranslations

    def text(self, message: str, **values: object) -> str:
        """A message in this language, with its values filled in."""
        found = self.translations.gettext(message) if message else ""
        return found % values if values else found

    def many(self, one: str, several: str, count: int, **values: object) -> str:
        """A message that depends on a count, which it may print as %(count)s."""
        return self.translations.ngettext(one, several, count) % {"count": self.number(count), **values}

    def number(self, value: float) -> str:
        """A number with this locale's marks: 12,000 or 12 000."""
        return str(format_decimal(value, locale=self.locale))

    def join(self, parts: list[str]) -> str:
        """Several things as a list in a sentence: "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return self.text("%(first)s and %(last)s", first=", ".join(parts[:-1]), last=parts[-1])


@cache
def word(language: str) -> Wording:
    """The wording of a language. Raises UnknownLanguage for one without a catalogue.

    >>> word("en").number(12000)
    '12,000'
    """
    if language not in LOCALES:
        raise UnknownLanguage(f"no interface in {language!r}; there is {', '.join(LOCALES)}")
    locale = Locale.parse(LOCALES[language])
    if language == "en":
        return Wording(language, locale, NullTranslations())
    return Wording(language, locale, load_translations(language))


def load_translations(language: str) -> Translations:
    """A catalogue, compiled in memory from its text: there is no second, binary copy to fall behind."""
    path = files("dragoman.dossier").joinpath("locale", language, "LC_MESSAGES", "dragoman.po")
    with path.open("rb") as stream:
        catalogue = read_po(stream, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def mark(message: str) -> str:
    """Mark a message for the catalogues where it stands in a table and is translated later."""
    return message
