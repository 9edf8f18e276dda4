"""Lines that stand inside an article and are not of it: pointers to other stories, advertising, calls to subscribe."""

from __future__ import annotations

from functools import cache

from dragoman.world.table import read_table

_MAX_CHARS = 200  # a longer paragraph that opens so says something itself


def is_aside(words: str) -> bool:
    """Whether a paragraph is no part of the article it stands in.

    A pointer ("Lire aussi : …") has a colon behind its cue, or nothing. A notice is one word for word. What a letter says of
    itself opens the line.

    >>> is_aside("Lire aussi : Le port ferme"), is_aside("Read more books, he said."), is_aside("Advertisement")
    (True, False, True)
    >>> is_aside("You receive this because you subscribed.")
    True
    """
    if len(words) > _MAX_CHARS:
        return False
    plain = " ".join(words.replace("’", "'").split()).strip(" |>→•[]()*-–—").casefold()
    pointers, notices, letters = _table()
    if plain.rstrip(" .:!…") in notices or plain.startswith(letters):
        return True
    for pointer in pointers:
        if plain.startswith(pointer):
            behind = plain[len(pointer) :].lstrip()
            return not behind or behind[0] in ":|>→"
    return False


@cache
def _table() -> tuple[tuple[str, ...], frozenset[str], tuple[str, ...]]:
    """Pointers, the longest first; notices; openings of what a letter says of itself."""
    rows = read_table("aside.tsv", "dragoman.intake")
    pointers = sorted((row["words"] for row in rows if row["kind"] == "pointer"), key=lambda one: (-len(one), one))
    notices = frozenset(row["words"] for row in rows if row["kind"] == "notice")
    return tuple(pointers), notices, tuple(row["words"] for row in rows if row["kind"] == "letter")
