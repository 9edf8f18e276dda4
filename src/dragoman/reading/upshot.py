"""What became of what was said: a promise kept or broken, a claim that is untrue, a deed that another one stands in for."""

from __future__ import annotations

from typing import Literal

from dragoman.reading.negation import negations
from dragoman.reading.reporting import Clause

Upshot = Literal["kept", "broken", "untrue"]
_PHRASE = 3  # words of "au lieu de", the longest phrase of its kind
_BETWEEN = 2  # small words between the phrase and its verb: "au lieu de se rendre"
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))


def upshot_of(clause: Clause, noun: int) -> Upshot | None:
    """What the clause around a noun for something said or promised tells of it, None if nothing.

    "Kept its promise to deliver", "a tenu parole"; "broke its vow to stay", "n’a pas tenu sa promesse"; "the claim that it
    had fallen was false".
    """
    tokens, head = clause.sentence.tokens, clause.sentence.tokens[noun].head
    if head < 0:
        return None
    if (
        tokens[noun].relation in _SUBJECTS
        and (_is_untrue(clause, head) or _is_untrue(clause, head + 1))
        and clause.words.is_stated(_lemma(clause, noun))
    ):
        return None if negations(clause, head) else "untrue"
    if tokens[noun].relation not in ("obj", "obl", "obl:arg", "nsubj:pass") or tokens[head].upos != "VERB":
        return None
    kept, broken = (clause.words.is_word(_lemma(clause, head), role) for role in ("keeps", "breaks"))
    if not (kept or broken) or not _is_over(clause, head):
        return None
    is_denied = bool(negations(clause, head))
    return None if broken and is_denied else "kept" if kept and not is_denied else "broken"


def stands_in(clause: Clause, child: int) -> int | None:
    """The last word of a phrase that puts another deed in this one's place: "instead of leaving", "au lieu de partir".

    By the order of words: trees hang these phrases in many ways.
    """
    tokens = clause.sentence.tokens
    if tokens[child].upos != "VERB" or "VerbForm=Fin" in tokens[child].features:
        return None
    last = child - 1
    while last > 0 and child - last <= _BETWEEN and tokens[last].upos in ("PRON", "ADV", "AUX"):
        last -= 1
    lengths = range(2, min(_PHRASE, last + 1) + 1)
    phrases = (" ".join(clause.forms[last - length + 1 : last + 1]) for length in lengths)
    return last if any(clause.words.is_word(one, "instead") for one in phrases) else None


def _is_untrue(clause: Clause, index: int) -> bool:
    """Whether a word of untruth, or two, stand at a place; past the last word nothing does."""
    ahead = clause.forms[index : index + 2]
    return any(clause.words.is_word(" ".join(ahead[:length]), "untrue") for length in range(1, len(ahead) + 1))


def _is_over(clause: Clause, verb: int) -> bool:
    """Whether a verb tells of the past: "will keep its promise" leaves it a promise."""
    tokens = clause.sentence.tokens
    helpers = [i for i in clause.sentence.children[verb] if tokens[i].relation in ("aux", "aux:pass")]
    first = helpers[0] if helpers else verb
    is_perfect = (
        bool(helpers) and "VerbForm=Part" in tokens[verb].features and "VerbForm=Inf" not in tokens[first].features
    )
    is_ahead = any(one in tokens[first].features for one in ("Tense=Fut", "Mood=Cnd"))
    is_past = "Tense=Past" in tokens[first].features or "Tense=Imp" in tokens[first].features
    return not is_ahead and (is_past or is_perfect)


def _lemma(clause: Clause, index: int) -> str:
    return clause.sentence.tokens[index].lemma.lower()
