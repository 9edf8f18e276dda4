"""A web of one server on loopback, that answers well and badly."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext

Reply = Callable[[BaseHTTPRequestHandler], None]


def send(
    status: int = 200, body: bytes = b"", headers: dict[str, str] | None = None, length: int | None = None
) -> Reply:
    """An answer in one piece. length: promised, if not that of the body; -1 for no promise."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        if length != -1:
            handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def drip(seconds: float, body: bytes) -> Reply:
    """A server that sends a byte every twentieth of a second, for a bounded time."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        end = time.monotonic() + seconds
        try:
            while time.monotonic() < end:
                handler.wfile.write(body)
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    return reply


def raw(data: bytes) -> Reply:
    """Bytes that need be no HTTP at all."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(data)

    return reply


@dataclass
class Web:
    """scheme: http or https. pages: path to reply; asked: what was asked for, in order, with its headers."""

    port: int = 0
    scheme: str = "http"
    pages: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str, host: str = "localhost") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def running(safe: SSLContext | None = None) -> Iterator[Web]:
    """The server, until the block ends. safe: with a certificate, of a server that speaks TLS."""
    web = Web(scheme="https" if safe else "http")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append((self.path, dict(self.headers)))
            with suppress(OSError):
                web.pages.get(self.path, send(404))(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if safe is not None:
        server.socket = safe.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that refuses a certificate hangs up
    web.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
