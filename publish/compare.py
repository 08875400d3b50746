"""The same pages, built by MkDocs and by Zensical: every article must say the same."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urljoin

import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from publish.build import check_readable
from publish.engine import CONFIG, read_settings, run_mkdocs
from publish.files import read_text
from publish.problem import CannotWork, ContentError

COPIED = ("docs", "data")
SHELL = "<!doctype html><html><body><article>{{ page.content }}</article></body></html>"


@dataclass(frozen=True)
class Article:
    """What a reader gets from a page: its words, headings (level, id, text) and links (address, text)."""

    words: tuple[str, ...]
    headings: tuple[tuple[str, str, str], ...]
    links: tuple[tuple[str, str], ...]


def compare(root: Path) -> dict[str, str]:
    """The first difference of each page's articles, empty where there is none.

    Both engines build a copy of the pages with a theme that shows nothing but the article. Raises CannotWork when
    Zensical is not installed or builds nothing, ContentError when MkDocs finds problems.
    """
    check_readable(root)
    with tempfile.TemporaryDirectory(prefix="compare-") as folder:
        copy = Path(folder).resolve()
        copy_project(root, copy)
        settings = read_settings(copy)
        problems = run_mkdocs(settings, copy / "mkdocs")
        if problems:
            raise ContentError(problems)
        run_zensical(copy)
        return differences(copy / "mkdocs", copy / "site")


def copy_project(root: Path, copy: Path) -> None:
    """Copy what the pages need, with a configuration that differs from the project's in its theme alone."""
    for name in COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name)
    (copy / "shell").mkdir()
    for name in templates(root / "docs"):
        (copy / "shell" / name).write_text(SHELL, encoding="utf-8")
    settings = {
        "INHERIT": str(root / CONFIG),
        "docs_dir": "docs",
        "site_dir": "site",
        "watch": [],
        "theme": {"name": "material", "custom_dir": "shell"},
    }
    (copy / CONFIG).write_text(yaml.safe_dump(settings), encoding="utf-8")


def templates(docs: Path) -> set[str]:
    """The names of the templates that the pages ask for: the usual one, and those in their front matter."""
    named = (re.search(r"^template: *(\S+)", read_text(page, page.name), re.M) for page in docs.rglob("*.md"))
    return {"main.html", *(match[1] for match in named if match)}


def run_zensical(copy: Path) -> None:
    """Build the copy with Zensical, in a program of its own."""
    program = Path(sysconfig.get_path("scripts")) / "zensical"
    if not program.is_file():
        raise CannotWork(f"Zensical is not installed beside {sys.executable}: pip install zensical.")
    environment = {"PYTHONPATH": str(Path(__file__).parent.parent), "PATH": str(program.parent)}
    done = subprocess.run(
        [program, "build", "--clean"], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode or not (copy / "site").is_dir():
        raise CannotWork(f"Zensical built nothing: {done.stderr.strip() or done.stdout.strip()}")


def differences(first: Path, second: Path) -> dict[str, str]:
    """The first difference between the pages of two folders, by page, empty where there is none."""
    names = sorted({page.relative_to(site).as_posix() for site in (first, second) for page in site.rglob("index.html")})
    return {name: difference(first / name, second / name, name) for name in names}


def difference(first: Path, second: Path, name: str) -> str:
    """The first difference between two pages, or the empty string."""
    for page, engine in ((first, "MkDocs"), (second, "Zensical")):
        if not page.is_file():
            return f"{engine} does not build this page"
    one, other = (read_article(page.read_text(encoding="utf-8"), name) for page in (first, second))
    for kind in ("words", "headings", "links"):
        pairs = zip_longest(getattr(one, kind), getattr(other, kind))
        for place, (mine, theirs) in enumerate(pairs, 1):
            if mine != theirs:
                return f"{kind[:-1]} {place} is {mine!r} with MkDocs and {theirs!r} with Zensical"
    return ""


def read_article(html: str, page: str) -> Article:
    """The article of a page that stands at `page` in its site."""
    article = LexborHTMLParser(html).css_first("article")
    if article is None:
        return Article((), (), ())
    return Article(
        words=tuple(article.text(separator=" ").split()),
        headings=tuple(
            (str(node.tag), node.attributes.get("id") or "", said(node)) for node in article.css("h1,h2,h3,h4,h5,h6")
        ),
        links=tuple((target(node, page), said(node)) for node in article.css("a[href]")),
    )


def said(node: LexborNode) -> str:
    """A node's text in one line."""
    return " ".join(node.text().split())


def target(link: LexborNode, page: str) -> str:
    """Where a link leads: an address of this site is counted from its root."""
    return re.sub(r"(^|/)index\.html(?=#|$)", r"\1", urljoin(f"/{page}", link.attributes.get("href") or ""))
