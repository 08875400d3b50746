"""The pages to take away, as PDF: which pages ask for one, and what `python -m handouts` has made of them.

The PDFs lie in a folder that is not in git. They count only while nothing has changed that they were made from: a
number that is out of date on paper is worse than no PDF.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from publish.files import markdown_files, read_text, stamp
from publish.pages.source import PageSource, read_pages
from publish.problem import Problem, did_you_mean

FOLDER = "paper"
INDEX = "index.json"
SITE_FOLDER = "handouts"
MADE_FROM = (
    *("mkdocs.yml", "docs/**/*", "data/**/*", "overrides/**/*"),
    *("publish/**/*.py", "handouts/**/*.py", "handouts/**/*.js"),
)


@dataclass(frozen=True)
class Handout:
    """One PDF. `bytes` is its size, `sheets` the number of its pages."""

    bytes: int
    sheets: int


def wanted_handouts(docs: Path, root: Path) -> dict[str, str]:
    """The path of each page that asks for a handout, and the name of the page that is printed for it."""
    return {
        page.path: page.handout for page in read_pages(docs, root) if page.front_matter and page.front_matter.handout
    }


def handout_problems(page: PageSource, docs: Path) -> Iterator[Problem]:
    """The problem of a page whose handout is to be a page that is not there."""
    if page.handout and not (docs / f"{page.handout}.md").is_file():
        names = [file.relative_to(docs).as_posix().removesuffix(".md") for file in markdown_files(docs)]
        lines = read_text(docs / page.path, page.name).splitlines()
        yield Problem(
            page.name,
            next((number for number, line in enumerate(lines, 1) if line.startswith("handout:")), 1),
            f'The handout is to be the page "{page.handout}", and there is no such page.',
            "Readers would get no PDF to take away.",
            did_you_mean(page.handout, names, 'Write "handout: true" for this page itself.', "handout: {}"),
        )


def fingerprint(root: Path, address: str) -> str:
    """What changes with anything that the handouts are made from. `address` is where the site is published."""
    paths = tuple(made_from(root))
    return _fingerprint(root, address, paths, tuple(map(stamp, paths)))


@lru_cache(maxsize=16)
def _fingerprint(root: Path, address: str, paths: tuple[Path, ...], _stamps: tuple[tuple[int, int], ...]) -> str:
    digest = sha256(f"{address.rstrip('/')}\n".encode())
    for path in paths:
        data = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\n{len(data)}\n".encode() + data)
    return digest.hexdigest()


def made_from(root: Path) -> Iterator[Path]:
    """Every file that the handouts are made from, in a fixed order."""
    for pattern in MADE_FROM:
        yield from sorted(path for path in root.glob(pattern) if path.is_file())


def index_of(handouts: Mapping[str, bytes], sheets: Mapping[str, int], made: str) -> bytes:
    """The index of a folder of handouts, PDFs by the names of their pages. `made` is the fingerprint."""
    listed = {name: asdict(Handout(len(data), sheets[name])) for name, data in sorted(handouts.items())}
    return (json.dumps({"fingerprint": made, "handouts": listed}, indent=1) + "\n").encode()


def read_handouts(root: Path, address: str) -> dict[str, Handout]:
    """The handouts by the names of their pages; none where they are missing, not whole or out of date."""
    folder = root / FOLDER
    try:
        index = json.loads((folder / INDEX).read_bytes())
        found = {name: Handout(**entry) for name, entry in index["handouts"].items()}
        made = index["fingerprint"]
        whole = all((folder / f"{name}.pdf").stat().st_size == one.bytes for name, one in found.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return found if whole and made == fingerprint(root, address) else {}


def handout_files(root: Path, address: str) -> dict[str, bytes]:
    """The files of the site that hold the handouts, by their paths."""
    names = read_handouts(root, address)
    return {site_path(name): (root / FOLDER / f"{name}.pdf").read_bytes() for name in names}


def copy_handouts(root: Path, copy: Path, address: str) -> None:
    """Give a copy of the project, made for an engine, the handouts that hold for the project."""
    if read_handouts(root, address):
        shutil.copytree(root / FOLDER, copy / FOLDER)
        index = json.loads((root / FOLDER / INDEX).read_bytes()) | {"fingerprint": fingerprint(copy, address)}
        (copy / FOLDER / INDEX).write_text(json.dumps(index), encoding="utf-8")


def site_path(name: str) -> str:
    """Where in the site the handout of a page lies."""
    return f"{SITE_FOLDER}/{name}.pdf"
