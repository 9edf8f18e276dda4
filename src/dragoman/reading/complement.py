"""What a reporting verb takes by the order of words, where trees fail: a number, a hearer, an infinitive put off."""

from __future__ import annotations

from dragoman.model.tree import Token
from dragoman.reading.reporting import Clause, Report

_MAX_TO_NUMBER = 14  # tokens between "put" and its number
_NEAR_NUMBER = 4  # tokens between "at" and the number: "at no fewer than 40"


def late_infinitive(clause: Clause, report: Report) -> int | None:
    """ "A reconnu pour la première fois avoir tiré": an infinitive that a time keeps from its verb, and the tree too."""
    tokens, start = clause.sentence.tokens, report.last + 1
    if "to" not in report.word.takes or start >= len(tokens) or tokens[start].upos != "ADP":
        return None
    ahead = range(start + 2, min(start + 6, len(tokens)))
    at = next((i for i in ahead if clause.words.is_word(clause.forms[i - 1], "occasion")), None)
    return at if at is not None and "VerbForm=Inf" in tokens[at].features else None


def behind_hearer(clause: Clause, index: int) -> int:
    """ "Told lawmakers two ships had left": the first noun is whom it is told; what is told starts a phrase of its own."""
    tokens, at = clause.sentence.tokens, index
    while at + 1 < len(tokens) and tokens[at].upos in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP"):
        starts = tokens[at + 1].upos in ("DET", "PRON", "NUM") or tokens[at].upos == "PRON"
        if tokens[at].upos in ("NOUN", "PROPN", "PRON") and starts:
            return at + 1
        at += 1
    return index


def _closes(token: Token) -> bool:
    """Whether a token ends the words that give a number: a stop or a verb; "their wounded" is none."""
    is_stop = token.upos == "PUNCT" and token.form not in "-’'"
    return is_stop or (token.upos == "VERB" and "VerbForm=Fin" in token.features)


def find_number(clause: Clause, report: Report) -> int | None:
    """First word behind a verb that gives a number: "put the toll at 40", "évalue à 2 000 le nombre", "counted 40 dead"."""
    tokens, index = clause.sentence.tokens, report.last + 1
    wanted = [one[1:] for one in report.word.takes if one[:1] == "~"]
    if not wanted or report.passive or index >= len(tokens):
        return None
    ahead = range(index, min(index + _MAX_TO_NUMBER, len(tokens)))
    stop = next((i for i in ahead if _closes(tokens[i])), ahead.stop)
    numbers = [i for i in ahead if i < stop and tokens[i].upos == "NUM"]
    if not numbers:
        return None
    if "" in wanted:
        return index if tokens[index].upos != "ADP" else None  # "avance de 10 km" gives no number
    led = next((i for i in ahead if i < stop and clause.forms[i] in wanted and numbers[-1] > i), None)
    if led is None or not any(0 < i - led <= _NEAR_NUMBER for i in numbers):
        return None
    return led + 1 if led == index and numbers[-1] == max(numbers) and stop - numbers[0] <= 2 else index
