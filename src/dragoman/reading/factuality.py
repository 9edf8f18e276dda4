"""Whether an event happened, by the text: what its own clause says, under everything that governs it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dragoman.model.factuality import Factuality, Status, Tense, first_status
from dragoman.model.span import quote
from dragoman.model.tree import Sentence
from dragoman.reading.governor import governs_through, is_infinitive
from dragoman.reading.handed_down import passed_down
from dragoman.reading.reporting import Clause, noun_phrase
from dragoman.reading.sureness import Sureness, own_sureness
from dragoman.reading.tense import tense_of
from dragoman.reading.upshot import stands_in
from dragoman.world.speech import load_speech

_HELPERS = frozenset(("aux", "aux:pass", "cop"))
_SAME = frozenset(("flat", "flat:name", "fixed", "compound", "compound:prt", "goeswith"))
_SUBJECT = frozenset(("nsubj", "nsubj:pass"))
_MAX_DEPTH = 40  # governors above one word: beyond this a tree is a parser's error


def factuality_of(sentence: Sentence, head: int, text: str, language: str) -> Factuality:
    """What a sentence commits to about the event at one of its tokens.

    head: index of the event's word, a verb, noun or adjective. text: the document's; language: ISO 639-1.
    `status` is the contract's first of those that hold; `by` is the words that name who acknowledges, denies, plans or
    predicts. A word that nothing turns is asserted, positive and certain. Work grows with the depth of the word alone.
    """
    return Stances(sentence, text, language).of(head)


class Stances:
    """How sure one sentence is of each of its events: what a word hands down is worked out once for all that it governs."""

    def __init__(self, sentence: Sentence, text: str, language: str) -> None:
        self._clause = Clause(sentence, text, load_speech(language))
        self._known: dict[int, Sureness] = {}

    def of(self, head: int) -> Factuality:
        """As `factuality_of`."""
        path = _path(self._clause, head)
        known = self._known if len(path) < _MAX_DEPTH else {}
        if path[0] not in known:
            known[path[0]] = _at_root(self._clause, path[0])
        for parent, child in pairwise(path):
            if child not in known:
                passed = passed_down(self._clause, parent, child, known[parent])
                known[child] = own_sureness(self._clause, child, passed)
        return _answer(self._clause, known[path[-1]])


def _at_root(clause: Clause, root: int) -> Sureness:
    time = tense_of(clause, root)
    if time is None and _is_told_bare(clause, root):
        time = "present"
    elif time is None and _is_named_alone(clause, root):
        return own_sureness(clause, root, Sureness(time="future").weakened("possible"))
    return own_sureness(clause, root, _headline(clause, root, Sureness(time=time)))


def _is_told_bare(clause: Clause, root: int) -> bool:
    """ "Prices fall in Lagos", "Riga ne livre plus", which taggers take for infinitives: those have no subject."""
    is_called_one = clause.sentence.tokens[root].has("VerbForm=Inf") and _has_subject(clause, root)
    return is_called_one and not (clause.words.language == "fr" and is_infinitive(clause, root))


def _is_named_alone(clause: Clause, root: int) -> bool:
    """ "Répondre à la crise": an infinitive over a sentence names a deed and tells of none."""
    return is_infinitive(clause, root) and clause.words.language == "fr" and not _has_subject(clause, root)


def _has_subject(clause: Clause, index: int) -> bool:
    return clause.child(index, _SUBJECT) is not None


def _carried(clause: Clause, index: int) -> int:
    """The verb that "going to" or "va" carries, for a word that only says when."""
    tokens = clause.sentence.tokens
    governors = clause.words.governors
    governor = governors.get((clause.form(index), "verb", "to")) or governors.get(
        (tokens[index].lemma.lower(), "verb", "to")
    )
    if governor is None or governor.holds != "+" or governor.mark != "plan":
        return index
    for child in clause.sentence.children[index]:
        if tokens[child].relation == "xcomp" and "VerbForm=Inf" in tokens[child].features:
            return child
    return index


def _headline(clause: Clause, root: int, sure: Sureness) -> Sureness:
    """ "Kim to visit Moscow": an infinitive with a subject is a headline's future."""
    marks = (i for i in clause.sentence.children[root] if i < root)
    has_mark = any(clause.words.is_word(clause.form(i), "to") for i in marks)
    if not (has_mark and _has_subject(clause, root) and is_infinitive(clause, root)):
        return sure
    if clause.child(root, frozenset(("aux",))) is not None:
        return sure
    return replace(sure.marked("plan", root), time="future").weakened("probable")


def _path(clause: Clause, head: int) -> tuple[int, ...]:
    """Tokens from the root down to an event's word; an auxiliary stands for its verb, a part of a name for its head."""
    tokens, at = clause.sentence.tokens, head
    found: list[int] = []
    is_part = stands_in(clause, at) is None  # "au lieu de partir", which trees take for one fixed phrase
    while is_part and tokens[at].relation in _HELPERS | _SAME and tokens[at].head >= 0 and len(found) < _MAX_DEPTH:
        at = tokens[at].head
    at = _carried(clause, at)
    while at >= 0 and len(found) < _MAX_DEPTH and at not in found:
        found.append(at)
        above = tokens[at].head
        over = tokens[above].head if above >= 0 else -1
        at = over if over >= 0 and governs_through(clause, over, above, at) else above
    return tuple(reversed(_past_infinitives(clause, found)))


def _past_infinitives(clause: Clause, upward: list[int]) -> list[int]:
    """A path without the infinitives that a tree puts over a finite verb: "refused to sign and | left": who refused left."""
    tokens, kept = clause.sentence.tokens, upward[:1]
    for below, at in pairwise(upward):
        joined = kept[-1] == below and tokens[below].relation == "conj" and tokens[below].has("VerbForm=Fin")
        is_told = joined and tokens[below].has("Tense=Past") and is_infinitive(clause, at)
        if is_told and any(tokens[one].has("VerbForm=Fin") for one in upward[upward.index(at) :]):
            continue
        if kept[-1] != below and tokens[below].head == at and not tokens[at].has("VerbForm=Fin"):
            continue  # the word on which the infinitive hangs
        kept.append(at)
    return kept


def _answer(clause: Clause, sure: Sureness) -> Factuality:
    marks = sure.marks
    statuses: list[Status] = []
    if "deny" in marks:
        statuses.append("denied")
    elif sure.polarity == "negative":
        statuses.append("negated")
    if sure.conditional:
        statuses.append("conditional")
    statuses.extend(_STATUS_OF[mark] for mark in sorted(marks) if mark in _STATUS_OF)
    if sure.certainty in ("possible", "unknown", "probable") and not statuses:
        statuses.append("possible")
    time: Tense = sure.time or "past"
    by = noun_phrase(clause, sure.by).of(clause.text) if sure.by is not None else None
    tokens = clause.sentence.tokens
    cues = tuple(quote(tokens[i].span, clause.text) for i in sorted(set(sure.cues)))
    status = first_status(tuple(statuses))
    has_actor = status in ("acknowledged", "denied", "planned", "predicted")
    return Factuality(status, by if has_actor else None, sure.polarity, sure.certainty, time, cues)


_STATUS_OF: dict[str, Status] = {
    "plan": "planned", "predict": "predicted", "possible": "possible", "acknowledge": "acknowledged", "report": "reported",
}  # fmt: skip
