"""What nobody has said: a report that is denied, asked for or only foreseen has no source yet, and admits nothing.

"Kiev exhorte Moscou à reconnaître la mort de ses soldats": Moscow has not. "Moscow may confirm that its soldiers fought", "has not
acknowledged that they fought", "if Moscow admits that they fought": in each the fighting is neither acknowledged nor reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.coding.self_check import sentence_at
from dragoman.model.attribution import Attribution
from dragoman.model.factuality import Certainty, Factuality, Status
from dragoman.model.predication import Predication
from dragoman.model.reading import Reading
from dragoman.model.span import Span
from dragoman.model.tree import Sentence, base
from dragoman.world.concept import is_a
from dragoman.world.speech import fold, load_speech

_AHEAD: tuple[Status, ...] = ("conditional", "predicted", "planned")
# what a content has of the verb that brings it
_FROM_THE_CUE: tuple[Status, ...] = ("reported", "acknowledged", "denied")
_UNSURE: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")  # from sure to unsure
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BESIDE = 40  # code points beside a source that hold the word next to it
_PLAINLY = Factuality("asserted", None, "positive", "certain", "past", ())


def without_unsaid(reading: Reading) -> Reading:
    """The reading without reports that were not made; what they would have told is no surer than that they may be."""
    by_sentence: dict[int, list[Predication]] = {}
    for told in reading.predications:
        by_sentence.setdefault(told.sentence, []).append(told)
    weak: list[tuple[Span, Factuality]] = []
    kept: list[Attribution] = []
    for one in reading.attributions:
        number = sentence_at(reading, one.cue.span) if one.cue else None
        telling = None
        if number is not None:
            telling = telling_of(one, by_sentence.get(number, ()), reading.sentences[number], reading.document.language)
        whole = reading.sentences[number].span if number is not None else one.content.span
        if is_unconfirmed(one, whole, reading.document.text, reading.document.language):
            telling = replace(telling or _PLAINLY, certainty="possible")
        elif telling is None or (is_made(telling) and not is_doubted(one, telling)):
            kept.append(one)
            continue
        weak.append((one.content.span, telling))
        if is_made(telling):  # that it was admitted is hedged, and so nobody has admitted it
            kept.append(replace(one, speech="say" if one.speech in ("acknowledge", "deny") else one.speech))
    weak.extend(_unannounced(reading))
    if not weak:
        return reading
    predications = tuple(_weakened(reading, one, weak, kept) for one in reading.predications)
    return replace(reading, attributions=tuple(kept), predications=predications)


def _unannounced(reading: Reading) -> Iterator[tuple[Span, Factuality]]:
    """Deeds that nobody has announced: "n'a pas annoncé [l'envoi de chars]", where no report is read."""
    for one in reading.predications:
        if one.concept and is_a(one.concept, "ANNOUNCE") and not is_made(one.factuality):
            tokens = reading.sentences[one.sentence].tokens
            for token in tokens:
                if token.head == one.head and base(token.relation) == "obj":
                    yield token.span, one.factuality


def telling_of(
    attribution: Attribution, told: Iterable[Predication], sentence: Sentence, language: str
) -> Factuality | None:
    """Whether it was said, as the text has it: the stance of the verb that brings the content, None for a cue without one.

    told: the predications of the cue's sentence. Words in quotation marks were spoken, whatever brings them: None.
    """
    cue, content = attribution.cue, attribution.content.span
    if cue is None or attribution.direct or attribution.source is None:
        return None
    if load_speech(language).is_phrase(cue.text):
        return None  # "according to", which hedges nothing
    # "a refusé [de confirmer] que": what stands between a cue and its content is part of the saying
    span = Span(cue.span.start, max(cue.span.end, content.start)) if cue.span.start < content.start else cue.span
    verbs = (one for one in told if sentence.tokens[one.head].upos in ("VERB", "AUX"))
    last = max(
        (one for one in verbs if span.covers(sentence.tokens[one.head].span)), key=lambda one: one.head, default=None
    )
    return last.factuality if last is not None else None


def is_made(telling: Factuality) -> bool:
    """Whether a report was made, or may have been ("aurait déclaré"): not denied, asked for, foreseen, nor left open."""
    is_ahead = telling.status in _AHEAD or (telling.status == "possible" and telling.time == "future")
    return telling.polarity == "positive" and not is_ahead


def is_unconfirmed(attribution: Attribution, sentence: Span, text: str, language: str) -> bool:
    """Whether a source or a report is called doubtful by its own words: "unconfirmed reports", "des informations non vérifiées".

    sentence: of the cue. What stands behind a verb of saying is said of something else: "denied rumours that …" is a plain denial.
    """
    words, source, cue = load_speech(language), attribution.source, attribution.cue
    if source is not None:
        near = _WORD.findall(fold(source.text))
        if cue is not None and words.is_phrase(
            cue.text
        ):  # "selon des informations [non confirmées]", which a tree may cut off
            near += _WORD.findall(fold(text[source.span.end : min(sentence.end, source.span.end + _BESIDE)]))[:2]
    elif cue is not None:  # "there are [unverified] reports that"
        near = _WORD.findall(fold(text[max(sentence.start, cue.span.start - _BESIDE) : cue.span.start]))[-1:]
        near += _WORD.findall(fold(cue.text))
    else:
        near = []
    return any(words.is_word(one, "unconfirmed") for one in (*near, *(" ".join(two) for two in pairwise(near))))


def is_doubted(attribution: Attribution, telling: Factuality) -> bool:
    """Whether a report that was made may not have been: "may have said", and "aurait déclaré", where the verb itself hedges.

    "Kigali claims that Goma admitted it" is as sure as Kigali's word, which the chain shows.
    """
    cue = attribution.cue
    hedged = cue is not None and any(cue.span.covers(one.span) for one in telling.cues)
    return telling.status == "possible" or (telling.certainty != "certain" and hedged)


def _weakened(
    reading: Reading, one: Predication, weak: list[tuple[Span, Factuality]], said: list[Attribution]
) -> Predication:
    """A predication no surer than the report it stands in, if no report that was made lies closer around it."""
    span, stance = one.trigger.span, one.factuality
    over = [(content, told) for content, told in weak if content.covers(span)]
    if not over or stance.status not in ("asserted", *_FROM_THE_CUE):
        return one
    content, told = min(over, key=lambda found: found[0].end - found[0].start)
    if any(a.content.span.covers(span) and content.covers(a.content.span) and a.content.span != content for a in said):
        return one  # "may confirm that Kigali denied the raid": the denial is Kigali's
    if is_made(told):
        least = max(stance.certainty, told.certainty, key=_UNSURE.index)
        as_told: Status = "possible" if told.status == "possible" else "reported"
        by = None if stance.status in _FROM_THE_CUE else stance.by
        return replace(one, factuality=replace(stance, status=as_told, by=by, polarity="positive", certainty=least))
    if stance.status == "asserted" and not _is_head(reading, one, content):
        return one  # "never said that the talks had failed": talks there were
    status: Status = told.status if told.status in _AHEAD and stance.time != "past" else "possible"
    return replace(one, factuality=replace(stance, status=status, by=None, polarity="positive", certainty="unknown"))


def _is_head(reading: Reading, one: Predication, content: Span) -> bool:
    """Whether a predication is all that is said: "n'a pas annoncé [l'envoi de chars]"."""
    tokens = reading.sentences[one.sentence].tokens
    head = tokens[one.head].head
    return head < 0 or not content.covers(tokens[head].span)
