"""Assets that nothing refers to."""

from __future__ import annotations

import re
from urllib.parse import unquote

from publish.optimise.files import ASSETS, Files, suffix

REFERS = frozenset({".html", ".css", ".js", ".xml", ".svg", ".webmanifest"})
BETWEEN = re.compile(r"[\s\"'`()<>=,;?#]+")


def without_unused_assets(files: Files) -> Files:
    """The files without those under assets/ whose name stands in no page, and in no style or script that is kept."""
    kept = {path for path in files if not path.startswith(ASSETS)}
    names: set[str] = set()
    new = kept
    while new:
        for path in new:
            names |= mentioned(files[path]) if suffix(path) in REFERS else set()
        new = {path for path in files.keys() - kept if path.rpartition("/")[2] in names}
        kept = kept | new
    return {path: data for path, data in files.items() if path in kept}


def mentioned(data: bytes) -> set[str]:
    """Every file name, without its folder, that a text mentions."""
    words = set(BETWEEN.split(data.decode(errors="replace")))
    return {unquote(word).rpartition("/")[2] for word in words if "." in word}
