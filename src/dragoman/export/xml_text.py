"""Words as XML and tables can hold them: some characters that a page may print have no place there."""

from __future__ import annotations

import re

# XML 1.0, production 2 (Char): all else, such as U+0000 and lone surrogates, has no form in it, not even as a reference.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NOT_IN_XML = "characters for which XML has no form: U+FFFD stands for each"
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def for_xml(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold.

    >>> for_xml("a\\x00b")
    'a\ufffdb'
    """
    return _NO_XML.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text without tabs and line breaks, for a table whose rows are lines.

    >>> one_line("two\\n\\nlines")
    'two lines'
    """
    return _BREAKS.sub(" ", text)
