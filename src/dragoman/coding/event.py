"""Events: a deed of one of PLOVER's types with somebody of politics in it, or one without a type that is worth noting."""

from __future__ import annotations

from dragoman.coding.body import is_among_politics, is_of_sport, with_receiver
from dragoman.coding.called import is_name_of_words
from dragoman.coding.case import Case, is_state
from dragoman.coding.content import content_of
from dragoman.coding.context import topic_parties
from dragoman.coding.draft import TWO_SIDED, Draft, Silence, is_verb
from dragoman.coding.embedded import charged_by, is_only_said, is_stopped, is_terms, meant_by
from dragoman.coding.governed import governed_by
from dragoman.coding.items import items_of
from dragoman.coding.match import find_rule
from dragoman.coding.measure import beside, is_crowd, lasting, quantities_on, role_of_item
from dragoman.coding.only_named import is_handed_on, is_speech, stays_home
from dragoman.coding.party import Parties
from dragoman.coding.question import is_question
from dragoman.coding.rule import borrows_topic, flow_kind, is_noted
from dragoman.coding.sides import done_between
from dragoman.coding.staging import type_of
from dragoman.coding.standing import is_epithet, is_own_deed, stands_alone
from dragoman.coding.still_ahead import on_terms
from dragoman.coding.target import has_target, is_human, keeps_theme
from dragoman.coding.unmeant import unmeant
from dragoman.model.claim import ClaimQuantity, EventType
from dragoman.model.factuality import Factuality
from dragoman.model.predication import Argument, Predication
from dragoman.world.concept import is_a


def event_of(case: Case, predication: Predication, parties: Parties, stance: Factuality) -> Draft | Silence:
    """An event of one of PLOVER's types, with somebody of politics in it; or a deed without a type that is worth noting."""
    parties = done_between(case, predication, parties)
    rule = find_rule(predication, None, parties, content_of(case, predication))
    event_type, mode = type_of(rule, on_terms(case, predication, stance)) if rule else (None, None)
    if rule is None or event_type is None:
        return _noted(case, predication, parties, f"rule {rule.name} gives none" if rule else "no rule holds")
    conveyed = is_noted(predication.concept or "") or is_a(predication.concept or "", "SPEAK_WELL")
    if conveyed and not is_verb(case, predication) and is_handed_on(case, predication):
        return Silence(f"no event: {event_type} is conveyed by another word")
    governed = governed_by(case, predication)
    if governed is not None and not governed.keeps_type and governed.event_type is None:
        return Silence(f"no event: {event_type} only asked for by {governed.over.trigger.text!r}")
    if event_type in TWO_SIDED:
        thing = next(iter(items_of(predication)), None)
        if why := unmeant(case, predication, thing, parties):
            return Silence(f"no event: {why}")
        parties = with_receiver(case, predication, parties)
    if why := untold_event(case, predication, parties, event_type):
        return _noted(case, predication, parties, why)
    counted = (
        ClaimQuantity(role_of_item(one) if role_of_item(one) == "money" else "other", one)
        for one in (
            *(one for argument in predication.fillers("theme") for one in quantities_on(case, argument)[:1]),
            *(one for argument in _promised(predication) for one in quantities_on(case, argument)[:1]),
            *beside(case, predication),
        )
    )
    numbers = tuple(dict.fromkeys(counted))  # "six of the aircraft" counts both of its words
    turned = f", as it stands {event_type}" if event_type != rule.event_type else ""
    reasons = (f"rule {rule.name}: {rule.event_type}{turned}", *parties.inferred)
    return Draft("event", event_type, mode, None, None, numbers + lasting(case, predication), parties, reasons)


def _promised(predication: Predication) -> tuple[Argument, ...]:
    """What is promised to nobody named: "pledged $40 million in food aid" keeps its sum."""
    promised = is_a(predication.concept or "", "PROMISE_GROUP")
    return tuple(one for one in predication.fillers("topic") if promised and one.concept and flow_kind(one.concept))


