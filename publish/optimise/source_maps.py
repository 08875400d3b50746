"""Source maps help those who write scripts and styles, not those who read pages."""

from __future__ import annotations

import re

from publish.optimise.files import Files, suffix

MENTION = re.compile(rb"\n?(?:/\*[#@] sourceMappingURL=[^*]*\*/|//[#@] sourceMappingURL=[^\n]*)")


def without_source_maps(files: Files) -> Files:
    """The files without source maps, and without the comments that name them."""
    return {
        path: MENTION.sub(b"", data) if suffix(path) in {".css", ".js"} else data
        for path, data in files.items()
        if suffix(path) != ".map"
    }
