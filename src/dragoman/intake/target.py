"""An address that somebody named, taken apart and found fit to be asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from dragoman.intake.options import UnreadableDocument

_SCHEMES = {"http": 80, "https": 443}
_MAX_CHARS = 4000
_NOT_PRINTED = re.compile(r"[\x00-\x20\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\\]")
_URL = re.compile(r"https?://", re.IGNORECASE)


class RefusedAddress(UnreadableDocument):
    """An address that is not fetched; the message says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """One hop: whom to ask for what. host: in ASCII, in small letters; path: with its query, percent-encoded."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port, as robots.txt and cookies understand a site."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _SCHEMES[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """The whole address."""
        return self.site + self.path


def is_url(word: str) -> bool:
    """Whether a word on the command line names a page of the web and not a file."""
    return _URL.match(word) is not None


def parse_target(url: str) -> Target:
    """An address taken apart. Raises RefusedAddress for another scheme, a password, control or direction marks, no host.

    >>> parse_target("https://Bücher.example/é?a=b#c").url
    'https://xn--bcher-kva.example/%C3%A9?a=b'
    """
    if len(url) > _MAX_CHARS or _NOT_PRINTED.search(url):
        raise RefusedAddress("the address is too long or holds marks that an address does not have; copy it again")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedAddress(f"no address: {error}") from error
    scheme = parts.scheme.lower()
    if scheme not in _SCHEMES:
        raise RefusedAddress(f"only http and https are fetched, not {scheme or 'an address without a scheme'}")
    if parts.username is not None or parts.password is not None:
        raise RefusedAddress("a name or password stands in the address; it is not sent")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return Target(scheme, _host(parts.hostname), port or _SCHEMES[scheme], f"{path}?{query}" if query else path)


def following(target: Target, location: str) -> Target:
    """Where a redirect leads. Raises RefusedAddress for what is no address that may be asked."""
    try:
        return parse_target(urljoin(target.url, location.strip()))
    except ValueError as error:
        if isinstance(error, RefusedAddress):
            raise RefusedAddress(f"redirected to what is not fetched: {error}") from error
        raise RefusedAddress("redirected to what is no address") from error


def _host(printed: str | None) -> str:
    if not printed:
        raise RefusedAddress("no host in the address")
    if ":" in printed:
        return printed.lower()
    try:
        return printed.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError as error:
        raise RefusedAddress(f"no name of a host: {printed[:80]!r}") from error
