"""`dragoman read`: documents to the machine-readable reading, one JSON object a line."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dragoman.cli.choice import Choice, with_choice
from dragoman.cli.out import require_place, told_plainly
from dragoman.cli.sources import Sources, with_sources


@click.command("read")
@click.argument("inputs", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Write the reading as JSON Lines (docs/contract.md).")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write there instead of to standard output."
)
@with_choice
@with_sources
def command(inputs: tuple[str, ...], as_json: bool, out: Path | None, choice: Choice, sources: Sources) -> None:
    """Read INPUTS and write what they say.

    An input is a document (.txt, .md, .html, .mhtml, .pdf, .docx, .eml), a file of many (.jsonl, .csv, .tsv, .xlsx, .zip, .warc, .warc.gz,
    a feed or sitemap in .xml, .rss, .atom), a folder of these, an address (http, https), or "-" for standard input. The network is
    asked for the addresses named here and for the stories of a feed named here, and for nothing else.

    Without --json: each claim with its sentence, for the eye.

    Exit status: 0 all read, 1 some rejected or unread, 2 wrong usage or nothing read.
    """
    from dragoman.cli.reader import Tally, read_all
    from dragoman.cli.show import show_line

    tally = Tally()
    if out:
        require_place(out, "--out")
    stream = out.open("w", encoding="utf-8", newline="\n") if out else None
    progress = sys.stderr.isatty()
    for number, one in enumerate(read_all(sources.documents(inputs), tally, choice), 1):
        line = show_line(one, as_json)
        if stream and out:
            with told_plainly(out, "--out"):
                stream.write(line + "\n")
        else:
            sys.stdout.buffer.write(f"{line}\n".encode())
        if progress:
            click.echo(f"\r{number} documents", nl=False, err=True)
    if stream and out:
        with told_plainly(out, "--out"):
            stream.close()
    for line in tally.lines():
        click.echo(line, err=True)
    sys.exit(tally.exit_code)
