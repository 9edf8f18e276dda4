"""What a format gives back: the bytes, what they count, and what they could not hold; and the manifest that says so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dragoman.export.holding import Holding
from dragoman.model.identity import sha256_of

SCHEMA = 1  # of the JSON Lines and of the tables; raised when a field is renamed or leaves
TableName = Literal["claims", "facts", "documents", "disagreements"]


class MissingLibrary(ValueError):
    """A format that needs a library which is not installed."""


@dataclass(frozen=True, slots=True)
class Style:
    """How to write.

    verbatim: cells as they are, even those that a spreadsheet might run; table: of formats with one table; stem: name of the
    file without its ending, by which some programs call what is in it; version: of the program.
    """

    verbatim: bool = False
    table: TableName = "claims"
    stem: str = "export"
    version: str = "0"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A format's bytes. counts: rows by what they are; not_held: what is lost, in sentences; beside: further files by suffix."""

    data: bytes
    counts: Mapping[str, int]
    not_held: tuple[str, ...]
    beside: Mapping[str, bytes] = field(default_factory=dict)


def render_manifest(name: str, file: str, rendered: Rendered, holding: Holding, style: Style) -> bytes:
    """The manifest of one export. name: of the format; file: name of the file, without its folder."""
    held = {
        "documents": len(holding.entries), "claims": sum(len(one.claims) for one in holding.entries),
        "facts": len(holding.lines), "disagreements": len(holding.weighing.disagreements),
        "verdicts": len(holding.verdicts), "rejected_documents": len(holding.rejected),
    }  # fmt: skip
    body = {
        "program": "dragoman", "version": style.version, "schema": SCHEMA, "format": name, "file": file,
        "sha256": sha256_of(rendered.data).removeprefix("sha256:"), "bytes": len(rendered.data),
        "chosen": holding.chosen, "datasets": list(holding.datasets), "in_the_ledger": held, "written": dict(rendered.counts),
        "not_held": list(rendered.not_held),
        "beside": {suffix: sha256_of(data).removeprefix("sha256:") for suffix, data in rendered.beside.items()},
    }  # fmt: skip
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def lost(count: int, what: str) -> tuple[str, ...]:
    """A sentence with a number, or nothing where nothing is lost.

    >>> lost(2, "claims have no point"), lost(0, "claims have no point")
    (('2 claims have no point',), ())
    """
    return (f"{count} {what}",) if count else ()
