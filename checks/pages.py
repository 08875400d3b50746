"""Which pages there are: in a folder, in a sitemap, in a list; and which of them are meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urlsplit
from xml.etree import ElementTree

from checks.model import Page


class NoPages(Exception):
    """There is nothing to look at; the text says what to do."""


def in_folder(folder: Path) -> tuple[Page, ...]:
    """Every HTML file under `folder` as a page, in the order of paths. Raise NoPages if there is none."""
    if not folder.is_dir():
        raise NoPages(f"There is no folder {folder}. Build the site first: make build.")
    files = [file.relative_to(folder) for file in folder.rglob("*") if file.suffix.lower() in (".html", ".htm")]
    if not files:
        raise NoPages(f"The folder {folder} has no HTML pages. Build the site first: make build.")
    return tuple(sorted((Page(path_of(file.as_posix()), str(file)) for file in files), key=lambda page: page.path))


def path_of(file: str) -> str:
    """The URL path of an HTML file: `a/index.html` is `/a/`."""
    path = PurePosixPath("/", file)
    folded = path.parent if path.name == "index.html" else path
    return quote(f"{folded}/".replace("//", "/") if folded != path else str(path))


def of_markdown(file: str) -> Page:
    """The page that MkDocs makes of a Markdown file, by its path under the docs folder: `a.md` is `/a/`."""
    slug = re.sub(r"(^|/)(index|README)$", r"\1", PurePosixPath(file).with_suffix("").as_posix()).strip("/")
    return Page(f"/{quote(slug)}/" if slug else "/", file)


def in_sitemap(text: str, root: str) -> tuple[list[Page], list[str]]:
    """The pages and the further sitemaps that a sitemap names, of those addresses that lie under `root`."""
    tree = _sitemap(text)
    if tree.tag.endswith("sitemapindex"):
        return [], _locations(tree)
    base = urlsplit(root).path.rstrip("/")
    paths = [urlsplit(address).path for address in _locations(tree)]
    return [Page(path[len(base) :] or "/") for path in paths if path.startswith(f"{base}/") or path == base], []


def base_in_sitemap(text: str) -> str:
    """The path that a site is published under, such as `/guide`: its home's, if all addresses begin with that."""
    tree = _sitemap(text)
    paths = [] if tree.tag.endswith("sitemapindex") else [urlsplit(address).path for address in _locations(tree)]
    home = min(paths, key=len, default="/")
    return home.rstrip("/") if home.endswith("/") and all(path.startswith(home) for path in paths) else ""


def _sitemap(text: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError as fault:
        raise NoPages(f"The sitemap is not XML: {fault}.") from None


def _locations(tree: ElementTree.Element) -> list[str]:
    return [(element.text or "").strip() for element in tree.iterfind(".//{*}loc")]


def listed(text: str, pages: Sequence[Page], folder: Path | None = None) -> tuple[Page, ...]:
    """The pages that `text` names, one URL path or address a line; the slash before a path may be left out.

    A file of `folder` that is no HTML, such as an SVG document, is a page as well when it is named. Raise NoPages for
    any other line.
    """
    by_path = {page.path: page for page in pages}
    lines = [line.strip() for line in text.splitlines() if line.strip() and line.strip()[0] != "#"]
    chosen: dict[Page, None] = {}
    for line in lines:
        path = "/" + urlsplit(line).path.lstrip("/")
        page = by_path.get(path) or by_path.get(f"{path}/") or _as_file(path, folder)
        if page is None:
            raise NoPages(f"The list of pages names {line}, and the site has no such page.")
        chosen[page] = None
    return tuple(chosen)


def _as_file(path: str, folder: Path | None) -> Page | None:
    file = unquote(path).lstrip("/")
    return Page(path, file) if folder and (folder / file).is_file() else None


def matching(pages: Iterable[Page], patterns: Sequence[str]) -> tuple[Page, ...]:
    """Those of `pages` that match a glob, or all without globs. Raise NoPages for a glob without a page."""
    every = tuple(pages)
    for pattern in patterns:
        if not any(_matches(page, pattern) for page in every):
            raise NoPages(f"No page matches --page {pattern}. Paths begin and end with /, such as /who-benefits/.")
    return tuple(page for page in every if not patterns or any(_matches(page, pattern) for pattern in patterns))


def _matches(page: Page, pattern: str) -> bool:
    return fnmatchcase(unquote(page.path), pattern)
