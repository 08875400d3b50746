"""HTML without the comments of templates, and without the empty lines that they leave."""

from __future__ import annotations

import re

from publish.optimise.files import Files, suffix

KEPT = r"<(?P<tag>script|style|pre|textarea)\b.*?</(?P=tag)>"
PARTS = re.compile(rf"(?P<kept>{KEPT})|<!--(?!\[if).*?-->|(?P<space>>\s*\n\s*(?=<))", re.DOTALL | re.IGNORECASE)


def without_comments(files: Files) -> Files:
    """The files with smaller pages. What stands in scripts, styles and preformatted text stays as it is."""
    return {
        path: small_page(data.decode()).encode() if suffix(path) == ".html" else data for path, data in files.items()
    }


def small_page(html: str) -> str:
    """A page without comments, and with one line end where there were several between two tags."""
    without = PARTS.sub(lambda match: match["kept"] or (match[0] if match["space"] else ""), html)
    return PARTS.sub(lambda match: ">\n" if match["space"] else match[0], without)
