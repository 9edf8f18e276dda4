"""Folders: every file in them, in one order on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterator

from dragoman.intake.belongings import is_belonging
from dragoman.intake.parcel import READ, extension_of
from dragoman.intake.refusal import rejected, unsupported
from dragoman.model.document import Rejected


def find_files(folder: str) -> Iterator[str | Rejected]:
    """Paths under a folder, joined to it as the user gave it: by name at each level, files and folders among each other.

    Hidden names (a leading dot) are passed over, and what a browser saved with a page ("Port_files" beside "Port.html"). What is not read in folders is a Rejected row: another extension, a link
    to a folder (it could lead back), a folder that cannot be opened, a folder without any file.
    """
    seen = False
    for found in _walk(folder):
        seen = True
        yield found
    if not seen:
        yield rejected(folder, "a folder with no file to read in it")


def _walk(folder: str) -> Iterator[str | Rejected]:
    # A stack and not recursion: folders may be nested deeper than Python calls.
    stack = [folder]
    while stack:
        path = stack.pop()
        if not os.path.isdir(path):
            extension = extension_of(path)
            yield path if extension in READ - {""} else rejected(path, unsupported(extension))
            continue
        if os.path.islink(path) and path != folder:
            yield rejected(path, "a link to a folder; give that folder itself")
            continue
        try:
            names = sorted(name for name in os.listdir(path) if not name.startswith("."))
        except OSError as error:
            yield rejected(path, f"cannot be opened: {error.strerror or error}")
            continue
        beside = set(names)
        stack.extend(os.path.join(path, name) for name in reversed(names) if not is_belonging(name, beside))
