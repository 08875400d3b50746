"""From what editors wrote to site/: all of it, or nothing."""

from __future__ import annotations

import dataclasses
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from publish.content import content_problems
from publish.engine import DEFAULT, Settings, read_settings
from publish.facts import read_facts
from publish.files import refuse_unreadable
from publish.handouts import handout_files
from publish.open_data import data_files
from publish.optimise import optimise
from publish.problem import CannotWork, ContentError

DOCS = "docs"


def build(
    root: Path, site: Path | None = None, address: str = "", *, draft: bool = False, engine: str = DEFAULT
) -> Path:
    """Build and optimise the site of the project in `root`; return its folder, which is replaced in one move.

    `site` and `address` take the place of what mkdocs.yml says; `engine` is a name of ENGINES. A `draft` is for a
    preview. Raises ContentError with every problem of the content, CannotWork when something else is in the way. In
    both cases the folder is as it was before.
    """
    check_readable(root)
    settings = read_settings(root, engine)
    address = f"{address.rstrip('/')}/" if address else settings.address
    settings = dataclasses.replace(settings, site=site or settings.site, address=address)
    check_place(settings)
    try:
        with workshop(settings.site) as work:
            write_site(settings, work / "new", draft=draft)
            put_in_place(settings.site, work / "new", work / "old")
    except OSError as error:
        raise CannotWork(
            f"{error.filename or settings.site}: {error.strerror or error}. Nothing was changed."
        ) from None
    return settings.site


def check_docs(root: Path) -> None:
    """Raise CannotWork when the project has no docs folder."""
    if not (root / DOCS).is_dir():
        raise CannotWork(f"There is no folder {DOCS}/ in {root}. Run this from the project's folder.")


def check_place(settings: Settings) -> None:
    """Raise CannotWork when the site would take the place of something that is no site, or stand among its pages."""
    site, docs = settings.site, settings.docs
    if docs in (site, *site.parents):
        raise CannotWork(f"The site cannot stand in {docs}, where its pages are written. Name another folder.")
    if site in (settings.root, *settings.root.parents) or not is_site(site):
        raise CannotWork(f"{site} is not a site and would be lost. Name another folder, or delete it.")


def is_site(site: Path) -> bool:
    """Whether there is nothing at a place, an empty folder, or one with a first page."""
    return not site.exists() or (site.is_dir() and (not any(site.iterdir()) or (site / "index.html").is_file()))


def check_readable(root: Path) -> None:
    """Raise ContentError when a page cannot be read at all: then no engine can look at the others either."""
    check_docs(root)
    try:
        refuse_unreadable(root / DOCS, root)
    except ContentError:
        raise ContentError(content_problems(root, root / DOCS)) from None


def write_site(settings: Settings, into: Path, *, draft: bool = False) -> None:
    """Write the whole site into a new folder. Raises ContentError with our problems and those that the engine finds."""
    problems = content_problems(settings.root, settings.docs)
    problems += settings.engine.write(settings, into)
    if problems:
        raise ContentError(problems)
    made = data_files(read_facts(settings.root), settings.address) | handout_files(settings.root, settings.address)
    for path, data in made.items():
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        (into / path).write_bytes(data)
    optimise(into, settings.address, offline=settings.offline and not draft, draft=draft)


@contextmanager
def workshop(site: Path) -> Iterator[Path]:
    """A folder next to `site` that is gone afterwards, whatever happens."""
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(site: Path, new: Path, old: Path) -> None:
    """Put the folder `new` where `site` is, and `site` where `old` is. When that fails, `site` is back in its place."""
    if not os.path.lexists(site):
        new.rename(site)
        return
    site.rename(old)
    try:
        new.rename(site)
    except BaseException:
        old.rename(site)
        raise
