"""Scripts without the comments and spaces that only their authors read; rjsmin knows which ones those are."""

from __future__ import annotations

import rjsmin  # type: ignore[import-untyped]

from publish.optimise.files import Files, suffix


def with_small_scripts(files: Files) -> Files:
    """The files with small scripts, which do the same."""
    return {
        path: str(rjsmin.jsmin(data.decode())).encode() if suffix(path) == ".js" else data
        for path, data in files.items()
    }
