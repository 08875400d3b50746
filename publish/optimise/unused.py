"""Assets that nothing refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from publish.optimise.files import ASSETS, Files, suffix

REFERS = frozenset({".html", ".css", ".js", ".xml", ".svg", ".webmanifest"})
NAME_BACKWARDS = re.compile(rb"[^\s\"'`()<>=,;?#/]+")
LONGEST_NAME = 3 * 255
"""Bytes of a file's name, if each of them is written as %20 is."""


def without_unused_assets(files: Files) -> Files:
    """The files without those under assets/ whose name stands in no page, and in no style or script that is kept."""
    assets = {path: path.rpartition("/")[2] for path in files if path.startswith(ASSETS)}
    ends = end_of(assets.values())
    kept = files.keys() - assets.keys()
    names: set[str] = set()
    new = set(kept)
    while new:
        for path in new:
            names |= mentioned(files[path], ends) if suffix(path) in REFERS else set()
        new = {path for path, name in assets.items() if name in names and path not in kept}
        kept = kept | new
    return {path: data for path, data in files.items() if path in kept}


def end_of(names: Iterable[str]) -> re.Pattern[bytes]:
    """Matches the last dot of file names like these, and what follows it."""
    ends = sorted({name.rpartition(".")[2] for name in names if "." in name}, reverse=True)
    return re.compile(rb"\.(?:" + b"|".join(re.escape(end.encode()) for end in ends) + rb")(?![\w%.-])")


def mentioned(data: bytes, ends: re.Pattern[bytes]) -> set[str]:
    """Every file name, without its folder, that a text mentions and that ends in one of these ways."""
    found = set()
    for match in ends.finditer(data):
        before = NAME_BACKWARDS.match(data[max(0, match.end() - LONGEST_NAME) : match.end()][::-1])
        if before:
            found.add(unquote(before[0][::-1].decode(errors="replace")))
    return found
