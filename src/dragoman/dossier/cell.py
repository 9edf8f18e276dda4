"""Cells: a value taken from the claims of a fact, with a reference to the words of each claim that gives it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dragoman.dossier.shelf import Reported, Shelf
from dragoman.dossier.shown import Dealing, Direction, Measure, Party, Reference, Role, Shown, Source, Surface
from dragoman.model.actor import Actor
from dragoman.model.claim import Claim, Stage
from dragoman.model.fact import CellName
from dragoman.model.factuality import STATUS_ORDER, Status
from dragoman.model.period import Period
from dragoman.model.place import Place
from dragoman.model.quantity import QuantityRole
from dragoman.model.span import Quote

T = TypeVar("T")
LOSS_ROLES: tuple[QuantityRole, ...] = ("killed", "killed_or_wounded", "wounded", "missing", "captured")


def words_of(claim: Claim) -> tuple[tuple[Role, Quote], ...]:
    """The words of a claim by the cell they fill, in no particular order."""
    found: list[tuple[Role, Quote | None]] = [("what", claim.trigger), ("content", claim.content)]
    found += [("party", one.quote) for one in claim.actors + claim.recipients]
    found += [("item", claim.item.quote)] if claim.item else []
    found += [(f"quantity-{one.role}", one.mention.quote) for one in claim.counted]
    found += [("period", claim.period.quote)] if claim.period else []
    found += [("place", claim.place.quote)] if claim.place else []
    found += [("source", link.quote) for link in claim.attribution]
    found += [("status", cue) for cue in claim.factuality.cues]
    return tuple((role, words) for role, words in found if words is not None and words.text.strip())


def refer(claim: Claim, role: Role) -> Reference:
    """Where one cell of one claim can be read."""
    words = tuple(sorted({quote.span for name, quote in words_of(claim) if name == role}))
    return Reference(claim.id, claim.document_id, claim.evidence.span, words)


def refer_all(claims: tuple[Claim, ...], role: Role) -> tuple[Reference, ...]:
    """Where one cell of several claims can be read."""
    return tuple(refer(one, role) for one in claims)


def surface_of(claim: Claim, quote: Quote, shelf: Shelf) -> Surface:
    """Words of a claim in the language of its document."""
    return Surface(quote.text, shelf.documents[claim.document_id].language)


def party_of(actor: Actor) -> Party:
    """The side an actor acts for: its state, else itself."""
    if actor.country and len(actor.country) == 3 and actor.country != "IGO":
        return Party(actor.country, "")
    return Party(actor.country or "", actor.name)


def parties_of(actors: tuple[Actor, ...]) -> tuple[Party, ...]:
    """The sides of several actors, each once, in order of code and name."""
    return tuple(sorted({party_of(one) for one in actors}))


def direction_of(claim: Claim) -> Direction:
    """From whom to whom, by side. A side that is both (a state and its own ministry) only sends."""
    senders = parties_of(tuple(one.actor for one in claim.actors))
    receivers = parties_of(tuple(one.actor for one in claim.recipients))
    return Direction(senders, tuple(one for one in receivers if one not in senders))


def show(
    reported: Reported,
    name: CellName,
    role: Role,
    value_of: Callable[[Claim], T | None],
    seen: Callable[[T], object] = lambda value: value,
) -> Shown[T] | None:
    """A cell of a fact: the value of its first claim that has one, who else gives that, and who gives another.

    seen: what a reader sees of a value; two that look the same are one. None where no claim has a value.
    """
    claims = [one for one in reported.ordered(name) if value_of(one) is not None]
    grouped: list[tuple[T, list[Claim]]] = []
    for claim in claims:
        value = value_of(claim)
        assert value is not None
        same = next((some for known, some in grouped if seen(known) == seen(value)), None)
        if same is None:
            grouped.append((value, [claim]))
        else:
            same.append(claim)
    if not grouped:
        return None
    shown = [Shown(value, role, refer_all(tuple(some), role)) for value, some in grouped]
    return Shown(shown[0].value, role, shown[0].references, others=tuple(shown[1:]))


def show_direction(reported: Reported) -> Shown[Direction]:
    """From whom to whom, as the head claim has it; a fuller claim is taken where the head names one side alone."""
    claims = sorted(reported.claims, key=lambda one: (not _has_both(one), one.id != reported.head.id))
    return Shown(direction_of(claims[0]), "party", refer_all(tuple(claims), "party"))


def _has_both(claim: Claim) -> bool:
    direction = direction_of(claim)
    return bool(direction.senders and direction.receivers) or direction.mutual


def show_dealing(reported: Reported, shelf: Shelf) -> Shown[Dealing]:
    """What is done, with the head claim's trigger as printed."""
    head = reported.head
    dealing = Dealing(head.flow.kind if head.flow else None, head.event_type, head.mode, head.concept)
    return Shown(dealing, "what", refer_all(reported.claims, "what"), surface_of(head, head.trigger, shelf))


