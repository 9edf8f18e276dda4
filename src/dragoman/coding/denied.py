"""A denial in a word: "Oslo denied it", "Tokyo rejected the accusation". What it denies is the deed that was told just before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.case import Case
from dragoman.coding.chain import attributions_of, chain_of
from dragoman.coding.context import frame_of
from dragoman.coding.draft import INFERRED
from dragoman.coding.party import parties_of_argument
from dragoman.coding.self_check import sentence_at
from dragoman.model.attribution import Attribution
from dragoman.model.claim import Claim
from dragoman.model.factuality import Factuality
from dragoman.model.identity import identify
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication
from dragoman.model.span import Span, hull, quote
from dragoman.model.tree import Sentence, Token, base
from dragoman.world.concept import is_a
from dragoman.world.speech import load_speech

_DEEDS = ("act", "with", "give", "move", "get", "leave")
_BARE = ("det", "case", "punct", "amod")  # what "the false report" has beside it: no clause that says what is denied
_MOST = 3  # deeds of one report; who answers a longer tale denies nobody knows which of them

_FIGURES_BACK = 3  # sentences before "these figures" in which the amounts stand, whatever paragraphs they are in


def find_denied(case: Case, told: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """A denied claim for each deed that a denial points back to: of its own sentence, else of the sentence before.

    told: what was coded of the text. "The ministry said that Norway had sent boats. Oslo denied it": Oslo denies the sending.
    What one says oneself one does not deny in a word, and a tale of many deeds is left alone.
    """
    return tuple(
        _denied(case, one, claim, by)
        for one in case.reading.predications
        if one.concept and one.factuality.polarity == "positive" and _points_back(case, one)
        for by in _deniers(case, one)[:1]
        for claim in _answered(case, one, told, by.actor.country)
    ) + tuple(
        _denied(case, one, claim, None)
        for one in case.reading.predications
        if is_a(one.concept or "", "DENY") and one.factuality.polarity == "positive" and not _deniers(case, one)
        if (said := _said_behind(case, one)) is not None and said.source is not None
        for claim in _answered(case, one, told, None)
    )


def _said_behind(case: Case, one: Predication) -> Attribution | None:
    """The denial of what stands before it that the reader found: ", ce qu'un conseiller a démenti"."""
    return next(
        (
            said
            for said in case.said
            if said.speech == "deny"
            and said.cue is not None
            and said.cue.span.overlaps(one.trigger.span)
            and said.content.span.end <= said.cue.span.start
        ),
        None,
    )


def _points_back(case: Case, one: Predication) -> bool:
    """Whether its object is "it", "this", "l'", or bare words for talk with a definite article; or it hangs on such words itself."""
    denies = is_a(one.concept or "", "DENY")
    if not denies and not is_a(one.concept or "", "REJECT"):
        return False
    sentence = case.reading.sentences[one.sentence]
    words = load_speech(case.reading.document.language)
    verb = sentence.tokens[one.head]
    if denies and (_is_cut_short(sentence, one.head) or _said_behind(case, one) is not None):
        return True
    if (
        base(verb.relation) == "acl" and verb.head >= 0
    ):  # "a claim that Oslo denies", "ce qu'Oslo dément", ", which Oslo denies"
        over = sentence.tokens[verb.head]
        loose = any(sentence.tokens[child].has("PronType=Rel") for child in sentence.children[one.head])
        own = any(sentence.tokens[a.head].upos == "NOUN" for a in (*one.fillers("topic"), *one.fillers("theme")))
        loose = loose and not own  # "a deal of which Oslo disputes the validity": what is disputed is told
        return words.is_word(over.form.casefold(), "talk") or (denies and (over.upos == "PRON" or loose))
    for argument in (*one.fillers("topic"), *one.fillers("theme")):
        token = sentence.tokens[argument.head]
        if token.upos == "PRON":
            return denies and not token.has("Person=1") and not token.has("PronType=Rel")
        children = [sentence.tokens[child] for child in sentence.children[argument.head]]
        known = any(child.has("Definite=Def") or child.has("PronType=Dem") for child in children)
        if words.is_word(token.form.casefold(), "talk") or _is_figures(case, token.form):
            return known and all(base(child.relation) in _BARE for child in _close(sentence, argument.head))
    return denies and verb.head < 0 and not (one.fillers("topic") or one.fillers("theme") or one.fillers("recipient"))


def _is_cut_short(sentence: Sentence, verb: int) -> bool:
    """Whether a pronoun behind the verb ends its clause, whatever the tree joins to it: "Oslo denied it and Bergen kept silent"."""
    behind = sentence.tokens[verb + 1 : verb + 3]
    if len(behind) < 2 or behind[0].upos != "PRON" or behind[0].has("Person=1"):
        return False
    return behind[1].upos in ("CCONJ", "PUNCT")


def _close(sentence: Sentence, noun: int) -> Iterator[Token]:
    """What stands with a noun and is not cut off by a comma: in "ces chiffres, les qualifiant de fables" only "ces"."""
    for child in sentence.children[noun]:
        if not any(token.form == "," for token in sentence.tokens[noun:child]):
            yield sentence.tokens[child]


def _is_figures(case: Case, form: str) -> bool:
    return load_speech(case.reading.document.language).is_word(form.casefold(), "figures")


def _denies_figures(case: Case, one: Predication) -> bool:
    tokens = case.reading.sentences[one.sentence].tokens
    return any(_is_figures(case, tokens[a.head].form) for a in (*one.fillers("topic"), *one.fillers("theme")))


def _deniers(case: Case, one: Predication) -> tuple[ActorMention, ...]:
    found = (actor for argument in one.fillers("agent") for actor in parties_of_argument(case, argument))
    return tuple(actor for actor in found if actor.actor.country)


def _answered(case: Case, one: Predication, told: tuple[Claim, ...], by: str | None) -> Iterator[Claim]:
    """The deeds that a denial answers: those of others, in its own sentence before it, else in the sentence before."""
    if _denies_figures(case, one):
        yield from _figures_before(case, one, told, by)
        return
    for number in (one.sentence, one.sentence - 1):
        here = [claim for claim in told if _is_told_in(case, claim, number, one.trigger.span)]
        if not is_a(one.concept or "", "DENY"):
            # "Mali cut its ties with Kyiv, which it accuses … Kyiv rejects the accusation": the cut is none of it
            here = [claim for claim in here if claim.factuality.status != "asserted"]
        if here:
            reported = [claim for claim in here if _said_by(claim)] or here
            if len(reported) <= _MOST and all(_said_by(claim) != by for claim in reported):
                yield from reported
            return


def _figures_before(case: Case, one: Predication, told: tuple[Claim, ...], by: str | None) -> tuple[Claim, ...]:
    """The amounts of others that "these figures" takes up, in its sentence or shortly before; () if two sources gave some."""
    for numbers in ((one.sentence,), range(max(0, one.sentence - _FIGURES_BACK), one.sentence)):
        here = [
            claim
            for claim in told
            if claim.counted and any(_is_told_in(case, claim, number, one.trigger.span) for number in numbers)
        ]
        others = [claim for claim in here if _said_by(claim) != by]
        if others:
            is_clear = len({_said_by(claim) for claim in others}) == 1 and len(others) <= _MOST
            return tuple(others) if is_clear else ()
    return ()


def _is_told_in(case: Case, claim: Claim, number: int, denial: Span) -> bool:
    if claim.matter not in ("event", "flow", "loss") or claim.factuality.polarity == "negative":
        return False
    if claim.matter == "event" and frame_of(claim.concept) not in _DEEDS:
        return False
    return claim.trigger.span.end <= denial.start and sentence_at(case.reading, claim.trigger.span) == number


def _said_by(claim: Claim) -> str | None:
    """The country of whoever is named last as saying a claim, None where nobody is; "" for one of no country."""
    last = claim.attribution[-1] if claim.attribution else None
    if last is None or last.kind == "publisher":
        return None
    return (last.actor.country if last.actor else None) or ""


def _denied(case: Case, one: Predication, claim: Claim, by: ActorMention | None) -> Claim:
    """The claim that a deed was not done. by: the state that denies it, None for somebody without one, whom the reader found."""
    said = next((a for a in case.said if a.cue and a.speech == "deny" and a.cue.span.overlaps(one.trigger.span)), None)
    if said is None and by is not None:
        said = Attribution(by.quote, one.trigger, one.trigger, False, "deny", by.actor)
    assert said is not None, f"a denial by nobody: {one.trigger.text!r}"
    name = by.actor.name if by else said.speaker.name if said.speaker else said.source.text if said.source else None
    over = tuple(a for a in attributions_of(one.trigger.span, case.said) if a is not said)
    span = hull((claim.evidence.span, case.reading.sentences[one.sentence].span))
    return replace(
        claim,
        id=identify("claim", document=claim.document_id, trigger=[one.trigger.span.start, one.trigger.span.end], denies=claim.id),
        quantities=(), attribution=chain_of(case, (*over, said)), trigger=one.trigger, evidence=quote(span, case.text),
        factuality=Factuality("denied", name, "negative", "certain", "past", (one.trigger,)),
        confidence=round(claim.confidence * INFERRED, 3),
        reasons=(f"{one.trigger.text!r} denies what was told before it: {claim.trigger.text!r}", *claim.reasons),
    )  # fmt: skip
