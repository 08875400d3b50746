"""The guide on this machine, built again whenever a file is saved."""

from __future__ import annotations

import logging
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from publish.build import check_docs
from publish.engine import read_settings
from publish.problem import CannotWork

HOST = "127.0.0.1"
PORTS_TRIED = 50
CANNOT_WORK = 2
"""The exit status of a build that could not do its work."""

WAITING = (
    "<!doctype html><html lang=en><title>The guide</title><body><h1>The guide cannot be shown yet</h1>"
    "<p>The terminal says what must be mended. Save the file, and the guide appears here.</p></body></html>"
)


def serve(root: Path, port: int) -> None:
    """Build the guide, show it, and build it again after each change, until Ctrl-C.

    Each build is a program of its own, so that it sees changes to our own code too; when it fails, the pages stay as
    they are. Raises CannotWork when nothing can be built or no port is free.
    """
    check_docs(root)
    watched = read_settings(root).watched
    port = free_port(port)
    folder = Path(tempfile.mkdtemp(prefix="guide-"))
    try:
        preview(root, folder / "site", f"http://{HOST}:{port}/", port, watched)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def preview(root: Path, site: Path, address: str, port: int, watched: tuple[Path, ...]) -> None:
    """Show the pages of the folder `site`, which is filled here."""
    from mkdocs.livereload import LiveReloadServer

    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    if rebuild(root, site, address) == CANNOT_WORK:
        raise CannotWork("The guide was not started.")
    if not site.exists():
        site.mkdir()
        (site / "index.html").write_text(WAITING, encoding="utf-8")
    server: Any = LiveReloadServer(lambda: announce(rebuild(root, site, address), address), HOST, port, str(site))
    server.error_handler = lambda code: read_error_page(site, code)
    for path in watched:
        if path.exists():
            server.watch(str(path))
    print(f"The guide is on {address} (stop with Ctrl-C). It follows every file that you save.", flush=True)
    try:
        server.serve()
    finally:
        server.shutdown()


def rebuild(root: Path, site: Path, address: str) -> int:
    """Build the site in a program of its own, which says on the terminal how it went. Returns its exit status."""
    command = [sys.executable, "-m", "publish", "build", "--draft", "--site-dir", str(site), "--address", address]
    return subprocess.run(command, cwd=root, check=False).returncode


def announce(status: int, address: str) -> None:
    """Say after a change where to look."""
    if status:
        print(f"{address} shows the guide as it was before.", flush=True)


def read_error_page(site: Path, code: int) -> bytes | None:
    """The site's own page for an HTTP status, if it has one."""
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None


def free_port(wanted: int) -> int:
    """The first free port from `wanted` on; says so when that is another one."""
    for port in range(wanted, wanted + PORTS_TRIED):
        if is_free(port):
            if port != wanted:
                print(f"Port {wanted} is taken, so the guide is on port {port}.", flush=True)
            return port
    raise CannotWork(f"No port from {wanted} on is free. Name another one: --port 9000.")


def is_free(port: int) -> bool:
    """Whether a server can be started on a port of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):  # taken, not for everyone, or after the last that there is
            return False
    return True
