"""`python -m tests.gate`: read every gold set with the product, score it, and hold it to its floors.

Prints each figure beside its floor, and each gold item gained and lost since the last pinned run. A floor goes up with
--pin; it goes down only with --pin --lower. Where the gold is not on this machine the gate says so and passes: the
project's own tables run in the unit tests.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.gate import silence

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
MISSES = HERE / "misses"
# Sums of floats differ in their last digit between processors, and so may a tag in some ten thousand words.
SLACK = 0.004
SHOWN = 15  # lost items printed in full for each set; all are counted


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One set: where it is, which task scores it, which figures have a floor; how it is read, and which rows count.

    only: a field and its values, () for all rows.
    """

    name: str
    task: str
    path: Path
    figures: tuple[str, ...]
    options: tuple[str, ...] = ()
    only: tuple[str, tuple[str, ...]] | tuple[()] = ()

    def rows(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The rows that count."""
        if not self.only:
            return rows
        field, values = self.only
        return [row for row in rows if row[field] in values]


def gold_sets(shared: Path) -> tuple[GoldSet, ...]:
    """All sets of sets.tsv."""
    lines = [line for line in (HERE / "sets.tsv").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    rows = [line.split("\t") for line in lines[1:]]
    return tuple(
        GoldSet(name, task, _gold_path(path, shared), tuple(figures.split()), tuple(options.split()), _only(only))
        for name, task, path, figures, options, only in rows
    )


def _gold_path(path: str, shared: Path) -> Path:
    """A set in the shared folder, or a table of labels kept beside this file ("./silence.tsv")."""
    return HERE / path if path.startswith("./") else shared / path


def read_gold(gold: GoldSet, shared: Path, corpus: Any) -> list[dict[str, Any]]:
    """The rows of a set that count."""
    return gold.rows(silence.read_rows(shared, corpus) if gold.path == silence.TABLE else corpus.read_gold(gold.path))


def _only(text: str) -> tuple[str, tuple[str, ...]] | tuple[()]:
    field, _, values = text.partition("=")
    return (field, tuple(values.split(","))) if field else ()


def digest(path: Path) -> str:
    """SHA-256 over the files of a set, so that a floor never speaks of another gold."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    total = hashlib.sha256()
    for one in files:
        if one.is_file():
            total.update(one.name.encode() + b"\0" + one.read_bytes())
    return total.hexdigest()[:16]


def read_set(gold: GoldSet, rows: list[dict[str, Any]], folder: Path, corpus: Any) -> Path:
    """Run the product on a set's inputs, in a process of its own. Raises RuntimeError if it crashes."""
    inputs, output = folder / f"{gold.name}.inputs.jsonl", folder / f"{gold.name}.output.jsonl"
    given = [corpus.input_row(row) for row in rows]
    inputs.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in given if one), encoding="utf-8")
    words = [sys.executable, "-m", "dragoman", "read", str(inputs), "--json", "--out", str(output), *gold.options]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"dragoman read on {gold.name}: exit {done.returncode}\n{done.stderr[-3000:]}")
    return output


def key_of(line: str) -> str:
    """A short name for a missed item: the row it is in and a hash of the line. No gold text is kept."""
    return f"{line.split()[0][:40]} {hashlib.sha256(line.encode()).hexdigest()[:10]}"


def compare_items(gold: GoldSet, misses: list[str], pin: bool) -> None:
    """Print what was gained and lost since the pinned run; with pin, keep today's misses."""
    path = MISSES / f"{gold.name}.txt"
    before = set(path.read_text(encoding="utf-8").splitlines()) if path.exists() else None
    now = {key_of(line): line for line in misses}
    if before is not None:
        gained, lost = sorted(before - set(now)), [line for key, line in now.items() if key not in before]
        if gained or lost:
            print(f"  {len(gained)} gained, {len(lost)} lost since the pinned run")
        for key in gained[:SHOWN]:
            print(f"    + {key}")
        for line in lost[:SHOWN]:
            print(f"    - {line[:200]}")
    if pin:
        MISSES.mkdir(exist_ok=True)
        path.write_text("".join(f"{key}\n" for key in sorted(now)), encoding="utf-8")


