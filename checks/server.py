"""The site to look at, with and without scripts: a folder, served here, or a site that is served already."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import Request, urlopen

from checks import headers, pages
from checks.model import Page

NO_SCRIPTS = "script-src 'none'"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".htm": "text/html; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
FETCH_SECONDS = 20


@dataclass(frozen=True)
class Site:
    """Pages, and the addresses under which a browser finds them, with scripts and without."""

    root: str
    pages: tuple[Page, ...]
    with_scripts: str
    without_scripts: str

    def address(self, page: Page, scripts: bool) -> str:
        return (self.with_scripts if scripts else self.without_scripts) + page.path


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str
    body: bytes
    location: str = ""
    headers: headers.Headers = ()


def from_folder(folder: Path, base: str, rules: tuple[headers.HeaderRule, ...], path: str) -> Answer:
    """What a web server that has the folder at `base` answers, with the headers of the folder's `_headers`."""
    return replace(file_of(folder, base, path), headers=headers.of(rules, path.removeprefix(base)))


def file_of(folder: Path, base: str, path: str) -> Answer:
    """What a plain web server answers: the file, its index.html, or the 404 page."""
    root = folder.resolve()
    file = (root / unquote(path).removeprefix(base).lstrip("/")).resolve()
    if file.is_relative_to(root) and path.startswith(f"{base}/"):
        if file.is_dir() and not path.endswith("/"):
            return Answer(HTTPStatus.MOVED_PERMANENTLY, "text/plain", b"", f"{path}/")
        if file.is_dir():
            file /= "index.html"
        if file.is_file():
            kind = TYPES.get(file.suffix.lower(), "application/octet-stream")
            return Answer(HTTPStatus.OK, kind, file.read_bytes())
    missing = root / "404.html"
    body = missing.read_bytes() if missing.is_file() else b"<!doctype html><title>Not found</title>"
    return Answer(HTTPStatus.NOT_FOUND, TYPES[".html"], body)


def from_address(root: str, path: str) -> Answer:
    """What the site at the address `root` answers for a URL path."""
    try:
        with urlopen(Request(root + path, headers={"User-Agent": "checks"}), timeout=FETCH_SECONDS) as answer:
            return Answer(answer.status, answer.headers.get("Content-Type", "text/html"), answer.read())
    except HTTPError as answer:
        return Answer(answer.code, answer.headers.get("Content-Type", "text/html"), answer.read())
    except (URLError, OSError) as fault:
        return Answer(HTTPStatus.BAD_GATEWAY, "text/plain", str(fault).encode())


def as_without_scripts(answer: Answer) -> Answer:
    """The page as a browser without scripts has it: what is in `noscript` counts.

    The policy header stops scripts but leaves the parser in the belief that there are some, so it would skip
    `noscript`.
    """
    if not answer.kind.startswith("text/html"):
        return answer
    return replace(answer, body=re.sub(rb"(?i)</?noscript\b[^>]*>", b"", answer.body))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, respond: partial[Answer], scripts: bool, *arguments: object) -> None:
        self.respond, self.scripts = respond, scripts
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        self._send(with_body=False)

    def _send(self, with_body: bool) -> None:
        answer = self.respond(urlsplit(self.path).path)
        if not self.scripts:
            answer = as_without_scripts(answer)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers:
            self.send_header(name, value)
        if "cache-control" not in {name.lower() for name, _ in answer.headers}:
            # A page is read anew each time; what it is made of stays the same while a run lasts.
            self.send_header("Cache-Control", "no-store" if answer.kind.startswith("text/html") else "max-age=600")
        if answer.location:
            self.send_header("Location", answer.location)
        if not self.scripts:
            self.send_header("Content-Security-Policy", NO_SCRIPTS)
        self.end_headers()
        if with_body:
            self.wfile.write(answer.body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the report is what this program says."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a browser hangs up early."""


@contextmanager
def _serving(respond: partial[Answer], scripts: bool, port: int = 0) -> Iterator[str]:
    server = _Server(("127.0.0.1", port), partial(_Handler, respond, scripts))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def folder(path: Path, name: str, port: int = 0) -> Iterator[Site]:
    """Serve a folder of HTML, under the path that its sitemap says it is published at. Raise NoPages if it has none.

    `port` is that of the pages with scripts, if it has to be a certain one.
    """
    found = pages.in_folder(path)
    sitemap = path / "sitemap.xml"
    base = pages.base_in_sitemap(sitemap.read_text(encoding="utf-8")) if sitemap.is_file() else ""
    respond = partial(from_folder, path, base, headers.in_folder(path))
    with _serving(respond, scripts=True, port=port) as plain, _serving(respond, scripts=False) as bare:
        yield Site(name, found, plain + base, bare + base)


@contextmanager
def address(root: str) -> Iterator[Site]:
    """A site that is served already, by its sitemap; without scripts it comes by way of this machine.

    Raise pages.NoPages if the sitemap cannot be read or names no page.
    """
    root = root.rstrip("/")
    found: dict[str, Page] = {}
    waiting, read = [f"{root}/sitemap.xml"], set[str]()
    while waiting:
        sitemap = waiting.pop(0)
        read.add(sitemap)
        answer = from_address(sitemap, "")
        if answer.status != HTTPStatus.OK:
            raise pages.NoPages(f"There is no sitemap at {sitemap} (answer: {answer.status}).")
        named, further = pages.in_sitemap(answer.body.decode("utf-8", "replace"), root)
        found |= {page.path: page for page in named}
        waiting += [urljoin(sitemap, one) for one in further if urljoin(sitemap, one) not in read]
    if not found:
        raise pages.NoPages(f"The sitemap of {root} names no page under that address.")
    parts = urlsplit(root)
    origin = f"{parts.scheme}://{parts.netloc}"
    with _serving(partial(from_address, origin), scripts=False) as bare:
        yield Site(root, tuple(sorted(found.values(), key=lambda page: page.path)), root, bare + parts.path)
