"""All handouts, from what editors wrote to the folder that the next build takes them from: all of them, or none."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pikepdf

from checks import server
from checks.browser import Browser, SeleniumBrowser
from handouts.check import NotPassed, findings
from handouts.finish import About, finish
from handouts.printing import print_page
from publish.build import check_readable, put_in_place, workshop, write_site
from publish.engine import Settings, read_settings
from publish.handouts import FOLDER, INDEX, Handout, fingerprint, index_of, wanted_handouts
from publish.pages.source import FrontMatter, read_page
from publish.problem import CannotWork


def make(root: Path) -> dict[str, Handout]:
    """Make the handouts of the project in `root` and put them into its folder of handouts, which is replaced.

    Returns them by the names of their pages. Raises NotPassed where one does not pass its check, ContentError where the
    content has problems, CannotWork or BrowserMissing where the work cannot be done; then the folder stays as it was.
    """
    check_readable(root)
    settings = read_settings(root)
    if not settings.address:
        raise CannotWork("mkdocs.yml does not say where the guide is published; links on paper need it: set site_url.")
    made = fingerprint(root, settings.address)
    names = sorted(set(wanted_handouts(settings.docs, root).values()))
    with tempfile.TemporaryDirectory(prefix="handouts-") as folder:
        site = Path(folder) / "site"
        write_site(settings, site, draft=True)
        pdfs = print_all(names, site, settings)
    sheets = {name: count_sheets(data) for name, data in pdfs.items()}
    keep(root / FOLDER, {INDEX: index_of(pdfs, sheets, made), **{f"{name}.pdf": data for name, data in pdfs.items()}})
    return {name: Handout(len(data), sheets[name]) for name, data in pdfs.items()}


def print_all(names: Iterable[str], site: Path, settings: Settings) -> dict[str, bytes]:
    """The finished PDF of each page of a built site, by its name. Raises NotPassed with all findings on any of them."""
    pdfs: dict[str, bytes] = {}
    found: list[str] = []
    with server.folder(site, site.name) as served:
        browser = SeleniumBrowser()
        try:
            for name in names:
                pdfs[name], wrong = print_one(name, browser, f"{served.with_scripts}/", settings)
                found += [f"{FOLDER}/{name}.pdf: {sentence}" for sentence in wrong]
        finally:
            browser.close()
    if found:
        raise NotPassed(found)
    return pdfs


def print_one(name: str, browser: Browser, here: str, settings: Settings) -> tuple[bytes, list[str]]:
    """The finished PDF of one page, and what is wrong with it. `here` is where the site is served."""
    front_matter = read_page(settings.docs, f"{name}.md", settings.root).front_matter
    assert isinstance(front_matter, FrontMatter)
    path = "" if name == "index" else f"{name}/"
    data, printed = print_page(browser, f"{here}{path}")
    about = About(
        printed.title,
        settings.config.site_name,
        front_matter.description,
        printed.language,
        front_matter.last_checked,
    )
    data = finish(data, about, printed.links, here, settings.address)
    return data, findings(data, printed, settings.address)


def count_sheets(data: bytes) -> int:
    """The pages of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def keep(folder: Path, files: dict[str, bytes]) -> None:
    """Put the files into a folder, in place of all that it holds. Raises CannotWork where it cannot be written."""
    try:
        with workshop(folder) as work:
            for name, data in files.items():
                (work / "new" / name).parent.mkdir(parents=True, exist_ok=True)
                (work / "new" / name).write_bytes(data)
            put_in_place(folder, work / "new", work / "old")
    except OSError as error:
        raise CannotWork(f"{folder} cannot be written: {error.strerror or error}.") from None
