"""The catalogues hold every message of the code and the templates, each translated, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from dragoman.dossier import wording

ROOM = Path(wording.__file__).parent
KEYWORDS = {"mark": None, "text": None, "many": (1, 2), "_": None, "gettext": None, "ngettext": (1, 2)}
LANGUAGES = sorted(one.name for one in (ROOM / "locale").iterdir() if one.is_dir())
# The templates' cells and the interface's names for things are alike in both languages here.
SAME = {"Documents", "Dossier", "accusation", "document", "document %(number)s", "drones", "improbable", "missiles", "possible",
        "sanction", "district", "contradiction", "mobilisation", "munitions", "%(count)s document"}  # fmt: skip


def messages() -> set[str]:
    """The first form of every message in the room."""
    found = extract_from_dir(
        str(ROOM),
        method_map=[("templates/**.html", "jinja2"), ("**.py", "python")],
        options_map={"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true"}},
        keywords=KEYWORDS,
    )
    return {one[2] if isinstance(one[2], str) else one[2][0] for one in found} - {""}


def catalogue(language: str) -> Catalog:
    with (ROOM / "locale" / language / "LC_MESSAGES" / "dragoman.po").open("rb") as stream:
        return read_po(stream, locale=language, abort_invalid=True)


def test_every_language_has_a_locale() -> None:
    assert set(LANGUAGES) | {"en"} == set(wording.LOCALES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_is_complete_and_no_more(language: str) -> None:
    known = {one.id if isinstance(one.id, str) else one.id[0] for one in catalogue(language) if one.id}
    assert messages() - known == set(), "run the commands in locale/README.md"
    assert known - messages() == set(), "no longer used"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    for one in catalogue(language):
        if not one.id:
            continue
        forms = [one.string] if isinstance(one.string, str) else list(one.string)
        first = one.id if isinstance(one.id, str) else one.id[0]
        assert all(forms), f"{first!r} is empty"
        assert not one.fuzzy, f"{first!r} is fuzzy"
        assert not list(one.check()), f"{first!r} has other placeholders"
        assert first in SAME or forms[0] != first or not re.search("[a-z]{3}", first), f"{first!r} is left in English"


def test_a_message_falls_into_the_right_plural() -> None:
    french = wording.word("fr")
    assert french.many("%(count)s fact", "%(count)s facts", 0) == "0 fait"
    assert french.many("%(count)s fact", "%(count)s facts", 2) == "2 faits"
    assert wording.word("en").many("%(count)s fact", "%(count)s facts", 0) == "0 facts"
