"""Titles and authors that a program wrote into a file where nobody gave any."""

from __future__ import annotations

from functools import cache

from dragoman.world.table import read_table


def printed(words: str) -> str | None:
    """A title or an author as a file carries it, None for what a program put there by itself.

    >>> printed("  Ingrid   Holm "), printed("(anonymous)"), printed("Microsoft Word - Report.docx")
    ('Ingrid Holm', None, None)
    """
    plain = " ".join(words.split())
    low = plain.casefold().strip("()[]<> ")
    whole, opening = _table()
    return None if not low or low in whole or low.startswith(opening) else plain


@cache
def _table() -> tuple[frozenset[str], tuple[str, ...]]:
    rows = read_table("placeholders.tsv", "dragoman.intake")
    return frozenset(row["words"] for row in rows if row["at"] == "whole"), tuple(
        row["words"] for row in rows if row["at"] == "start"
    )
