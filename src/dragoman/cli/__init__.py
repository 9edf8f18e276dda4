"""The commands, one module each. Nothing heavy is imported before a command runs: `--help` answers at once."""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from typing import Any

import click

from dragoman import __version__

# One thread: the matrices of our pipelines are small, more threads only wait for one another, and one adds up in one order.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

_COMMANDS = (
    "add",
    "changes",
    "check",
    "dossier",
    "explain",
    "export",
    "facts",
    "merge",
    "read",
    "reread",
    "restore",
    "split",
    "status",
    "verdict",
    "watch",
    "why",
)


class NoRoom(click.ClickException):
    """A disk that takes no more of what is printed."""

    exit_code = 2


class Stopped(click.ClickException):
    """A command that its user ended."""

    exit_code = 130  # 128 and the number of the signal, as shells have it


class Commands(click.Group):
    """Commands by name; a command's module is opened when it is called."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. What it prints is UTF-8 whatever the system's own, as what it writes to files is.

        Where the disk is full behind standard output, that is said; a pipe that is closed is the reader's wish. Ctrl-C is no error
        of the program's: status 130.
        """
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except KeyboardInterrupt as error:
            raise Stopped("stopped; whatever a ledger was given before is kept") from error
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # what is still waiting goes nowhere
            raise NoRoom(f"standard output: {error.strerror}; make room on its disk and run this again") from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order that --help prints."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None if there is none."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"dragoman.cli.{cmd_name}").command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dragoman")
def main() -> None:
    """Turn news into a ledger of what states do for, with and against one another.

    Every cell of it opens the sentence it came from.
    """
