"""Words as they are read aloud, where a file has marks and shapes for the eye alone: of pages, PDF and office files, never of plain text."""

from __future__ import annotations

import unicodedata

# Where a line may be broken, and a byte order mark that went astray: "Rus\u00adsia" is Russia. U+200C and U+200D stay: they are spelling.
_BREAKS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), "")
# Latin ligatures of Unicode's presentation forms (U+FB00 to U+FB06), which fonts draw for two or three letters: "ﬁghters".
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


def spelled(words: str) -> str:
    """Words without marks for breaking lines, and with letters for ligatures.

    >>> spelled("Rus\\u00adsia"), spelled("\\ufb01ghters"), spelled("\\ufb03")
    ('Russia', 'fighters', 'ffi')
    """
    return words.translate(_BREAKS).translate(_LIGATURES)
