"""`dragoman why`: all that stands behind one fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.book import Book, brought_up_to_date, counted, opened, short, to_json, with_ledger

if TYPE_CHECKING:
    from dragoman.ledger.store import Ledger
    from dragoman.model.fact import Fact, Verdict


@click.command("why")
@click.argument("fact")
@with_ledger
def command(fact: str, where: str, as_json: bool) -> None:
    """Show what stands behind FACT (its id, the beginning of it, or a claim's): originators, sentences, rules, merges, verdicts."""
    with opened(where) as ledger:
        book = brought_up_to_date(ledger)
        gone = book.withdrawn(fact)
        if gone is None and not book.has(fact) and ledger.named(fact):
            raise click.UsageError(f"{fact!r} is a document; `dragoman facts --document {fact}` lists what it says")
        row = _row(book, gone or book.fact(fact), ledger.verdicts())
        row["withdrawn"] = gone is not None
        _add_machine_values(row, ledger)
    click.echo(to_json(row) if as_json else "\n".join(_lines(row)))


def _row(book: Book, fact: Fact, verdicts: tuple[Verdict, ...]) -> dict[str, Any]:
    """The fact as plain data."""
    from dragoman.dossier.fact_line import say

    members = set(fact.claim_ids)
    touching = [one for one in book.weighing.disagreements if members & {*one.left, *one.right}]
    return {
        "fact": fact.id,
        "says": say(book.line(fact)),
        "grade": asdict(fact.grade),
        "originators": [{**asdict(one), "coded": book.claims[one.claim_ids[0]].row is not None} for one in fact.backing],
        "claims": [_claim(book, one) for one in fact.claim_ids],
        "cells": [asdict(one) for one in fact.cells],
        "merges": [_verdict(one) for one in book.weighing.verdicts if {one.left, one.right} & members],
        "disagreements": [
            {"kind": one.kind, "cell": one.cell, "reason": one.reason,
             "left": [_claim(book, c) for c in one.left], "right": [_claim(book, c) for c in one.right]}
            for one in touching
        ],
        "verdicts": [_verdict(one) for one in verdicts if {one.left, one.right} & members],
    }  # fmt: skip


def _add_machine_values(row: dict[str, Any], ledger: Ledger) -> None:
    """Beside each correction, what the machine had read."""
    from dragoman.weighing.correct import value_of

    corrections = [one for one in row["verdicts"] if one["decision"] == "correct"]
    read = ledger.claims({one["left"] for one in corrections}, corrected=False)
    for one in corrections:
        one["machine"] = value_of(read[one["left"]], one["field"])


def _claim(book: Book, claim_id: str) -> dict[str, Any]:
    claim = book.claims[claim_id]
    imprint = book.imprints[claim.document_id]
    return {
        "id": claim.id, "document": claim.document_id, "publisher": imprint.publisher, "published": imprint.published,
        "start": claim.evidence.span.start, "end": claim.evidence.span.end, "sentence": claim.evidence.text,
        "originator": claim.originator.text if claim.originator else None, "status": claim.factuality.status,
        "by": claim.factuality.by,
        "confidence": claim.confidence, "rules": list(claim.reasons), "coder": claim.coder,
        "decision": book.decided.get(claim.id),
    }  # fmt: skip


def _verdict(one: Verdict) -> dict[str, Any]:
    row = asdict(one)
    row["at"] = one.at.isoformat() if one.at else None
    return row


def _lines(row: dict[str, Any]) -> Iterator[str]:
    grade = row["grade"]
    yield f"{row['fact']}\n{row['says']}"
    if row["withdrawn"]:
        yield f"withdrawn: all its claims are rejected; `dragoman verdict unsure {short(row['fact'])}` takes that back"
    yield f"grade {grade['source']}{grade['report']}, evidence {grade['evidence']}, agreement {grade['agreement']}: {grade['reason']}"
    yield "\nwho says so:"
    for one in row["originators"]:
        why = "it codes what others report" if one["coded"] else "nobody by name"
        named = "" if one["named"] else f" ({why}: not counted)"
        yield f"  {one['label']}{named}: {counted(len(one['documents']), 'document')}"
    yield "\nclaims:"
    for one in row["claims"]:
        yield from _claim_lines(one)
    for name, title in (("merges", "why they are one:"), ("verdicts", "decisions:")):
        if row[name]:
            yield f"\n{title}"
            yield from (_decision_line(one, row) for one in row[name])
    for one in row["disagreements"]:
        yield f"\n{one['kind']} ({one['cell']}): {one['reason']}"
        for side in ("left", "right"):
            yield from (f"  {side}: {' '.join(c['sentence'].split())} ({_from(c)})" for c in one[side])


def _decision_line(one: dict[str, Any], row: dict[str, Any]) -> str:
    """A decision, and of which claims it is where the fact has several."""
    about = f" {one['field']}={one['value']}" if one["field"] else ""
    about += f" (read as {one['machine'] or '–'})" if "machine" in one else ""
    what = " and ".join(short(i) for i in (one["left"], one["right"]) if i) if len(row["claims"]) > 1 else ""
    return f"  {what + ': ' if what else ''}{one['decision']}{about} by {one['by']}{' at ' + one['at'] if one['at'] else ''}: {one['reason']}"


def _claim_lines(one: dict[str, Any]) -> Iterator[str]:
    decided = f", {one['decision']}" if one["decision"] else ""
    yield f"  {short(one['id'])} {' '.join(one['sentence'].split())}"
    status = f"{one['status']} by {one['by']}" if one["by"] else one["status"]
    yield f"      {_from(one)}, characters {one['start']}-{one['end']}; {one['originator'] or 'nobody named'}; {status}{decided}"
    yield f"      read by {one['coder']}: {'; '.join(one['rules'])}"


def _from(one: dict[str, Any]) -> str:
    return f"{one['publisher'] or 'publisher not known'}, {one['published'] or 'no date'}"
