"""The search index holds the words of the pages, and nothing that no search asks for."""

from __future__ import annotations

import json
import re

from publish.optimise.files import Files

INDEX = "search/search_index.json"
TAG = re.compile(r"<[^>]+>")
CITATION = re.compile(r"\s*\[source \d+\]")
NOISE = re.compile(r"#sources$")


def with_small_search_index(files: Files) -> Files:
    """The files with an index of {"docs": [{"location", "title", "text"}]}; texts are HTML without tags."""
    if INDEX not in files:
        return files
    entries = json.loads(files[INDEX])["docs"]
    small = [small_entry(entry) for entry in entries if not NOISE.search(entry["location"])]
    index = json.dumps({"docs": small}, ensure_ascii=False, separators=(",", ":"))
    return files | {INDEX: index.encode()}


def small_entry(entry: dict[str, str]) -> dict[str, str]:
    """A page or a section of one."""
    return {"location": entry["location"], "title": words(entry["title"]), "text": words(entry["text"])}


def words(html: str) -> str:
    """HTML without its tags, its numbers of sources, and needless space."""
    return " ".join(CITATION.sub("", TAG.sub(" ", html)).split())
