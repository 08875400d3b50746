"""A site as a good host sends it: compressed, over connections that stay open; and a list of what was asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, partial
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from checks import headers, pages
from checks.model import Page
from checks.server import Answer, from_folder
from publish.optimise.compress import gzip
from publish.optimise.files import TEXT

COPIES = {"br": ".br", "gzip": ".gz"}
YEAR = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


@dataclass(frozen=True)
class Sent:
    """One answer: the path that was asked for, and the bytes of its body as they were sent."""

    path: str
    bytes: int


@dataclass
class Host:
    """A served site: its pages, the address that their paths are put behind, and what was sent since `forget`."""

    pages: tuple[Page, ...]
    address: str
    sent: list[Sent] = field(default_factory=list)

    def forget(self) -> None:
        """Begin a new list of what is sent."""
        self.sent.clear()


@contextmanager
def serving(site: Path, encodings: Sequence[str] = tuple(COPIES)) -> Iterator[Host]:
    """Serve a folder of HTML under the path of its sitemap, in the first of these encodings that a browser takes.

    Its `_headers` are sent. Raises NoPages when the folder has none.
    """
    sitemap = site / "sitemap.xml"
    base = pages.base_in_sitemap(sitemap.read_text(encoding="utf-8")) if sitemap.is_file() else ""
    host, rules = Host(pages.in_folder(site), ""), headers.in_folder(site)
    server = Server(
        ("127.0.0.1", 0), partial(Handler, cache(partial(sending, site, base, rules, tuple(encodings))), host)
    )
    host.address = f"http://127.0.0.1:{server.server_address[1]}{base}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()


@dataclass(frozen=True)
class Sending:
    """An answer as it goes over the wire."""

    answer: Answer
    body: bytes
    encoding: str
    kept: str

    @property
    def tag(self) -> str:
        """What a browser asks with whether it has the latest."""
        return f'"{sha256(self.body).hexdigest()[:16]}"'


def sending(
    site: Path, base: str, rules: tuple[headers.HeaderRule, ...], encodings: Sequence[str], path: str, accepted: str
) -> Sending:
    """What the host sends for a path to a browser that accepts these encodings."""
    answer = from_folder(site, base, rules, path)
    file = site / (path.removeprefix(base).lstrip("/") + ("index.html" if path.endswith("/") else ""))
    kept = dict(answer.headers).get("Cache-Control") or (YEAR if "/assets/" in path else ASK_AGAIN)
    if answer.status != HTTPStatus.OK or file.suffix not in TEXT:
        return Sending(answer, answer.body, "", kept)
    for encoding in encodings:
        copy = file.with_name(file.name + COPIES[encoding])
        if encoding in accepted and copy.is_file():
            return Sending(answer, copy.read_bytes(), encoding, kept)
    return (
        Sending(answer, gzip(answer.body), "gzip", kept)
        if "gzip" in accepted
        else Sending(answer, answer.body, "", kept)
    )


class Handler(BaseHTTPRequestHandler):
    """Answers and keeps the connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, find: Callable[[str, str], Sending], host: Host, *arguments: object) -> None:
        self.find, self.host = find, host
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file."""
        path = urlsplit(self.path).path
        found = self.find(path, self.headers.get("Accept-Encoding", ""))
        if self.headers.get("If-None-Match") == found.tag:
            found = replace(found, answer=replace(found.answer, status=HTTPStatus.NOT_MODIFIED), body=b"")
        self.host.sent.append(Sent(path, len(found.body)))  # before the answer, which lets the browser go on
        self.send_response(found.answer.status)
        self.send_header("ETag", found.tag)
        self.send_header("Content-Type", found.answer.kind)
        self.send_header("Content-Length", str(len(found.body)))
        self.send_header("Cache-Control", found.kept)
        for name, value in found.answer.headers:
            if name != "Cache-Control":
                self.send_header(name, value)
        self.send_header("Vary", "Accept-Encoding")
        if found.encoding:
            self.send_header("Content-Encoding", found.encoding)
        if found.answer.location:
            self.send_header("Location", found.answer.location)
        self.end_headers()
        self.wfile.write(found.body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the table is what is printed."""


class Server(ThreadingHTTPServer):
    """One thread for each connection."""

    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a browser hangs up early."""
