"""The time of a word by its endings and helpers: "fired", "was firing", "n’a pas tiré"."""

from __future__ import annotations

from dragoman.model.factuality import Tense
from dragoman.reading.governor import is_gerund
from dragoman.reading.reporting import Clause

_HELPERS = frozenset(("aux", "aux:pass", "cop"))


def tense_of(clause: Clause, index: int) -> Tense | None:
    """The time that a word's endings and helpers give, None for one that shares its governor's (a noun, an infinitive)."""
    tokens = clause.sentence.tokens
    helpers = [i for i in clause.sentence.children[index] if tokens[i].relation in _HELPERS]
    if any("Tense=Past" in tokens[i].features or "Tense=Imp" in tokens[i].features for i in helpers):
        return "past"
    features = tokens[index].features
    if tokens[index].upos not in ("VERB", "AUX"):
        return "present" if helpers else None
    bare = [i for i in helpers if "VerbForm=Inf" in tokens[i].features]
    if bare and all(tokens[i].relation == "aux:pass" for i in bare):  # "être livré", "may be sent": no past in these
        return None if len(bare) == len(helpers) else "present"
    if "VerbForm=Inf" in features and not helpers:
        return None
    if "Tense=Past" in features or "Tense=Imp" in features:
        return "past"
    if is_gerund(tokens[index]) and helpers:
        return "present"  # "is sending"; "was sending" has a helper of the past
    if "VerbForm=Part" in features and any(tokens[i].relation == "aux" for i in helpers):
        return "past"  # "n’a pas attaqué", where the tagger leaves the participle's tense out
    return None if is_gerund(tokens[index]) and not helpers else "present"
