"""Files that commands write: refused in words where they cannot be, and never half a file in the place of a whole one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click


@contextmanager
def told_plainly(out: Path, option: str) -> Iterator[None]:
    """Refuse, as wrong usage, a file that cannot be written. option: by which it was named."""
    try:
        yield
    except OSError as error:
        raise click.UsageError(f"{option} {out}: {error.strerror}; name a file that can be written") from error


def require_place(out: Path, option: str) -> None:
    """Refuse, before anything is read, a file that could not be written."""
    with told_plainly(out, option):
        out.parent.mkdir(parents=True, exist_ok=True)
        known = out.exists()
        out.open("ab").close()
        if not known:
            out.unlink()


def write_whole(out: Path, data: bytes, option: str) -> None:
    """Write a file, so that a full disk leaves what stood there before."""
    with told_plainly(out, option):
        out.parent.mkdir(parents=True, exist_ok=True)
        if not _may_be_replaced(out):
            out.write_bytes(data)
            return
        part = out.with_name(f"{out.name}.part")
        try:
            part.write_bytes(data)
            part.replace(out)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise


def _may_be_replaced(out: Path) -> bool:
    """Whether another file may take its place: no device, no link, and in a folder that may be written."""
    is_plain = out.is_file() and not out.is_symlink()
    return (is_plain or not out.exists()) and not out.is_symlink() and os.access(out.parent, os.W_OK)
