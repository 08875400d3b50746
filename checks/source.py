"""From a finding on a page to the line that an editor wrote, or to the template of the shell."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from checks.config import Settings
from checks.model import Page, Source, Target

WORD = re.compile(r"\w+")
LINK = re.compile(r"(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)|(?<=\])\[[^\]]*\]|\[\^[^\]]*\]")
FRONT_MATTER_TITLE = re.compile(r"^title:")


class Sources:
    """Finds sources, with the Markdown files read once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._read = cache(_read)

    def locate(self, page: Page, target: Target | None) -> Source | None:
        """The template that the target stands in; or the page's Markdown file, with the line if one fits."""
        if target and target.template:
            return Source(self._settings.templates[target.template])
        if page.file and page.file.endswith(".md"):
            return Source(page.file)
        file = self._markdown(page)
        if file is None:
            return None
        text = self._read(Path(self._settings.root, file))
        return Source(file, find_line(text, target) if target else None)

    def _markdown(self, page: Page) -> str | None:
        slug = re.sub(r"(^|/)index$", "", re.sub(r"\.html?$", "", unquote(page.path).strip("/")))
        tries = [f"{slug}.md", f"{slug}/index.md", f"{slug}/README.md"] if slug else ["index.md", "README.md"]
        files = (f"{self._settings.docs}/{name}" for name in tries)
        return next((file for file in files if Path(self._settings.root, file).is_file()), None)


def find_line(text: str, target: Target) -> int | None:
    """The line in Markdown that made the target, by its picture, address or words; None if none fits."""
    element = Element.of(target.snippet)
    lines = text.split("\n")
    begin = _line_of_words(lines, WORD.findall(target.heading.lower()), 0) or 1
    if element.name == "img" and "src" in element.attributes:
        name = element.attributes["src"].rsplit("/", 1)[-1]
        return _line_with(lines, f"{name})", begin) or _line_with(lines, name, begin)
    if element.name == "a" and (found := _line_of_link(lines, element, begin)):
        return found
    words = WORD.findall(element.text.lower())
    if not words and element.attributes.get("aria-label"):
        words = WORD.findall(element.attributes["aria-label"].lower())
    for length in (len(words), 8, 5, 3):
        if 0 < length <= len(words):
            for start in (begin, 1):
                if found := _line_of_words(lines, words[:length], start - 1):
                    return found
    return None


class Element(HTMLParser):
    """The outermost element of a snippet: its name, its attributes, and all its text."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self.attributes: dict[str, str] = {}
        self.text = ""

    @classmethod
    def of(cls, snippet: str) -> Element:
        element = cls()
        element.feed(snippet.rstrip("…"))
        element.close()
        return element

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.name:
            self.name, self.attributes = tag, {name: value or "" for name, value in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def _line_with(lines: list[str], part: str, begin: int) -> int | None:
    """The first line from number `begin` on, or else the first at all, that has `part`."""
    found = [number for number, line in enumerate(lines, 1) if part and part in line]
    return next((number for number in found if number >= begin), found[0] if found else None)


def _line_of_link(lines: list[str], element: Element, begin: int) -> int | None:
    words = " ".join(element.text.split())
    address = element.attributes.get("href", "")
    return (
        (_line_with(lines, f"[{words}](", begin) if words else None)
        or (_line_with(lines, f"]({address})", begin) if address else None)
        or (_line_with(lines, address, begin) if "://" in address else None)
    )


def _line_of_words(lines: list[str], words: list[str], start: int) -> int | None:
    """The line on which these words begin, one after the other, across line ends and Markdown's marks."""
    stream = [
        (word, number)
        for number, line in enumerate(lines[start:], start + 1)
        if not FRONT_MATTER_TITLE.match(line)
        for word in WORD.findall(LINK.sub("", line).lower())
    ]
    if not words:
        return None
    last = len(stream) - len(words)
    starts = (at for at in range(last + 1) if stream[at][0] == words[0])
    found = (at for at in starts if [word for word, _ in stream[at : at + len(words)]] == words)
    return next((stream[at][1] for at in found), None)
