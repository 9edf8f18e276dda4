"""The door of the house: what the user names, in the order named, as documents."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.intake.corpus import read_corpus
from dragoman.intake.file import CORPORA, read_file
from dragoman.intake.folder import find_files
from dragoman.intake.options import IntakeOptions
from dragoman.model.document import Document, Rejected


def read_inputs(inputs: Sequence[str], options: IntakeOptions) -> Iterator[Document | Rejected]:
    """The documents of some inputs, one by one, in order of input.

    inputs: paths of text (.txt, no extension), Markdown (.md), pages (.html, .htm), corpora (.jsonl), and folders of these.
    An input, or a row of a corpus, that cannot be read is a Rejected row in its place, and the rest goes on.
    """
    for one in inputs:
        if _is_folder(one):
            for found in find_files(one):
                if isinstance(found, Rejected):
                    yield found
                else:
                    yield from _read(found, options)
        else:
            yield from _read(one, options)


def _read(path: str, options: IntakeOptions) -> Iterator[Document | Rejected]:
    if Path(path).suffix.lower() in CORPORA:
        yield from read_corpus(path, options)
    else:
        yield read_file(path, options)


def _is_folder(path: str) -> bool:
    try:
        return os.path.isdir(path)
    except ValueError:  # a NUL in the path: read_file says so
        return False
