"""The service worker, which lets the guide work without a network: docs/sw.js, its release, and the pages of help."""

from __future__ import annotations

import json
import re
from hashlib import sha256

from publish.optimise.files import ASSETS, Files

WORKER = "sw.js"
BUNDLES = f"{ASSETS}offline.*.json"
RELEASE = b'release=""'
HELP = ("overdose-and-withdrawal/", "help-now/", "helplines/")
"""What every reader keeps, in the order in which it is smallest when compressed."""
FOR_MACHINES = re.compile(
    r"<meta property=\"og:[^>]*>\s*|<script type=\"application/ld\+json\">.*?</script>\s*", re.DOTALL
)
"""What search engines and previews read, and nobody on a device without a network."""


def with_worker(files: Files, *, offline: bool) -> Files:
    """The files with the release in the service worker, where the site has one, and with the file that it keeps.

    The release is a hash of all files: browsers compare the worker byte by byte, and so learn that there is a new one.
    Without `offline` it stays empty: such a worker deletes what an earlier one kept, and itself. Raises ValueError when
    the worker of the site has no place for a release.
    """
    if WORKER not in files:
        return files
    worker = files[WORKER]
    if worker.count(RELEASE) != 1:
        raise ValueError(f'{WORKER} needs one line: const release = "";')
    if not offline:
        return files
    mark = release(files)
    kept = {
        WORKER: worker.replace(RELEASE, f'release="{mark}"'.encode()),
        f"{ASSETS}offline.{mark}.json": help_of(files),
    }
    return files | kept


def help_of(files: Files) -> bytes:
    """The pages of help that the site has, by their paths, as JSON."""
    sources = {path: files.get(f"{path}index.html") for path in HELP}
    pages = {path: FOR_MACHINES.sub("", html.decode()) for path, html in sources.items() if html}
    return json.dumps(pages, ensure_ascii=False, separators=(",", ":")).encode()


def release(files: Files) -> str:
    """Twelve digits that are others as soon as any file is."""
    digest = sha256()
    for path, data in sorted(files.items()):
        digest.update(f"{path} {sha256(data).hexdigest()}\n".encode())
    return digest.hexdigest()[:12]