def untold_event(case: Case, predication: Predication, parties: Parties, event_type: EventType) -> str | None:
    """Why a deed for which a rule has a type is no event all the same; None if it is one."""
    if event_type in TWO_SIDED and not parties.recipients and len(parties.actors) < 2:
        return f"{event_type} needs a recipient"
    if event_type != "PROTEST" and not is_among_politics(case, predication, parties):  # whoever protests is of politics
        return f"{event_type} among nobody of politics"
    if event_type == "PROTEST" and _is_of_no_crowd(case, predication, parties):
        return "PROTEST by nobody who can protest"
    if _is_announced(case, predication):
        return f"{event_type} is announced, and its announcement is the event"
    if not stands_alone(case, predication):
        return f"{event_type} by a noun that is only mentioned"
    if is_name_of_words(case, predication):
        return f"{event_type} by a noun for what was said before"
    if is_own_deed(case, predication):
        return f"{event_type} by the one who speaks, whom the text does not name here"
    if is_only_said(case, predication):
        return f"{event_type} by a word of admitting"
    if is_question(case, predication):
        return f"{event_type} by a question"
    if is_stopped(case, predication):
        return f"{event_type} is put an end to"
    if is_terms(case, predication):
        return f"{event_type} is what an agreement is about"
    if over := meant_by(case, predication) or charged_by(case, predication):
        return f"{event_type} is what {over.trigger.text!r} is about"
    if is_epithet(case, predication):
        return f"{event_type} only says which one is meant"
    return _untold_between(case, predication, parties, event_type)


def _is_announced(case: Case, predication: Predication) -> bool:
    """Whether it is a ceasefire that its own side announces: PLOVER's concession, and none that holds yet."""
    over = case.over(predication)
    if not is_a(predication.concept or "", "CEASEFIRE") or over is None or not is_a(over.concept or "", "ANNOUNCE"):
        return False
    own, theirs = ({one.head for one in two.fillers("agent")} for two in (predication, over))
    return own == theirs and bool(own)


def _is_of_no_crowd(case: Case, predication: Predication, parties: Parties) -> bool:
    """Whether those who are said to protest cannot: "rocks blocked the road"; or play: "the women march on to the final"."""
    doers = predication.fillers("agent")
    if is_of_sport(case, predication):
        return not any(is_a(one.concept or "PERSON", "PROTESTER") for one in doers)
    blocking = any(is_a(predication.concept or "", name) for name in ("OBSTRUCT", "BLOCKADE"))
    return blocking and bool(doers) and not parties.actors and not any(is_human(case, one) for one in doers)


def _untold_between(case: Case, predication: Predication, parties: Parties, event_type: EventType) -> str | None:
    """Why a visit or an assault is none between these sides; None if it is one."""
    if (
        event_type == "CONSULT"
        and len(parties.actors) == 1
        and not parties.recipients
        and (stays_home(case, predication, parties) or is_speech(case, predication))
    ):
        return "CONSULT in one's own country, or of nobody"
    if event_type == "CONSULT" and is_crowd(case, predication):
        return "CONSULT by more people than pay a visit"
    two_sides = not parties.inferred and len({one.actor.country for one in parties.actors}) > 1
    if event_type == "ASSAULT" and not parties.recipients and not two_sides and not has_target(case, predication):
        return "ASSAULT without a target"
    return None


def _noted(case: Case, predication: Predication, parties: Parties, why: str) -> Draft | Silence:
    """A deed without a PLOVER type that rules/noted.tsv keeps, with a state in it or read from its heading.

    why: there is no event type, for the reason that is given where nothing is noted either.
    """
    if not is_noted(predication.concept or "") or not keeps_theme(case, predication) or is_handed_on(case, predication):
        return Silence(f"no event: {why}")
    if borrows_topic(predication.concept or ""):
        parties = topic_parties(case, predication, parties)
    if not any(is_state(one) for one in (*parties.actors, *parties.recipients)):
        return Silence(f"no event: {why}")
    reasons = (f"noted: {predication.concept} has no PLOVER type", *parties.inferred)
    return Draft("event", None, None, None, None, lasting(case, predication), parties, reasons)
