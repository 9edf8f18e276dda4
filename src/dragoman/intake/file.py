"""Files by their path: what may be opened, and the parcel in one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from dragoman.intake.parcel import Parcel, extension_of
from dragoman.intake.refusal import rejected, too_long
from dragoman.model.document import Rejected


def refusal_of(path: str, max_bytes: int | None) -> str | None:
    """Why a path cannot be read, None if it can: missing, no regular file, or more than `max_bytes` (None: any size)."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return "no such file; check the path"
    except (OSError, ValueError) as error:
        return f"cannot be opened: {words_of(error)}"
    if not stat.S_ISREG(found.st_mode):
        return "not a regular file"
    return too_long(found.st_size, max_bytes) if max_bytes is not None and found.st_size > max_bytes else None


def read_parcel(path: str, max_bytes: int) -> Parcel | Rejected:
    """The bytes of a file; its kind is its extension, its source_id the path as given."""
    if refusal := refusal_of(path, max_bytes):
        return rejected(path, refusal)
    try:
        return Parcel(path, Path(path).read_bytes(), extension_of(path))
    except OSError as error:
        return rejected(path, f"cannot be opened: {words_of(error)}")


def words_of(error: OSError | ValueError) -> str:
    """What the system says is wrong."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
