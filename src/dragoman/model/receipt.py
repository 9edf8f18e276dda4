"""What a document came in: its bytes, and what whoever brought them said of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Receipt:
    """Bytes received. kind: what they are, an extension (".html"); None where it was not kept.

    url: the address they came from; charset: as the server named it; beside: what a feed said of the story, as JSON. None: nothing said.
    """

    data: bytes
    kind: str | None
    url: str | None = None
    charset: str | None = None
    beside: str | None = None
