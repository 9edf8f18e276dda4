"""Transfers: what of a deed is handed over, by whom to whom, at which stage, and what is given for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding.apart import is_destination
from dragoman.coding.body import with_receiver
from dragoman.coding.by_turns import by_turns
from dragoman.coding.cargo import is_carrier
from dragoman.coding.case import Case, is_state
from dragoman.coding.context import frame_of
from dragoman.coding.contract import contract_over, is_called_off
from dragoman.coding.draft import TWO_SIDED, Draft, Silence, is_verb
from dragoman.coding.embedded import turns_down_talk
from dragoman.coding.gapped import gives_itself
from dragoman.coding.governed import Governed, governed_by, is_own_order
from dragoman.coding.make import kind_of_make
from dragoman.coding.match import find_rule
from dragoman.coding.measure import lasting, quantities_on, role_of_item
from dragoman.coding.membership import without_memberships
from dragoman.coding.party import Parties
from dragoman.coding.rule import Rule, flow_kind
from dragoman.coding.sides import handed_between
from dragoman.coding.staging import stage_of, type_of
from dragoman.coding.taken import is_against, is_at_border, is_left_behind, of_goer
from dragoman.coding.told_transfer import untold_transfer
from dragoman.coding.under_way import stage_under_way
from dragoman.coding.weighed import stage_weighed
from dragoman.coding.whence import is_on_market
from dragoman.model.claim import ClaimQuantity, EventType, Flow, FlowKind, Item, Stage
from dragoman.model.factuality import Factuality
from dragoman.model.predication import Argument, Predication
from dragoman.world.concept import is_a


def transfer_of(
    case: Case, predication: Predication, theme: Argument | None, parties: Parties, stance: Factuality
) -> Draft | Silence:
    """A transfer of one thing; theme None: of what the verb implies ("a financé l'armée"). Production and exercises have no stage."""
    kind = flow_kind((theme.concept if theme else predication.concept) or "")
    parties = without_memberships(case, handed_between(case, predication, theme, parties))
    parties = by_turns(predication, theme, parties)
    rule = find_rule(of_goer(predication, theme), theme.concept if theme else None, parties)
    if rule is None or rule.stage is None or kind is None:
        what = theme.quote.text if theme else predication.trigger.text
        return Silence(
            f"no transfer of {what!r}: {f'rule {rule.name} hands nothing over' if rule else 'no rule holds'}"
        )
    if kind == "money" and not parties.recipients:
        return Silence("no transfer: money without a receiver is spending at home")
    parties, why = _told_between(case, predication, theme, parties)
    if why := _why_undone(case, predication) or why or _why_not_handed(case, predication, theme, parties, rule):
        return Silence(f"no transfer: {why}")
    stage = stage_of(rule, "agreed" if _is_to_be_had(case, predication, theme) else rule.stage, stance)
    if rule.stage == "returned" and stage != "returned":
        return Silence("no transfer: what is only to come back has not been handed over")
    told = _governed(case, predication, rule, parties, _Told(stage, *type_of(rule, stance)))
    if isinstance(told, Silence):
        return told
    numbers = tuple(ClaimQuantity(role_of_item(one), one) for one in quantities_on(case, theme)[:2]) if theme else ()
    kind = _kind_told(case, predication, theme, kind, numbers)
    told = replace(
        told, stage=stage_weighed(case, predication, stance, stage_under_way(case, predication, kind, told.stage))
    )
    event_type, mode = told.event_type, told.mode
    if event_type in TWO_SIDED:
        parties = with_receiver(case, predication, parties)
    if event_type in TWO_SIDED and not (parties.actors and parties.recipients):
        event_type, mode = None, None
    fired = f"rule {rule.name}: {rule.event_type or 'no event'}, flow {kind} {told.stage}"
    reasons = (fired, *parties.inferred, *_notes(theme, told))
    item = Item(theme.quote, theme.concept or "") if theme else None
    numbers += lasting(case, predication)
    flow, word = Flow(kind, told.stage), _stance_of_end(told, stance)
    return Draft("flow", event_type, mode, flow, item, numbers, parties, reasons, word)


def _stance_of_end(told: _Told, stance: Factuality) -> Factuality | None:
    """ "Ceased to send arms": what is ended is ended, though nothing is sent. None where the deed's own stance tells it."""
    ended = told.governed if told.stage in ("cancelled", "refused") and stance.polarity == "negative" else None
    return ended.over.factuality if ended is not None else None


