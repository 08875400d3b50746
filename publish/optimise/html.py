"""HTML without the comments of templates, the empty lines that they leave, and the slash of void elements."""

from __future__ import annotations

import re

from publish.optimise.files import Files, suffix

KEPT = r"<script\b.*?</script>|<style\b.*?</style>|<pre\b.*?</pre>|<textarea\b.*?</textarea>"
COMMENTS = re.compile(rf"({KEPT})|<!--(?!\[if).*?-->", re.DOTALL | re.IGNORECASE)
PARTS = re.compile(f"({KEPT})", re.DOTALL | re.IGNORECASE)
SPACE = re.compile(r">\s*\n\s*(?=<)")
VOID = re.compile(r"(<(?:br|hr|img|input)\b[^<>]*?)\s*/>", re.IGNORECASE)


def without_comments(files: Files) -> Files:
    """The files with smaller pages. What stands in scripts, styles and preformatted text stays as it is."""
    return {
        path: small_page(data.decode()).encode() if suffix(path) == ".html" else data for path, data in files.items()
    }


def small_page(html: str) -> str:
    """A page without comments, and with one line end where there were several between two tags."""
    if "<!--" in html:
        html = COMMENTS.sub(lambda match: match[1] or "", html)
    parts = PARTS.split(html)
    parts[::2] = map(small_part, parts[::2])
    return "".join(parts)


def small_part(html: str) -> str:
    """What stands between scripts and the like: without needless lines, and without slashes that HTML ignores."""
    return VOID.sub(r"\1>", SPACE.sub(">\n", f">{html}<"))[1:-1]
