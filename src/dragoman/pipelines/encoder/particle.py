"""Verbs that the tagger takes for particles, and Latin that it takes for verbs: rare slips that cost a sentence its verb, or give it two."""

from __future__ import annotations

from functools import cache

from dragoman.world.table import read_table

_SHORT = 4  # letters: "to", "not", "n't" and "'s" are particles; nothing longer is, in English


def open_class(language: str, form: str, upos: str) -> str:
    """The tag of a word; a long English "particle" that ends like a verb is one ("the court refused a request").

    >>> open_class("en", "refused", "PART"), open_class("en", "not", "PART"), open_class("fr", "parking", "PART")
    ('VERB', 'PART', 'PART')
    >>> open_class("fr", "persona", "VERB")
    'ADJ'
    """
    if upos == "VERB":
        return _latin().get(form.casefold(), upos)
    english = language == "en" and upos == "PART"
    return "VERB" if english and len(form) > _SHORT and form.endswith(("ed", "ing")) else upos


@cache
def _latin() -> dict[str, str]:
    return {row["word"]: row["upos"] for row in read_table("encoder/latin.tsv", "dragoman.pipelines")}
