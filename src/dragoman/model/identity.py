"""Ids are hashes of named fields: same input, same id, on any machine, in any order."""

from __future__ import annotations

import hashlib
import json


def identify(kind: str, **fields: object) -> str:
    """Hash named fields of a record to its id: the kind, a colon, 24 hexadecimal digits of SHA-256.

    kind: short name of the noun ("claim"). fields: what makes two records the same; JSON values only.
    Raises TypeError for a value that JSON cannot hold.

    >>> identify("claim", a=1, b="x") == identify("claim", b="x", a=1)
    True
    """
    body = json.dumps({"kind": kind, **fields}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{kind}:{hashlib.sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def sha256_of(data: bytes) -> str:
    """SHA-256 of bytes as the contract writes it: "sha256:" and 64 hexadecimal digits."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
