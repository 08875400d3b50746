"""The sitemap: each page with the day on which it was last checked, never the day of the build.

Format: https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

from publish.optimise.files import Files, pages

NAME = "sitemap.xml"
CHECKED = re.compile(r"<p class=\"?review\"?>.*?<time datetime=\"?([0-9-]{10})", re.DOTALL)
NOT_FOR_SEARCH = re.compile(r"<meta\s+name=\"?robots\"?\s+content=\"[^\"]*noindex", re.IGNORECASE)
NOT_A_PAGE = "404.html"


def with_sitemap(files: Files, address: str) -> Files:
    """The files with a sitemap of all pages but 404, or with none where the site has no address."""
    rest = {path: data for path, data in files.items() if path not in {NAME, f"{NAME}.gz"}}
    if not address:
        return rest
    entries = [
        entry(page_address(path, address), html)
        for path, html in sorted(pages(files).items())
        if path != NOT_A_PAGE and not NOT_FOR_SEARCH.search(html)
    ]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *entries,
        "</urlset>\n",
    ]
    return rest | {NAME: "\n".join(lines).encode()}


def page_address(path: str, address: str) -> str:
    """Where a page is published: a folder's index.html is the folder itself."""
    return address.rstrip("/") + "/" + quote(re.sub(r"(^|/)index\.html$", r"\1", path))


def entry(location: str, html: str) -> str:
    """One page of the sitemap."""
    checked = CHECKED.search(html)
    day = f"<lastmod>{checked[1]}</lastmod>" if checked else ""
    return f"<url><loc>{escape(location)}</loc>{day}</url>"
