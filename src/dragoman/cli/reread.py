"""`dragoman reread`: the documents of a ledger, read by this version of the program, and taken in by it again if that is wanted."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.add import coder_label
from dragoman.cli.book import counted, now, opened, to_json, with_ledger
from dragoman.cli.choice import Choice, with_choice

if TYPE_CHECKING:
    from dragoman.ledger.store import Ledger
    from dragoman.model.document import Document


@dataclass(slots=True)
class TakenIn:
    """What taking kept bytes in again gave. same: the same document; beside: the same text and date, with another title, language or division into
    paragraphs, which stays as it was; without_bytes: documents that are all in their text, or whose bytes were not kept.

    changed: documents with another text or date, each with what became of it. refused: what this version's intake cannot read.
    """

    same: int = 0
    beside: int = 0
    without_bytes: int = 0
    changed: list[dict[str, Any]] = field(default_factory=list)
    refused: list[dict[str, str]] = field(default_factory=list)


@click.command("reread")
@with_ledger
@click.option(
    "--from-bytes",
    is_flag=True,
    help="First take in again the bytes that documents came in, which the ledger keeps: no network.",
)
@with_choice
def command(where: str, as_json: bool, from_bytes: bool, choice: Choice) -> None:
    """Read the documents of a ledger again with this version's coder.

    What was read before stays in the ledger. A claim that a person accepted or corrected stays as it is, with the new reading
    beside it; every other gives way to what is read now. Documents that it read last are left out.

    With --from-bytes, a document whose bytes give another text or date now takes the place of the old one. Decisions go to the
    same claim in the new text, or are open again where it says something else; a claim that a person accepted and the new text
    does not make stays, in the old text. Nothing is deleted.
    """
    from dragoman.coding.draft import CODER

    label = coder_label(CODER, choice)
    with opened(where) as ledger:
        run = ledger.begin("reread --from-bytes" if from_bytes else "reread", now())
        taken = _take_in(ledger, run, choice, label) if from_bytes else None
        counts = _read_again(ledger, run, choice, label)
        changed = ledger.weigh(run)
    if as_json:
        row = {"run": run, "coder": label, **counts, "facts_changed": changed}
        click.echo(to_json({**row, "from_bytes": asdict(taken)} if taken else row))
        return
    if taken:
        _say(taken)
    click.echo(
        f"run {run}: {counted(counts['documents'], 'document')} read by {label}: {counted(counts['same'], 'claim')} as before, "
        f"{counts['changed']} new or different, {counts['kept']} kept as a person decided; {counted(changed, 'fact')} new or changed"
    )


def _read_again(ledger: Ledger, run: int, choice: Choice, label: str) -> dict[str, int]:
    from dragoman.cli.reader import read_one
    from dragoman.coding.datasets import BadRow
    from dragoman.model.document import Rejected

    counts = {"documents": 0, "same": 0, "changed": 0, "kept": 0}
    waiting = [one for one, coders in sorted(ledger.readings().items()) if coders[-1] != label]
    for one in waiting:
        document = ledger.documents((one,))[one]
        try:
            done = read_one(document, choice)
        except BadRow as error:  # what was read of it before stays
            ledger.add_rejected(Rejected(document.source_id, "reading", str(error)), run)
            continue
        found = ledger.reread(done.entry, run, label)
        counts["documents"] += found.new
        for name in ("same", "changed", "kept"):
            counts[name] += getattr(found, name)
    return counts


def _take_in(ledger: Ledger, run: int, choice: Choice, label: str) -> TakenIn:
    """Take in the bytes of each document again; what they give now and did not before is read and put in its place."""
    from dragoman.cli.reader import read_one
    from dragoman.intake.receipt import take_in_again
    from dragoman.model.document import Rejected

    taken = TakenIn()
    for key in sorted(ledger.readings()):
        before = ledger.documents((key,))[key]
        receipt = ledger.receipt(before)
        if receipt is None:
            taken.without_bytes += 1
            continue
        found = take_in_again(receipt, before)
        if isinstance(found, Rejected):
            ledger.add_rejected(found, run)
            taken.refused.append({"source_id": before.source_id, "reason": found.reason})
        elif found.id == before.id:
            taken.same += found == before
            taken.beside += found != before
        else:
            became = ledger.replace_text(key, read_one(found, choice).entry, run, label)
            what = _difference(before, found)
            taken.changed.append(
                {"source_id": before.source_id, "what": what, "before": key, "after": found.id, **asdict(became)}
            )
    return taken


def _difference(before: Document, after: Document) -> str:
    """What makes two documents of the same bytes two."""
    names = ("text", "published", "publisher", "url")
    return ", ".join(name for name in names if getattr(before, name) != getattr(after, name))


def _say(taken: TakenIn) -> None:
    for one in taken.changed:
        click.echo(
            f"taken in again {one['source_id']}: other {one['what']}; {one['carried']} claims in their old places, {one['reopened']} decisions "
            f"open again, {one['kept']} claims kept as a person decided"
        )
    for refused in taken.refused:
        click.echo(f"no longer read {refused['source_id']}: {refused['reason']}; what was read of it stays")
    also = (
        f" ({taken.beside} with another title, language or division, which stay as they were)" if taken.beside else ""
    )
    click.echo(
        f"{counted(len(taken.changed), 'document')} changed, {taken.same + taken.beside} the same{also}, {len(taken.refused)} no longer read, "
        f"{taken.without_bytes} without kept bytes"
    )
