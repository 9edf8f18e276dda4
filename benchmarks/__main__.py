"""`python -m benchmarks`: words a second and peak memory from text to claims, beside the parser alone; start-up time.

One process, one thread, on the texts under --shared/articles (or examples/ where they are not there), repeated.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.model.document import Document

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(name, "1")


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call: what else the machine does is left out."""
    start = time.process_time()
    work()
    return time.process_time() - start


def start_up() -> float:
    """Wall time of `dragoman --help`, best of five."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "dragoman", "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)


def measure(language: str, documents: list[Document], enough: int) -> str:
    """Parser alone, then text to claims, over at least `enough` words of one language."""
    from dragoman.coding.code import code
    from dragoman.pipelines import load_parser
    from dragoman.reading.read import read

    parser = load_parser(language)
    some, words = [], 0
    for document in (one for one in documents * 50 if one.language == language):
        if words >= enough:
            break
        some.append(document)
        words += len(document.text.split())
    for document in some[:3]:  # opens the tables
        code(read(document, parser))
    parsing = seconds(lambda: [parser.parse(one.text, one.paragraphs) for one in some])
    whole = seconds(lambda: [code(read(one, parser)) for one in some])
    return (
        f"{language}: {words} words; parser alone {words / parsing:,.0f} words/s; text to claims {words / whole:,.0f} "
        f"words/s; ratio {parsing / whole:.2f}"
    )


def main() -> int:
    """Measure and print. Returns 0."""
    from dragoman.intake import IntakeOptions, read_inputs
    from dragoman.model.document import Document
    from dragoman.pipelines import SHIPPED

    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--words", type=int, default=60_000, help="words of each language to read")
    given = options.parse_args()
    articles = given.shared / "articles"
    inputs = [str(articles)] if articles.exists() else ["examples"]
    documents = [one for one in read_inputs(inputs, IntakeOptions()) if isinstance(one, Document)]
    print(f"dragoman --help: {start_up():.2f} s")
    for language in SHIPPED:
        print(measure(language, documents, given.words))
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
