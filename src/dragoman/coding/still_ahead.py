"""A deed named by a noun that the text has only announced or planned: "a annoncé la venue de sapeurs", "ont confirmé ce voyage"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.coding.teller import is_lent
from dragoman.model.attribution import Attribution
from dragoman.model.factuality import Factuality
from dragoman.model.predication import Predication
from dragoman.model.tree import Sentence, base
from dragoman.world.concept import is_a
from dragoman.world.speech import fold, load_speech
from dragoman.world.table import read_table

_BACK = 3  # sentences back that "ce voyage" may look for the journey it takes up
_SURE = ("asserted", "reported", "acknowledged")


def still_ahead(case: Case, predication: Predication, stance: Factuality) -> Factuality:
    """The stance of a deed that is still to come where the text says so outside its clause; as it was, if it does not."""
    sentence = case.reading.sentences[predication.sentence]
    if stance.status == "negated" and stance.time == "future" and _is_not_before(case, predication, sentence):
        return replace(stance, status="planned", polarity="positive")
    if stance.status in (*_SURE, "possible") and _is_awaited(case, predication, sentence):
        return replace(stance, status="planned", time="future")
    if stance.status not in _SURE:
        return stance
    if _is_set_for_later(case, predication, sentence):
        return replace(stance, status="planned", time="future")
    if sentence.tokens[predication.head].upos != "NOUN":
        return stance
    if _is_announced(case, predication, sentence):
        return replace(stance, status="planned", time="future")
    if not any(sentence.tokens[child].has("PronType=Dem") for child in sentence.children[predication.head]):
        return stance
    before = _taken_up(case, predication)
    if before is None or before.factuality.status != "planned":
        return stance
    return replace(stance, status="planned", time="future")


def _is_not_before(case: Case, predication: Predication, sentence: Sentence) -> bool:
    """Whether what is denied is only that it comes sooner: "will not reach Chad until May", "n'arrivera pas avant mai"."""
    words = _words(case.reading.document.language, "not_before")
    spans = [one.quote.span for one in predication.fillers("time")]
    return any(
        token.form.casefold() in words
        and token.head >= 0
        and any(span.overlaps(sentence.tokens[token.head].span) for span in spans)
        for token in sentence.tokens
        if base(token.relation) == "case"
    )


def _is_awaited(case: Case, predication: Predication, sentence: Sentence) -> bool:
    """Whether a participle says after what something may be: "when delivered, the jets would join others" delivers none yet."""
    token = sentence.tokens[predication.head]
    if token.head < 0 or base(token.relation) != "advcl" or not token.has("VerbForm=Part") or token.has("Tense=Pres"):
        return False
    opening = {
        sentence.tokens[one].form.casefold() for one in sentence.children[predication.head] if one < predication.head
    }
    if not opening & _words(case.reading.document.language, "opening") or "aux" in {
        base(sentence.tokens[one].relation) for one in sentence.children[predication.head]
    }:
        return False
    over = (one for one in case.reading.predications if (one.sentence, one.head) == (predication.sentence, token.head))
    return any(one.factuality.time == "future" or one.factuality.status not in _SURE for one in over)


def _is_set_for_later(case: Case, predication: Predication, sentence: Sentence) -> bool:
    """Whether a present tense tells what is fixed for a day to come: "the ship leaves for Chad next week" has not left.

    Futurate present (Dowty 1977). Only of what is handed over or goes, and of a time that begins after the text is written.
    """
    token, written = sentence.tokens[predication.head], case.reading.reference
    if written is None or written.latest is None or not token.has("Tense=Pres") or token.has("VerbForm=Part"):
        return False
    if frame_of(predication.concept or "") not in ("give", "get", "move", "leave"):
        return False
    times = [one.quote.span for one in predication.fillers("time")]
    return any(
        one.period.earliest is not None and one.period.earliest > written.latest
        for one in case.index.periods.inside(predication.sentence)
        if any(span.overlaps(one.quote.span) for span in times)
    )


def foretold(case: Case, predication: Predication, stance: Factuality, over: tuple[Attribution, ...]) -> Factuality:
    """The stance of what somebody who has no part in it says will happen: "livrera des chars, selon des experts" is no plan.

    What they say is planned stays a plan: "selon des experts, Paris prévoit de livrer des chars".
    """
    if stance.status != "planned" or stance.time != "future" or not over:
        return stance
    teller, speech = over[-1], load_speech(case.reading.document.language)
    words = fold(teller.source.text).split() if teller.source else []
    if teller.origin != "think_tank" and not any(speech.is_word(word, "foreteller") for word in words):
        return stance
    tokens = case.reading.sentences[predication.sentence].tokens
    saying = teller.cue.span if teller.cue else None
    cues = {cue.span for cue in stance.cues if saying is None or not cue.span.overlaps(saying)}
    turning = [one for one in tokens if any(cue.overlaps(one.span) for cue in cues)]
    helpers = _words(case.reading.document.language, "helper")
    if not all(one.has("Tense=Fut") or one.lemma.casefold() in helpers for one in turning):
        return stance
    by = teller.speaker.name if teller.speaker else teller.source.text if teller.source else None
    certainty = "probable" if stance.certainty == "certain" else stance.certainty
    return replace(stance, status="predicted", by=by, certainty=certainty)


def on_terms(case: Case, predication: Predication, stance: Factuality) -> Factuality:
    """The stance that decides the type of what somebody says they will do on a condition: an offer or a threat on terms.

    "Said it would boycott the vote unless he resigns" threatens. The claim itself stays conditional.
    """
    if stance.status != "conditional" or stance.time != "future" or stance.polarity != "positive":
        return stance
    sentence = case.reading.sentences[predication.sentence]
    token = sentence.tokens[predication.head]
    over = case.by_trigger.get((predication.sentence, token.head)) if token.head >= 0 else None
    if over is None or base(token.relation) not in ("ccomp", "xcomp") or not is_a(over.concept or "", "STATEMENT"):
        return stance
    speaks_of_itself = any(
        sentence.tokens[one.head].upos == "PRON" or (one.repaired or "").startswith("subject of the governing verb")
        for one in predication.fillers("agent")
    )
    if not speaks_of_itself or not over.fillers("agent"):
        return stance
    return replace(stance, status="planned")


def _is_announced(case: Case, predication: Predication, sentence: Sentence) -> bool:
    """Whether a coming, a going or a gift is what is announced: nobody says that they have come, or that it has been given.

    A gift is ahead if the one who announces it gives it: "a annoncé une contribution de 3 millions". Who announces what
    another has given only tells of it.
    """
    token = sentence.tokens[predication.head]
    over = case.by_trigger.get((predication.sentence, token.head)) if token.head >= 0 else None
    if over is None or base(token.relation) != "obj" or not is_a(over.concept or "", "ANNOUNCE"):
        return False
    givers = predication.fillers("agent")
    given = frame_of(predication.concept or "") == "give" and bool(givers) and all(is_lent(one) for one in givers)
    return given or frame_of(predication.concept or "") in ("move", "leave")


def _taken_up(case: Case, predication: Predication) -> Predication | None:
    """The deed of the same concept that was told last."""
    for number in range(predication.sentence - 1, max(-1, predication.sentence - _BACK - 1), -1):
        for one in reversed(case.in_sentence(number)):
            if one.concept and one.concept == predication.concept:
                return one
    return None


@cache
def _words(language: str, kind: str) -> frozenset[str]:
    rows = read_table("rules/still_ahead.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language and row["kind"] == kind)
