"""What a page weighs: bytes before its first render, bytes of a first visit, bytes of scripts; and the search index.

All bytes are compressed.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from publish.optimise.compress import gzip
from publish.optimise.files import TEXT
from publish.optimise.offline import BUNDLES, WORKER
from publish.problem import CannotWork

FIGURES = ("first-render", "first-visit", "scripts")
SEARCH_INDEX = "search-index"
CSS_ADDRESS = re.compile(rb"url\(\s*[\"']?([^\"')]+)")
LATE = ("defer", "async")
LOADED = frozenset(["icon", "preload", "manifest"])


@dataclass(frozen=True)
class Part:
    """Something that a page loads, or the page itself. `blocks`: nothing is shown before it is there."""

    path: str
    bytes: int
    blocks: bool
    script: bool


@dataclass(frozen=True)
class PageSize:
    """A page and all that its first visit loads."""

    page: str
    parts: tuple[Part, ...]

    @property
    def requests(self) -> int:
        """How much a first visit asks for, as far as the HTML and the style sheets tell."""
        return len(self.parts)

    def after(self, before: PageSize) -> PageSize:
        """What is loaded by readers whose browser keeps what the page before loaded."""
        kept = {part.path for part in before.parts}
        page, *others = self.parts
        return PageSize(self.page, (page, *(part for part in others if part.path not in kept)))

    def figure(self, name: str) -> int:
        """The bytes of one of FIGURES."""
        return sum(part.bytes for part in self.parts_of(name))

    def parts_of(self, name: str) -> Iterator[Part]:
        """The parts that count for a figure."""
        for part in self.parts:
            if name == "first-visit" or (part.blocks if name == "first-render" else part.script):
                yield part


class Loads(HTMLParser):
    """Collects what a page loads: (address, blocks the first render, is a script).

    `keeps_pages`: it sets the service worker going.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.in_head = True
        self.keeps_pages = False
        self.found: list[tuple[str, bool, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a style sheet, script, picture or icon."""
        given = {key: value or "" for key, value in attrs}
        if tag == "body":
            self.in_head = False
        elif tag == "link" and given.get("href"):
            self.note_link(given)
        elif tag == "script" and given.get("src"):
            self.keeps_pages |= "data-offline" in given
            late = given.get("type") == "module" or any(word in given for word in LATE)
            self.found.append((given["src"], self.in_head and not late, True))
        elif tag == "img" and given.get("src"):
            self.found.append((given["src"], False, False))

    def note_link(self, given: Mapping[str, str]) -> None:
        """A style sheet blocks unless it is for paper alone; an icon and a manifest do not."""
        kinds = given.get("rel", "").split()
        if "stylesheet" in kinds:
            self.found.append((given["href"], given.get("media") != "print", False))
        elif not LOADED.isdisjoint(kinds):
            self.found.append((given["href"], False, False))


def page_sizes(site: Path) -> list[PageSize]:
    """The size of every page of a folder of HTML. Raises CannotWork when it has none."""
    pages = sorted(site.rglob("*.html"))
    if not pages:
        raise CannotWork(f"There is no page in {site}. Build the site first: python -m publish build.")
    weights: dict[Path, int] = {}
    kept = tuple(files_kept(site))
    return [page_size(page, site, weights, kept) for page in pages]


def page_size(page: Path, site: Path, weights: dict[Path, int], kept: tuple[Path, ...]) -> PageSize:
    """The size of one page. `weights` keeps what is known of files; `kept` is what the service worker loads."""
    parts = {page: part(page, site, weights, blocks=True, script=False)}
    loads = Loads(page.read_text(encoding="utf-8"))
    for file, blocks, script in files_loaded(loads, page, site):
        parts.setdefault(file, part(file, site, weights, blocks=blocks, script=script))
    for file in kept if loads.keeps_pages else ():
        parts.setdefault(file, part(file, site, weights, blocks=False, script=False))
    return PageSize(parts[page].path, tuple(parts.values()))


def files_loaded(loads: Loads, page: Path, site: Path) -> Iterator[tuple[Path, bool, bool]]:
    """The site's files that a page and its style sheets load, with whether they block and are scripts."""
    for address, blocks, script in loads.found:
        if file := local_file(address, page, site):
            yield file, blocks, script
            yield from ((inner, False, False) for inner in styled_with(file, site))


def files_kept(site: Path) -> Iterator[Path]:
    """What the service worker loads in the background of a first visit: itself, the pages of help, what they need."""
    yield site / WORKER
    for bundle in site.glob(BUNDLES):
        yield bundle
        for path, html in json.loads(bundle.read_bytes()).items():
            for file, _, _ in files_loaded(Loads(html), site / path / "index.html", site):
                if file.suffix in (".css", ".js"):
                    yield file


def search_index_size(site: Path) -> int:
    """The bytes of the search index, which a page loads when a reader searches; 0 without one."""
    return sum(len(gzip(file.read_bytes())) for file in site.glob("assets/search.*.json"))


def part(file: Path, site: Path, weights: dict[Path, int], *, blocks: bool, script: bool) -> Part:
    """A file as a part of a page."""
    if file not in weights:
        data = file.read_bytes()
        weights[file] = len(gzip(data)) if file.suffix in TEXT else len(data)
    return Part(file.relative_to(site).as_posix(), weights[file], blocks, script)


def styled_with(file: Path, site: Path) -> Iterator[Path]:
    """The local files that a style sheet loads."""
    if file.suffix == ".css":
        for address in CSS_ADDRESS.findall(file.read_bytes()):
            found = local_file(address.decode(), file, site)
            if found:
                yield found


def local_file(address: str, file: Path, site: Path) -> Path | None:
    """The site's file that an address in `file` leads to. An address from / on may begin with the site's own path."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    if not path.startswith("/"):
        found = (file.parent / path).resolve()
        return found if found.is_file() else None
    names = path.strip("/").split("/")
    tries = (site.joinpath(*names[start:]).resolve() for start in range(len(names)))
    return next((found for found in tries if found.is_file()), None)


def read_budget(root: Path) -> dict[str, int]:
    """The most bytes for each figure, from [tool.publish] in pyproject.toml. Raises CannotWork where one is missing."""
    try:
        table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["publish"]
        return {name: int(table[name]) for name in (*FIGURES, SEARCH_INDEX)}
    except (OSError, KeyError, ValueError, TypeError) as error:
        wanted = ", ".join(f"{name} = …" for name in (*FIGURES, SEARCH_INDEX))
        raise CannotWork(f"pyproject.toml needs [tool.publish] with {wanted} in bytes ({error}).") from None


def table(sizes: list[PageSize]) -> str:
    """The figures of every page, in bytes."""
    figures = ((size.page, *(f"{size.figure(name):,}" for name in FIGURES)) for size in sizes)
    return aligned([("page", *FIGURES), *figures])


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells as text: the first column begins, the others end below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.rjust(width) if place else cell.ljust(width) for place, (cell, width) in enumerate(zipped))
        for zipped in (list(zip(row, widths, strict=True)) for row in rows)
    )


def over_budget(sizes: list[PageSize], budget: Mapping[str, int]) -> list[str]:
    """A sentence for each figure of a page that is over its budget, with the parts that weigh most."""
    return [
        f"{size.page}: {name} is {size.figure(name):,} bytes, {size.figure(name) - budget[name]:,} more than "
        f"{budget[name]:,}. Biggest parts: {biggest(size, name)}."
        for size in sizes
        for name in FIGURES
        if size.figure(name) > budget[name]
    ]


def index_over_budget(size: int, budget: Mapping[str, int]) -> list[str]:
    """A sentence if the search index is over its budget."""
    limit = budget[SEARCH_INDEX]
    what = f"The search index is {size:,} bytes, {size - limit:,} more than {SEARCH_INDEX} = {limit:,}."
    return (
        [f"{what} Leave pages out of it (search: exclude) or words (publish/optimise/inverted.py)."]
        if size > limit
        else []
    )


def biggest(size: PageSize, name: str) -> str:
    """The three parts of a figure that weigh most."""
    parts = sorted(size.parts_of(name), key=lambda part: -part.bytes)[:3]
    return ", ".join(f"{part.path} {part.bytes:,}" for part in parts)
