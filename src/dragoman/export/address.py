"""The address of a document as other programs take one: a page may be kept under words that are none."""

from __future__ import annotations

import re
from urllib.parse import quote

_ALLOWED = ":/?#@!$&'()*+,;=%"  # RFC 3986, reserved; brackets are for IPv6 hosts alone
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")


def web_address(url: str | None) -> str | None:
    """The address as a URI, what RFC 3986 does not allow percent-encoded; None for a path or anything else that is not http.

    >>> web_address("https://example.org/a b?q=<1>&r=5%"), web_address("notes/a.md")
    ('https://example.org/a%20b?q=%3C1%3E&r=5%25', None)
    """
    if not url or not url.startswith(("http://", "https://")):
        return None
    return quote(_STRAY.sub("%25", url), safe=_ALLOWED)
