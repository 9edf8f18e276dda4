"""The documents of ../shared/articles/relations as the program reads them: texts in its languages, with their publisher and date.

A claim is named by its document's short id, its matter, its concept and the offsets of its trigger and of its item, so that the
name stays the same whatever else is read otherwise: "en_ki_20250902 loss KILL 120-126 -".
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.cli.choice import Choice
from dragoman.cli.reader import read_one
from dragoman.intake import IntakeOptions, read_inputs
from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.entry import Entry
from dragoman.pipelines import SHIPPED
from tests.weighing.relation_claims import FOLDER


@cache
def read_relations() -> tuple[Entry, ...]:
    """All documents in a language that is read, as `dragoman read` reads a corpus of them; () where the folder is not there."""
    with TemporaryDirectory() as folder:
        corpus = Path(folder) / "relations.jsonl"
        corpus.write_text("".join(f"{json.dumps(row)}\n" for row in _rows()), encoding="utf-8")
        found = [one for one in read_inputs([str(corpus)], IntakeOptions()) if isinstance(one, Document)]
    return tuple(read_one(one, Choice()).entry for one in found if one.language in SHIPPED)


def _rows() -> list[dict[str, str]]:
    rows = []
    for path in sorted(FOLDER.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        given = {"id": row["id"], "text": path.with_suffix(".txt").read_text(encoding="utf-8"), "lang": row.get("lang") or "en",
                 "date": row.get("published") or row.get("date"), "publisher": row.get("publisher"), "url": row.get("url")}  # fmt: skip
        rows.append({name: value for name, value in given.items() if value})
    return rows


def name_of(claim: Claim, document: Document) -> str:
    """The name of a claim that labels are kept under."""
    item = claim.item.quote.span if claim.item else None
    at = (claim.trigger.span, item)
    return " ".join((document.source_id, claim.matter, claim.concept or "-", *(f"{one.start}-{one.end}" if one else "-" for one in at)))


@cache
def named_claims() -> dict[str, Claim]:
    """All claims by their names. Two of one name, which no label can tell apart, are left out."""
    found: dict[str, list[Claim]] = {}
    for entry in read_relations():
        for claim in entry.claims:
            found.setdefault(name_of(claim, entry.document), []).append(claim)
    return {name: some[0] for name, some in found.items() if len(some) == 1}
