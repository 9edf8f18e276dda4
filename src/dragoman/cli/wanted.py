"""Which facts of a ledger are wanted: the options that every command which lists or gives out facts shares."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from dragoman.dossier.fact_line import Choice
    from dragoman.ledger.store import Ledger

_STATUSES = "asserted, reported, acknowledged, denied, possible, planned, predicted, conditional, negated."
_OPTIONS = (
    click.option("--party", "parties", multiple=True, help="A state on one of the sides, by code or name; twice for two."),
    click.option("--kind", help="Of flow (troops), of loss (killed), or matter (event, statement, judgement)."),
    click.option("--type", "event_type", help="PLOVER event type: AID, CONSULT."),
    click.option("--since", help="First day, EDTF: 2025, 2025-04, 2025-04-28."),
    click.option("--until", help="Last day, EDTF."),
    click.option("--place", help="Part of a place's name."),
    click.option("--status", help=_STATUSES),
    click.option("--grade", help="Admiralty grade: B2, B or 2."),
    click.option("--originator", help="Part of the name of who says so."),
    click.option("--disputed", is_flag=True, help="Only what is contradicted or denied."),
    click.option("--decided", type=click.Choice(["accepted", "corrected"]), help="Only what a person decided."),
    click.option("--words", help="Only from documents that hold these words as they stand here, in any script, inside words too."),
    click.option("--document", help="Only from this document: its path as it was read, its address, or its id or the beginning of it."),
)  # fmt: skip
_MATTERS = ("event", "flow", "loss", "statement", "judgement")
_NAMES = (
    "parties", "kind", "event_type", "since", "until", "place", "status", "grade", "originator", "disputed", "decided", "words",
    "document",
)  # fmt: skip


def with_wanted(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose facts, given to a command as one mapping, its argument `wanted`."""

    @wraps(command)
    def choosing(**given: Any) -> Any:
        wanted = {name: given.pop(name) for name in _NAMES}
        return command(wanted=wanted, **given)

    for option in reversed(_OPTIONS):
        choosing = option(choosing)
    return choosing


def choice_of(
    ledger: Ledger,
    *,
    parties: tuple[str, ...],
    event_type: str | None,
    words: str | None,
    document: str | None,
    **others: Any,
) -> Choice:
    """What was chosen, checked. Refuses, as wrong usage, a state that nobody knows and a day that no calendar has."""
    from dragoman.dossier.fact_line import Choice
    from dragoman.model.edtf import days_of
    from dragoman.world.actor import find_country

    codes = tuple(find_country(one) or "" for one in parties)
    for name, code in zip(parties, codes, strict=True):
        if not code:
            raise click.UsageError(f"--party: no state is called {name!r}; give an ISO 3166-1 code (PRK) or a name")
    for option in ("since", "until"):
        try:
            days_of(others[option] or "2025")
        except ValueError as error:
            said = f"--{option} {others[option]!r}: {error}; write 2025, 2025-04 or 2025-04-28"
            raise click.UsageError(said) from error
    event_type, others = event_type and event_type.upper(), _lower(others)
    _refuse_unknown(event_type, others)
    documents = _documents(ledger, words, document)
    return Choice(parties=codes, type=event_type, documents=documents, **others)


def _documents(ledger: Ledger, words: str | None, document: str | None) -> frozenset[str] | None:
    """The documents that facts may come from; None for all. Refuses, as wrong usage, a document that the ledger does not have."""
    found = [frozenset(ledger.find(words))] if words else []
    if document is not None:
        named = ledger.named(document)
        if not named:
            raise click.UsageError(
                f"--document: no document {document!r}; give its path as it was read, its address or its id"
            )
        found.append(frozenset(named))
    return frozenset.intersection(*found) if found else None


def _lower(others: dict[str, Any]) -> dict[str, Any]:
    """The codes that are written small, however they were typed."""
    return {name: one.lower() if name in ("kind", "status") and one else one for name, one in others.items()}


def _refuse_unknown(event_type: str | None, others: dict[str, Any]) -> None:
    """Refuse a code that no fact can have: a slip would find nothing, and look like an answer."""
    from dragoman.model.claim import EVENT_TYPES, FLOW_KINDS
    from dragoman.model.factuality import STATUS_ORDER
    from dragoman.weighing.profile import LOSSES

    codes = {
        "kind": (others["kind"], (*_MATTERS, *sorted(FLOW_KINDS), *LOSSES)), "type": (event_type, tuple(sorted(EVENT_TYPES))),
        "status": (others["status"], STATUS_ORDER),
    }  # fmt: skip
    for option, (given, known) in codes.items():
        if given is not None and given not in known:
            raise click.UsageError(f"--{option}: no {option} is called {given!r}; one of {', '.join(known)}")
    grade = others["grade"]
    if grade is not None and not re.fullmatch(r"[A-F][1-6]?|[1-6]", grade.upper()):
        raise click.UsageError(f"--grade: no grade {grade!r}; a letter from A to F, a digit from 1 to 6, or both: B2")


def in_words(wanted: dict[str, Any]) -> str | None:
    """The filter as the options that make it; None where nothing is chosen."""
    names = {"parties": "party", "event_type": "type"}
    parts = []
    for key, value in wanted.items():
        for one in value if isinstance(value, tuple) else (value,):
            if one:
                parts.append(f"--{names.get(key, key)}" if one is True else f"--{names.get(key, key)} {one}")
    return " ".join(parts) or None
