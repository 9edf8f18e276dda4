"""Parties that a sentence leaves to what stands around it: its heading, the sentence before, the document's two states.

Each guess is a reason of the claim and costs confidence; where two readings are possible nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.coding.actors_at import actors_on, is_definite, unique
from dragoman.coding.apart import stands_apart
from dragoman.coding.case import Case, is_party, is_striking
from dragoman.coding.other_land import GOING, only_other_land
from dragoman.coding.other_side import other_side
from dragoman.coding.party import Parties, because, implied_recipients, parties_of, without
from dragoman.coding.rule import flow_kind, loss_role
from dragoman.coding.senders import senders, with_giver_of_thing
from dragoman.coding.sentence_party import from_sentence
from dragoman.coding.struck_side import are_others, is_of_own_clash, names_others, not_striking, of_their_kind
from dragoman.coding.taken import bound_for, comes_from_elsewhere, goes_elsewhere, is_going_away, is_open
from dragoman.coding.title import meant, parties_of_title, struck_in_title
from dragoman.coding.whence import is_on_market
from dragoman.model.claim import FlowKind
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication
from dragoman.model.tree import base
from dragoman.reading.index import covered
from dragoman.reading.slot import case_of
from dragoman.world.concept import concepts, is_a
from dragoman.world.office import persons
from dragoman.world.syntax import cases

_BACK = 3  # sentences back that "this mission" may look for the mission it repeats
_TRANSFER = ("give", "get")


def frame_of(concept: str) -> str:
    """The frame of a concept that triggers a predication; a message is said by one to another, victims undergo."""
    return concepts()[concept].frame or ("undergo" if concepts()[concept].kind == "people" else "say")


def topic_parties(case: Case, predication: Predication, parties: Parties) -> Parties:
    """Parties of a deed without a subject of its own, read from the heading over it.

    "Tout a accéléré en février 2022" under "Un rapprochement stratégique depuis 2022" is about that rapprochement.
    """
    if parties.actors or parties.recipients:
        return parties
    heading = case.headings[case.reading.sentences[predication.sentence].paragraph]
    numbers = case.by_paragraph.get(heading, ()) if heading is not None else ()
    for over in (one for number in numbers for one in case.in_sentence(number)):
        found = fill_parties(
            case, over, frame_of(over.concept or ""), parties_of(case, over, frame_of(over.concept or ""))
        )
        if found.actors or found.recipients:
            return Parties(
                found.actors, found.recipients, (*found.inferred, f"parties of the heading {over.trigger.text!r}")
            )
    return _subject_of_passage(case, predication, parties)


def _subject_of_passage(case: Case, predication: Predication, parties: Parties) -> Parties:
    """The one state that acted in the sentences just before: "Les essais se sont multipliés" after "Pyongyang a annoncé"."""
    if _states_in(case, predication.sentence):
        return parties
    for number in range(predication.sentence - 1, max(-1, predication.sentence - _BACK - 1), -1):
        for earlier in case.in_sentence(number):
            said = f"actor read from {earlier.trigger.text!r} before it"
            actors = tuple(
                one
                for one in parties_of(case, earlier, frame_of(earlier.concept or "")).actors
                if is_party(one, case.sources)  # "selon le député Lee": who tells of the passage does not act in it
            )
            if len(actors) == 1:
                return Parties(because(actors, said), (), (said,))
    return parties


def fill_parties(case: Case, predication: Predication, frame: str, parties: Parties) -> Parties:
    """Complete the parties of a predication from its surroundings, nearest first.

    frame: of the predication's concept, or "loss". A party that the sentence names is never replaced. The other of the
    document's two states is left to `other_state`, which is asked for transfers alone.
    """
    if frame == "loss":
        if parties.recipients or are_others(case, predication):
            return parties
        if is_of_own_clash(case, predication) or names_others(case, predication):
            return parties
        return _struck_before(case, predication, parties)
    parties = with_giver_of_thing(case, predication, parties)
    parties = other_side(case, predication, frame, from_sentence(case, predication, frame, parties))
    if not parties.actors and not parties.recipients:
        parties = _same_event_before(case, predication)
    if frame == "with" and len(parties.actors) + len(parties.recipients) < 2:
        return _both_states(case, predication, parties)
    if frame in _TRANSFER and not parties.actors and is_open(case, predication, parties):
        parties = _from_before(case, predication, parties, "actors")
    if parties.actors and not parties.recipients:
        found, why = implied_recipients(case, predication, frame, parties.actors)
        parties = replace(parties, recipients=found, inferred=(*parties.inferred, *why))
    moved = frame in ("move", "leave") and any(
        one.concept and flow_kind(one.concept) for one in predication.fillers("agent")
    )
    return parties_of_title(case, predication, parties) if frame in _TRANSFER or moved else parties


def content_parties(case: Case, contents: Iterable[Predication], parties: Parties) -> Parties:
    """Whom a threat, a promise, a refusal or a demand is addressed to, by what is threatened or demanded.

    "Threatened to strike French troops" threatens France, "demanded that the army withdraw" demands it of the army.
    """
    own = {(one.actor.name, one.actor.country) for one in parties.actors}
    governing = {
        one.actor.country for one in parties.actors if one.actor.sector == "GOV"
    }  # a minister is his government
    for inner in contents:
        found = parties_of(case, inner, frame_of(inner.concept or ""))
        others = tuple(
            one
            for one in (*found.actors, *found.recipients)
            if (one.actor.name, one.actor.country) not in own
            and not (one.actor.sector == "GOV" and one.actor.country in governing)
        )
        if others:
            why = f"to whom: read from {inner.trigger.text!r}"
            return Parties(parties.actors, others[:1], (*parties.inferred, why))
    return parties


def _same_event_before(case: Case, predication: Predication) -> Parties:
    """The parties of the event that "cette mission", "the deployment" points back to."""
    sentence = case.reading.sentences[predication.sentence]
    if not is_definite(sentence, predication.head):
        return Parties((), ())
    concept = predication.concept or ""
    near = range(predication.sentence - 1, max(-1, predication.sentence - _BACK - 1), -1)
    for earlier in (one for number in near for one in reversed(case.in_sentence(number))):
        name = earlier.concept or ""
        if is_a(name, concept) or is_a(concept, name):
            found = parties_of(case, earlier, frame_of(name))
            if found.actors or found.recipients:
                why = f"parties of {earlier.trigger.text!r} before it"
                return replace(found, inferred=(*found.inferred, why), borrowed=True)
    return Parties((), ())


def _struck_before(case: Case, predication: Predication, parties: Parties) -> Parties:
    """The parties of a toll that does not say whose people it counts, with those spoken of before; never with who took it."""
    for found in (
        _from_before(case, predication, parties, "recipients"),
        _people_of_text(case, predication, parties),
        struck_in_title(case, predication, parties),
    ):
        kept = replace(found, recipients=of_their_kind(predication, found.recipients))
        if without(kept.recipients, parties.actors):
            return kept
    return parties


def _from_before(case: Case, predication: Predication, parties: Parties, side: str) -> Parties:
    """The one state of the heading over the sentence, or of the people last named before it."""
    other = parties.recipients if side == "actors" else parties.actors
    taken = {one.actor.country for one in other}
    for number, label in _surroundings(case, predication):
        if side == "actors" and label == "sentence before":
            continue
        states = _states_acting(case, number) if label == "sentence before" else _states_named(case, number)
        left = tuple(one for one in states if one.actor.country not in taken)
        if label == "sentence before" and loss_role(predication.concept or "") is not None:
            # "the town was to receive the Turkish president; two blasts killed 14 people": one man lends them no land
            left = tuple(one for one in not_striking(case, number, left) if one.actor.name not in persons())
        if len(left) == 1:
            mention = replace(left[0], reason=f"read from the {label}: {left[0].quote.text!r}")
            why = f"{side[:-1]} read from the {label}: {left[0].quote.text!r}"
            inferred = (*parties.inferred, why)
            if side == "actors":
                return replace(parties, actors=(mention,), inferred=inferred, borrowed=True)
            return replace(parties, recipients=(mention,), inferred=inferred, borrowed=True)
        if left:
            return parties
    return parties


def _people_of_text(case: Case, predication: Predication, parties: Parties) -> Parties:
    """The one state whose soldiers the document has spoken of before: "the dead are put at 2,000" in a text on its troops."""
    found: dict[str | None, ActorMention] = {}
    for number in range(predication.sentence + 1):
        for mention in case.index.concepts.inside(number):
            people = is_a(mention.concept, "TROOPS") or is_a(mention.concept, "ENGINEER_TROOPS")
            if people and not is_striking(case, number, mention.head):
                for one in actors_on(case, number, mention.head) or senders(case, number, mention.head):
                    if is_party(one, case.sources):
                        found.setdefault(one.actor.country, one)
    if len(found) != 1:
        return parties
    one = next(iter(found.values()))
    why = f"recipient read from the people spoken of before: {one.quote.text!r}"
    return Parties(parties.actors, (one,), (*parties.inferred, why))


def _surroundings(case: Case, predication: Predication) -> tuple[tuple[int, str], ...]:
    """Sentences to look in, nearest first: the one before in the paragraph, then the heading."""
    sentence = case.reading.sentences[predication.sentence]
    found: list[tuple[int, str]] = []
    before = predication.sentence - 1
    if before >= 0 and case.reading.sentences[before].paragraph == sentence.paragraph:
        found.append((before, "sentence before"))
    heading = case.headings[sentence.paragraph]
    if heading is not None:
        found.extend((number, "heading") for number in case.by_paragraph.get(heading, ()))
    return tuple(found)


def _states_in(case: Case, number: int) -> tuple[ActorMention, ...]:
    """States named in a sentence, one mention each. A bare adjective ("la frontière ukrainienne") has no sector.

    "Libye : un navire saisi" says where something is, and names no party.
    """
    found: dict[str, ActorMention] = {}
    for mention in case.index.actors.inside(number):
        label = case.text[mention.quote.span.end : mention.quote.span.end + 2].strip()[:1] == ":"
        party = is_party(mention, case.sources) and not label and not _is_where(case, number, mention)
        if party and mention.actor.country:
            found.setdefault(mention.actor.country, mention)
    return tuple(found.values())


def _states_named(case: Case, number: int) -> tuple[ActorMention, ...]:
    """States that a heading names outright; "la frontière ukrainienne" names a border."""
    return tuple(one for one in _states_in(case, number) if one.actor.sector is not None)


def _states_acting(case: Case, number: int) -> tuple[ActorMention, ...]:
    """States that do something in a sentence: "the reports of soldiers sent to Russia" makes Russia do nothing."""
    found: dict[str | None, ActorMention] = {}
    for earlier in case.in_sentence(number):
        for one in parties_of(case, earlier, frame_of(earlier.concept or "")).actors:
            if is_party(one, case.sources):
                found.setdefault(one.actor.country, one)
    return tuple(found.values())


def _is_where(case: Case, number: int, mention: ActorMention) -> bool:
    """Whether a state is only where something is: "le conflit en Ukraine"."""
    sentence = case.reading.sentences[number]
    table = cases(case.reading.document.language)
    tokens = covered(sentence, mention.quote.span.start, mention.quote.span.end)
    return any(table.get(case_of(sentence, token)) in ("in", "near") for token in tokens)


def _both_states(case: Case, predication: Predication, parties: Parties) -> Parties:
    """ "Coordination diplomatique face aux pressions": in a document about two states, both are meant."""
    named = unique((*parties.actors, *parties.recipients))
    if _is_apart(predication, named) or (not named and _has_own_doers(case, predication)):
        return parties
    here = {one.actor.country for one in _states_in(case, predication.sentence)}
    pair = {one.actor.country for one in case.pair}
    if len(case.pair) != 2 or not here <= pair or any(one.actor.country not in pair for one in named):
        return parties
    both = tuple(
        next((own for own in named if own.actor.country == one.actor.country), meant(case, predication, one))
        for one in case.pair
    )
    return Parties(both, (), (*parties.inferred, "the document is about these two states: both are meant"))


def _has_own_doers(case: Case, predication: Predication) -> bool:
    """Whether a verb has somebody who does it, whom no table knows: "the president was talking", "il échange avec eux"."""
    verb = case.reading.sentences[predication.sentence].tokens[predication.head]
    return verb.upos == "VERB" and bool(predication.fillers("agent"))


def _is_apart(predication: Predication, named: tuple[ActorMention, ...]) -> bool:
    """Whether a deed of two is not one of the document's two together.

    "Fighting has eased" in a text on two allies: they fight side by side; a treaty is ratified by each for itself.
    """
    concept = predication.concept or ""
    return is_a(concept, "CLASH") or (bool(named) and is_a(concept, "RATIFY"))


def customary(case: Case, predication: Predication, kind: FlowKind, parties: Parties) -> Parties:
    """ "Thousands of troops were sent" in a text all of whose troops go from one state to one other: these are meant.

    Not where the sentence names a third state, or where one of its sides is not that transfer's.
    """
    custom = case.customs.get(kind)
    if not is_open(case, predication, parties) or is_going_away(predication):
        return parties
    if custom is None and parties.actors and not parties.recipients and kind in GOING:
        return only_other_land(case, predication, parties)
    if custom is None or (parties.actors and parties.recipients):
        return parties
    sides = tuple({one.actor.country for one in side} for side in custom)
    if any(country not in sides[0] | sides[1] for country in bound_for(case, predication)):
        return parties  # "wheat to a port in Yemen" in a text on wheat for Ethiopia
    here = {one.actor.country for one in _states_in(case, predication.sentence)}
    near = here | {
        one.place.country for one in case.index.places.inside(predication.sentence)
    }  # "maize for Malawi" alone
    ours = tuple({one.actor.country for one in side} for side in (parties.actors, parties.recipients))
    if any(not own <= side for own, side in zip(ours, sides, strict=True)) or not here <= sides[0] | sides[1]:
        return parties
    actors, recipients = (
        own
        or tuple(
            replace(one, reason=f"as in {one.quote.text!r}, of the same kind of transfer")
            for one in side
            if one.actor.country in near or not near & {other.actor.country for other in side}
        )
        for own, side in zip((parties.actors, parties.recipients), custom, strict=True)
    )
    why = f"sides of the other transfers of {kind} in the text"
    return Parties(actors, recipients, (*parties.inferred, why), parties.patients)


def other_state(case: Case, predication: Predication, parties: Parties) -> Parties:
    """ "La Corée du Nord fournit des obus" in a document about North Korea and Russia: Russia is meant."""
    concept = predication.concept or ""
    if bool(parties.actors) == bool(parties.recipients):
        return parties
    if frame_of(concept) == "act" and not is_a(concept, "STATIONED"):
        return parties  # what somebody uses, cuts or stops is handed to nobody by that
    if not parties.actors and comes_from_elsewhere(case, predication):
        return parties  # what left Odesa for one of two states does not come from the other
    if parties.borrowed or is_on_market(predication) or not is_open(case, predication, parties):
        return parties
    if not parties.recipients and goes_elsewhere(case, predication):
        return parties
    known = parties.actors or parties.recipients
    countries = {one.actor.country for one in known}
    pair = {one.actor.country for one in case.pair}
    here = {one.actor.country for one in _states_in(case, predication.sentence)}
    if len(case.pair) != 2 or len(countries) != 1 or not countries < pair or not here <= pair:
        return parties
    if not case.dealing and here != pair:
        return parties  # a text that names two states and tells of nothing between them lends neither
    other = next(one for one in case.pair if one.actor.country not in countries)
    if not _is_near(case, predication, other.actor.country):
        return parties
    if stands_apart(case, predication, other.actor.country, receives=not parties.recipients):
        return parties
    if not parties.recipients and _is_condition_of(case, predication, other.actor.country):
        return parties
    mention = meant(case, predication, other)
    why = (*parties.inferred, f"the document is about two states: the other, {other.actor.name}, is meant")
    if parties.actors:
        return Parties(parties.actors, (mention,), why)
    return Parties((mention,), parties.recipients, why)


def _is_condition_of(case: Case, predication: Predication, country: str | None) -> bool:
    """Whether a state is only who might act first: "if Oman closed the port, Tokyo would send ships" says not to whom."""
    if predication.factuality.status != "conditional":
        return False
    sentence = case.reading.sentences[predication.sentence]
    clauses = (
        child for child in sentence.children[predication.head] if base(sentence.tokens[child].relation) == "advcl"
    )
    inside = {token for child in clauses for token in sentence.subtree(child)}
    named = (one for token in inside for one in case.index.actors.at(predication.sentence, token))
    return any(one.actor.country == country for one in named)


_NEAR = 2  # sentences before a transfer in which the other of two states must be named: its paragraph's, or what leads to it


def _is_near(case: Case, predication: Predication, country: str | None) -> bool:
    """Whether a state is named shortly before a transfer, or the transfer stands in a list or under a heading, which have a lead."""
    sentence = case.reading.sentences[predication.sentence]
    if case.reading.document.paragraphs[sentence.paragraph].kind in ("list", "table") or predication.sentence <= _NEAR:
        return True
    near = range(max(0, predication.sentence - _NEAR), predication.sentence + 1)
    named = {mention.actor.country for number in near for mention in case.index.actors.inside(number)}
    return country in named | {place.place.country for number in near for place in case.index.places.inside(number)}
