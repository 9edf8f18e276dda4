"""What the product answers for pairs that its ranker has not seen: each fold's ranker reads, as it would be shipped, what it was not shown."""

import importlib
import json
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dragoman.coding.code import code
from dragoman.dossier.contract import render_reading
from dragoman.intake import read_inputs
from dragoman.intake.options import IntakeOptions
from dragoman.model.document import Rejected
from dragoman.pipelines import load_parser
from dragoman.pipelines.encoder.heads import read_temperatures
from dragoman.pipelines.encoder.network import Network as Shipped
from dragoman.pipelines.encoder.ranker import EncoderRanker
from dragoman.reading.read import read
from training.encoder.events import PAIRS, EventExample
from training.encoder.export import write
from training.encoder.network import Network, Ranker
from training.encoder.settings import WEIGHTS


def export_fold(network: Network, ranker: Ranker, language: str, work: Path, folder: Path) -> None:
    """A fold's weights as the package would hold them; what does not change is copied from there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("classes.json", "forms.tsv", "calibration.json"):
        shutil.copy2(WEIGHTS / language / name, folder / name)
    write(network, ranker, work / "pieces.json", folder)


def answer(rows: Iterable[dict[str, Any]], language: str, folder: Path) -> list[str]:
    """Lines of the contract for rows of a gold set, coded with the ranker of a folder."""
    ranker = EncoderRanker(Shipped(folder), read_temperatures(folder), folder.name)
    parser = load_parser(language)
    inputs = folder / "inputs.jsonl"
    inputs.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = []
    for document in read_inputs([str(inputs)], IntakeOptions()):
        if isinstance(document, Rejected):
            raise ValueError(f"{document.source_id}: {document.reason}")
        reading = read(document, parser)
        found.append(render_reading(document, reading, code(reading, ranker), ()))
    return found


def rows_of(examples: Iterable[EventExample], shared: Path) -> list[dict[str, Any]]:
    """The rows of the gold set that some of its pairs stand in."""
    names = {example.id.split(".")[0] for example in examples}
    rows = map(json.loads, (shared / PAIRS).read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row["id"] in names]


def print_product(folds: Iterable[tuple[Path, list[EventExample]]], language: str, shared: Path, work: Path) -> None:
    """The scorer's figures over all folds, and the answers in `product-out-of-fold.jsonl`."""
    sys.path.insert(0, str(shared.resolve()))
    corpus, entry = importlib.import_module("score.corpus"), importlib.import_module("score.__main__")
    lines: list[str] = []
    for folder, examples in folds:
        lines += answer((corpus.input_row(row) for row in rows_of(examples, shared)), language, folder)
    target = work / "product-out-of-fold.jsonl"
    target.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    gold = corpus.read_gold(shared / PAIRS)
    figures = entry.scorer_for("plover", gold)(gold, corpus.read_outputs(target)).figures
    sys.stdout.write("".join(f"{name}: {value}\n" for name, value in figures.items()))
