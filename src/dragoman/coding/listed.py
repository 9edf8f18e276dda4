"""What a transfer is made of, said after it: "the package includes 40 guns", and the entries of the list that follows.

A row of a list is a sentence about its lead: it has the lead's sides, stage and speaker, and its own thing and number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.coding.case import Case
from dragoman.coding.chain import chain_of, tellers_of
from dragoman.coding.draft import INFERRED, TERSE
from dragoman.coding.measure import quantities_on, role_of_item
from dragoman.coding.rule import flow_kind
from dragoman.coding.sides import stance_of
from dragoman.model.claim import Claim, ClaimQuantity, Flow, Item, Stage
from dragoman.model.factuality import Certainty, first_status
from dragoman.model.identity import identify
from dragoman.model.mention import ConceptMention
from dragoman.model.predication import Argument, Predication
from dragoman.model.span import Quote, hull, quote
from dragoman.model.tree import Sentence, base
from dragoman.reading.slot import slots_of
from dragoman.world.concept import concepts, is_a
from dragoman.world.syntax import inclusion

_BACK = 3  # sentences back in which the transfer that a list spells out is told
_LONGEST = 1500  # characters of evidence: beyond it the entry stands alone and its reasons name the lead
# From the least to the most done: of several transfers told before a list, the list is no surer than the first of these.
_STAGES: tuple[Stage, ...] = (
    "requested", "offered", "pledged", "agreed", "allocated", "shipped", "delivered", "in-use", "completed",
)  # fmt: skip
_CERTAINTY: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")  # from the surest down
_WITHIN = ("nmod", "compound", "amod", "flat", "appos")


@dataclass(frozen=True, slots=True)
class _Lead:
    """A sentence whose things spell a transfer out. sentence: its number; words: those that say so; verb: what they tell, if a verb."""

    sentence: int
    model: Claim
    words: Quote
    verb: Predication | None


def find_listed(case: Case, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Transfers of the things that a sentence of inclusion or a list names, beside those already coded."""
    taken = {one.item.quote.span for one in claims if one.item}
    found: list[Claim] = []
    lead: _Lead | None = None
    for number, sentence in enumerate(case.reading.sentences):
        kind = case.reading.document.paragraphs[sentence.paragraph].kind
        verb = _inclusion_verb(case, sentence, number)
        if kind in ("list", "table") and verb is None:
            things = _heads(case, sentence, case.index.concepts.inside(number)) if lead else ()
        else:
            lead = _lead(case, claims, number, verb)
            things = (
                _heads(case, sentence, _included(case, sentence, number, verb)) if lead and verb is not None else ()
            )
        for thing in things:
            if lead and not any(span.overlaps(thing.quote.span) for span in taken):
                found.append(_claim(case, lead, thing, kind in ("list", "table")))
    return tuple(one for index, one in enumerate(found) if not _is_told(one, found[:index]))


def _is_told(claim: Claim, before: Sequence[Claim]) -> bool:
    """Whether an entry has the very words of another: "600 Heron anti-aircraft systems" is one by its name and by its kind."""
    return any(one.item and claim.item and one.item.quote == claim.item.quote for one in before)


def _inclusion_verb(case: Case, sentence: Sentence, number: int) -> int | None:
    """The verb that says what something is made of, if its other side is a whole: "the package", an aid, or nothing."""
    words = inclusion(case.reading.document.language)
    for index, token in enumerate(sentence.tokens):
        if token.upos != "VERB":
            continue
        children = [sentence.tokens[child] for child in sentence.children[index]]
        reflexive = any(one.upos == "PRON" and one.form.casefold() in ("se", "s'", "s’") for one in children)
        lemma = f"se {token.lemma.casefold()}" if reflexive else token.lemma.casefold()
        if lemma in words.by_subject:
            return index
        subject = next(
            (child for child in sentence.children[index] if base(sentence.tokens[child].relation) == "nsubj"), None
        )
        if lemma in words.by_object and subject is not None and _is_whole(case, sentence, number, subject):
            return index
    return None


def _is_whole(case: Case, sentence: Sentence, number: int, subject: int) -> bool:
    """Whether a subject is something handed over in parts: an aid, a delivery, a package, a list."""
    token = sentence.tokens[subject]
    if token.lemma.casefold() in inclusion(case.reading.document.language).wholes:
        return True
    named = [one.concept for one in case.index.concepts.at(number, subject)]
    return any(is_a(one, "AID_GENERIC") or is_a(one, "MILITARY_AID") or is_a(one, "TRANSFER") for one in named)


def _lead(case: Case, claims: Sequence[Claim], number: int, verb: int | None) -> _Lead | None:
    """The lead that a sentence is: it includes, ends with a colon, or is a heading, and a transfer between two sides is told just before."""
    sentence = case.reading.sentences[number]
    heading = case.reading.document.paragraphs[sentence.paragraph].kind == "heading"
    if verb is None and not heading and not sentence.span.of(case.text).rstrip().endswith(":"):
        return None
    first = case.reading.sentences[max(0, number - (_BACK if verb is not None else 0))].span.start
    told = [
        one
        for one in claims
        if one.flow is not None
        and one.actors
        and one.recipients
        and first <= one.trigger.span.start < sentence.span.end
        and one.factuality.polarity == "positive"
        and one.flow.stage in _STAGES
    ]
    here = [one for one in told if sentence.span.covers(one.trigger.span)]
    told = here or told
    if not told:
        return None
    model = min(told, key=lambda one: (_STAGES.index(one.flow.stage) if one.flow else 0, -one.trigger.span.start))
    words = quote(sentence.tokens[verb].span, case.text) if verb is not None else model.trigger
    includes = case.by_trigger.get((number, verb)) if verb is not None else None
    if includes is not None and includes.factuality.polarity == "negative":
        return None
    return _Lead(number, model, words, includes)


