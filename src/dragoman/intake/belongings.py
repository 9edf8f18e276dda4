"""Folders in which a browser puts the pictures, styles and frames of a page that it saves: of the page, and no documents."""

from __future__ import annotations

from collections.abc import Set
from pathlib import PurePosixPath

# What browsers and word processors put behind the name of the page, in English, French, German, Spanish, Italian and Dutch.
_ENDINGS = ("_files", "_fichiers", "-Dateien", "_archivos", "_file", "_bestanden")
_PAGES = (".html", ".htm", ".xhtml")


def is_belonging(folder: str, files: Set[str]) -> bool:
    """Whether a folder is that of a page beside it. folder: its path, files: paths of what stands beside it.

    >>> is_belonging("Port_files", {"Port.html"}), is_belonging("Port_files", {"Porto.html"})
    (True, False)
    """
    page = next((folder.removesuffix(one) for one in _ENDINGS if folder.endswith(one)), None)
    return page is not None and any(f"{page}{one}" in files for one in _PAGES)


def lies_in_belongings(path: str, files: Set[str]) -> bool:
    """Whether a file stands in such a folder, at any depth. path: with "/" between its parts, files: paths of all files."""
    return any(is_belonging(str(parent), files) for parent in PurePosixPath(path).parents)
