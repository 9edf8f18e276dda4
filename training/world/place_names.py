"""Which names of a place a reader of English or French may meet, and which of them are also words or people."""

from __future__ import annotations

import lzma
import re
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

from anyascii import anyascii

# Letters that English and French print; a name with others (ă, ł, ơ) is some other language's.
_LATIN = re.compile(r"[A-ZÀÂÇÉÈÊËÎÏÔÙÛÜŒ][A-Za-zàâäçéèêëîïôöùûüÿœÀÂÇÉÈÊËÎÏÔÙÛÜŒ '’-]{2,40}")
# How the two languages write the sounds of a foreign name: Koursk and Kursk, Tchernihiv and Chernihiv.
_SOUNDS = (
    ("tch", "c"), ("tsch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "h"), ("dj", "j"), ("zh", "j"),
    ("ou", "u"), ("oo", "u"), ("w", "v"), ("y", "i"), ("k", "c"), ("q", "c"), ("ii", "i"), ("h", ""), ("z", "s"),
)  # fmt: skip


def plain(name: str) -> str:
    """A name without accents or apostrophes, in small letters, hyphens as spaces."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return re.sub(r"[\s-]+", " ", re.sub(r"['’ʻʼ`]", "", kept)).strip()


def sound(name: str) -> str:
    """A rough key of how a name sounds: equal for a name's English and French spellings."""
    key = plain(name).replace(" ", "")
    for letters, one in _SOUNDS:
        key = key.replace(letters, one)
    return re.sub(r"(.)\1+", r"\1", key).rstrip("e")


def is_latin(name: str) -> bool:
    """Whether English or French could print it as a name: no code in capitals, no letter foreign to both."""
    return bool(_LATIN.fullmatch(name)) and not (name.isupper() and len(name) < 6)


def choose_names(name: str, others: list[str], keep_all: bool, cap: int) -> tuple[str, ...]:
    """The other names of a place to keep, nearest in spelling to its own first, at most `cap`.

    keep_all: every name that either language could print; else only spellings of the same sounds.
    """
    own, own_sound = plain(name), sound(name)
    kept: dict[str, float] = {}
    for other in others:
        other = other.replace("ʻ", "’").strip()
        if other == name or not is_latin(other):
            continue
        same = sound(other) == own_sound
        if keep_all or same:
            kept[other] = -(1.0 if same else SequenceMatcher(None, own, plain(other), autojunk=False).ratio())
    if not is_latin(name) or plain(name) != name.casefold():
        ascii_name = anyascii(name)  # also "Puławy", "Tromsø", whose letters no accent is taken from
        if ascii_name != name and is_latin(ascii_name):
            kept[ascii_name] = -2.0
    return tuple(sorted(kept, key=lambda one: (kept[one], one))[:cap])


_FRENCH_SLAVIC = (
    ("shch", "chtch"), ("dzh", "dj"), ("zh", "j"), ("sh", "\x00"), ("ch", "tch"), ("\x00", "ch"), ("yu", "iou"), ("u", "ou"),
    ("w", "v"),
)  # fmt: skip


def french_spellings(name: str) -> tuple[str, ...]:
    """How French prints a Ukrainian, Russian or Belarusian name that English romanises: Sudzha, Soudja.

    Source: the usual French press transcription (u, sh, zh, ch become ou, ch, j, tch; s between vowels is doubled).
    """
    small = name.replace("'", "").replace("’", "").lower()
    for english, french in _FRENCH_SLAVIC:
        small = small.replace(english, french)
    forms = {small, small.replace("y", "i"), re.sub(r"iy\b|yy\b", "i", small), re.sub(r"\by", "i", small)}
    forms |= {re.sub(r"(?<=[aeiouy])s(?=[aeiouy])", "ss", form) for form in forms}
    forms |= {re.sub(r"ii\b", "i", form) for form in forms}
    return tuple(sorted({re.sub(r"(^|[\s-])(\w)", lambda m: m[1] + m[2].upper(), form) for form in forms} - {name}))


def common_words(treebanks: Path, languages: tuple[str, ...]) -> frozenset[str]:
    """Words seen in small letters, not as a proper noun, in the treebanks of some languages."""
    found: set[str] = set()
    for language in languages:
        for path in sorted((treebanks / language).iterdir()):
            data = path.read_bytes()
            text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
            rows = (line.split("\t", 4) for line in text.splitlines())
            found.update(row[1] for row in rows if len(row) > 3 and row[1].islower() and row[3] != "PROPN")
    return frozenset(found)


def census(path: Path, most: int) -> frozenset[str]:
    """The most frequent names of a United States Census Bureau list (1990, public domain), as printed: "Jackson"."""
    rows = path.read_text(encoding="ascii").splitlines()[:most]
    return frozenset(row.split()[0].capitalize() for row in rows if row.strip())
