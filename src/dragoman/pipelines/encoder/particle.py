"""Verbs that the tagger takes for particles, and Latin that it takes for verbs: rare slips that cost a sentence its verb, or give it two."""

from __future__ import annotations

from functools import cache

from dragoman.world.table import read_table

_SHORT = 4  # letters: "to", "not", "n't" and "'s" are particles; nothing longer is, in English


def open_class(language: str, form: str, upos: str, only_verb: bool = False) -> str:
    """The tag of a word; a long English "particle" that ends like a verb is one ("the court refused a request").

    only_verb: whether the treebanks know the form as a verb and as nothing else: "claimed 61 rebels killed" names no "killed".

    >>> open_class("en", "killed", "NOUN", only_verb=True), open_class("en", "seed", "NOUN")
    ('VERB', 'NOUN')
    >>> open_class("en", "refused", "PART"), open_class("en", "not", "PART"), open_class("fr", "parking", "PART")
    ('VERB', 'PART', 'PART')
    >>> open_class("fr", "persona", "VERB")
    'ADJ'
    """
    if upos == "VERB":
        return _latin().get(form.casefold(), upos)
    if language != "en" or not form.endswith(("ed", "ing")):
        return upos
    is_verb = (upos == "PART" and len(form) > _SHORT) or (upos == "NOUN" and only_verb and form.endswith("ed"))
    return "VERB" if is_verb else upos


@cache
def _latin() -> dict[str, str]:
    return {row["word"]: row["upos"] for row in read_table("encoder/latin.tsv", "dragoman.pipelines")}
