"""Claims from predications: the rule that codes it, both sides, the item, numbers, time, place, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.admission import with_admission
from dragoman.coding.also_given import also_given, in_return
from dragoman.coding.apart import is_destination
from dragoman.coding.awaited import awaited_by, without_tellers
from dragoman.coding.body import is_among_politics, with_bodies, with_receiver
from dragoman.coding.cargo import is_only_carried, with_cargo
from dragoman.coding.case import Case, is_state
from dragoman.coding.chain import attributions_of, merge
from dragoman.coding.content import content_of
from dragoman.coding.context import content_parties, customary, fill_parties, frame_of, other_state, topic_parties
from dragoman.coding.contract import contract_over, with_signatories
from dragoman.coding.draft import TWO_SIDED, Draft, Silence, claim_of, is_verb
from dragoman.coding.elided import with_counted
from dragoman.coding.gapped import without_gaps
from dragoman.coding.governed import governed_by, is_own_order
from dragoman.coding.items import is_told_below, items_of, returns_of, transfers_of
from dragoman.coding.match import find_rule
from dragoman.coding.measure import (
    beside,
    is_crowd,
    lasting,
    quantities_on,
    role_of_item,
)
from dragoman.coding.membership import without_memberships
from dragoman.coding.named_among import with_named
from dragoman.coding.only_named import is_handed_on, is_only_named, is_speech, stays_home
from dragoman.coding.party import Parties, parties_of, sufferers
from dragoman.coding.question import is_question, is_questioned
from dragoman.coding.reciprocal import reciprocal_sides
from dragoman.coding.rule import (
    borrows_topic,
    flow_kind,
    is_noted,
    sufferer_role,
)
from dragoman.coding.staging import stage_of, type_of
from dragoman.coding.standing import (
    charged_by,
    has_target,
    is_epithet,
    is_only_said,
    is_own_deed,
    is_stopped,
    is_terms,
    keeps_theme,
    meant_by,
    serves_another,
    stands_alone,
)
from dragoman.coding.still_ahead import foretold, on_terms, still_ahead
from dragoman.coding.taken import is_at_border, is_left_behind, of_goer
from dragoman.coding.tally import numbers_of
from dragoman.coding.tally import struck as those_struck
from dragoman.coding.thanked import thanked_sides
from dragoman.coding.told_transfer import untold_transfer
from dragoman.coding.toll import is_carried, is_counted_before, role_of, same_toll
from dragoman.coding.unmeant import unmeant
from dragoman.coding.whence import is_on_market
from dragoman.model.attribution import Attribution
from dragoman.model.claim import Claim, ClaimQuantity, EventType, Flow, FlowKind, Item
from dragoman.model.factuality import Factuality
from dragoman.model.predication import Argument, Predication
from dragoman.model.quantity import QuantityRole
from dragoman.world.concept import concepts, is_a

_ADDRESSED = ("THREATEN_GROUP", "REQUEST_GROUP", "ACCUSE_GROUP")  # said to whoever would suffer or do it


_TOLD = ("asserted", "reported", "acknowledged")  # what only may be lends itself no sides from elsewhere
_UNHURT = Silence("no loss: what it struck can suffer none")


def claims_of(case: Case, predication: Predication) -> Iterator[Claim]:
    """Claims of one predication: one for each thing transferred, else one for the event or the loss; none if no rule holds."""
    return (one for one in outcomes_of(case, predication) if isinstance(one, Claim))


def outcomes_of(case: Case, predication: Predication) -> Iterator[Claim | Silence]:
    """What becomes of one predication: its claims, and for all that was asked and said nothing, why."""
    ordered = contract_over(case, predication)
    if ordered is None and (serves_another(case, predication) or is_only_named(case, predication)):
        yield Silence("it only says what another deed is for")
        return
    if is_only_carried(case, predication):
        yield Silence("what carries it is told to be sent, to come or to go")
        return
    if is_questioned(case, predication):
        yield Silence("it is only asked whether it is so")
        return
    if is_counted_before(case, predication):
        yield Silence("its number is counted by a word before it")
        return
    over = attributions_of(predication.trigger.span, case.said)
    stance = stance_of(case, ordered or predication)
    role = role_of(case, predication)
    loss = _loss(case, predication, role, stance) if role is not None else None
    if loss is not None:
        yield _told(case, predication, loss, stance, over)
        if loss is _UNHURT and role in ("killed", "wounded", "killed_or_wounded"):
            return  # "ces propos ont blessé sa fierté"; a town that is captured can suffer no loss and is an event
        if isinstance(loss, Draft) and loss.event_type is None:
            return
    gapped = predication
    predication = with_named(case, without_gaps(case, predication))
    predication = without_tellers(with_signatories(case, with_cargo(case, with_counted(case, predication))))
    parties = sides_of(case, predication)
    things = transfers_of(predication, role)
    below = [one for one in things if one is not None and is_told_below(case, predication, one)]
    flows = [_flow(case, predication, theme, parties, stance) for theme in things if theme not in below]
    flows += [
        in_return(predication, one, paid)
        for one in flows[:1]
        if isinstance(one, Draft)
        for paid in returns_of(predication)
    ]
    flows += also_given(case, gapped, flows)
    for flow in flows:
        yield _told(case, predication, flow, stance, over)
    if not any(isinstance(one, Draft) for one in (*flows, loss)) and not below:
        yield _told(case, predication, _event(case, predication, parties, stance), stance, over)


def stance_of(case: Case, predication: Predication) -> Factuality:
    """How sure the text is of a deed, with what those who tell of it and a later admission add."""
    over = attributions_of(predication.trigger.span, case.said)
    told = foretold(case, predication, merge(predication.factuality, over), over)
    return still_ahead(case, predication, with_admission(case, predication, told))


def sides_of(case: Case, predication: Predication) -> Parties:
    """Both sides of a deed, completed from its surroundings."""
    frame = frame_of(predication.concept or "")
    parties = fill_parties(case, predication, frame, parties_of(case, predication, frame))
    if frame not in ("give", "move", "get"):
        return parties
    return thanked_sides(case, predication, reciprocal_sides(case, predication, parties))


def handed_between(case: Case, predication: Predication, theme: Argument | None, parties: Parties) -> Parties:
    """Both sides of a transfer of one thing, as its rule is put to them. parties: of the deed, from `sides_of`."""
    kind = flow_kind((theme.concept if theme else predication.concept) or "")
    parties = awaited_by(case, predication, other_state(case, predication, parties))
    told = kind is not None and theme is not None and stance_of(case, predication).status in _TOLD
    return customary(case, predication, kind, parties) if told and kind else parties


def done_between(case: Case, predication: Predication, parties: Parties) -> Parties:
    """Both sides of an event, as its rule is put to them. parties: of the deed, from `sides_of`."""
    if not parties.recipients and any(is_a(predication.concept or "", name) for name in _ADDRESSED):
        inner = (one for one in case.in_sentence(predication.sentence) if meant_by(case, one) is predication)
        parties = content_parties(case, predication, inner, parties)
    return with_bodies(case, predication, parties)


def _told(
    case: Case, predication: Predication, draft: Draft | Silence, stance: Factuality, over: tuple[Attribution, ...]
) -> Claim | Silence:
    return claim_of(case, predication, draft, stance, over) if isinstance(draft, Draft) else draft


def _loss(case: Case, predication: Predication, role: QuantityRole, stance: Factuality) -> Draft | Silence:
    """A loss: how many of whom were killed, wounded, captured. Without a number or a state that suffered it, none."""
    if is_carried(case, predication):
        return Silence("no loss: another word of the sentence counts it")
    themes = those_struck(case, predication)
    numbers = numbers_of(case, predication, role)
    if predication.fillers("theme") and not themes and not numbers:
        return _UNHURT
    parties = parties_of(case, predication, "loss")
    if sufferer_role(predication.concept or "") == "agent":
        parties = Parties((), ())
    struck = sufferers(case, predication) or same_toll(case, predication)
    filled = fill_parties(case, predication, "loss", Parties(parties.actors, struck, parties.inferred))
    uncounted = concepts()[predication.concept or ""].kind == "people"  # "les morts" alone tell of no loss
    if not numbers and (uncounted or not (struck or themes)):
        return Silence("no loss: no number, and nobody named whom it struck")  # "sang, vie, mort"
    if not numbers and not filled.recipients:
        return Silence("no loss: no number, and no state whose people it struck")
    filled, event_type, mode = _deed_of_loss(case, predication, filled, stance)
    quantities = tuple(ClaimQuantity(role, one) for one in numbers[:1])
    reasons = (f"loss: {predication.concept} counts {role}", *filled.inferred)
    return Draft("loss", event_type, mode, None, None, quantities + lasting(case, predication), filled, reasons)


def _deed_of_loss(
    case: Case, predication: Predication, filled: Parties, stance: Factuality
) -> tuple[Parties, EventType | None, str | None]:
    """The deed that took the people counted, with who did it, named or not: "gunmen killed six", "police held 40 people"."""
    if filled.actors:
        rule = find_rule(predication, None, filled)
        return filled, rule.event_type if rule else None, rule.mode if rule else None
    if sufferer_role(predication.concept or "") == "agent" or frame_of(predication.concept or "") == "undergo":
        return filled, None, None  # "12 deaths among the rebels" are nobody's deed
    both = with_bodies(case, predication, filled)
    rule = find_rule(predication, None, both)
    event_type, mode = type_of(rule, stance) if rule else (None, None)
    if event_type is None or _untold(case, predication, both, event_type):
        return filled, None, None
    return replace(filled, actors=both.actors), event_type, mode


def _flow(
    case: Case, predication: Predication, theme: Argument | None, parties: Parties, stance: Factuality
) -> Draft | Silence:
    """A transfer of one thing; theme None: of what the verb implies ("a financé l'armée"). Production and exercises have no stage."""
    kind = flow_kind((theme.concept if theme else predication.concept) or "")
    parties = without_memberships(case, handed_between(case, predication, theme, parties))
    rule = find_rule(of_goer(predication, theme), theme.concept if theme else None, parties)
    if rule is None or rule.stage is None or kind is None:
        what = theme.quote.text if theme else predication.trigger.text
        return Silence(
            f"no transfer of {what!r}: {f'rule {rule.name} hands nothing over' if rule else 'no rule holds'}"
        )
    if kind == "money" and not parties.recipients:
        return Silence("no transfer: money without a receiver is spending at home")
    why = untold_transfer(case, predication, theme, parties)
    if why and (wider := _given_to(case, predication, theme, parties)):
        parties, why = wider, untold_transfer(case, predication, theme, wider)
    if not why and rule.stage == "shipped" and is_left_behind(case, predication, parties):
        why = "what leaves a land is not sent there"
    if why:
        return Silence(f"no transfer: {why}")
    stage = stage_of(rule, rule.stage, stance)
    if rule.stage == "returned" and stage != "returned":
        return Silence("no transfer: what is only to come back has not been handed over")
    numbers = tuple(ClaimQuantity(role_of_item(one), one) for one in quantities_on(case, theme)[:2]) if theme else ()
    kind = _kind_told(case, predication, theme, kind, numbers)
    event_type, mode = type_of(rule, stance)
    if contract_over(case, predication):
        stage = "agreed"
    if governed := governed_by(case, predication):
        if rule.event_type == "RETREAT" and governed.stage == "requested":
            return Silence("no transfer: that people leave is asked for")  # "urged Chad to withdraw its troops"
        stage = "pledged" if (own := is_own_order(case, governed, parties)) else governed.stage
        event_type, mode = (event_type, mode) if governed.keeps_type or own else (governed.event_type, governed.mode)
    if event_type in TWO_SIDED:
        parties = with_receiver(case, predication, parties)
    if event_type in TWO_SIDED and not (parties.actors and parties.recipients):
        event_type, mode = None, None
    reasons = [f"rule {rule.name}: {rule.event_type or 'no event'}, flow {kind} {stage}", *parties.inferred]
    if governed:
        reasons.append(f"under {governed.over.trigger.text!r}: {stage}")
    item = Item(theme.quote, theme.concept or "") if theme else None
    if theme and theme.repaired:
        reasons.append(f"{theme.quote.text!r} as what is transferred: {theme.repaired}")
    return Draft(
        "flow", event_type, mode, Flow(kind, stage), item, numbers + lasting(case, predication), parties, tuple(reasons)
    )


def _given_to(case: Case, predication: Predication, theme: Argument | None, parties: Parties) -> Parties | None:
    """The sides with a state that only the words beside the thing name: "envoyer des vivres pour les réfugiés au Tchad".

    None if none is named there, or where it only says whence, of what make, at what border, or on what market.
    """
    if theme is None or not is_verb(case, predication) or frame_of(predication.concept or "") != "give":
        return None
    if is_on_market(predication) or is_at_border(case, predication):
        return None
    wider = with_receiver(case, predication, parties)
    named = [one for one in wider.recipients if is_state(one)] if wider is not parties else []
    if not named or not is_destination(case, predication, named[0]):
        return None
    return wider


def _kind_told(
    case: Case, predication: Predication, theme: Argument | None, kind: FlowKind, numbers: tuple[ClaimQuantity, ...]
) -> FlowKind:
    """The kind of a transfer by more than its thing's name: troops that clear mines, aid that is counted in money."""
    if kind == "troops" and _clears_mines(case, predication):
        return "engineers"
    in_money = any(one.role == "money" for one in numbers)
    return (
        "money" if theme and is_a(theme.concept or "", "AID_GENERIC") and in_money else kind
    )  # "une aide de 20 millions"


