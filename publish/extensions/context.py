"""What every part must know about the page that is being converted: where it stands, and the facts it may use."""

from __future__ import annotations

import logging
import posixpath
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from publish.content import page_problems
from publish.facts import Facts, read_facts
from publish.pages.source import PageSource, read_page
from publish.problem import ContentError

log = logging.getLogger("mkdocs.publish")
HOME = "index.md"


@dataclass(frozen=True)
class Location:
    """Where the page stands: `path` is relative to the docs folder, `root` is the project's folder.

    `repository` is the address of the place where the project is written, `address` the site's; either may be empty.
    `adapts_html` says that the engine takes addresses in finished HTML as seen from the Markdown file: Zensical.
    """

    root: Path
    docs: Path
    path: str
    repository: str
    address: str
    adapts_html: bool


class Context:
    """One conversion: the page, the facts, and how the page links to others."""

    def __init__(self, md: Markdown, root: Path) -> None:
        self.md = md
        self.root = root

    @cached_property
    def location(self) -> Location | None:
        """The page's place as MkDocs or Zensical tells it, or None when neither is at work."""
        return _in_mkdocs(self.md, self.root) or _in_zensical(self.md, self.root)

    @property
    def repository(self) -> str:
        """The address of the place where the guide is written, or empty where no engine tells it."""
        return self.location.repository if self.location else ""

    @cached_property
    def facts(self) -> Facts:
        """The facts of data/."""
        return read_facts(self.location.root if self.location else self.root)

    @cached_property
    def page(self) -> PageSource | None:
        """The page as its editor wrote it, with the front matter that the engines take away."""
        if self.location is None:
            return None
        try:
            return read_page(self.location.docs, self.location.path, self.location.root)
        except ContentError:
            return None

    def link_to(self, path: str, anchor: str = "") -> str:
        """The address of another page as an editor would write it on this one, for the engine to resolve."""
        here = self.location.path if self.location else ""
        target = "" if path == here else posixpath.relpath(path, posixpath.dirname(here) or ".")
        return f"{target}#{anchor}" if anchor else target or posixpath.basename(path)

    def link_to_file(self, path: str) -> str:
        """The address of a file of the site, seen from this page, as it must stand in finished HTML."""
        if self.location is None:
            return path
        folder = posixpath.dirname(self.location.path)
        if not self.location.adapts_html and self.location.path != HOME:
            folder = posixpath.splitext(self.location.path)[0]
        return posixpath.relpath(path, folder or ".")

    def warn(self) -> None:
        """Log the problems of this page; with those of the home page also what is wrong in data/."""
        if self.location is None or self.page is None:
            return
        problems = set(page_problems(self.page, self.facts, self.location.docs, self.location.root))
        if self.location.path == HOME:
            problems.update(self.facts.problems)
        for problem in sorted(problems):
            log.warning("%s", problem)


class Start(Preprocessor):
    """Looks at the page's source before it is converted."""

    def __init__(self, md: Markdown, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, lines: list[str]) -> list[str]:
        """Report the page's problems and leave its lines as they are."""
        self.context.warn()
        return lines


class Part(Treeprocessor):
    """A part that changes the page's tree and knows the context."""

    def __init__(self, md: Markdown, context: Context) -> None:
        super().__init__(md)
        self.context = context


def _in_mkdocs(md: Markdown, root: Path) -> Location | None:
    if "relpath" not in md.treeprocessors:
        return None
    engine: Any = md.treeprocessors["relpath"]
    config = engine.config
    folder = Path(config.config_file_path).parent if config.config_file_path else Path()
    docs, repository = Path(config.docs_dir).resolve(), config.repo_url or ""
    return Location((folder / root).resolve(), docs, engine.file.src_uri, repository, _folder(config.site_url), False)


def _in_zensical(md: Markdown, root: Path) -> Location | None:
    if "rendering_context" not in md.preprocessors:
        return None
    engine: Any = md.preprocessors["rendering_context"]
    config = engine.config
    folder = Path(config["root_dir"]) / root
    docs, repository = (folder / config["docs_dir"]).resolve(), config.get("repo_url") or ""
    return Location(folder.resolve(), docs, engine.page.path, repository, _folder(config.get("site_url")), True)


def _folder(address: str | None) -> str:
    """An address with a slash at its end; nothing stays nothing."""
    return f"{address.rstrip('/')}/" if address else ""
