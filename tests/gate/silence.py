"""Silence where nothing happened: sentences drawn at random from real documents, and whether each reports an event.

The table beside this file holds identifiers and labels; the sentences are cut from the documents of the shared folder
and read one by one, as a document of their own. A sentence labelled "unsure" is read by nobody.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("silence.tsv")


def labelled() -> list[dict[str, str]]:
    """Rows of the table."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:]]


def read_rows(shared: Path, corpus: Any) -> list[dict[str, Any]]:
    """One row a labelled sentence, with its text, its language and its document's date.

    corpus: the scorer's module, which reads the documents. Raises KeyError for a document that is not there.
    """
    table = [one for one in labelled() if one["label"] != "unsure"]
    documents = {
        source: {str(one["id"]): one for one in corpus.read_gold(shared / source)}
        for source in sorted({one["source"] for one in table})
    }
    rows = []
    for one in table:
        document = documents[one["source"]][one["document"]]
        text = document["text"][int(one["start"]) : int(one["end"])]
        name = f"{one['document']}:{one['start']}"
        rows.append({"id": name, "lang": one["language"], "text": text, "label": one["label"], "date": document.get("date")})
    return rows


def score(rows: list[dict[str, Any]], outputs: Any, result: Any) -> Any:
    """Share of sentences without an event that get no event type, and of those with one that get some.

    result: the scorer's module that shows figures. A sentence that was not read is not counted as silent.
    """
    typed = {row["id"]: _types(outputs.document(row)) for row in rows}
    quiet = [row for row in rows if row["label"] == "none"]
    told = [row for row in rows if row["label"] == "event"]
    silent = [row for row in quiet if outputs.has_read(row) and not typed[row["id"]]]
    heard = [row for row in told if typed[row["id"]]]
    figures = {
        "n": len(rows),
        **outputs.coverage(rows),
        "silence": len(silent) / len(quiet),
        "events_heard": len(heard) / len(told),
    }
    inventions = [f"{row['id']}: {typed[row['id']]}: {row['text']}" for row in quiet if typed[row["id"]]]
    misses = [f"{row['id']}: silent: {row['text']}" for row in told if not typed[row["id"]]]
    return result.Result("silence", figures, (), misses, inventions)


def _types(document: dict[str, Any]) -> list[str]:
    return sorted({one["event_type"] for one in document.get("claims", ()) if one.get("event_type")})
