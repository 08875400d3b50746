"""The same guide, built by each engine: what a reader gets must be what MkDocs gives."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from publish.engine import DEFAULT, ENGINES
from publish.optimise.files import Files, read_folder, suffix
from publish.optimise.nodes import text_of
from publish.problem import CannotWork

PARTS = {
    "crisis line": "aside.crisis",
    "header": "header.site > .bar > :not(details)",
    "menu": "header.site details.menu",
    "contents": "details.contents",
    "article": "article",
    "below the article": "main > :not(article)",
    "footer": "footer.site",
}


@dataclass(frozen=True)
class Part:
    """What a reader gets from a part of a page.

    Its words, headings (level, id, text) and links (address, text, and whether it is the page that is open).
    """

    words: tuple[str, ...]
    headings: tuple[tuple[str, str, str], ...]
    links: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, order=True)
class Difference:
    """One thing of a file that is not as with MkDocs. `part` is a part of the page, or what its head says."""

    file: str
    part: str
    what: str


@dataclass(frozen=True)
class Comparison:
    """The site of one engine beside that of MkDocs: its number of pages, and how many have the very same HTML."""

    engine: str
    pages: int
    same_html: int
    differences: tuple[Difference, ...]


def compare(root: Path, engines: Iterable[str]) -> list[Comparison]:
    """Build the project with MkDocs and each engine named, and compare what would be published.

    Raises CannotWork when one of them is not installed or builds nothing.
    """
    with tempfile.TemporaryDirectory(prefix="compare-") as folder:
        expected = build_with(DEFAULT, root, Path(folder) / "expected")
        return [compared(engine, expected, build_with(engine, root, Path(folder) / engine)) for engine in engines]


def build_with(engine: str, root: Path, into: Path) -> Files:
    """The published files. Each engine gets a program of its own."""
    command = [sys.executable, "-m", "publish", "build", "--draft", "--engine", engine, "--site-dir", str(into)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotWork(f"The guide cannot be built with {ENGINES[engine].label}.\n{done.stderr.strip()}")
    return read_folder(into)


def compared(engine: str, expected: Files, files: Files) -> Comparison:
    """The files of an engine beside those expected."""
    pages = [path for path in files if suffix(path) == ".html"]
    same = sum(files[path] == expected.get(path) for path in pages)
    return Comparison(engine, len(pages), same, tuple(differences(expected, files, ENGINES[engine].label)))


def differences(expected: Files, files: Files, label: str) -> Iterator[Difference]:
    """Every difference, by file: for each part of a page the first one."""
    for path in sorted(expected.keys() | files.keys()):
        if path not in files:
            yield Difference(path, "file", f"{label} does not write it")
        elif path not in expected:
            yield Difference(path, "file", f"{label} alone writes it")
        elif suffix(path) == ".html":
            yield from page_differences(path, expected[path].decode(), files[path].decode(), label)
        elif expected[path] != files[path]:
            yield Difference(path, "file", f"it is not the same with {label}")


def page_differences(path: str, expected: str, html: str, label: str) -> Iterator[Difference]:
    """The differences between two pages that stand at `path` in their sites."""
    one, other = LexborHTMLParser(expected), LexborHTMLParser(html)
    heads = read_head(one, path), read_head(other, path)
    for name in sorted(heads[0].keys() | heads[1].keys()):
        mine, theirs = (head.get(name) for head in heads)
        if mine != theirs:
            yield Difference(path, name, f"{mine!r} with MkDocs, {theirs!r} with {label}")
    for name, selector in PARTS.items():
        what = part_difference(read_part(one, selector, path), read_part(other, selector, path), label)
        if what:
            yield Difference(path, name, what)


def part_difference(one: Part, other: Part, label: str) -> str:
    """The first difference between two parts, or the empty string."""
    for kind in ("words", "headings", "links"):
        pairs = zip_longest(getattr(one, kind), getattr(other, kind))
        for place, (mine, theirs) in enumerate(pairs, 1):
            if mine != theirs:
                return f"{kind[:-1]} {place} is {mine!r} with MkDocs, {theirs!r} with {label}"
    return ""


def read_head(tree: LexborHTMLParser, page: str) -> dict[str, tuple[str, ...]]:
    """What a page says about itself: its title, language, description, canonical address and so on, by name."""
    said: dict[str, list[str]] = {}
    for node in tree.css("html, title, meta, link, script, body"):
        name, value = head_entry(node, page)
        said.setdefault(name, []).append(value)
    return {name: tuple(values) for name, values in said.items()}


def head_entry(node: LexborNode, page: str) -> tuple[str, str]:
    """The name and the value of one element."""
    attributes = {name: value or "" for name, value in node.attributes.items()}
    if node.tag in {"html", "body"}:
        name = {"html": "lang", "body": "class"}[node.tag]
        return f"{node.tag} {name}", attributes.get(name, "")
    if node.tag == "meta":
        named = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv") or "charset"
        return named, attributes.get("content") or attributes.get("charset", "")
    if node.tag == "link":
        return attributes.get("rel", "link"), resolved(attributes.get("href", ""), page)
    if src := attributes.get("src"):
        return str(node.tag), resolved(src, page)
    return str(node.tag), text_of(node)


def read_part(tree: LexborHTMLParser, selector: str, page: str) -> Part:
    """The part of a page that stands at `page` in its site; empty where there is none."""
    nodes = tree.css(selector)
    return Part(
        words=tuple(word for node in nodes for word in node.text(separator=" ").split()),
        headings=tuple(
            (str(heading.tag), heading.attributes.get("id") or "", text_of(heading))
            for node in nodes
            for heading in node.css("h1,h2,h3,h4,h5,h6")
        ),
        links=tuple(
            (target(link, page), text_of(link), link.attributes.get("aria-current") or "")
            for node in nodes
            for link in node.css("a[href], form[action]")
        ),
    )


def target(link: LexborNode, page: str) -> str:
    """Where a link or a form leads."""
    return resolved(link.attributes.get("href") or link.attributes.get("action") or "", page)


def resolved(address: str, page: str) -> str:
    """An address on the page `page`: those of this site are counted from its root."""
    return re.sub(r"(^|/)index\.html(?=#|$)", r"\1", urljoin(f"/{page}", address))


def report(comparison: Comparison) -> str:
    """A comparison as text: a sentence, then a line for each difference."""
    label = f"{ENGINES[comparison.engine].label} {version(comparison.engine)}"
    count = len(comparison.differences)
    pages = f"{comparison.pages} pages, {comparison.same_html} of them with the same HTML to the byte"
    lines = [f"{label}: {pages}. {count or 'No'} difference{'' if count == 1 else 's'} from MkDocs {version(DEFAULT)}."]
    lines += [f"  {found.file}  {found.part}: {found.what}" for found in comparison.differences]
    return "\n".join(lines)
