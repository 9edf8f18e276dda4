"""`dragoman verdict`: a person's decision on a fact, a claim or a source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

import click

from dragoman.cli.book import Book, Hand, brought_up_to_date, counted, now, opened, to_json, with_hand, with_ledger
from dragoman.cli.gathered import gathered

if TYPE_CHECKING:
    from dragoman.ledger.store import Ledger
    from dragoman.model.fact import Decision, Verdict


@dataclass(frozen=True, slots=True)
class Asked:
    """What is decided of what. field, value: None where the decision takes none."""

    decision: Decision
    about: str
    field: str | None
    value: str | None


@click.command("verdict")
@click.argument("decision", type=click.Choice(["accept", "reject", "correct", "unsure", "note", "rate"]))
@click.argument("about")
@click.option("--field", help="correct: which field; unsure: whose correction to take back.")
@click.option("--value", help="correct: the right value; rate: a letter, A to F.")
@with_hand
@with_ledger
@gathered(Asked)
def command(asked: Asked, hand: Hand, where: str, as_json: bool) -> None:
    """Decide ABOUT a fact or a claim, by id; or rate a source, by name.

    accept and reject hold for every claim of a fact. correct changes one field (--field quantity --value 9//) and keeps what the
    machine read beside it. unsure takes a decision back. note only adds words. rate sets a source's reliability on the Admiralty
    scale. A decision is a row that stays: a later one on the same thing takes its place.
    """
    _check_options(asked)
    if asked.decision == "rate" and asked.value is not None:
        asked = replace(asked, value=asked.value.strip().upper())
    with opened(where) as ledger:
        book = brought_up_to_date(ledger)
        if asked.decision == "unsure" and not book.has(asked.about) and _is_heard(book, asked.about):
            raise click.UsageError(
                f"{asked.about!r} is a source: `dragoman verdict rate NAME --value F` takes its letter back"
            )
        about = (asked.about,) if asked.decision == "rate" else book.claims_of(asked.about)
        verdicts = tuple(_verdict(asked, one, hand) for one in about)
        _check(book, asked.decision, verdicts)
        record(ledger, verdicts, f"verdict {asked.decision}", as_json)
        if asked.decision == "rate" and not as_json and not _is_heard(book, asked.about):
            click.echo(f"nobody here is called {asked.about!r} yet: `dragoman facts --originator` finds who is")


def _is_heard(book: Book, name: str) -> bool:
    """Whether a source of that name stands behind a fact."""
    from dragoman.weighing.name import known_name

    heard = {known_name(one.label) for fact in book.weighing.facts for one in fact.backing if one.named}
    return known_name(name) in heard


def _verdict(asked: Asked, left: str, hand: Hand) -> Verdict:
    from dragoman.model.fact import Verdict

    at = datetime.fromisoformat(now())
    return Verdict(left, None, asked.decision, hand.by, at, hand.why, None, asked.field, asked.value)


def _check_options(asked: Asked) -> None:
    """Refuse, as wrong usage, an option that the decision does not take."""
    from dragoman.weighing.correct import FIELDS

    decision, field, value = asked.decision, asked.field, asked.value
    for name, given, takers in (("--field", field, ("correct", "unsure")), ("--value", value, ("correct", "rate"))):
        if given is not None and decision not in takers:
            raise click.UsageError(f"{decision}: takes no {name}; only {' and '.join(takers)} do")
    if decision == "unsure" and field is not None and field not in FIELDS:
        raise click.UsageError(f"unsure: no field {field!r}; one of {', '.join(FIELDS)}")


def _check(book: Book, decision: str, verdicts: tuple[Verdict, ...]) -> None:
    """Refuse, as wrong usage, what could not be applied."""
    from dragoman.weighing.correct import FIELDS, CannotCorrect, correct

    first = verdicts[0]
    if decision == "correct" and (not first.field or first.value is None):
        raise click.UsageError(f"correct: give --field ({', '.join(FIELDS)}) and --value")
    if decision == "rate" and first.value not in ("A", "B", "C", "D", "E", "F"):
        raise click.UsageError(
            "rate: give --value, a letter from A (reliable) to E (unreliable), or F (cannot be judged)"
        )
    if decision == "correct":
        try:
            for one in verdicts:
                correct(book.claims[one.left], (one,))
        except CannotCorrect as error:
            raise click.UsageError(str(error)) from error


def record(ledger: Ledger, verdicts: tuple[Verdict, ...], name: str, as_json: bool) -> None:
    """Append decisions, weigh what they touch, and say so."""
    run = ledger.begin(name, now())
    new = ledger.add_verdicts(verdicts, run)
    changed = ledger.weigh(run)
    row = {"run": run, "verdicts": new, "facts_changed": changed}
    click.echo(to_json(row) if as_json else f"run {run}: {new} recorded; {counted(changed, 'fact')} new or changed")