def _clears_mines(case: Case, predication: Predication) -> bool:
    """Troops sent "pour des opérations de déminage" are engineers, whatever they are called."""
    for argument in predication.fillers("purpose"):
        inner = case.by_trigger.get((argument.sentence, argument.head))
        if inner and inner.concept and flow_kind(inner.concept) == "engineers":
            return True
    return False


def _event(case: Case, predication: Predication, parties: Parties, stance: Factuality) -> Draft | Silence:
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
    if why := _untold(case, predication, parties, event_type):
        return _noted(case, predication, parties, why)
    numbers = tuple(
        ClaimQuantity(role_of_item(one) if role_of_item(one) == "money" else "other", one)
        for one in (
            *(one for argument in predication.fillers("theme") for one in quantities_on(case, argument)[:1]),
            *(one for argument in _promised(predication) for one in quantities_on(case, argument)[:1]),
            *beside(case, predication),
        )
    )
    turned = f", as it stands {event_type}" if event_type != rule.event_type else ""
    reasons = (f"rule {rule.name}: {rule.event_type}{turned}", *parties.inferred)
    return Draft("event", event_type, mode, None, None, numbers + lasting(case, predication), parties, reasons)


def _promised(predication: Predication) -> tuple[Argument, ...]:
    """What is promised to nobody named: "pledged $40 million in food aid" keeps its sum."""
    promised = is_a(predication.concept or "", "PROMISE_GROUP")
    return tuple(one for one in predication.fillers("topic") if promised and one.concept and flow_kind(one.concept))


def _untold(case: Case, predication: Predication, parties: Parties, event_type: EventType) -> str | None:
    """Why a deed for which a rule has a type is no event all the same; None if it is one."""
    if event_type in TWO_SIDED and not parties.recipients and len(parties.actors) < 2:
        return f"{event_type} needs a recipient"
    if event_type != "PROTEST" and not is_among_politics(case, predication, parties):  # whoever protests is of politics
        return f"{event_type} among nobody of politics"
    if not stands_alone(case, predication):
        return f"{event_type} by a noun that is only mentioned"
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
