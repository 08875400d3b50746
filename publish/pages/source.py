"""One page as an editor wrote it, and where in the file each part stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from publish.fields import Field, Reader, day, flag, flag_or_slug, search_settings, text, texts
from publish.files import markdown_files, read_text, stamp
from publish.problem import ContentError, Problem

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
FIELDS = {
    "title": Field(text),
    "description": Field(text),
    "last_checked": Field(day),
    "check_again_by": Field(day),
    "keywords": Field(texts, required=False),
    "quick_exit": Field(flag, required=False),
    "questions": Field(flag, required=False),
    "template": Field(text, required=False),
    "search": Field(search_settings, required=False),
    "handout": Field(flag_or_slug, required=False),
}
SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION = 50, 160
FIX_FRONT_MATTER = (
    "begin the file with a line ---, then title, description, last_checked and check_again_by, then a line ---."
)


@dataclass(frozen=True)
class FrontMatter:
    """What the guide needs to know about a page.

    `handout` says that it is there as PDF, or names the page that is; `questions`, that its body is questions, each
    followed by its answer.
    """

    title: str
    description: str
    last_checked: date
    check_again_by: date
    keywords: tuple[str, ...] = ()
    handout: bool | str = False
    questions: bool = False


@dataclass(frozen=True)
class PageSource:
    """A page's file. `path` is relative to the docs folder, `name` to the project; `first_line` is the body's."""

    path: str
    name: str
    front_matter: FrontMatter | None
    body: str
    first_line: int
    problems: tuple[Problem, ...]

    @property
    def handout(self) -> str:
        """The name of the page that is printed for readers of this one to take away; empty where there is none."""
        asked = self.front_matter.handout if self.front_matter else False
        return asked if isinstance(asked, str) else self.path.removesuffix(".md") if asked else ""

    def line_at(self, position: int) -> int:
        """The file's line that holds a position of the body."""
        return self.first_line + self.body.count("\n", 0, position)


def read_page(docs: Path, path: str, root: Path) -> PageSource:
    """The page `path` of the docs folder. Raises ContentError when the file is not UTF-8 or not there."""
    return _read_page(docs, path, root, stamp(docs / path))


@lru_cache(maxsize=4096)
def _read_page(docs: Path, path: str, root: Path, _stamp: tuple[int, int]) -> PageSource:
    name = (docs / path).relative_to(root).as_posix()
    return parse_page(read_text(docs / path, name), path, name)


def read_pages(docs: Path, root: Path) -> Iterator[PageSource]:
    """Every page of the docs folder that can be read, sorted by path."""
    for file in markdown_files(docs):
        try:
            yield read_page(docs, file.relative_to(docs).as_posix(), root)
        except ContentError:
            continue


def parse_page(content: str, path: str, name: str) -> PageSource:
    """The page whose file holds `content`."""
    match = FRONT_MATTER.match(content)
    if match is None:
        return PageSource(path, name, None, content, 1, (_no_front_matter(content, name),))
    reader = Reader(name, first_line=2)
    front_matter = _read_front_matter(match[1], reader)
    first_line = 1 + match[0].count("\n")
    return PageSource(path, name, front_matter, content[match.end() :], first_line, tuple(reader.problems))


def _no_front_matter(content: str, name: str) -> Problem:
    opened = content.startswith("---")
    return Problem(
        name,
        1,
        "The front matter has no end: a second line --- is missing." if opened else "The page has no front matter.",
        "Readers would see no title in search results, and no date on which the page was checked.",
        FIX_FRONT_MATTER,
    )


def _read_front_matter(yaml_text: str, reader: Reader) -> FrontMatter | None:
    tree = reader.compose(yaml_text)
    if tree is None:
        if not reader.problems:
            reader.report(1, "The front matter is empty.", "Readers need a title and a date.", FIX_FRONT_MATTER)
        return None
    values = reader.entry(tree, FIELDS, "the front matter")
    if values is None:
        return None
    lines = {str(key.value): reader.line(key) for key, _ in tree.value}
    for key in ("quick_exit", "template", "search"):
        values.pop(key, None)
    front_matter = FrontMatter(**values)
    _check_dates(front_matter, reader, lines)
    _check_description(front_matter, reader, lines)
    return front_matter


def _check_dates(front_matter: FrontMatter, reader: Reader, lines: dict[str, int]) -> None:
    if front_matter.check_again_by <= front_matter.last_checked:
        reader.report(
            lines["check_again_by"],
            f"check_again_by ({front_matter.check_again_by}) is not after last_checked ({front_matter.last_checked}).",
            "Readers would be told that the page is out of date from its first day.",
            "set check_again_by to a later day.",
        )


def _check_description(front_matter: FrontMatter, reader: Reader, lines: dict[str, int]) -> None:
    length = len(front_matter.description)
    if not SHORTEST_DESCRIPTION <= length <= LONGEST_DESCRIPTION:
        reader.report(
            lines["description"],
            f"The description has {length} characters; it needs {SHORTEST_DESCRIPTION} to {LONGEST_DESCRIPTION}.",
            "Search results show this sentence: a short one says too little, a long one is cut off.",
            "write one full sentence that says what the page answers.",
        )