def show_item(reported: Reported, shelf: Shelf) -> Shown[str] | None:
    """The concept of what is transferred, with its words as printed."""
    shown = show(reported, "item", "item", lambda one: one.item.concept if one.item else None)
    first = next((one for one in reported.ordered("item") if one.item), None)
    if shown is None or first is None or first.item is None:
        return None
    return Shown(shown.value, "item", shown.references, surface_of(first, first.item.quote, shelf), shown.others)


def show_quantities(reported: Reported, shelf: Shelf, roles: tuple[QuantityRole, ...]) -> tuple[Shown[Measure], ...]:
    """The amounts of a fact, one cell for each thing measured."""
    return tuple(one for role in roles if (one := _show_quantity(reported, shelf, role)) is not None)


def _show_quantity(reported: Reported, shelf: Shelf, role: QuantityRole) -> Shown[Measure] | None:
    def measure_of(claim: Claim) -> Measure | None:
        return next((Measure(role, one.mention.quantity) for one in claim.counted if one.role == role), None)

    shown = show(reported, "quantity", f"quantity-{role}", measure_of)
    if shown is None:
        return None
    first = next(one for one in reported.ordered("quantity") if measure_of(one) is not None)
    words = next(one.mention.quote for one in first.counted if one.role == role)
    return Shown(shown.value, shown.role, shown.references, surface_of(first, words, shelf), shown.others)


def show_stage(reported: Reported) -> Shown[Stage] | None:
    """How far a flow has come. The words are the trigger's: "pledged", "delivered"."""
    return show(reported, "stage", "what", lambda one: one.flow.stage if one.flow else None)


def show_period(reported: Reported, shelf: Shelf) -> Shown[Period] | None:
    """When, with the words as printed."""
    shown = show(
        reported,
        "period",
        "period",
        lambda one: one.period.period if one.period else None,
        # "Friday evening" and "February 16" are one day on the page
        lambda period: (period.edtf, period.earliest, period.latest, period.timex_value if period.edtf is None else ""),
    )
    first = next((one for one in reported.ordered("period") if one.period), None)
    if shown is None or first is None or first.period is None:
        return None
    return Shown(shown.value, "period", shown.references, surface_of(first, first.period.quote, shelf), shown.others)


def show_place(reported: Reported) -> Shown[Place] | None:
    """Where."""
    return show(reported, "place", "place", lambda one: one.place.place if one.place else None)


def show_statuses(claims: tuple[Claim, ...]) -> tuple[Shown[Status], ...]:
    """Every status the claims have, the most frequent first: a fact that one denies and two report shows both."""
    by_status: dict[Status, list[Claim]] = {}
    for claim in claims:
        by_status.setdefault(claim.factuality.status, []).append(claim)
    ranked = sorted(by_status.items(), key=lambda one: (-len(one[1]), STATUS_ORDER.index(one[0])))
    counted = any(claim.counted for claim in claims)
    return tuple(
        Shown(status, "status", refer_all(tuple(some), "status"), bare=counted and not any(one.counted for one in some))
        for status, some in ranked
    )


def source_key(claim: Claim) -> tuple[str, str]:
    """What tells originators apart: name and country; a publisher that speaks for itself is its own."""
    link = claim.originator
    if link is None or link.kind == "publisher":
        return ("", "")
    return (link.actor.name if link.actor else link.text, (link.actor.country if link.actor else None) or "")


def show_sources(claims: tuple[Claim, ...], shelf: Shelf) -> tuple[Shown[Source], ...]:
    """Who says so: one row an originator, with the publishers that print it; publishers on their own authority last."""
    by_source: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        by_source.setdefault(source_key(claim), []).append(claim)
    ranked = sorted(by_source.items(), key=lambda one: (one[0] == ("", ""), -len(one[1]), one[0]))
    return tuple(_show_source(tuple(some), shelf) for _, some in ranked)


def _show_source(claims: tuple[Claim, ...], shelf: Shelf) -> Shown[Source]:
    name, country = source_key(claims[0])
    link = claims[0].originator
    names = sorted({publisher for one in claims if (publisher := shelf.documents[one.document_id].publisher)})
    source = Source(name or None, country or None, link.origin if link else None, tuple(names))
    return Shown(source, "source", refer_all(claims, "source"))
