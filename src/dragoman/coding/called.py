"""What a text calls words that somebody has said: "the general paid them tribute: it was the first Kenyan admission"."""

from __future__ import annotations

from dragoman.coding.actors_at import actors_on
from dragoman.coding.case import Case, is_state
from dragoman.coding.self_check import sentence_at
from dragoman.model.attribution import Attribution
from dragoman.model.factuality import Status
from dragoman.model.predication import Predication
from dragoman.model.tree import base
from dragoman.reading.slot import case_of
from dragoman.world.concept import is_a
from dragoman.world.syntax import cases

_NAMES: tuple[tuple[str, Status], ...] = (
    ("ACKNOWLEDGE", "acknowledged"),
    ("CONFIRM", "acknowledged"),
    ("RECOGNISE", "acknowledged"),
)
_SPOKEN = ("say", "judge")  # who admits by his own verb needs no other word for it


def is_name_of_words(case: Case, predication: Predication) -> bool:
    """Whether a noun of admitting is said of what was told just before: "c'était la première reconnaissance kényane".

    "It was Japan's first recognition of Palestine" names another state, and is one.
    """
    if _status(predication) is None:
        return False
    sentence = case.reading.sentences[predication.sentence]
    if sentence.tokens[predication.head].upos != "NOUN":
        return False
    below = [sentence.tokens[child] for child in sentence.children[predication.head]]
    subjects = [one for one in below if base(one.relation) in ("nsubj", "expl")]
    is_said_of_it = len(subjects) == 1 and subjects[0].upos == "PRON" and any(one.relation == "cop" for one in below)
    return is_said_of_it and not _states_of_another(case, predication)


def called(case: Case, attribution: Attribution) -> Predication | None:
    """The noun by which the text calls what a known speaker says, in its sentence or at the head of the next; None if none does."""
    if attribution.speaker is None or attribution.cue is None or attribution.speech not in _SPOKEN:
        return None
    number = sentence_at(case.reading, attribution.cue.span)
    if number is None:
        return None
    for predication in (*case.in_sentence(number), *_next(case, number)):
        if predication.trigger.span.start < attribution.cue.span.end or not is_name_of_words(case, predication):
            continue
        owners = {one.actor.country for one in actors_on(case, predication.sentence, predication.head) if is_state(one)}
        if owners <= {attribution.speaker.country} and _is_last(case, attribution, predication):
            return predication
    return None


def status_called(predication: Predication) -> Status:
    """What a noun that is said of somebody's words makes of them."""
    return _status(predication) or "reported"


def _status(predication: Predication) -> Status | None:
    return next((status for name, status in _NAMES if is_a(predication.concept or "", name)), None)


def _states_of_another(case: Case, predication: Predication) -> bool:
    """Whether the noun says that a state is recognised, and nothing admitted: "its first recognition of Palestine"."""
    if not is_a(predication.concept or "", "RECOGNISE"):
        return False
    sentence, slots = case.reading.sentences[predication.sentence], cases(case.reading.document.language)
    behind = (
        child
        for child in sentence.children[predication.head]
        if base(sentence.tokens[child].relation) == "nmod" and slots.get(case_of(sentence, child)) == "of"
    )
    heads = (*behind, *(one.head for one in predication.fillers("recipient")))
    return any(is_state(one) for at in heads for one in case.index.actors.at(predication.sentence, at))


def _next(case: Case, number: int) -> tuple[Predication, ...]:
    """What the next sentence of the paragraph is about, if a noun is its root."""
    sentences = case.reading.sentences
    if number + 1 >= len(sentences) or sentences[number + 1].paragraph != sentences[number].paragraph:
        return ()
    return tuple(one for one in case.in_sentence(number + 1) if sentences[number + 1].tokens[one.head].head < 0)


def _is_last(case: Case, attribution: Attribution, predication: Predication) -> bool:
    """Whether nobody else speaks between somebody's words and what they are called."""
    assert attribution.cue is not None  # of such an attribution
    start, end = attribution.cue.span.end, predication.trigger.span.start
    return not any(
        one is not attribution and one.source is not None and one.cue and start <= one.cue.span.start < end
        for one in case.reading.attributions
    )
