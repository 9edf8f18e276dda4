"""Lines that stand inside an article and are not of it: pointers to other stories, advertising, calls to subscribe."""

from __future__ import annotations

from functools import cache

from dragoman.world.table import read_table

_MAX_CHARS = 200  # a longer paragraph that opens so says something itself


def is_aside(words: str) -> bool:
    """Whether a paragraph is no part of the article it stands in.

    A pointer ("Lire aussi : …") has a colon behind its cue, or nothing. A notice is one word for word.

    >>> is_aside("Lire aussi : Le port ferme"), is_aside("Read more books, he said."), is_aside("Advertisement")
    (True, False, True)
    """
    if len(words) > _MAX_CHARS:
        return False
    plain = " ".join(words.replace("’", "'").split()).strip(" |>→•[]()*-–—").casefold()
    pointers, notices = _table()
    if plain.rstrip(" .:!…") in notices:
        return True
    for pointer in pointers:
        if plain.startswith(pointer):
            behind = plain[len(pointer) :].lstrip()
            return not behind or behind[0] in ":|>→"
    return False


@cache
def _table() -> tuple[tuple[str, ...], frozenset[str]]:
    """Pointers, the longest first, and notices."""
    rows = read_table("aside.tsv", "dragoman.intake")
    pointers = sorted((row["words"] for row in rows if row["kind"] == "pointer"), key=lambda one: (-len(one), one))
    return tuple(pointers), frozenset(row["words"] for row in rows if row["kind"] == "notice")
