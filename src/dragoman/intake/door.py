"""The one door to the network. Nothing is asked unless the user named an address, a feed or a page that led there.

Each hop is resolved once, checked, and asked at the very address that was checked, so that a name cannot answer otherwise a
second later. Standard library alone: no proxy, no cookie, no netrc, no redirect that was not looked at.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from dragoman import __version__
from dragoman.intake.address import refused_range
from dragoman.intake.options import UnreadableDocument
from dragoman.intake.robots import NOTHING_FORBIDDEN, Robots, parse_robots
from dragoman.intake.target import RefusedAddress, Target, following, parse_target
from dragoman.intake.unpacked import TooMuch, Unpacked

AGENT = f"dragoman/{__version__} (news reader; obeys robots.txt)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TOO_MANY = 429  # asked too often: no word on what is there, and no leave to go on asking
_PIECE = 65_536
_ROBOTS_BYTES = 512_000  # RFC 9309, 2.5: at least 500 KiB of a robots.txt are read; the rest is not
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class DoorLimits:
    """max_bytes: of an answer, as sent and as unpacked; max_seconds: for one hop, from the first name looked up to the last byte;
    pause_seconds: between two questions to one host. allowed: hosts by name that may be anywhere, the user's own network too.
    """

    max_bytes: int = 20_000_000
    max_seconds: float = 30.0
    max_redirects: int = 5
    pause_seconds: float = 1.0
    allowed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier answer said of itself, to ask whether it has changed since."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. url: after redirects; data: unpacked, b"" where nothing changed; content_type: without parameters."""

    url: str
    unchanged: bool
    data: bytes
    content_type: str
    charset: str | None
    known: Known


Resolve = Callable[[str, int], list[str]]


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(slots=True)
class Door:
    """Fetches, one question at a time. resolve, clock and sleep are the machine's own unless a test brings others."""

    limits: DoorLimits = field(default_factory=DoorLimits)
    resolve: Resolve = _resolve
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _asked: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, Robots | str] = field(default_factory=dict)

    def fetch(self, url: str, known: Known | None = None) -> Answer:
        """What stands at an address. Raises RefusedAddress, saying why, for all that is not fetched or did not come whole."""
        target = parse_target(url)
        for _ in range(self.limits.max_redirects + 1):
            robots = self._robots_of(target)
            if not robots.allows(target.url):
                raise RefusedAddress(f"robots.txt of {target.host} asks programs to leave this page alone")
            self._wait(target, robots.delay_seconds)
            answer = self._ask(target, known, self.limits.max_bytes)
            if isinstance(answer, Answer):
                return answer
            target = answer
        raise RefusedAddress(f"redirected more than {self.limits.max_redirects} times")

    def _robots_of(self, target: Target) -> Robots:
        """What a site asks of programs, asked once. A site whose answer failed is left alone from then on, for that reason."""
        if target.site not in self._robots:
            try:
                self._robots[target.site] = self._read_robots(target)
            except UnreadableDocument as error:
                self._robots[target.site] = str(error)
        found = self._robots[target.site]
        if isinstance(found, str):
            raise RefusedAddress(found)
        return found

    def _read_robots(self, target: Target) -> Robots:
        """What a site asks of programs. RFC 9309, 2.3.1.3: a file that is not given out forbids nothing; 2.3.1.4: a server in trouble everything."""
        asked = Target(target.scheme, target.host, target.port, "/robots.txt")
        try:
            for _ in range(self.limits.max_redirects + 1):
                self._wait(asked, 0.0)
                answer = self._ask(asked, None, _ROBOTS_BYTES, is_cut=True)
                if isinstance(answer, Answer):
                    return parse_robots(answer.data.decode("utf-8", "replace"))
                asked = answer
        except _NotGiven:
            return NOTHING_FORBIDDEN
        return NOTHING_FORBIDDEN  # RFC 9309, 2.3.1.2: after five redirects the file may be taken for missing

    def _wait(self, target: Target, delay: float) -> None:
        pause = max(self.limits.pause_seconds, delay)
        last = self._asked.get(target.host)
        if last is not None and (left := last + pause - self.clock()) > 0:
            self.sleep(left)
        self._asked[target.host] = self.clock()

    def _ask(self, target: Target, known: Known | None, max_bytes: int, is_cut: bool = False) -> Answer | Target:
        """Ask once. An answer, or the address that it sends us on to. is_cut: whether a longer answer is read up to max_bytes."""
        end = time.monotonic() + self.limits.max_seconds
        line = _Line(target, self._checked(target), self.limits.max_seconds, end)
        with line.asked(_headers(target, known)) as response:
            location = response.getheader("Location")
            if response.status in _REDIRECTS and location:
                return following(target, location)
            if response.status == 304 and known is not None:
                return Answer(target.url, True, b"", "", None, known)
            if response.status in (404, 410):
                raise _NotGiven(f"answered {response.status}: there is no such page")
            if 400 <= response.status < 500 and response.status != _TOO_MANY:
                raise _NotGiven(f"answered {response.status} {response.reason}".strip())
            if response.status != 200:
                raise RefusedAddress(f"answered {response.status} {response.reason}".strip())
            data = _beginning(response, max_bytes) if is_cut else _body(response, max_bytes)
        headers = response.headers
        return Answer(
            target.url, False, data, headers.get_content_type() if "Content-Type" in headers else "",
            headers.get_content_charset(), Known(headers.get("ETag"), headers.get("Last-Modified")),
        )  # fmt: skip

    def _checked(self, target: Target) -> str:
        """The address of a host. One address in a forbidden range and the host is refused whole: it may answer otherwise next."""
        found = self._looked_up(target)
        if not found:
            raise RefusedAddress(f"no address is known for {target.host}")
        if target.host not in self.limits.allowed:
            for address in found:
                if name := refused_range(address):
                    raise RefusedAddress(
                        f"{target.host} is at {address}, which is {name} and no public address; if it is yours, --allow-host {target.host}"
                    )
        return found[0]

    def _looked_up(self, target: Target) -> list[str]:
        found: list[list[str]] = []

        def look() -> None:
            try:
                found.append(self.resolve(target.host, target.port))
            except (OSError, UnicodeError):
                found.append([])

        # The system's own look-up knows no limit of time.
        looking = threading.Thread(target=look, daemon=True)
        looking.start()
        looking.join(self.limits.max_seconds)
        if not found:
            raise RefusedAddress(f"the name {target.host} was not found within {self.limits.max_seconds:g} seconds")
        return found[0]


