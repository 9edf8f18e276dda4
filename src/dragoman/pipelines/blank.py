"""White space as the pipelines learned it: one plain blank, and never one that is a token of its own."""

from __future__ import annotations

# French print sets « », : ; ? ! and thousands off with no-break blanks; spaCy makes each such blank a token.
_BLANKS = dict.fromkeys(
    map(
        ord,
        "\t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
    ),
    " ",
)


def with_plain_blanks(text: str) -> str:
    r"""The text with every kind of blank written as the plain one. No character is added or lost: spans stay right.

    >>> with_plain_blanks("«\xa0Non\u202f!\xa0»")
    '« Non ! »'
    """
    return text.translate(_BLANKS)
