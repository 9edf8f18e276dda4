"""Whether a source is party to what it tells: a government is party to its own deeds, and an official source of others'.

Nobody but a party, or who tells against himself, acknowledges: "Rabat confirmed that Oman sent drones to Chad" is one more report.

"La Corée du Nord a envoyé 1 000 sapeurs, selon Moscou": Moscow receives them, and has an interest in what it says; "selon
Tokyo": Tokyo does not. What kind of source speaks is read where it speaks, and what it speaks of is known only here.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.case import Case
from dragoman.coding.self_check import sentence_at
from dragoman.model.actor import Actor
from dragoman.model.attribution import Attribution, AttributionLink
from dragoman.model.claim import Claim
from dragoman.world.office import persons
from dragoman.world.speech import fold, load_speech, split_words

_OF_A_GOVERNMENT = ("party", "official")  # a ministry, an army and a spy service keep their kind, which says more


def as_parties(case: Case, claim: Claim) -> Claim:
    """The claim with each source that speaks for a government told to be party to it, or official if it is not."""
    parties = _parties(case, claim)
    links = tuple(_seen_from(link, parties) for link in claim.attribution)
    stance = claim.factuality
    if stance.status == "acknowledged" and _only_confirms(case, claim, parties):
        stance = replace(stance, status="reported", by=None)
    if links == claim.attribution and stance is claim.factuality:
        return claim
    return replace(claim, attribution=links, factuality=stance)


def _only_confirms(case: Case, claim: Claim, parties: list[Actor]) -> bool:
    """Whether who is said to acknowledge has nothing to admit: a third party that confirms, an image, a report, a thing."""
    last, by = claim.originator, claim.factuality.by or ""
    if last is None or last.kind == "publisher":  # "c'est la première fois que Lima confirme": the text tells who does
        named = [name for one in (*claim.actors, *claim.recipients) for name in (one.actor.name, one.quote.text)]
        return not any(name in by for name in named)
    if last.kind == "document" or last.origin in ("imagery", "eyewitness", "unnamed"):
        return True
    if claim.matter == "statement" or any(_is_of(last.actor, one) for one in parties):
        return False
    return any(is_confirmation(one.text, case.reading.document.language) for one in claim.factuality.cues)


def is_confirmation(cue: str, language: str) -> bool:
    """Whether a cue acknowledges by a verb that admits nothing by itself: "a confirmé", "verified"."""
    words = load_speech(language)
    verbs = (words.forms.get(("verb", form)) for form in split_words(fold(cue)))
    return any(verb is not None and words.is_word(verb.lemma, "confirms") for verb in verbs)


def confirms_others(case: Case, attribution: Attribution, coded: tuple[Claim, ...]) -> bool:
    """Whether a report confirms what was coded and none of it is of the speaker's own state."""
    cue, content = attribution.cue, attribution.content.span
    if attribution.speech != "acknowledge" or cue is None:
        return False
    if not is_confirmation(cue.text, case.reading.document.language):
        return False
    told = [one for one in coded if content.covers(one.trigger.span)]
    parties = [who.actor for one in told for who in (*one.actors, *one.recipients)]
    return bool(parties) and not any(_is_of(attribution.speaker, one) for one in parties)


def _parties(case: Case, claim: Claim) -> list[Actor]:
    """Those whom a claim is about: of a statement not who makes it, unless it admits, denies or promises, but whom it names."""
    if claim.matter not in ("statement", "judgement") or claim.factuality.status in (
        "acknowledged",
        "denied",
        "planned",
    ):
        return [one.actor for one in (*claim.actors, *claim.recipients)]
    content = claim.content
    first = sentence_at(case.reading, content.span) if content is not None else None
    if content is None or first is None:
        return [one.actor for one in claim.recipients]
    named: list[Actor] = []
    for number, sentence in enumerate(case.reading.sentences[first:], first):
        if sentence.span.start >= content.span.end:
            break
        named += [one.actor for one in case.index.actors.inside(number) if content.span.covers(one.quote.span)]
    return [*named, *(one.actor for one in claim.recipients)]


def _seen_from(link: AttributionLink, parties: list[Actor]) -> AttributionLink:
    if link.origin not in _OF_A_GOVERNMENT or link.kind != "speaker":
        return link
    if any(_is_of(link.actor, one) for one in parties):
        return replace(link, origin="party") if _speaks_for_it(link.actor) else link
    return replace(link, origin="official") if link.origin == "party" else link


def _is_of(speaker: Actor | None, party: Actor) -> bool:
    """Whether a source is a party, or of the state that is one."""
    if speaker is None:
        return False
    return speaker.name == party.name or (speaker.country is not None and speaker.country == party.country)


def _speaks_for_it(speaker: Actor | None) -> bool:
    """Whether a source is a member of a government by name: "President Putin", and no "Russian official", no lawmaker."""
    return speaker is not None and speaker.sector == "GOV" and speaker.name in persons()
