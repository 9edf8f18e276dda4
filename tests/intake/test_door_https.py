"""https through the door, from a server on loopback: its certificate is checked for the name that was asked, and a wrong one is refused."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.intake.door import Door, DoorLimits
from dragoman.intake.options import UnreadableDocument
from tests.intake.made import page
from tests.intake.web import Web, running, send

trustme = pytest.importorskip("trustme", reason="makes certificates; of the development tools")
Served = Callable[..., Web]


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An authority made for one test, which alone is trusted, and in that test alone."""
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "trusted.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "trusted.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    return made


@pytest.fixture
def served() -> Iterator[Served]:
    """A server with a certificate of an authority for some names."""
    with ExitStack() as stack:

        def serve(authority: Any, *names: str, **how: Any) -> Web:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            authority.issue_cert(*names, **how).configure_cert(context)
            web = stack.enter_context(running(context))
            web.pages["/a"] = send(200, page(), {"Content-Type": "text/html; charset=utf-8"})
            return web

        yield serve


def door(*names: str, max_seconds: float = 5.0) -> Door:
    """A door for which these names are on loopback."""
    limits = DoorLimits(max_seconds=max_seconds, pause_seconds=0.0, allowed=frozenset(names))
    return Door(limits, resolve=lambda _host, _port: ["127.0.0.1"])


def refused(web: Web, name: str = "localhost") -> str:
    with pytest.raises(UnreadableDocument) as error:
        door(name).fetch(web.url("/a", name))
    assert not web.paths()  # nothing was sent to somebody who could not say who he is
    return str(error.value)


def test_a_page_over_a_safe_line(authority: Any, served: Served) -> None:
    web = served(authority, "news.example")
    answer = door("news.example").fetch(web.url("/a", "news.example"))
    assert (answer.url, answer.data, answer.charset) == (web.url("/a", "news.example"), page(), "utf-8")
    assert [path for path, _ in web.asked] == ["/robots.txt", "/a"]
    assert web.asked[1][1]["Host"] == f"news.example:{web.port}"


def test_an_authority_that_nobody_trusts(authority: Any, served: Served) -> None:
    assert refused(served(trustme.CA(), "localhost")) == "no safe connection: CERTIFICATE_VERIFY_FAILED"


def test_a_certificate_for_another_name(authority: Any, served: Served) -> None:
    web = served(authority, "news.example")
    assert refused(web, "other.example") == "no safe connection: CERTIFICATE_VERIFY_FAILED"


def test_a_certificate_for_the_address_is_none_for_the_name(authority: Any, served: Served) -> None:
    """The line goes to an address that was checked, and the certificate is still that of the name."""
    assert "CERTIFICATE_VERIFY_FAILED" in refused(served(authority, "127.0.0.1"), "news.example")


def test_a_certificate_that_has_run_out(authority: Any, served: Served) -> None:
    old = {"not_before": datetime(2020, 1, 1, tzinfo=UTC), "not_after": datetime(2021, 1, 1, tzinfo=UTC)}
    assert "CERTIFICATE_VERIFY_FAILED" in refused(served(authority, "localhost", **old))


def test_a_server_that_does_not_speak_it(authority: Any, web: Web) -> None:
    web.pages["/a"] = send(200, page())
    web.scheme = "https"
    assert refused(web).startswith("no safe connection: ")


def test_a_redirect_to_a_name_without_a_certificate(authority: Any, served: Served) -> None:
    web = served(authority, "news.example")
    web.pages["/b"] = send(302, headers={"Location": web.url("/a", "other.example")})
    with pytest.raises(UnreadableDocument, match="CERTIFICATE_VERIFY_FAILED"):
        door("news.example", "other.example").fetch(web.url("/b", "news.example"))
    assert web.paths() == ["/b"]


def test_on_the_command_line(authority: Any, served: Served) -> None:
    web = served(authority, "localhost")
    result = CliRunner().invoke(main, ["read", web.url("/a"), "--allow-host", "localhost"])
    assert result.exit_code == 0, result.output
    assert "Le port rouvre" in result.output
