"""The service worker, which lets the guide work without a network: docs/sw.js, and the release that it belongs to."""

from __future__ import annotations

from hashlib import sha256

from publish.optimise.files import Files

NAME = "sw.js"
RELEASE = b'release=""'


def with_worker(files: Files, *, offline: bool) -> Files:
    """The files with the release in the service worker, where the site has one: a hash of all files.

    Browsers compare the worker byte by byte and then know that there is a new release. Without `offline` it stays
    empty: such a worker deletes what an earlier one kept, and itself. Raises ValueError when the worker of the site
    has no place for a release.
    """
    if NAME not in files:
        return files
    worker = files[NAME]
    if worker.count(RELEASE) != 1:
        raise ValueError(f'{NAME} needs one line: const release = "";')
    return files | {NAME: worker.replace(RELEASE, b'release="%s"' % release(files) if offline else RELEASE)}


def release(files: Files) -> bytes:
    """Twelve digits that are others as soon as any file is."""
    digest = sha256()
    for path, data in sorted(files.items()):
        digest.update(b"%s %d %s" % (path.encode(), len(data), sha256(data).digest()))
    return digest.hexdigest()[:12].encode()
