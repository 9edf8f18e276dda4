"""Verbs that the tagger takes for particles: a rare slip that costs a sentence its verb, and with it everything it tells."""

from __future__ import annotations

_SHORT = 4  # letters: "to", "not", "n't" and "'s" are particles; nothing longer is, in the languages read


def open_class(form: str, upos: str) -> str:
    """The tag of a word; a long "particle" that ends like a verb is one ("the court refused a request").

    >>> open_class("refused", "PART"), open_class("not", "PART")
    ('VERB', 'PART')
    """
    return "VERB" if upos == "PART" and len(form) > _SHORT and form.endswith(("ed", "ing")) else upos
