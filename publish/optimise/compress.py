"""Compressed copies beside the files, for servers that send them as they are. The same bytes give the same copies.

Most hosts compress what they send, so this is no part of a build: `python -m publish compress` does it.
"""

from __future__ import annotations

import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from publish.optimise.files import TEXT, Files, read_folder, suffix, write_folder

SMALLEST = 500
"""Bytes below which a copy saves nothing."""

GZIP_FORMAT = 31
"""zlib's number for a gzip header without a time or a name."""


def compress(folder: Path) -> int:
    """Write the copies of a whole site into its folder and return how many there are.

    Raises OSError when a file cannot be read or written.
    """
    files = read_folder(folder)
    copies = copies_of(files)
    write_folder(folder, files, files | copies)
    return len(copies)


def copies_of(files: Files) -> Files:
    """A .gz and a .br of every text, by their paths."""
    texts = [path for path, data in files.items() if suffix(path) in TEXT and len(data) >= SMALLEST]
    texts.sort(key=lambda path: -len(files[path]))  # what takes longest begins first
    with ThreadPoolExecutor() as pool:
        pairs = pool.map(lambda path: both(path, files[path]), texts)
        return {path: data for pair in pairs for path, data in pair.items()}


def both(path: str, data: bytes) -> Files:
    """Both compressed copies of one file."""
    return {f"{path}.gz": gzip(data), f"{path}.br": brotli.compress(data)}


def gzip(data: bytes) -> bytes:
    """The smallest gzip file, without a time: https://www.rfc-editor.org/rfc/rfc1952."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, GZIP_FORMAT)
    return compressor.compress(data) + compressor.flush()