class _NotGiven(RefusedAddress):
    """The site is there and well, and does not give this page out."""


def _headers(target: Target, known: Known | None) -> Mapping[str, str]:
    headers = {
        "Host": target.site.partition("://")[2], "User-Agent": AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }  # fmt: skip
    if known is not None and known.etag:
        headers["If-None-Match"] = known.etag
    if known is not None and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


def _body(response: http.client.HTTPResponse, max_bytes: int) -> bytes:
    """The answer, unpacked. Raises RefusedAddress for one that is too long, packed in an unknown way, or breaks off."""
    promised = response.length
    if promised is not None and promised > max_bytes:
        raise RefusedAddress(f"{promised} bytes, more than the limit of {max_bytes} (--max-bytes)")
    unpacked = Unpacked(response.headers.get("Content-Encoding", ""), max_bytes)
    received = 0
    while piece := response.read(_PIECE):
        received += len(piece)
        if received > max_bytes:
            raise RefusedAddress(f"more than the limit of {max_bytes} bytes (--max-bytes)")
        unpacked.add(piece)
    if promised is not None and received < promised:
        raise RefusedAddress(f"broke off after {received} of {promised} bytes; try again")
    return unpacked.whole()


def _beginning(response: http.client.HTTPResponse, max_bytes: int) -> bytes:
    """The answer, unpacked, as far as max_bytes."""
    promised = response.length
    unpacked = Unpacked(response.headers.get("Content-Encoding", ""), max_bytes)
    received = 0
    try:
        while piece := response.read(_PIECE):
            received += len(piece)
            unpacked.add(piece)
            if received > max_bytes:
                return unpacked.beginning()
    except TooMuch:
        return unpacked.beginning()
    if promised is not None and received < promised:
        raise RefusedAddress(f"broke off after {received} of {promised} bytes; try again")
    return unpacked.whole()


class _Line:
    """One connection to one checked address, cut when its time is over however slowly bytes drip in.

    end: when that is, by the monotonic clock; max_seconds: how long it was in all, for the message.
    """

    def __init__(self, target: Target, address: str, max_seconds: float, end: float) -> None:
        self._target, self._address, self._max_seconds, self._end = target, address, max_seconds, end
        self._late = threading.Event()
        self._socket: socket.socket | None = None

    @contextmanager
    def asked(self, headers: Mapping[str, str]) -> Iterator[http.client.HTTPResponse]:
        """The answer to a GET, open for reading."""
        left = max(0.001, self._end - time.monotonic())
        timer = threading.Timer(left, self._cut)
        timer.daemon = True
        timer.start()
        connection = http.client.HTTPConnection(self._target.host, self._target.port, timeout=left)
        connection.auto_open = 0  # it never looks a name up by itself
        try:
            connection.sock = self._connected(left)
            connection.request("GET", self._target.path, headers=dict(headers))
            response = connection.getresponse()
            yield response
            if self._late.is_set():
                raise self._too_slow()
        except ssl.SSLError as error:
            raise (
                self._too_slow()
                if self._late.is_set()
                else RefusedAddress(f"no safe connection: {error.reason or error}")
            ) from error
        except (OSError, http.client.HTTPException) as error:
            raise (
                self._too_slow() if self._late.is_set() or isinstance(error, TimeoutError) else _told(error)
            ) from error
        except UnreadableDocument:
            if self._late.is_set():  # a cut line looks like one that broke off
                raise self._too_slow() from None
            raise
        finally:
            timer.cancel()
            connection.close()
            if self._socket is not None:
                self._socket.close()

    def _connected(self, left: float) -> socket.socket:
        """The open line. A cut finds no socket before there is one, so it is asked about after each step."""
        self._socket = plain = socket.create_connection((self._address, self._target.port), timeout=left)
        self._refuse_late()
        if self._target.scheme == "https":
            # The certificate is that of the name, though the line goes to the address.
            self._socket = safe = ssl.create_default_context().wrap_socket(
                plain, server_hostname=self._target.host, do_handshake_on_connect=False
            )
            self._refuse_late()
            safe.do_handshake()
        return self._socket

    def _refuse_late(self) -> None:
        if self._late.is_set():
            raise self._too_slow()

    def _cut(self) -> None:
        self._late.set()
        if self._socket is not None:
            with suppress(OSError):  # closed already
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)  # TLS is left as it is: another thread reads

    def _too_slow(self) -> RefusedAddress:
        return RefusedAddress(f"not all there after {self._max_seconds:g} seconds")


def _told(error: OSError | http.client.HTTPException) -> RefusedAddress:
    if isinstance(error, http.client.IncompleteRead):
        return RefusedAddress(f"broke off after {len(error.partial)} bytes of a piece; try again")
    if isinstance(error, http.client.HTTPException):
        return RefusedAddress(f"no answer that can be read: {type(error).__name__}")
    return RefusedAddress(f"no connection: {error.strerror or error}")
