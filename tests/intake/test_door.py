"""The door to the network: what goes through, and all that does not, each with its reason. Only loopback is ever asked."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from contextlib import suppress
from typing import Any

import pytest

from dragoman.intake.address import refused_range
from dragoman.intake.door import Answer, Door, DoorLimits, Known
from dragoman.intake.options import UnreadableDocument
from dragoman.intake.target import is_url, parse_target
from tests.intake.web import Reply, Web, drip, raw, send

HERE = frozenset({"localhost"})
PAGE = b"<html><p>Un train part ce soir.</p></html>"


def door(allowed: frozenset[str] = HERE, **changes: object) -> Door:
    limits = {"max_bytes": 100_000, "max_seconds": 1.0, "pause_seconds": 0.0, "allowed": allowed, **changes}
    return Door(DoorLimits(**limits))  # type: ignore[arg-type]


def refused(web: Web, path: str, opened: Door | None = None) -> str:
    with pytest.raises(UnreadableDocument) as error:
        (opened or door()).fetch(web.url(path))
    return str(error.value)


def test_a_page_with_its_headers(web: Web) -> None:
    headers = {"Content-Type": "text/html; charset=windows-1252", "ETag": '"a"', "Last-Modified": "Fri, 26 Dec 2025 10:00:00 GMT"}
    web.pages["/a?b=%C3%A9"] = send(200, PAGE, headers)
    answer = door().fetch(web.url("/a?b=é#part"))
    known = Known('"a"', "Fri, 26 Dec 2025 10:00:00 GMT")
    assert answer == Answer(web.url("/a?b=%C3%A9"), False, PAGE, "text/html", "windows-1252", known)
    (robots, _), (path, sent) = web.asked
    assert (robots, path) == ("/robots.txt", "/a?b=%C3%A9")
    assert sent["Host"] == f"localhost:{web.port}"
    assert sent["User-Agent"].startswith("dragoman/")


@pytest.mark.parametrize(("encoding", "packed"), [
    ("gzip", gzip.compress(PAGE)), ("gzip", gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]) + b"\x00\x00"),
    ("deflate", zlib.compress(PAGE)), ("deflate", zlib.compress(PAGE)[2:-4]), ("", PAGE),
])  # fmt: skip
def test_packed_answers(web: Web, encoding: str, packed: bytes) -> None:
    web.pages["/a"] = send(200, packed, {"Content-Encoding": encoding} if encoding else {})
    assert door().fetch(web.url("/a")).data == PAGE


def test_redirects_are_followed(web: Web) -> None:
    web.pages |= {"/a": send(301, headers={"Location": "b"}), "/b": send(307, headers={"Location": web.url("/c")}), "/c": send(200, PAGE)}
    answer = door().fetch(web.url("/a"))
    assert (answer.url, answer.data) == (web.url("/c"), PAGE)
    assert web.paths() == ["/a", "/b", "/c"]


def test_what_is_known_is_not_sent_again(web: Web) -> None:
    web.pages["/a"] = send(304)
    answer = door().fetch(web.url("/a"), Known('"x"', "Fri, 26 Dec 2025 10:00:00 GMT"))
    assert (answer.unchanged, answer.data, answer.known.etag) == (True, b"", '"x"')
    sent = web.asked[-1][1]
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == ('"x"', "Fri, 26 Dec 2025 10:00:00 GMT")
    assert "304" in refused(web, "/a")


BOMB = gzip.compress(b"a" * 5_000_000)
BAD: list[tuple[str, Reply, str]] = [
    ("no such page", send(404), "404"),
    ("a server in trouble", send(503), "503"),
    ("forbidden", send(403), "403"),
    ("no content", send(204), "204"),
    ("a redirect to itself", send(302, headers={"Location": "/bad"}), "more than 5 times"),
    ("a redirect to a private address", send(302, headers={"Location": "http://10.0.0.1/"}), "private"),
    ("a redirect to loopback by number", send(302, headers={"Location": "http://127.0.0.1:9/"}), "loopback"),
    ("a redirect to loopback in IPv6", send(302, headers={"Location": "http://[::1]:9/"}), "loopback"),
    ("a redirect to a mapped address", send(302, headers={"Location": "http://[::ffff:169.254.169.254]/"}), "IPv4-mapped"),
    ("a redirect to metadata", send(302, headers={"Location": "http://169.254.169.254/latest/meta-data"}), "link-local"),
    ("a redirect to a number", send(302, headers={"Location": "http://2130706433/"}), "loopback"),
    ("a redirect to a file", send(302, headers={"Location": "file:///etc/passwd"}), "only http and https"),
    ("a redirect to gopher", send(302, headers={"Location": "gopher://localhost/"}), "only http and https"),
    ("a redirect with a password", send(302, headers={"Location": "http://a:b@localhost/"}), "password"),
    ("a long answer", send(200, b"a" * 100_001), "more than the limit"),
    ("a long answer without a promise", send(200, b"a" * 300_000, length=-1), "more than the limit"),
    ("a promise of too much", send(200, b"", length=10**12), "more than the limit"),
    ("a broken answer", send(200, b"abc", length=99), "broke off after 3 of 99"),
    ("a bomb", send(200, BOMB, {"Content-Encoding": "gzip"}), "unpacks to more"),
    ("a truncated packing", send(200, gzip.compress(PAGE)[:-9], {"Content-Encoding": "gzip"}), "breaks off"),
    ("no packing", send(200, PAGE, {"Content-Encoding": "gzip"}), "not packed as it says"),
    ("an unknown packing", send(200, PAGE, {"Content-Encoding": "br"}), "packed as 'br'"),
    ("a slow server", drip(8, b"a"), "not all there after 1 seconds"),
    ("an endless body", drip(8, b"a" * 60_000), "more than the limit"),
    ("no HTTP", raw(b"SSH-2.0-OpenSSH\r\n"), "no answer that can be read"),
    ("nothing", raw(b""), "no answer that can be read"),
    ("endless headers", raw(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500), "no answer that can be read"),
    ("an endless header", raw(b"HTTP/1.1 200 OK\r\nA: " + b"b" * 70_000), "no answer that can be read"),
    ("a broken piece", raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc"), "broke off"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "reply", "reason"), BAD, ids=[one[0] for one in BAD])
def test_bad_answers(web: Web, label: str, reply: Reply, reason: str) -> None:
    web.pages["/bad"] = reply
    begun = time.monotonic()
    assert reason in refused(web, "/bad"), label
    assert time.monotonic() - begun < 10


ADDRESSES: list[tuple[str, str]] = [
    ("ftp://localhost/a", "only http and https"), ("file:///etc/passwd", "only http and https"), ("localhost", "only http"),
    ("http://user:word@localhost/", "password"), ("http://localhost:99999/", "no address"), ("http://", "no host"),
    ("http://a\u202eb.example/", "marks"), ("http://a.example/\r\nHost: b", "marks"), ("http://a.example\\@b.example/", "marks"),
    ("http://[::1/", "no address"), ("http://" + "a" * 70 + ".example/", "no name of a host"), ("http://x/" + "a" * 5000, "too long"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "reason"), ADDRESSES)
def test_addresses_that_are_not_asked(url: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        door().fetch(url)


@pytest.mark.parametrize("address", [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.31.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "168.63.129.16",
    "192.0.0.192", "192.88.99.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:8.8.8.8", "::7f00:1",
    "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2002:7f00:1::", "2001:db8::1", "fc00::1", "fd00:ec2::254", "fe80::1",
    "fe80::1%eth0", "ff02::1", "4000::1",
])  # fmt: skip
def test_ranges_that_are_refused(address: str) -> None:
    assert refused_range(address)
    asked: list[str] = []
    with pytest.raises(UnreadableDocument, match="no public address"):
        Door(DoorLimits(), resolve=lambda host, port: [asked.append(host) or "9.9.9.9", address]).fetch("http://news.example/")
    assert asked == ["news.example"]


@pytest.mark.parametrize("address", ["9.9.9.9", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"])
def test_public_addresses(address: str) -> None:
    assert refused_range(address) is None


def test_loopback_is_refused_unless_named(web: Web) -> None:
    web.pages["/a"] = send(200, PAGE)
    assert "--allow-host localhost" in refused(web, "/a", door(frozenset()))
    assert web.asked == []


def test_a_name_that_changes_its_answer(web: Web) -> None:
    """What was checked is what is asked: the second answer is looked at anew, and never used unseen."""
    web.pages["/a"] = send(200, PAGE)
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["9.9.9.9", "10.0.0.1"]])
    opened = Door(DoorLimits(pause_seconds=0, allowed=frozenset({"news.example"})), resolve=lambda host, port: next(answers))
    assert opened.fetch(web.url("/a", "news.example")).data == PAGE
    assert web.asked[-1][1]["Host"] == f"news.example:{web.port}"
    strict = Door(DoorLimits(pause_seconds=0), resolve=lambda host, port: next(answers))
    assert "private" in refused(web, "/a", strict)


def test_names_that_are_not_found(web: Web) -> None:
    def missing(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    def slow(host: str, port: int) -> list[str]:
        time.sleep(3)
        return ["9.9.9.9"]

    assert "no address is known" in refused(web, "/a", Door(DoorLimits(), resolve=missing))
    assert "not found within" in refused(web, "/a", Door(DoorLimits(max_seconds=0.1), resolve=slow))


def test_no_one_is_there() -> None:
    with pytest.raises(UnreadableDocument, match="no connection"):
        door().fetch("http://localhost:1/")


def test_robots_are_obeyed(web: Web) -> None:
    web.pages["/robots.txt"] = send(200, b"User-agent: *\nDisallow: /closed\nCrawl-delay: 7\n\nUser-agent: other\nDisallow: /")
    web.pages |= {"/a": send(200, PAGE), "/closed": send(200, PAGE), "/to": send(302, headers={"Location": "/closed"})}
    waited: list[float] = []
    opened = door()
    opened.clock, opened.sleep = lambda: 100.0, waited.append
    assert opened.fetch(web.url("/a")).data == PAGE
    assert "robots.txt" in refused(web, "/closed", opened)
    assert "robots.txt" in refused(web, "/to", opened)
    assert waited == [7.0, 7.0]
    assert [path for path, _ in web.asked] == ["/robots.txt", "/a", "/to"]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418, 451])
def test_robots_that_are_not_given_out_forbid_nothing(web: Web, status: int) -> None:
    """RFC 9309, 2.3.1.3: an answer of 400 to 499 says that there are no rules to obey."""
    web.pages |= {"/robots.txt": send(status), "/a": send(200, PAGE)}
    assert door().fetch(web.url("/a")).data == PAGE


@pytest.mark.parametrize("status", [429, 500, 503])
def test_robots_of_a_server_in_trouble_forbid_all(web: Web, status: int) -> None:
    web.pages |= {"/robots.txt": send(status), "/a": send(200, PAGE)}
    assert str(status) in refused(web, "/a")


def test_a_site_whose_robots_fail_is_left_alone(web: Web) -> None:
    web.pages |= {"/robots.txt": send(500), "/a": send(200, PAGE)}
    opened = door()
    assert [("500" in refused(web, path, opened)) for path in ("/a", "/b", "/a")] == [True] * 3
    assert [path for path, _ in web.asked] == ["/robots.txt"]


@pytest.mark.parametrize("length", [None, -1])
@pytest.mark.parametrize("packed", [False, True])
def test_long_robots_are_read_as_far_as_promised(web: Web, length: int | None, packed: bool) -> None:
    first, last = b"User-agent: *\nDisallow: /first\n", b"Disallow: /last\n"
    rules = first + b"#" * (512_000 - len(first) - len(last) - 1) + b"\n" + last
    assert len(rules) == 512_000
    rules += b"Disallow: /beyond\n" + b"#" * 200_000
    headers = {"Content-Encoding": "gzip"} if packed else {}
    web.pages |= {"/robots.txt": send(200, gzip.compress(rules) if packed else rules, headers, length), "/beyond": send(200, PAGE)}
    opened = door()
    assert "robots.txt" in refused(web, "/first", opened)
    assert "robots.txt" in refused(web, "/last", opened)
    assert opened.fetch(web.url("/beyond")).data == PAGE


def test_the_time_counts_once_from_the_look_up(web: Web) -> None:
    def late(host: str, port: int) -> list[str]:
        time.sleep(0.8)
        return ["127.0.0.1"]

    web.pages["/robots.txt"] = drip(8, b"a")
    opened = door()
    opened.resolve = late
    begun = time.monotonic()
    assert "not all there after 1 seconds" in refused(web, "/a", opened)
    assert time.monotonic() - begun < 4


def test_a_handshake_that_drips_is_cut() -> None:
    def serve() -> None:
        line, _ = listening.accept()
        with line, suppress(OSError):
            line.sendall(b"\x16\x03\x03\x40\x00")  # a piece of TLS of 16 KiB, of which little comes
            for _ in range(160):
                line.sendall(b"\x00")
                time.sleep(0.05)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, daemon=True).start()
        begun = time.monotonic()
        with pytest.raises(UnreadableDocument, match="not all there after 1 seconds"):
            door().fetch(f"https://localhost:{listening.getsockname()[1]}/a")
    assert time.monotonic() - begun < 4


def test_a_cut_before_there_is_a_line_is_noticed(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.create_connection

    def slowly(*given: Any, **named: Any) -> socket.socket:
        time.sleep(0.4)
        return connect(*given, **named)

    monkeypatch.setattr("dragoman.intake.door.socket.create_connection", slowly)
    assert "not all there" in refused(web, "/a", door(max_seconds=0.2))
    assert web.asked == []


def test_one_host_is_not_hurried(web: Web) -> None:
    web.pages["/a"] = send(200, PAGE)
    times, waited = iter([0.0, 0.5, 1.0, 1.25, 2.0]), []
    opened = door(pause_seconds=1.0)
    opened.clock, opened.sleep = lambda: next(times), waited.append
    opened.fetch(web.url("/a"))
    opened.fetch(web.url("/a"))
    assert waited == [0.5, 0.75]  # after robots.txt, and after the page


def test_robots_that_lead_on_are_not_hurried(web: Web) -> None:
    web.pages |= {"/robots.txt": send(301, headers={"Location": "/rules"}), "/rules": send(200, b""), "/a": send(200, PAGE)}
    waited: list[float] = []
    opened = door(pause_seconds=2.0)
    opened.clock, opened.sleep = lambda: 50.0, waited.append
    opened.fetch(web.url("/a"))
    assert waited == [2.0, 2.0]


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_no_proxy_is_believed(web: Web, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:1")
    web.pages["/a"] = send(200, PAGE)
    assert door().fetch(web.url("/a")).data == PAGE


def test_addresses_are_told_from_files() -> None:
    assert is_url("https://a.example")
    assert is_url("HTTP://a.example")
    assert not is_url("http.txt")
    assert not is_url("file:///etc/passwd")
    assert parse_target("http://A.example.").url == "http://a.example/"
