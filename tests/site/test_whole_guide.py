"""The guide as a whole: every page can be reached, is found by search, and is in the words that readers know."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urldefrag, urljoin, urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from checks import reading
from checks.browser import SeleniumBrowser
from checks.model import Page, Visit
from checks.observe.avoided_words import AVOIDED_WORDS
from checks.observe.known_words import KNOWN_WORDS
from checks.rules.respectful_words import words_in
from checks.server import Site
from publish.pages.source import FrontMatter, read_pages
from tests.site.conftest import ROOT, SETTINGS

HOME = "https://guide.test/"
NOT_IN_MENUS = {"card"}  # shown inside other sites
PAGES = {page.path.removesuffix(".md"): page.front_matter for page in read_pages(ROOT / "docs", ROOT)}
CONTENT = re.findall(
    r"\S+",
    """
    help-now overdose-and-withdrawal helplines index what-is-iop why-numbers-differ a-week-in-iop what-happens
    does-it-work medications virtual-iop who-benefits conditions myths glossary compare-care
    inpatient-or-outpatient decide when-iop-is-not-enough after-iop find-a-program ten-questions quality-signs
    red-flags first-call check-a-license cost-and-insurance medicare medicaid no-insurance denied work-and-school
    privacy-rights teens-and-parents family-and-friends pregnancy veterans lgbtq older-adults native-communities
    justice disability-and-deaf referrers about how-we-check sources accessibility privacy search site-map
    """,
)
SEARCHED = "return Boolean(document.querySelector('.results [role=status]')?.textContent);"
RESULTS = "return [...document.querySelectorAll('.results a')].map((a) => new URL(a.href).pathname);"
PATIENCE = 10  # seconds until a search must have ended


def visit() -> Visit:
    return Visit(Page("/"), None, SETTINGS)


def address(name: str) -> str:
    return HOME if name == "index" else f"{HOME}{name}/"


def links_of(site: Path, name: str, selector: str) -> set[str]:
    file = site / ("index.html" if name == "index" else f"{name}/index.html")
    found = LexborHTMLParser(file.read_text(encoding="utf-8")).css(f"{selector} a[href]")
    return {urldefrag(urljoin(address(name), node.attributes["href"] or ""))[0] for node in found}


def test_every_page_that_readers_need_is_written() -> None:
    assert set(CONTENT) <= set(PAGES)


def test_every_page_is_two_steps_from_every_other_by_the_menu_and_the_page_of_its_section(site: Path) -> None:
    sections = links_of(site, "about", ".menu")
    names = {name for name in PAGES if address(name) in sections}
    reached = {link for name in names for link in links_of(site, name, "main")} | sections | {HOME}
    assert not {name for name in PAGES if address(name) not in reached} - NOT_IN_MENUS


def test_every_page_is_linked_from_the_words_of_another(site: Path) -> None:
    linked = {
        link
        for name in PAGES
        if name not in ("search", "site-map")
        for link in links_of(site, name, "article") - {address(name)}
    }
    menu = links_of(site, "about", ".menu")
    assert not {name for name in PAGES if address(name) not in linked | menu} - {"index", "search", "site-map"}


@pytest.mark.parametrize("name", sorted(set(PAGES) - NOT_IN_MENUS - {"search"}))
def test_search_finds_every_page_by_its_title_and_by_each_of_its_keywords(
    served: Site, wide: SeleniumBrowser, name: str
) -> None:
    front = PAGES[name]
    assert isinstance(front, FrontMatter)
    path = urlsplit(served.with_scripts).path + ("/" if name == "index" else f"/{name}/")
    for query in (front.title, *front.keywords):
        assert path in search(wide, f"{served.with_scripts}/search/?q={quote(query)}"), f"{query} does not find {path}"


def search(browser: SeleniumBrowser, address: str) -> list[str]:
    """The paths of the pages that a search finds."""
    browser.open(address)
    end = time.monotonic() + PATIENCE
    while not browser.evaluate(SEARCHED) and time.monotonic() < end:
        time.sleep(0.05)
    found: list[str] = browser.evaluate(RESULTS)
    return found


def texts() -> Iterator[tuple[str, str]]:
    """The sentences that data/ brings to pages, each with its name."""
    for term in yaml.safe_load((ROOT / "data/glossary.yml").read_text(encoding="utf-8"))["terms"]:
        yield f"glossary: {term['id']}", term["definition"]
    for line in yaml.safe_load((ROOT / "data/helplines.yml").read_text(encoding="utf-8"))["helplines"]:
        for key in ("what_it_is", "what_it_is_not", "for_whom"):
            if key in line:
                yield f"{line['id']}: {key}", line[key]


@pytest.mark.parametrize("kind", ["glossary", "helplines"])
def test_the_words_of_the_data_read_as_easily_as_the_pages(kind: str) -> None:
    chosen = [text for name, text in texts() if name.startswith("glossary") == (kind == "glossary")]
    sentences = [f"{part}." for text in chosen for part in text.rstrip(".").split(". ")]
    figures = reading.measure(sentences, KNOWN_WORDS.observe("", visit())).adjusted
    limits = SETTINGS.reading_level
    assert figures.flesch_kincaid <= limits.flesch_kincaid, figures
    assert figures.smog <= limits.smog, figures
    assert figures.sentence <= limits.sentence, figures


def test_the_words_of_the_data_shame_nobody() -> None:
    avoided = AVOIDED_WORDS.observe("", visit())
    assert not {name: found for name, text in texts() if (found := [word for word, _ in words_in(text, avoided)])}


def test_every_source_is_cited_and_every_term_explained_once() -> None:
    sources = yaml.safe_load((ROOT / "data/sources.yml").read_text(encoding="utf-8"))["sources"]
    terms = yaml.safe_load((ROOT / "data/glossary.yml").read_text(encoding="utf-8"))["terms"]
    written = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "docs").glob("*.md"))
    used = {term.get("source") for term in terms}
    assert not [one["id"] for one in sources if f"[^{one['id']}]" not in written and one["id"] not in used]
    names = [name.casefold() for term in terms for name in {term["term"], *term.get("also", ())}]
    assert not {name for name in names if names.count(name) > 1}


def test_the_files_of_open_data_are_published_with_their_schemas(site: Path) -> None:
    for name in ("helplines", "sources", "grades"):
        published: dict[str, Any] = json.loads((site / "data" / f"{name}.json").read_text(encoding="utf-8"))
        assert published[name]
        assert (site / "data" / published["$schema"]).is_file()