def _why_undone(case: Case, predication: Predication) -> str | None:
    """Why nothing of a deed stands: the contract that it is under is ended, or what others say of it is turned down."""
    if is_called_off(case, predication):
        return "the contract for it is ended"
    over = None if is_verb(case, predication) else case.over(predication)
    stopped = over is not None and is_a(over.concept or "", "STOP_GROUP")
    if stopped and over and over.factuality.status not in ("asserted", "reported", "acknowledged"):
        return "what is to stop is not what is to come"  # "would ask Kenya to halt investment in Chad"
    # "dismissed reports of soldiers sent to Chad"
    return "what others say of it is turned down" if turns_down_talk(case, predication) else None


def _why_not_handed(
    case: Case, predication: Predication, theme: Argument | None, parties: Parties, rule: Rule
) -> str | None:
    """Why a thing does not reach those who seem to get it."""
    if why := _why_not_cargo(predication, theme):
        return why
    if gives_itself(case, predication, parties.recipients):
        return "who gives something else behind it is no receiver"
    left = rule.stage == "shipped" and is_left_behind(case, predication, parties)
    return "what leaves a land is not sent there" if left else None


@dataclass(frozen=True, slots=True)
class _Told:
    """At which stage a transfer is told and as what type of event. governed: by what stands over the deed, None for nothing."""

    stage: Stage
    event_type: EventType | None
    mode: str | None
    governed: Governed | None = None


def _is_to_be_had(case: Case, predication: Predication, theme: Argument | None) -> bool:
    """Whether what is obtained is that something be given: "a obtenu la fourniture de chars" has their promise and no tanks."""
    if theme is None or not is_a(predication.concept or "", "OBTAIN"):
        return False
    over = case.reading.sentences[theme.sentence].tokens[theme.head].head
    deeds = (case.by_trigger.get((theme.sentence, one)) for one in (theme.head, over))
    return any(one is not None and one is not predication and frame_of(one.concept or "") == "give" for one in deeds)


def _governed(case: Case, predication: Predication, rule: Rule, parties: Parties, told: _Told) -> _Told | Silence:
    """How far a transfer has come where a contract or a deed stands over it: "asked Chad to send trucks" requests them."""
    governed = governed_by(case, predication)
    if governed is None:
        return replace(told, stage="agreed") if contract_over(case, predication) else told
    if rule.event_type == "RETREAT" and governed.stage == "requested":
        return Silence("no transfer: that people leave is asked for")  # "urged Chad to withdraw its troops"
    if rule.stage == "cancelled" and governed.stage in ("requested", "offered"):
        return Silence("no transfer: that it stops is asked for")  # "asked Chad to halt its exports"
    own = is_own_order(case, governed, parties)
    stage = "pledged" if own else governed.stage
    if own or governed.keeps_type:
        return replace(told, stage=stage, governed=governed)
    return _Told(stage, governed.event_type, governed.mode, governed)


def _told_between(
    case: Case, predication: Predication, theme: Argument | None, parties: Parties
) -> tuple[Parties, str | None]:
    """The sides of a transfer, with whom the words beside the thing name where it needs them; and why it is none all the same."""
    why = untold_transfer(case, predication, theme, parties)
    wider = _given_to(case, predication, theme, parties) if why else None
    return (parties, why) if wider is None else (wider, untold_transfer(case, predication, theme, wider))


def _why_not_cargo(predication: Predication, theme: Argument | None) -> str | None:
    """Why something is not what is handed over: a ship that "has delivered" brings something else, whatever the tree lost;
    cars "that are armed" are what is armed.
    """
    arming = is_a(predication.concept or "", "ARM_DEED") and not predication.fillers("recipient")
    if theme is not None and arming and not (theme.repaired or "").startswith("supplied with"):
        return "what is armed or equipped is not what it is armed with"
    brings = theme is not None and (theme.repaired or "").startswith("a thing does not send") and is_carrier(theme)
    return "what carries is not what it brings" if brings else None


def _notes(theme: Argument | None, told: _Told) -> Iterator[str]:
    """What a reason adds to the rule: the word that the deed stands under, and how its thing was found."""
    if told.governed is not None:
        yield f"under {told.governed.over.trigger.text!r}: {told.stage}"
    if theme and theme.repaired:
        yield f"{theme.quote.text!r} as what is transferred: {theme.repaired}"


def _given_to(case: Case, predication: Predication, theme: Argument | None, parties: Parties) -> Parties | None:
    """The sides with a state that only the words beside the thing name: "envoyer des vivres pour les réfugiés au Tchad".

    None if none is named there, or where it only says whence, of what make, at what border, or on what market.
    """
    told = is_verb(case, predication) or predication.fillers("agent")  # "a annoncé l'envoi de chars aux forces de"
    if theme is None or not told or frame_of(predication.concept or "") != "give":
        return None
    if is_on_market(predication) or is_at_border(case, predication) or is_against(case, predication):
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
    if theme is not None and (made := kind_of_make(case, theme)):
        return made
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
