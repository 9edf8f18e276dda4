"""`dragoman reread`: the documents of a ledger, read by this version of the program."""

from __future__ import annotations

import click

from dragoman.cli.add import coder_label
from dragoman.cli.book import now, opened, to_json, with_ledger
from dragoman.cli.choice import Choice, with_choice


@click.command("reread")
@with_ledger
@with_choice
def command(where: str, as_json: bool, choice: Choice) -> None:
    """Read the documents of a ledger again with this version's coder.

    What was read before stays in the ledger. A claim that a person accepted or corrected stays as it is, with the new reading
    beside it; every other gives way to what is read now. Documents that this version has read are left out.
    """
    from dragoman.cli.reader import read_one
    from dragoman.coding.draft import CODER

    label = coder_label(CODER, choice)
    counts = {"documents": 0, "same": 0, "changed": 0, "kept": 0}
    with opened(where) as ledger:
        waiting = [one for one, coders in sorted(ledger.readings().items()) if label not in coders]
        run = ledger.begin("reread", now())
        for one in waiting:
            done = read_one(ledger.documents((one,))[one], choice)
            found = ledger.reread(done.entry, run, label)
            counts["documents"] += found.new
            for name in ("same", "changed", "kept"):
                counts[name] += getattr(found, name)
        changed = ledger.weigh(run)
    row = {"run": run, "coder": label, **counts, "facts_changed": changed}
    click.echo(
        to_json(row) if as_json else
        f"run {run}: {counts['documents']} documents read by {label}: {counts['same']} claims as before, {counts['changed']} new or "
        f"different, {counts['kept']} kept as a person decided; {changed} facts new or changed"
    )  # fmt: skip