def _included(case: Case, sentence: Sentence, number: int, verb: int | None) -> tuple[ConceptMention, ...]:
    if verb is None:
        return ()
    slots = slots_of(sentence, verb, case.reading.document.language)
    listed = {slot.token for slot in slots if slot.name in ("obj", "subj", "clause")}
    words = {index for token in listed for index in sentence.subtree(token)}
    subject = next(
        (child for child in sentence.children[verb] if base(sentence.tokens[child].relation) == "nsubj"), None
    )
    if subject is not None and _is_whole(case, sentence, number, subject):
        words -= set(sentence.subtree(subject))
    return tuple(one for one in case.index.concepts.inside(number) if one.head in words)


def _heads(case: Case, sentence: Sentence, mentions: Sequence[ConceptMention]) -> tuple[ConceptMention, ...]:
    """Things that may change hands and say no more about another of them: of "rounds for rifles" the rounds."""
    things = [
        one
        for one in mentions
        if concepts()[one.concept].kind in ("thing", "people") and flow_kind(one.concept)
        if not _only_says_which(sentence, one.head)
    ]
    heads = {one.head for one in things}
    return tuple(one for one in things if _is_counted(case, one) or not _is_within(sentence, one.head, heads))


def _only_says_which(sentence: Sentence, index: int) -> bool:
    """Whether a noun stands before another with nothing between and only says which: the "ordnance" of "ordnance disposal"."""
    token = sentence.tokens[index]
    named = token.upos == "PROPN"  # "Heron rockets" are known by their name
    return (
        not named
        and base(token.relation) == "compound"
        and index < token.head
        and sentence.tokens[index + 1].upos != "CCONJ"
    )


def _is_counted(case: Case, thing: ConceptMention) -> bool:
    """Whether a number counts this very thing, so that it is an entry of its own whatever the tree hangs it on."""
    return any(
        one.quote.span.start < thing.quote.span.start and one.quote.span.overlaps(thing.quote.span)
        for one in case.index.quantities.at(thing.sentence, thing.head)
    )


def _is_within(sentence: Sentence, index: int, heads: set[int]) -> bool:
    node = index
    while base(sentence.tokens[node].relation) in _WITHIN and sentence.tokens[node].head >= 0:
        node = sentence.tokens[node].head
        if node in heads:
            return True
    return False


def _as_sure(case: Case, model: Claim, verb: Predication | None) -> Claim:
    """The claim no surer than the verb that lists: "la livraison inclurait des chars" is hearsay, whatever the delivery is."""
    if verb is None:
        return model
    listed, told = stance_of(case, verb), model.factuality
    stance = replace(
        told,
        status=first_status((told.status, listed.status)),
        certainty=max((told.certainty, listed.certainty), key=_CERTAINTY.index),
        cues=(*told.cues, *(one for one in listed.cues if one not in told.cues)),
    )
    over = tellers_of(verb.trigger.span, case.said, verb.factuality.time)
    return replace(model, factuality=stance, attribution=chain_of(case, over) if over else model.attribution)


def _claim(case: Case, lead: _Lead, thing: ConceptMention, in_list: bool) -> Claim:
    model, sentence = lead.model, case.reading.sentences[thing.sentence]
    kind = flow_kind(thing.concept)
    assert model.flow is not None  # such a lead alone comes here
    assert kind is not None  # and such a thing
    argument = Argument("theme", thing.quote, thing.sentence, thing.head, thing.concept)
    numbers = quantities_on(case, argument)[:1]
    item = quote(hull((thing.quote.span, *(one.quote.span for one in numbers))), case.text)
    whole = hull((case.reading.sentences[lead.sentence].span, sentence.span))
    evidence = whole if whole.end - whole.start <= _LONGEST else sentence.span
    flow = Flow(kind, model.flow.stage)
    return replace(
        _as_sure(case, model, lead.verb),
        id=identify(
            "claim", document=model.document_id, trigger=[thing.quote.span.start, thing.quote.span.end],
            concept=thing.concept, matter="flow", type=model.event_type, flow=[flow.kind, flow.stage], listed=model.id,
        ),
        matter="flow", flow=flow, item=Item(item, thing.concept), trigger=thing.quote,
        quantities=tuple(ClaimQuantity(role_of_item(one), one) for one in numbers), evidence=quote(evidence, case.text),
        confidence=round(model.confidence * INFERRED * (TERSE if in_list else 1), 3),
        reasons=(
            f"{thing.quote.text!r} spells out the transfer told by {model.trigger.text!r}, listed after {lead.words.text!r}",
            *model.reasons,
        ),
    )  # fmt: skip