def judge(gold: GoldSet, figures: dict[str, Any], floors: dict[str, Any], known: str) -> list[str]:
    """Print every figure of a set; returns the failures."""
    pinned = floors.get(gold.name, {})
    failures = []
    if pinned and pinned["digest"] != known:
        failures.append(f"{gold.name}: the gold has changed ({pinned['digest']} -> {known}); pin again")
    missing = set(pinned.get("figures", {})) - set(figures)
    failures += [f"{gold.name}: figure {name} has a floor and is not measured" for name in sorted(missing)]
    for name, value in figures.items():
        floor = pinned.get("figures", {}).get(name)
        shown = f"{value:.4f}" if isinstance(value, float) else str(value)
        print(f"  {name:28} {shown:>10}" + (f"   floor {floor}" if floor is not None else ""))
        if floor is not None and (value is None or value < floor - SLACK):
            failures.append(f"{gold.name}: {name} {shown} is under its floor {floor}")
    return failures


def pin_floors(
    measured: dict[str, dict[str, Any]], floors: dict[str, Any], lower: bool
) -> tuple[dict[str, Any], list[str]]:
    """New floors: today's figures, rounded down to three decimals; and what was refused.

    Unless asked to lower, no floor goes down and none is dropped. On another gold a set with such a floor is left as it was,
    digest and all: its floors spoke of the old one, and the gate fails until they are lowered on purpose.
    """
    refused = []
    for name, one in measured.items():
        before = floors.get(name, {"digest": one["digest"], "figures": {}})
        old = before["figures"]
        new = {key: int(value * 1000) / 1000 for key, value in one["figures"].items() if isinstance(value, int | float)}
        under = [] if lower else [key for key, floor in old.items() if key not in new or new[key] < floor]
        refused += [f"{name}: floor {old[key]} of {key} is kept, not {new.get(key)}; --lower lowers it" for key in under]
        if under and before["digest"] != one["digest"]:
            refused.append(f"{name}: the gold has changed and figures fell: nothing is pinned")
            continue
        floors[name] = {"digest": one["digest"], "figures": {**new, **{key: old[key] for key in under}}}
    return floors, refused


def main() -> int:
    """Run the gate. Returns 1 if a figure is under its floor or a span is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.gate", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--only", nargs="*", default=[], help="names of sets")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--lower", action="store_true", help="with --pin: let floors go down")
    parser.add_argument("--show", type=int, default=0, help="print N misses and inventions of each set")
    parser.add_argument("--keep", type=Path, help="keep inputs and outputs in this folder")
    options = parser.parse_args()
    if not (options.shared / "score" / "__main__.py").exists():
        print(f"gate: no gold at {options.shared}: nothing scored. The project's own tables ran in the unit tests.")
        return 0
    sys.path.insert(0, str(options.shared.resolve()))
    return run(options)


def run(options: argparse.Namespace) -> int:
    """Read all sets, two at a time, then score them in order."""
    corpus, entry = importlib.import_module("score.corpus"), importlib.import_module("score.__main__")
    result = importlib.import_module("score.result")
    sets = [one for one in gold_sets(options.shared) if not options.only or one.name in options.only]
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    known = {one.name for one in sets}
    failures = [f"{name} has floors and is not in sets.tsv" for name in sorted(floors) if name not in known and not options.only]
    measured: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(2) as pool:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        golds = [read_gold(one, options.shared, corpus) for one in sets]
        outputs = list(pool.map(lambda pair: read_set(pair[0], pair[1], folder, corpus), zip(sets, golds, strict=True)))
        for one, rows, output in zip(sets, golds, outputs, strict=True):
            print(f"\n{one.name} ({one.path.name})")
            read = corpus.read_outputs(output)
            own = one.path == silence.TABLE
            scored = silence.score(rows, read, result) if own else entry.scorer_for(one.task, rows)(rows, read)
            wrong = entry.TASKS["spans"](rows, read)
            failures += judge(one, dict(scored.figures), floors, digest(one.path))
            if wrong.figures["wrong"] or not wrong.figures["checked"]:
                failures.append(f"{one.name}: {wrong.figures['wrong']} spans wrong of {wrong.figures['checked']}")
            print(f"  spans checked, wrong: {[v for k, v in wrong.figures.items() if k in ('checked', 'n', 'wrong')]}")
            compare_items(one, scored.misses, options.pin)
            if options.show:
                print(result.render(scored, options.show))
            kept = {key: scored.figures.get(key) for key in one.figures}
            measured[one.name] = {"digest": digest(one.path), "figures": kept}
    if options.pin:
        pinned, refused = pin_floors(measured, floors, options.lower)
        FLOORS.write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")
        print("".join(f"\nnot pinned: {one}" for one in refused))
    print("\n" + ("\n".join(failures) if failures else f"gate passed: {len(sets)} sets"))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
