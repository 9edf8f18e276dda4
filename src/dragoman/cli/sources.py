"""What the commands that read take as inputs, and the options that go with it. The network is off unless an address is named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from dragoman.intake.door import Door
    from dragoman.intake.parcel import Parcel
    from dragoman.model.document import Document, Rejected
    from dragoman.model.receipt import Receipt


@dataclass(slots=True)
class Sources:
    """How inputs are read. allowed: hosts that may be on the user's own network; columns: names of columns by what they hold."""

    max_bytes: int
    columns: tuple[tuple[str, str], ...] = ()
    allowed: frozenset[str] = frozenset()
    _last: tuple[str, Parcel] | None = field(default=None)

    def documents(
        self, inputs: Sequence[str], is_known: Callable[[str], bool] = lambda _url: False
    ) -> Iterator[Document | Rejected]:
        """The documents of some inputs. is_known: addresses that a feed names and that need not be fetched again."""
        from dragoman.intake import IntakeOptions, Means, read_inputs
        from dragoman.intake.target import is_url

        door = self.door() if any(is_url(one) for one in inputs) else None
        means = Means(door=door, keep=self._keep, stdin=sys.stdin.buffer if "-" in inputs else None, is_known=is_known)
        return read_inputs(inputs, IntakeOptions(max_bytes=self.max_bytes, columns=self.columns), means)

    def stories(self, feed: Parcel, door: Door, is_known: Callable[[str], bool]) -> Iterator[Document | Rejected]:
        """What a fetched feed names and is not known."""
        from dragoman.intake import IntakeOptions, Means
        from dragoman.intake.inputs import read_parcels

        means = Means(door=door, keep=self._keep, is_known=is_known)
        return read_parcels(iter([feed]), IntakeOptions(max_bytes=self.max_bytes, columns=self.columns), means)

    def door(self) -> Door:
        """A door to the network under these limits."""
        from dragoman.intake.door import Door, DoorLimits

        return Door(DoorLimits(max_bytes=self.max_bytes, allowed=self.allowed))

    def received(self, sha256: str | None) -> Receipt | None:
        """What the document that came last came in, None for another one and for a row that is all in its text."""
        from dragoman.intake.receipt import receipt_of

        return receipt_of(self._last[1]) if self._last is not None and self._last[0] == sha256 else None

    def _keep(self, sha256: str, parcel: Parcel) -> None:
        self._last = (sha256, parcel)


def with_sources(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options --max-bytes, --column and --allow-host, given to a command as its argument `sources`."""

    @click.option(
        "--max-bytes", type=click.IntRange(min=1), default=20_000_000, show_default=True, help="Largest document read."
    )
    @click.option(
        "--column", "columns", multiple=True, metavar="WHAT=NAME",
        help="What a column of a table is called: text, id, title, date, publisher, url, lang or author.",
    )  # fmt: skip
    @click.option("--allow-host", "hosts", multiple=True, metavar="HOST", help="Let this host be on a private network.")
    @wraps(command)
    def sourced(*, max_bytes: int, columns: tuple[str, ...], hosts: tuple[str, ...], **others: Any) -> Any:
        sources = Sources(max_bytes, _columns(columns), frozenset(host.lower().rstrip(".") for host in hosts))
        return command(sources=sources, **others)

    return sourced


def _columns(named: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    from dragoman.intake.table import column_names

    pairs = [one.partition("=")[::2] for one in named]
    for what, name in pairs:
        if what not in column_names() or not name.strip():
            raise click.UsageError(f"--column: write WHAT=NAME, with WHAT one of {', '.join(column_names())}")
    return tuple((what, name) for what, name in pairs)
