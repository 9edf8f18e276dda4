"""Statements and judgements: what somebody says, kept apart from what happened."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.build import CODER
from dragoman.coding.case import Case
from dragoman.coding.chain import attributions_of, chain_of
from dragoman.model.attribution import Attribution
from dragoman.model.claim import Claim, Matter
from dragoman.model.factuality import Certainty, Factuality, Status
from dragoman.model.identity import identify
from dragoman.model.mention import ActorMention
from dragoman.model.span import Quote, Span, hull, quote

_DIRECT, _INDIRECT = 0.9, 0.75
_MIN_WORDS = 4  # a quotation shorter than this is a quoted word, shown with its sentence and not on its own


def find_statements(case: Case, coded: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """One claim for each thing said: a judgement or prediction and a quotation always; other words of a known speaker
    only where nothing in them was coded.
    """
    return tuple(one for one in _statements(case) if _is_new(one, coded))


def _is_new(statement: Claim, coded: tuple[Claim, ...]) -> bool:
    if (
        statement.matter == "judgement"
        or any(link.direct for link in statement.attribution)
        or statement.content is None
    ):
        return True
    return not any(statement.content.span.covers(one.trigger.span) for one in coded)


def _statements(case: Case) -> Iterator[Claim]:
    for attribution in case.reading.attributions:
        if attribution.speech == "doubt" and _is_negated(case, attribution):
            continue  # "did not say what the agreement contains" says nothing
        judged = attribution.speech in ("judge", "predict", "doubt")
        if len(attribution.content.text.split()) < _MIN_WORDS:
            continue
        if judged or attribution.direct or (attribution.speaker and attribution.speaker.country):
            yield _statement(case, attribution, "judgement" if judged else "statement")


def _is_negated(case: Case, attribution: Attribution) -> bool:
    cue = attribution.cue
    return cue is not None and any(
        one.factuality.polarity == "negative" and one.trigger.span.overlaps(cue.span)
        for one in case.reading.predications
    )


def _statement(case: Case, attribution: Attribution, matter: Matter) -> Claim:
    document = case.reading.document
    content = attribution.content
    outer = attributions_of(content.span, tuple(one for one in case.reading.attributions if one is not attribution))
    chain = chain_of(document, (*(one for one in outer if one.content.span.covers(content.span)), attribution))
    cue = attribution.cue or content
    evidence = _evidence(case, attribution)
    speakers = _speakers(case, attribution)
    return Claim(
        id=identify("claim", document=document.id, matter=matter, content=[content.span.start, content.span.end],
                    cue=[cue.span.start, cue.span.end]),
        document_id=document.id, matter=matter, concept="STATEMENT", event_type=None, mode=None, quad=None, contexts=(),
        flow=None, actors=speakers, recipients=(), item=None, quantities=(), period=None, place=None,
        attribution=chain, factuality=_stance(attribution), trigger=cue, evidence=evidence, content=content,
        confidence=_DIRECT if attribution.direct else _INDIRECT,
        reasons=(f"{attribution.speech} by {cue.text!r}" if attribution.cue else "quotation without a cue",),
        coder=CODER,
    )  # fmt: skip


def _stance(attribution: Attribution) -> Factuality:
    status: Status = {
        "predict": "predicted",
        "deny": "denied",
        "acknowledge": "acknowledged",
        "plan": "planned",
        "doubt": "possible",
    }.get(attribution.speech, "reported")  # type: ignore[assignment]
    certainty: Certainty = "certain" if attribution.speech in ("say", "acknowledge", "deny") else "probable"
    by = attribution.speaker.name if attribution.speaker else attribution.source.text if attribution.source else None
    polarity = "negative" if attribution.speech == "deny" else "positive"
    time = "future" if attribution.speech in ("plan", "predict") else "past"
    return Factuality(status, by, polarity, certainty, time, (attribution.cue,) if attribution.cue else ())  # type: ignore[arg-type]


def _evidence(case: Case, attribution: Attribution) -> Quote:
    """All sentences that the source, the cue and the content stand in."""
    spans = [one.span for one in (attribution.source, attribution.cue, attribution.content) if one]
    touched = [s.span for s in case.reading.sentences if any(s.span.overlaps(span) for span in spans)]
    whole = hull((*touched, *spans)) if touched else hull(tuple(spans))
    return quote(Span(whole.start, whole.end), case.text)


def _speakers(case: Case, attribution: Attribution) -> tuple[ActorMention, ...]:
    if attribution.speaker is None or attribution.source is None:
        return ()
    return (ActorMention(attribution.source, attribution.speaker, "speaker"),)
