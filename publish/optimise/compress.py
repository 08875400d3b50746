"""Compressed copies beside the files, for servers that send them as they are. The same bytes give the same copies."""

from __future__ import annotations

import zlib
from concurrent.futures import ThreadPoolExecutor

import brotli  # type: ignore[import-untyped]

from publish.optimise.files import ASSETS, TEXT, Files, suffix

SMALLEST = 500
"""Bytes below which a copy saves nothing."""

GZIP_FORMAT = 31
"""zlib's number for a gzip header without a time or a name."""

BEST_BROTLI, QUICK_BROTLI = 11, 5
"""The best takes 30 ms a page, so it is kept for assets, which every page shares."""


def with_compressed(files: Files) -> Files:
    """The files with a .gz and a .br beside every text."""
    texts = [path for path, data in files.items() if suffix(path) in TEXT and len(data) >= SMALLEST]
    texts.sort(key=lambda path: (not path.startswith(ASSETS), -len(files[path])))  # what takes longest begins first
    with ThreadPoolExecutor() as pool:
        copies = pool.map(lambda path: copies_of(path, files[path]), texts)
        return files | {path: data for pair in copies for path, data in pair.items()}


def copies_of(path: str, data: bytes) -> Files:
    """Both compressed copies of one file."""
    quality = BEST_BROTLI if path.startswith(ASSETS) else QUICK_BROTLI
    return {f"{path}.gz": gzip(data), f"{path}.br": brotli.compress(data, quality=quality)}


def gzip(data: bytes) -> bytes:
    """The smallest gzip file, without a time: https://www.rfc-editor.org/rfc/rfc1952."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, GZIP_FORMAT)
    return compressor.compress(data) + compressor.flush()
