"""HTML without the comments of templates, the empty lines that they leave, and the slash of void elements."""

from __future__ import annotations

import re

from publish.optimise.files import Files, suffix

KEPT = r"<(?P<tag>script|style|pre|textarea)\b.*?</(?P=tag)>"
PARTS = re.compile(
    rf"(?P<kept>{KEPT})|<!--(?!\[if).*?-->|(?P<space>>\s*\n\s*(?=<))|(?P<void><(?:br|hr|img|input)\b[^<>]*?)\s*/>",
    re.DOTALL | re.IGNORECASE,
)


def without_comments(files: Files) -> Files:
    """The files with smaller pages. What stands in scripts, styles and preformatted text stays as it is."""
    return {
        path: small_page(data.decode()).encode() if suffix(path) == ".html" else data for path, data in files.items()
    }


def small_page(html: str) -> str:
    """A page without comments, and with one line end where there were several between two tags."""
    without = PARTS.sub(lambda match: match["kept"] or void(match) or (match[0] if match["space"] else ""), html)
    return PARTS.sub(lambda match: ">\n" if match["space"] else match[0], without)


def void(match: re.Match[str]) -> str:
    """The tag of a void element without its slash, which HTML ignores; empty where the match is none."""
    return f"{match['void']}>" if match["void"] else ""
