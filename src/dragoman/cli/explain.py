"""`dragoman explain`: why a sentence says what it says: its tree, its predications, the rules that fired and those that nearly did."""

from __future__ import annotations

import sys

import click

from dragoman.cli.choice import Choice, with_choice

_CODED_THERE = "a row of {}, coded there; `dragoman read --json` gives the reasons of its claims"
_THERE = "; its text, without front matter or markup, has sentences on lines {}"


@click.command("explain")
@click.argument("file")
@click.option("--at", "line", type=click.IntRange(min=1), help="A line of the document's text, the first is 1.")
@click.option("--claim", "claim_id", help="The id of a claim, or its first letters, as `read --json` writes it.")
@click.option(
    "--document", "source_id", help="Of a corpus or a folder: the row's id, or the file's path as it is read."
)
@with_choice
def command(file: str, line: int | None, claim_id: str | None, source_id: str | None, choice: Choice) -> None:
    """Explain the sentences of FILE that touch a line, or the one that a claim was read in.

    Prints the tree, what the words name, the predications, the rules that fired and those that nearly did.

    Exit status: 0 something was explained, 1 there is no such line or claim, 2 wrong usage or the file cannot be read.
    """
    if (line is None) == (claim_id is None):
        raise click.UsageError("give a line with --at, or a claim's id with --claim")
    from dragoman.cli.reader import read_one
    from dragoman.cli.trail import explain_claim, explain_line, lines_of, ranges
    from dragoman.intake import IntakeOptions, read_inputs
    from dragoman.model.document import Rejected

    found, unread, lines = False, [], set[int]()
    for one in read_inputs((file,), IntakeOptions()):
        if isinstance(one, Rejected):
            unread.append(f"{one.source_id}: {one.reason}")
            continue
        if source_id is not None and one.source_id != source_id:
            continue
        if one.dataset is not None:
            unread.append(f"{one.source_id}: {_CODED_THERE.format(one.dataset)}")
            continue
        done = read_one(one, choice)
        if done.reading is None or done.is_unread:
            unread.append(f"{one.source_id}: no parser for language {one.language!r}")
            continue
        lines |= lines_of(done)
        told = explain_line(done, line) if line is not None else explain_claim(done, claim_id or "")
        for text in told:
            sys.stdout.buffer.write(f"{text}\n".encode())
            found = True
    for reason in unread:
        click.echo(f"not read: {reason}", err=True)
    if not found:
        where = f"line {line}" if line is not None else f"claim {claim_id!r}"
        there = _THERE.format(ranges(lines)) if lines and line is not None else ""
        click.echo(f"nothing is read at {where} of {file}{there}", err=True)
    sys.exit(0 if found else 2 if unread else 1)
