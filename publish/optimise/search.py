"""The search index holds the words of the pages and their keywords, and nothing that no search asks for."""

from __future__ import annotations

import json
import re
from html import unescape

from publish.optimise.files import Files

INDEX = "search/search_index.json"
TAG = re.compile(r"<[^>]+>")
CITATION = re.compile(r"\s*\[source \d+\]")
TITLE = re.compile(r"<title>([^<]*?)(?: – [^<–]*)?</title>")
KEYWORDS = re.compile(r'<meta name="keywords" content="([^"]*)">')
NOISE = re.compile(r"#sources$")


def with_small_search_index(files: Files) -> Files:
    """The files with an index of {"docs": [{"location", "title", "text", "also"}]}; texts are HTML without tags.

    `also` has the title of a page as in its tab, and its keywords: other words that readers search with.
    """
    if INDEX not in files:
        return files
    entries = json.loads(files[INDEX])["docs"]
    small = [
        small_entry(entry, other_words(files, entry["location"]))
        for entry in entries
        if not NOISE.search(entry["location"])
    ]
    index = json.dumps({"docs": small}, ensure_ascii=False, separators=(",", ":"))
    return files | {INDEX: index.encode()}


def small_entry(entry: dict[str, str], also: str) -> dict[str, str]:
    """A page or a section of one."""
    small = {"location": entry["location"], "title": words(entry["title"]), "text": words(entry["text"])}
    return small | {"also": also} if also else small


def other_words(files: Files, location: str) -> str:
    """The title and the keywords of the page at a location; a section of a page has none of its own."""
    page = f"{location}index.html" if location.endswith("/") or not location else location
    html = files.get(page, b"").decode()
    found = (pattern.search(html) for pattern in (TITLE, KEYWORDS))
    return ", ".join(unescape(match[1]) for match in found if match)


def words(html: str) -> str:
    """HTML without its tags, its numbers of sources, and needless space."""
    return " ".join(CITATION.sub("", TAG.sub(" ", html)).split())
