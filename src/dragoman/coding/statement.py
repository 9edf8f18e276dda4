"""Statements and judgements: what somebody says, kept apart from what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.called import called, status_called
from dragoman.coding.case import Case, is_state
from dragoman.coding.chain import attributions_of, chain_of
from dragoman.coding.context import frame_of
from dragoman.coding.draft import CODER
from dragoman.coding.interest import confirms_others
from dragoman.coding.measure import period_of_claim
from dragoman.coding.self_check import sentence_at
from dragoman.coding.unsaid import is_doubted, telling_of
from dragoman.coding.verb_of_saying import is_averse, says_something
from dragoman.model.attribution import Attribution
from dragoman.model.claim import Claim, Matter
from dragoman.model.factuality import Certainty, Factuality, Status
from dragoman.model.identity import identify
from dragoman.model.mention import ActorMention, PeriodMention
from dragoman.model.predication import Predication
from dragoman.model.span import Quote, hull, quote
from dragoman.model.tree import base
from dragoman.world.concept import is_a

_DIRECT, _INDIRECT = 0.9, 0.75
_THINKERS = ("ANALYST", "EXPERT", "OBSERVER")
_OWN = 0.6  # a prediction by the text itself, of which nobody is the author
_ACTS_OF_WILL = ("REQUEST", "REJECT", "THREATEN")
_BESIDE = 3  # sentences between what is said and who says it, for both to be shown together
_MIN_WORDS = 4  # a quotation shorter than this is a quoted word, shown with its sentence and not on its own


def find_statements(case: Case, coded: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """One claim for each thing said: a judgement or prediction and a quotation always; other words of a known speaker
    only where nothing in them was coded.
    """
    return tuple(one for one in _statements(case, coded) if _is_new(one, coded))


def _is_new(statement: Claim, coded: tuple[Claim, ...]) -> bool:
    if (
        statement.matter == "judgement"
        or any(link.direct for link in statement.attribution)
        or statement.content is None
    ):
        return True
    if statement.factuality.status in ("acknowledged", "denied"):
        return True  # that it was admitted is news in itself, with its own date
    if any(statement.content.span.covers(one.trigger.span) for one in coded):
        return False
    # "China banned imports of beef": a deed that was coded, whatever took its verb for one of saying
    return not any(
        (_is_deed(one) or _is_act_of_will(one)) and statement.trigger.span.overlaps(one.trigger.span) for one in coded
    )


def _is_act_of_will(claim: Claim) -> bool:
    """ "Threatened to block the entry", "refused to sign": the threat is the event, and saying it is none beside it."""
    return claim.matter == "event" and claim.event_type in _ACTS_OF_WILL


def _is_deed(claim: Claim) -> bool:
    return claim.matter != "statement" and frame_of(claim.concept) in ("act", "with", "give", "move", "get", "leave")


def _statements(case: Case, coded: tuple[Claim, ...]) -> Iterator[Claim]:
    for one in case.reading.attributions:
        # "Rabat confirmed that Oman sent drones to Chad": Rabat has nothing to admit
        attribution = replace(one, speech="say") if confirms_others(case, one, coded) else one
        if attribution.speech == "doubt" and _is_negated(case, attribution):
            continue  # "did not say what the agreement contains" says nothing
        if _is_refusal(case, attribution):
            continue
        judged = attribution.speech in ("judge", "predict", "doubt") or _is_opinion(case, attribution)
        name = called(case, attribution)
        if len(attribution.content.text.split()) < _MIN_WORDS or not says_something(case, attribution):
            continue
        if judged or attribution.direct or (attribution.speaker and attribution.speaker.country):
            made = _statement(case, attribution, "judgement" if judged and name is None else "statement")
            yield made if name is None else _as_called(case, made, name)


def _is_refusal(case: Case, attribution: Attribution) -> bool:
    """ "Declined to say whether": who will not do a thing denies nothing."""
    if attribution.speech != "deny" or attribution.direct:
        return False
    first = attribution.content.span.start
    number = sentence_at(case.reading, attribution.content.span)
    tokens = case.reading.sentences[number].tokens if number is not None else ()
    behind = [one for one in tokens if one.span.start >= first][:2]
    return any(one.upos == "VERB" and one.has("VerbForm=Inf") for one in behind)


def _is_opinion(case: Case, attribution: Attribution) -> bool:
    """Whether those who say it are asked for what they think: analysts, experts, observers."""
    if attribution.source is None:
        return False
    span = attribution.source.span
    number = next((i for i, one in enumerate(case.reading.sentences) if one.span.covers(span)), None)
    mentions = case.index.concepts.inside(number) if number is not None else ()
    return any(span.covers(one.quote.span) and is_a(one.concept, name) for one in mentions for name in _THINKERS)


def _is_negated(case: Case, attribution: Attribution) -> bool:
    cue = attribution.cue
    return cue is not None and any(
        one.factuality.polarity == "negative" and one.trigger.span.overlaps(cue.span)
        for one in case.reading.predications
    )


def _statement(case: Case, attribution: Attribution, matter: Matter) -> Claim:
    document = case.reading.document
    content = attribution.content
    outer = attributions_of(
        content.span, tuple(one for one in case.said if one.content != content or one.cue != attribution.cue)
    )
    chain = chain_of(case, (*(one for one in outer if one.content.span.covers(content.span)), attribution))
    cue = attribution.cue or content
    evidence = _evidence(case, attribution)
    speakers = _speakers(attribution)
    return Claim(
        id=identify("claim", document=document.id, matter=matter, content=[content.span.start, content.span.end],
                    cue=[cue.span.start, cue.span.end]),
        document_id=document.id, matter=matter, concept="STATEMENT", event_type=None, mode=None, quad=None, contexts=(),
        flow=None, actors=speakers, recipients=(), item=None, quantities=(), period=_cue_period(case, attribution),
        place=None,
        attribution=chain, factuality=_stance(case, attribution), trigger=cue, evidence=evidence, content=content,
        confidence=_DIRECT if attribution.direct else _INDIRECT,
        reasons=(f"{attribution.speech} by {cue.text!r}" if attribution.cue else "quotation without a cue",),
        coder=CODER,
    )  # fmt: skip


def _as_called(case: Case, statement: Claim, name: Predication) -> Claim:
    """A statement as the text calls it: what is "the first admission" was admitted by whoever said it."""
    stance = replace(statement.factuality, status=status_called(name), certainty="certain")
    span = hull((statement.evidence.span, case.reading.sentences[name.sentence].span))
    reason = f"the text calls it {name.trigger.text!r}"
    return replace(statement, factuality=stance, evidence=quote(span, case.text), reasons=(*statement.reasons, reason))


def _stance(case: Case, attribution: Attribution) -> Factuality:
    status: Status = {
        "predict": "predicted",
        "deny": "denied",
        "acknowledge": "acknowledged",
        "plan": "planned",
        "doubt": "possible",
    }.get(attribution.speech, "reported")  # type: ignore[assignment]
    if status == "predicted" and is_averse(case, attribution):
        status = "possible"  # "warned against selling them": what must not be, and nobody foresees it
    certainty: Certainty = "certain" if attribution.speech in ("say", "acknowledge", "deny") else "probable"
    by = attribution.speaker.name if attribution.speaker else attribution.source.text if attribution.source else None
    polarity = "negative" if attribution.speech == "deny" else "positive"
    if (hedged := _hedge(case, attribution)) is not None:
        status, certainty = "possible" if hedged.status == "possible" else status, hedged.certainty
    time = "future" if attribution.speech in ("plan", "predict") else "past"
    return Factuality(status, by, polarity, certainty, time, (attribution.cue,) if attribution.cue else ())  # type: ignore[arg-type]


def _hedge(case: Case, attribution: Attribution) -> Factuality | None:
    """How far it is hedged that it was said: "Moscou aurait déclaré que", None where it is not."""
    number = sentence_at(case.reading, attribution.cue.span) if attribution.cue else None
    if number is None:
        return None
    sentence, language = case.reading.sentences[number], case.reading.document.language
    telling = telling_of(attribution, case.in_sentence(number), sentence, language)
    return telling if telling is not None and is_doubted(attribution, telling) else None


def _evidence(case: Case, attribution: Attribution) -> Quote:
    """The sentences of what is said, with those of its cue and its source where they stand beside it.

    A quotation set apart may have its source ten paragraphs before: the chain opens that place, and the text between proves nothing.
    """
    said = attribution.content.span
    spans = [one.span for one in (attribution.source, attribution.cue) if one]
    sentences = case.reading.sentences
    inside = [i for i, one in enumerate(sentences) if one.span.overlaps(said)]
    if not inside:
        return quote(hull((said, *spans)), case.text)
    beside = range(inside[0] - _BESIDE, inside[-1] + _BESIDE + 1)
    near = [one for i, one in enumerate(sentences) if i in beside and any(one.span.overlaps(span) for span in spans)]
    whole = hull((said, *(sentences[i].span for i in inside), *(one.span for one in near)))
    return quote(whole, case.text)


def find_predictions(case: Case, coded: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """What the text itself foresees or supposes of a party, with nobody behind it: one judgement a sentence."""
    found: dict[int, Claim] = {}
    for one in case.reading.predications:
        stance = one.factuality
        ahead = stance.status == "predicted" or (stance.status == "possible" and stance.time == "future")
        if (
            not ahead
            or not _is_main(case, one)
            or one.sentence in found
            or attributions_of(one.trigger.span, case.said)
        ):
            continue
        span = case.reading.sentences[one.sentence].span
        if any(claim.content is not None and claim.content.span.overlaps(span) for claim in coded):
            continue
        if _concerns_a_party(case, one):
            found[one.sentence] = _prediction(case, one)
    return tuple(found.values())


def _is_main(case: Case, predication: Predication) -> bool:
    """Whether it is what its sentence says, or what a modal there governs: "ces liens pourraient influencer"."""
    tokens = case.reading.sentences[predication.sentence].tokens
    token = tokens[predication.head]
    return token.head < 0 or (base(token.relation) == "xcomp" and tokens[token.head].head < 0)


def _concerns_a_party(case: Case, predication: Predication) -> bool:
    """Whether the sentence names a state, or stands in a document about two."""
    return len(case.pair) == 2 or any(is_state(one) for one in case.index.actors.inside(predication.sentence))


def _prediction(case: Case, predication: Predication) -> Claim:
    document = case.reading.document
    content = quote(case.reading.sentences[predication.sentence].span, case.text)
    return Claim(
        id=identify("claim", document=document.id, matter="judgement", content=[content.span.start, content.span.end]),
        document_id=document.id, matter="judgement", concept="PREDICT", event_type=None, mode=None, quad=None, contexts=(),
        flow=None, actors=(), recipients=(), item=None, quantities=(), period=period_of_claim(case, predication), place=None,
        attribution=chain_of(case, ()), factuality=predication.factuality, trigger=predication.trigger,
        evidence=content, content=content, confidence=_OWN,
        reasons=(f"{predication.trigger.text!r} is {predication.factuality.status} by the text itself",), coder=CODER,
    )  # fmt: skip


def _cue_period(case: Case, attribution: Attribution) -> PeriodMention | None:
    """When it was said: the time of the verb of saying."""
    if attribution.cue is None:
        return None
    for one in case.reading.predications:
        if one.concept and one.trigger.span.overlaps(attribution.cue.span) and one.fillers("time"):
            return period_of_claim(case, one)
    return None


def _speakers(attribution: Attribution) -> tuple[ActorMention, ...]:
    if attribution.speaker is None or attribution.source is None:
        return ()
    return (ActorMention(attribution.source, attribution.speaker, "speaker"),)
