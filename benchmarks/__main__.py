"""`python -m benchmarks`: both parsers of each language beside one another: words a second of the parser alone and from text
to claims, peak memory, start-up time.

One thread, on the texts under --shared/articles (or examples/ where they are not there), repeated; memory is that of a
process of its own that reads them once with one parser.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Speed:
    """Words a second of one parser: alone, and from text to claims."""

    parser: float
    claims: float


def sample(documents: list[Document], language: str, enough: int) -> tuple[list[Document], int]:
    """Documents of one language, repeated, up to about `enough` words, and how many words they have."""
    some, words = [], 0
    for document in (one for one in documents * 50 if one.language == language):
        if words >= enough:
            break
        some.append(document)
        words += len(document.text.split())
    return some, words


def measure(language: str, some: list[Document], words: int, fast: bool) -> Speed:
    """The parser alone, then text to claims as the commands read."""
    from dragoman.cli.choice import Choice
    from dragoman.cli.reader import read_one
    from dragoman.pipelines import load_parser

    choice = Choice(None, fast)
    parser = load_parser(language, fast=fast)
    for document in some[:3]:  # opens the tables
        read_one(document, choice)
    parsing = seconds(lambda: [parser.parse(one.text, one.paragraphs) for one in some])
    whole = seconds(lambda: [read_one(one, choice) for one in some])
    return Speed(words / parsing, words / whole)


def peak_memory(language: str, fast: bool, folder: Path) -> float:
    """MiB at most of a process of its own that reads the texts with one parser."""
    code = (
        "import sys; from benchmarks.__main__ import read_all_of; read_all_of(*sys.argv[1:]); "
        # not ru_maxrss, which begins with what the process had that started this one
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    arguments = [sys.executable, "-c", code, language, "fast" if fast else "", str(folder)]
    return int(subprocess.run(arguments, check=True, capture_output=True, text=True).stdout) / 1024


def read_all_of(language: str, fast: str, folder: str) -> None:
    """Text to claims of the documents in one language, once."""
    from dragoman.cli.choice import Choice
    from dragoman.cli.reader import read_one

    for one in documents_of(Path(folder)):
        if one.language == language:
            read_one(one, Choice(None, bool(fast)))


def documents_of(folder: Path) -> Iterator[Document]:
    """The documents that are read, one at a time, as the commands take them."""
    from dragoman.intake import IntakeOptions, read_inputs
    from dragoman.model.document import Document

    return (one for one in read_inputs([str(folder)], IntakeOptions()) if isinstance(one, Document))


def lines_of(language: str, documents: list[Document], enough: int, folder: Path) -> Iterator[str]:
    """Both parsers on the same texts, one after the other, and their ratio."""
    from dragoman.pipelines import has_encoder

    some, words = sample(documents, language, enough)
    if not words:
        yield f"{language}: no text"
        return
    found = {}
    for name, fast in (("encoder", False), ("--fast", True)) if has_encoder(language) else (("--fast", True),):
        found[name] = speed = measure(language, some, words, fast)
        yield (
            f"{language}, {name}: {words:,} words; parser alone {speed.parser:,.0f} words/s; text to claims "
            f"{speed.claims:,.0f} words/s, {speed.claims / speed.parser:.2f} of that; peak memory "
            f"{peak_memory(language, fast, folder):.0f} MiB"
        )
    if len(found) == 2:
        slow, fast_one = found.values()
        yield (
            f"{language}: encoder to --fast {slow.parser / fast_one.parser:.2f} (parser alone), "
            f"{slow.claims / fast_one.claims:.2f} (text to claims)"
        )


def main() -> int:
    """Measure and print. Returns 0."""
    from dragoman.pipelines import SHIPPED

    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--words", type=int, default=60_000, help="words of each language to read")
    given = options.parse_args()
    articles = given.shared / "articles"
    folder = articles if articles.exists() else Path("examples")
    documents = list(documents_of(folder))
    print(f"dragoman --help: {start_up():.2f} s")
    for language in SHIPPED:
        for line in lines_of(language, documents, given.words, folder):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
