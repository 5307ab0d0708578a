"""A web site on this machine, that answers as a test tells it and remembers what it was asked."""

import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from articles.fetching import Allowed, Client, Limits

HERE = Allowed(frozenset({"127.0.0.1"}))


@dataclass
class Page:
    """What is answered; `sends` takes over after the head, to send what no page is."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    sends: Callable[[socket.socket], None] | None = None
    raw: Callable[[socket.socket], None] | None = None


@dataclass
class Asked:
    path: str
    headers: dict[str, str]


class Site:
    """Pages by path; of a function, what it returns for the headers asked with. Everything else is 404."""

    def __init__(self, server: ThreadingHTTPServer, scheme: str) -> None:
        self.port = server.server_address[1]
        self.url = f"{scheme}://127.0.0.1:{self.port}"
        self.pages: dict[str, Page | Callable[[dict[str, str]], Page]] = {}
        self.asked: list[Asked] = []

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def page_for(self, path: str, headers: dict[str, str]) -> Page:
        self.asked.append(Asked(path, headers))
        page = self.pages.get(path, Page(status=404))
        return page if isinstance(page, Page) else page(headers)


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve a site on a free port of 127.0.0.1."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.block_on_close = False
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    server.site = Site(server, "https" if tls else "http")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def certificate(folder: Path, name: str = "IP:127.0.0.1") -> Path:
    """Make a certificate that signs itself, with its key, in one file."""
    path = folder / "site.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=test", "-addext", f"subjectAltName={name}", "-keyout", path, "-out", folder / "site.crt"],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    path.write_bytes(path.read_bytes() + (folder / "site.crt").read_bytes())
    return path


def a_client(**options) -> Client:
    """Return a client that may ask 127.0.0.1, and is quick to give up."""
    limits = Limits(**{"seconds": 5, **options.pop("limits", {})})
    return Client(**{"agent": "Newsroom/0 (test)", "allowed": HERE, "limits": limits} | options)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.close_connection = True
        page = self.server.site.page_for(self.path, dict(self.headers.items()))
        try:
            if page.raw:
                page.raw(self.connection)
            else:
                self._answer(page)
        except OSError:
            pass

    def _answer(self, page: Page) -> None:
        self.send_response(page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        if (
            not page.sends
            and "Transfer-Encoding" not in page.headers
            and "Content-Length" not in page.headers
        ):
            self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        self.wfile.write(page.body)
        if page.sends:
            page.sends(self.connection)

    def log_message(self, *arguments) -> None:
        pass
